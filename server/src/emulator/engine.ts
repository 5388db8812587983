import type { JsonMap } from '../execution/json.ts';
import type { Run, RunEvent, StartOptions, StepResult } from '../execution/run.ts';
import type { Template } from '../template/template.ts';
export function startRun(_t: Template, _g: JsonMap, _o: StartOptions): Run { throw new Error('engine not there yet'); }
export function step(_r: Run, _t: Template, _e: RunEvent): StepResult { throw new Error('engine not there yet'); }
