import type { Run, RunEvent } from '../../execution/run.ts';
import type { ContentFacts } from '../content.ts';
import type { Progress, StoredExecution } from './execution.ts';
import { advance } from './execution.ts';
import { lostExecution } from './lostExecution.ts';

export interface TemplateVersion extends ContentFacts {
  readonly number: number;
  readonly name: string | undefined;
  readonly content: string;
  readonly updatedBy: string;
  /** In milliseconds since 1970, as all times in here. */
  readonly updated: number;
}

export type Tags = Readonly<Record<string, string>>;

export interface StoredTemplate {
  readonly region: string;
  readonly name: string;
  readonly id: string;
  readonly createdBy: string;
  readonly created: number;
  readonly tags: Tags;
  readonly resourceGroupId: string | undefined;
  /** In their order. Never empty. */
  readonly versions: readonly TemplateVersion[];
  /** How many executions of it have been started. */
  readonly executions: number;
}

/** Everything the Local OOS remembers, all regions together. Entries are replaced, never changed. */
export interface State {
  readonly templates: Map<string, StoredTemplate>;
  /** In the order of their creation. */
  readonly executions: Map<string, StoredExecution>;
  /** The executions that are gone, by the `startKey` of what started them: a call that comes late starts nothing again. */
  readonly spentStarts: Map<string, string>;
  /** How many of the prepared answers to a call have been used. */
  readonly answersUsed: Map<string, number>;
  /** The time of the last change. */
  time: number;
}

/** What can happen to the state. `records.ts` writes it down. */
export type Change =
  | { readonly kind: 'template'; readonly template: StoredTemplate }
  | {
      readonly kind: 'version';
      readonly key: string;
      readonly version: TemplateVersion;
      readonly tags: Tags | undefined;
      readonly resourceGroupId: string | undefined;
    }
  | { readonly kind: 'templateTags'; readonly key: string; readonly tags: Tags }
  | { readonly kind: 'templateGone'; readonly key: string }
  | { readonly kind: 'execution'; readonly execution: StoredExecution; readonly counts: boolean }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly at: number;
      readonly event: RunEvent;
      /** The prepared answer that the event carries. */
      readonly answer?: string | undefined;
    }
  | { readonly kind: 'executionTags'; readonly id: string; readonly tags: Tags }
  | { readonly kind: 'executionsGone'; readonly ids: readonly string[] }
  | { readonly kind: 'spentStarts'; readonly starts: readonly (readonly [key: string, id: string])[] }
  | { readonly kind: 'answersUsed'; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'time'; readonly at: number };

/** An event of an earlier process that cannot be read any more. */
export interface Loss {
  readonly kind: 'lost';
  readonly id: string;
  readonly at: number;
  readonly answer?: string | undefined;
  /** How the execution stood after it. */
  readonly status: Run['status'] | undefined;
}

export const emptyState = (): State => ({
  templates: new Map(),
  executions: new Map(),
  spentStarts: new Map(),
  answersUsed: new Map(),
  time: 0,
});

export const templateKey = (region: string, name: string): string => `${region}/${name}`;

/** What is the same in all calls that mean one start. */
export const startKey = (region: string, user: string, clientToken: string): string =>
  JSON.stringify([region, user, clientToken]);

/** How many starts of executions that are gone are remembered: those that went last. */
const SPENT_STARTS = 10_000;

/** Makes a change. Answers what an event brought about; undefined for any other change. */
export function apply(state: State, change: Change | Loss): Progress | undefined {
  switch (change.kind) {
    case 'template':
      state.templates.set(templateKey(change.template.region, change.template.name), change.template);
      return passes(state, change.template.versions.at(-1)?.updated ?? 0);
    case 'version':
      return addVersion(state, change);
    case 'templateTags':
      return replace(state.templates, change.key, { tags: change.tags });
    case 'templateGone':
      state.templates.delete(change.key);
      return undefined;
    case 'execution':
      return addExecution(state, change.execution, change.counts);
    case 'event':
      return happen(state, change);
    case 'lost':
      return lose(state, change);
    case 'executionTags':
      return replace(state.executions, change.id, { tags: change.tags });
    case 'executionsGone':
      return removeExecutions(state, change.ids);
    case 'spentStarts':
      return spend(state, change.starts);
    case 'answersUsed':
      for (const [name, count] of Object.entries(change.counts)) state.answersUsed.set(name, count);
      return undefined;
    case 'time':
      return passes(state, change.at);
  }
}

