import { asJson, type Json, type JsonMap } from '../execution/json.ts';
import { hide, MASK } from '../execution/secrets.ts';
import { isSecret } from '../template/isSecret.ts';
import { type StoredExecution, templateOf } from './execution.ts';
import type { State } from './state.ts';

/**
 * Hides what is secret in a part of an answer about an execution. Only parts that hold values of users are to go through it:
 * a secret that is a common word would else change what clients go by, such as a status.
 */
export type Veil = (value: unknown) => Json;

/** Executions that started each other hand on secrets, so all of them have those of the outermost one, which knows them all. */
export function veilFor(execution: StoredExecution, { executions }: Pick<State, 'executions'>): Veil {
  let outermost = execution;
  for (let it: StoredExecution | undefined = execution; it; it = executions.get(it.parent?.executionId ?? '')) {
    outermost = it;
  }
  return (value) => hide(asJson(value), outermost.run.hidden);
}

/** Those with NoEcho are hidden whatever they are. */
export function shownParameters(execution: StoredExecution, veil: Veil): JsonMap {
  const hidden = new Set(noEchoNames(execution));
  const shown = Object.entries(execution.run.parameters).map(([name, it]) => [
    name,
    hidden.has(name) ? MASK : veil(it),
  ]);
  return Object.fromEntries(shown);
}

/** Most templates have none, and need not be parsed to know it. */
const noEchoNames = (execution: StoredExecution): string[] =>
  /noecho/i.test(execution.template.version.content)
    ? templateOf(execution)
        .parameters.all.filter(isSecret)
        .map(({ name }) => name)
    : [];
