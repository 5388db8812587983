import { toData, valueFor } from '../syntax/navigate.ts';
import type { TaskList, Template } from '../template/template.ts';
import { evaluateNode } from './evaluate.ts';
import { attempt } from './fault.ts';
import { type JsonMap, textOf } from './json.ts';
import { readParameters } from './parameters.ts';
import type { Run, StartOptions } from './run.ts';
import { ignoringCase } from './scope.ts';
import { Secrets } from './secrets.ts';

/**
 * What the service answers as the role of a template that names none (API reference, ValidateTemplateContent). It is but a name:
 * such tasks run with the rights of whoever starts them (documentation of OOS, on granting it permissions).
 */
export const DEFAULT_ROLE = 'OOSServiceRole';

/**
 * A new run, Started; the event `begin` sets it going. With parameters that the template does not take it is Failed: ask
 * `parameterProblems` first to refuse them.
 */
export function startRun(template: Template, given: JsonMap, options: StartOptions): Run {
  const { mode, loopMode, safetyCheck, environment } = options;
  const secrets = new Secrets(options.hidden ?? []);
  const { values, problems } = readParameters(template, given, environment, secrets);
  // Skip has an effect only in Automatic (API reference, StartExecution).
  const asks = safetyCheck === 'ConfirmEveryHighRiskAction' || mode !== 'Automatic';
  return {
    status: problems.length > 0 ? 'Failed' : 'Started',
    statusMessage: problems.join(' '),
    waitingStatus: undefined,
    mode,
    loopMode,
    safetyCheck,
    parameters: values,
    ramRole: roleOf(template, values, environment, secrets),
    outputs: {},
    tasks: [],
    counters: { Total: 0, Success: 0, Failed: 0 },
    environment,
    flows: [],
    flowCount: 0,
    risky: asks ? riskyPaths(template.tasks, [], options.risky) : [],
    debug: undefined,
    effects: 0,
    hidden: secrets.texts,
  };
}

function roleOf(template: Template, parameters: JsonMap, environment: Run['environment'], secrets: Secrets): string {
  const node = valueFor(template.root, 'RamRole');
  const scope = {
    template,
    parameter: (name: string) => ignoringCase(parameters, name),
    task: () => undefined,
    environment,
    loopItem: undefined,
    conditions: [],
    secrets,
  };
  const role = attempt(() => evaluateNode(node, scope));
  return ('fault' in role ? String(toData(node)) : textOf(role.value ?? '')) || DEFAULT_ROLE;
}

function riskyPaths({ tasks }: TaskList, around: readonly string[], risky: StartOptions['risky']): string[] {
  return tasks.flatMap(({ name = '', inner, child }) => {
    const path = [...around, name];
    const inside = [inner, child?.tasks].flatMap((list) => (list ? riskyPaths(list, path, risky) : []));
    return risky(path) ? [path.join('/'), ...inside] : inside;
  });
}