/** The changes that make this state out of an empty one. */
export function* changesFor({ templates, executions, spentStarts, answersUsed, time }: State): Generator<Change> {
  for (const template of templates.values()) yield { kind: 'template', template };
  for (const execution of executions.values()) yield { kind: 'execution', execution, counts: false };
  yield { kind: 'spentStarts', starts: [...spentStarts] };
  yield { kind: 'answersUsed', counts: Object.fromEntries(answersUsed) };
  yield { kind: 'time', at: time };
}

function passes(state: State, at: number): undefined {
  state.time = Math.max(state.time, at);
}

function replace<T>(map: Map<string, T>, key: string, change: Partial<T>): undefined {
  const old = map.get(key);
  if (old !== undefined) map.set(key, { ...old, ...change });
}

function addVersion(state: State, { key, version, tags, resourceGroupId }: Change & { kind: 'version' }): undefined {
  const old = state.templates.get(key);
  if (!old) return;
  state.templates.set(key, {
    ...old,
    tags: tags ?? old.tags,
    resourceGroupId: resourceGroupId ?? old.resourceGroupId,
    versions: [...old.versions, version],
  });
  passes(state, version.updated);
}

function addExecution(state: State, execution: StoredExecution, counts: boolean): undefined {
  state.executions.set(execution.id, execution);
  tellAbove(state, execution);
  passes(state, execution.created);
  const key = templateKey(execution.region, execution.template.name ?? '');
  const template = counts ? state.templates.get(key) : undefined;
  if (template) state.templates.set(key, { ...template, executions: template.executions + 1 });
}

function removeExecutions(state: State, ids: readonly string[]): undefined {
  for (const id of ids) {
    const { region, executedBy, clientToken } = state.executions.get(id) ?? {};
    state.executions.delete(id);
    if (region !== undefined && executedBy !== undefined && clientToken !== undefined) {
      spend(state, [[startKey(region, executedBy, clientToken), id]]);
    }
  }
}

function spend({ spentStarts }: State, starts: readonly (readonly [key: string, id: string])[]): undefined {
  for (const [key, id] of starts) spentStarts.set(key, id);
  for (const key of spentStarts.keys()) {
    if (spentStarts.size <= SPENT_STARTS) return;
    spentStarts.delete(key);
  }
}

function happen(state: State, { id, at, event, answer }: Change & { kind: 'event' }): Progress | undefined {
  const execution = state.executions.get(id);
  if (!execution) return undefined;
  const progress = advance(execution, event, at);
  if (progress.refused !== undefined) return progress;
  state.executions.set(id, progress.execution);
  if (progress.execution.run.hidden !== execution.run.hidden) tellAbove(state, progress.execution);
  useAnswer(state, answer);
  passes(state, at);
  return progress;
}

function lose(state: State, { id, at, status, answer }: Loss): undefined {
  const execution = state.executions.get(id);
  if (!execution) return;
  const run = status === undefined ? execution.run : { ...execution.run, status };
  state.executions.set(id, lostExecution({ ...execution, run, ended: undefined }, at));
  useAnswer(state, answer);
  passes(state, at);
}

function useAnswer({ answersUsed }: State, answer: string | undefined): void {
  if (answer !== undefined) answersUsed.set(answer, (answersUsed.get(answer) ?? 0) + 1);
}

/** What one execution must not show those must not show either that started it: they gave it values, and get its outputs. */
function tellAbove({ executions }: State, { run, parent }: StoredExecution): void {
  for (let above = executions.get(parent?.executionId ?? ''); above; ) {
    const hidden = [...new Set([...above.run.hidden, ...run.hidden])];
    if (hidden.length > above.run.hidden.length) {
      executions.set(above.id, { ...above, run: { ...above.run, hidden } });
    }
    above = executions.get(above.parent?.executionId ?? '');
  }
}
