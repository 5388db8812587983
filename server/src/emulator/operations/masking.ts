import { asJson, type Json, type JsonMap } from '../../execution/json.ts';
import type { TaskExecution } from '../../execution/run.ts';
import { hide, MASK } from '../../execution/secrets.ts';
import {
  outputsWithoutSecretTruths,
  type SecretNames,
  secretNames,
  withoutSecretTruths,
  writtenParameters,
} from '../../execution/secretTruths.ts';
import { type StoredExecution, templateOf } from '../store/execution.ts';
import type { State } from '../store/state.ts';

/**
 * Hides what is secret in a part of an answer about an execution. Only parts that hold values of users are to go through it:
 * a secret that is a common word would else change what clients go by, such as a status.
 */
export type Veil = (value: unknown) => Json;

type Executions = Pick<State, 'executions'>;

/** Executions that started each other hand on secrets, so all of them have those of the outermost one, which knows them all. */
export function veilFor(execution: StoredExecution, { executions }: Executions): Veil {
  let outermost = execution;
  for (let it: StoredExecution | undefined = execution; it; it = executions.get(it.parent?.executionId ?? '')) {
    outermost = it;
  }
  return (value) => hide(asJson(value), outermost.run.hidden);
}

/** Those with NoEcho are hidden whatever they are, and so are those that got one of them from a template around. */
export function shownParameters(execution: StoredExecution, state: Executions): JsonMap {
  const veil = veilFor(execution, state);
  const secret = secretNamesOf(execution, state);
  const shown = Object.entries(execution.run.parameters).map(([name, it]) => [
    name,
    secret.has(name.toLowerCase()) ? MASK : veil(it),
  ]);
  return Object.fromEntries(shown);
}

export function shownProperties(execution: StoredExecution, task: TaskExecution, state: Executions): Json {
  const secret = secretNamesOf(execution, state);
  const { run } = execution;
  const told = secret.size === 0 ? task.properties : withoutSecretTruths(run, templateOf(execution), task, secret);
  return veilFor(execution, state)(told);
}

export function shownOutputs(execution: StoredExecution, state: Executions): Json {
  const secret = secretNamesOf(execution, state);
  const { run } = execution;
  const told = secret.size === 0 ? run.outputs : outputsWithoutSecretTruths(run, templateOf(execution), secret);
  return veilFor(execution, state)(told);
}

/** Most templates have none, and need not be parsed to know it. */
function secretNamesOf(execution: StoredExecution, state: Executions): SecretNames {
  const { parent, template } = execution;
  const above = state.executions.get(parent?.executionId ?? '');
  const outer = above ? secretNamesOf(above, state) : none;
  const task = above?.run.tasks.find(({ id }) => id === parent?.task);
  if (outer.size === 0 && !/noecho/i.test(template.version.content)) return none;
  const given = above && task ? writtenParameters(above.run, templateOf(above), task) : undefined;
  return secretNames(templateOf(execution), given, outer);
}

const none: SecretNames = new Set();
