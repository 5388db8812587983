import { readParameters } from '../../execution/parameters.ts';
import type { Run, RunEvent } from '../../execution/run.ts';
import { Secrets } from '../../execution/secrets.ts';
import { type StoredExecution, templateOf } from './execution.ts';
import { lostExecution, type Shell } from './lostExecution.ts';
import type { Seal } from './seal.ts';
import type { Change, Loss } from './state.ts';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/**
 * A line of the data file. Of executions all is sealed that may have a secret in it, whether it has or not: secrets get from
 * parameters into properties, outputs, logs and other executions.
 */
export type JournalRecord = Exclude<Change, ChangeOf<SealedRecord['kind']>> | SealedRecord;

type SealedRecord =
  | (Omit<ChangeOf<'execution'>, 'execution'> & { readonly execution: Shell; readonly sealed: string })
  /** `status`: how the execution stands after it. */
  | (Omit<ChangeOf<'event'>, 'event'> & { readonly status: Run['status'] | undefined; readonly sealed: string })
  | (Omit<ChangeOf<'executionTags'>, 'tags'> & { readonly sealed: string });

/** `status`: how the execution of an event stands after it. */
export function recordOf(change: Change, seal: Seal, status?: Run['status']): JournalRecord {
  switch (change.kind) {
    case 'execution': {
      const { run, taskDates, logs, due, call, description, tags, ...facts } = change.execution;
      const { status: now, mode, loopMode, safetyCheck } = run;
      const execution = { ...facts, run: { status: now, mode, loopMode, safetyCheck } };
      return { ...change, execution, sealed: seal.close({ run, taskDates, logs, due, call, description, tags }) };
    }
    case 'event': {
      const { event, ...facts } = change;
      return { ...facts, status, sealed: seal.close(event) };
    }
    case 'executionTags': {
      const { tags, ...facts } = change;
      return { ...facts, sealed: seal.close(tags) };
    }
    default:
      return change;
  }
}

/** What a line says. Undefined: nothing that can be read with this key. */
export function changeIn(record: JournalRecord | Change, seal: Seal): Change | Loss | undefined {
  if (!('sealed' in record)) return record.kind === 'execution' ? withSecrets(record) : record;
  const data = seal.open(record.sealed)?.data;
  switch (record.kind) {
    case 'execution': {
      const { counts, execution } = record;
      const whole = data ? { ...execution, ...(data as Omit<StoredExecution, keyof Omit<Shell, 'run'>>) } : undefined;
      return { kind: 'execution', counts, execution: whole ?? lostExecution(execution, execution.updated) };
    }
    case 'event': {
      const { id, at, answer, status } = record;
      return data
        ? { kind: 'event', id, at, answer, event: data as RunEvent }
        : { kind: 'lost', id, at, answer, status };
    }
    case 'executionTags':
      return data ? { kind: 'executionTags', id: record.id, tags: data as StoredExecution['tags'] } : undefined;
  }
}

/** It was written by a program that sealed nothing. */
export const isUnsealed = (record: JournalRecord | Change): boolean =>
  !('sealed' in record) && ['execution', 'event', 'executionTags'].includes(record.kind);

/** Such a program did not keep everything that is secret. */
function withSecrets(change: ChangeOf<'execution'>): Change {
  const { hidden = [], ...execution }: StoredExecution & { readonly hidden?: readonly string[] } = change.execution;
  const { run } = execution;
  const secrets = new Secrets(hidden);
  readParameters(templateOf(execution), run.parameters, run.environment, secrets);
  return { ...change, execution: { ...execution, run: { ...run, hidden: secrets.texts } } };
}
