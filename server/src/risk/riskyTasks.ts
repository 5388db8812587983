import type { Task, Template } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import { actionPath } from './actionPath.ts';
import { carriedOutReason, type RiskClass } from './callRules.ts';
import { canonicalName } from './canonicalName.ts';
import { type CallRisk, classifyCall, type RiskMode } from './classifyCall.ts';
import { type Reach, type ReachedCall, type RiskContext, reachedCalls, type TaskPlace } from './reachedCalls.ts';
import { taskLabel } from './taskLabel.ts';

export interface RiskyTask extends TaskPlace {
  /** As written. */
  readonly service: string;
  readonly api: string;
  /** The names of the tasks from the root to the one that calls; `#2` for the second task of a list that has no name. */
  readonly taskPath: readonly string[];
  /** How much the call can hurt, whatever `Risk` says, unless that says High. */
  readonly class: RiskClass;
  readonly reason: Words;
  /** OOS documented that it takes such a call for high-risk, or the task says so itself. */
  readonly documented: boolean;
  /** `Risk: Normal`: the template says that nobody needs to be asked. */
  readonly overridden: boolean;
  readonly irreversible: boolean | undefined;
  readonly interrupts: boolean;
  /** The product actions on the way to the call, outer ones first. */
  readonly through: readonly string[];
  /** The tasks on the path that run once for each item of a loop, outer ones first. */
  readonly loops: readonly Task[];
}

export interface RiskOptions extends RiskContext {
  readonly mode?: RiskMode | undefined;
  /** `medium`: also what changes or interrupts without destroying. Default: high only. */
  readonly least?: 'medium' | 'high' | undefined;
  /** Where it has been worked out before. */
  readonly reach?: Reach | undefined;
}

/**
 * The tasks of a template that can hurt, in the order of the text, one for each path and call. Tasks that are marked
 * `Risk: Normal` are among them, as overridden.
 */
export function riskyTasks(template: Template, options: RiskOptions): RiskyTask[] {
  const { calls } = options.reach ?? reachedCalls(template, options);
  const wanted: readonly RiskClass[] = options.least === 'medium' ? ['high', 'medium'] : ['high'];
  const seen = new Set<string>();
  return calls.flatMap((call) => {
    const risk = riskOf(call, options);
    if (!wanted.includes(risk.class)) return [];
    const task = riskyTask(call, risk, options);
    const key = JSON.stringify([task.taskPath, task.service.toLowerCase(), task.api.toLowerCase()]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [task];
  });
}

function riskOf(call: ReachedCall, { catalog, mode = 'wide' }: RiskOptions): CallRisk {
  const hasNoWords = call.api === call.api.toLowerCase() || call.api === call.api.toUpperCase();
  const api = hasNoWords ? canonicalName(call, catalog.openApi) : call.api;
  const risk = classifyCall({ service: call.service, api }, mode);
  if (call.mark === 'High') {
    const reason: Words = { en: 'The task is marked with Risk: High.', zh: '任务标记了 Risk: High。' };
    return { ...risk, class: 'high', documented: true, reason };
  }
  if (call.kind === 'execute' || risk.class !== 'high') return risk;
  // The service is not known to ask before it, but there are templates that delete so.
  return { ...risk, documented: false, class: mode === 'strict' ? 'medium' : 'high', reason: carriedOutReason };
}

function riskyTask(call: ReachedCall, risk: CallRisk, { catalog }: RiskOptions): RiskyTask {
  const { service, api, tasks, templateNames, range, mark } = call;
  return {
    ...{ service, api, tasks, templateNames, range },
    taskPath: tasks.map(taskLabel),
    class: risk.class,
    reason: risk.reason,
    documented: risk.documented,
    overridden: mark === 'Normal',
    irreversible: risk.irreversible,
    interrupts: risk.interrupts,
    through: call.action === undefined ? [] : actionPath(call.action, call, catalog),
    loops: tasks.filter(({ loop, inner }) => loop !== undefined || inner !== undefined),
  };
}

/** An item of the answer of ListExecutionRiskyTasks. */
export interface ListedRiskyTask {
  readonly Service: string;
  readonly API: string;
  readonly Task: readonly string[];
  readonly Template: readonly string[];
}

/**
 * A risky task as ListExecutionRiskyTasks lists it (API reference of 2019): `Task` is the path, `Template` holds the name of
 * the root alone, as in its sample.
 */
export function asListed({ service, api, taskPath }: RiskyTask, rootName: string): ListedRiskyTask {
  return { Service: service, API: api, Task: taskPath, Template: [rootName] };
}
