import { keyName, stringOf, valueFor } from '../syntax/navigate.ts';
import type { PairNode, ValueNode } from '../syntax/node.ts';
import type { Task } from '../template/template.ts';
import { type Count, targetsOf } from './counts.ts';
import type { OnFailure } from './flow.ts';
import { type LoopFacts, loopFacts } from './loops.ts';
import type { Reach } from './reachedCalls.ts';
import type { RiskyTask } from './riskyTasks.ts';
import { ValueOrigins } from './valueOrigins.ts';

/** What stands before a task on every path, so that it runs only if that went well. */
export interface Guard {
  readonly task: Task;
  /** Somebody is asked, something is checked, or somebody has to let it go on. */
  readonly kind: 'approve' | 'check' | 'pause';
}

/** How far a risky task reaches: its blast radius. */
export interface Radius {
  /** The number of targets as far as it is known: what is written, loops multiplied. */
  readonly known: number;
  /** What it is multiplied with beyond that. Empty: `known` is the whole number. */
  readonly open: readonly Count[];
  /** Outer ones first. */
  readonly loops: readonly LoopFacts[];
  /** Outer ones first. */
  readonly guards: readonly Guard[];
  /** What follows when it fails; the nearest task on its path that says something about that decides. */
  readonly onFailure: OnFailure;
  /** The tasks whose failure leads to it. */
  readonly afterFailureOf: readonly Task[];
  /** The earlier tasks that have made all that it hits, so that nothing is lost that was there before. Empty: something was. */
  readonly madeBy: readonly Task[];
  /** A trigger starts the tasks again and again, so that all this is meant for one time. */
  readonly isTriggered: boolean;
  /**
   * Whether OOS itself asks before it, as long as nobody starts the execution with SafetyCheck Skip. `perhaps`: our own
   * rules find it risky; OOS does not say whether it does. `run-time`: the `Risk` of the task is a reference.
   */
  readonly isAsked: 'yes' | 'no' | 'perhaps' | 'run-time';
}

/** Works out how far risky tasks reach. One for a template, since tasks share what it finds out. */
export class Radii {
  readonly #origins: ValueOrigins;
  readonly #isTriggered: boolean;

  /** `values`: what an execution is started with, by the names of parameters; without it, what the template says of them. */
  constructor(reach: Reach, values?: ValueNode) {
    this.#origins = new ValueOrigins(reach, values);
    this.#isTriggered = /^acs::\w+trigger$/i.test(reach.templates[0]?.template.tasks.tasks[0]?.action ?? '');
  }

  of(risky: RiskyTask): Radius {
    const { tasks } = risky;
    const loops = tasks.flatMap((_, index) => loopFacts(tasks.slice(0, index + 1), this.#origins) ?? []);
    const counts = [...loops.map(({ items }) => items), this.#perCall(risky)];
    return {
      known: counts.reduce((product, it) => (it.kind === 'known' ? product * it.count : product), 1),
      open: counts.filter((it) => it.kind !== 'known'),
      loops,
      guards: tasks.flatMap((task) => this.#guards(task)),
      onFailure: this.#onFailure(tasks),
      afterFailureOf: tasks.flatMap((task) => this.#origins.flowAround(task).leadingByFailure(task)),
      madeBy: this.#madeBy(risky),
      isTriggered: this.#isTriggered,
      isAsked: this.#isAsked(risky),
    };
  }

  #isAsked(risky: RiskyTask): Radius['isAsked'] {
    if (risky.overridden) return 'no';
    const otherwise = risky.documented ? 'yes' : 'perhaps';
    const written = risky.through.length > 0 ? undefined : valueFor(risky.tasks.at(-1)?.properties?.value, 'Risk');
    if (!written || !stringOf(written)?.includes('{{')) return otherwise;
    const origin = this.#origins.originOf(written, risky.tasks);
    if (origin.kind !== 'written') return 'run-time';
    return marks[stringOf(origin.node) ?? ''] ?? otherwise;
  }

  #guards(task: Task): Guard[] {
    const guards = this.#origins.flowAround(task).precedingAlways(task, (it) => guardKind(it) !== undefined);
    return guards.map((it) => ({ task: it, kind: guardKind(it) ?? 'check' }));
  }

  #onFailure(tasks: readonly Task[]): OnFailure {
    for (const task of tasks.toReversed()) {
      const follows = this.#origins.flowAround(task).onFailure(task);
      if (follows.kind !== 'fails') return follows;
    }
    return { kind: 'fails' };
  }

  /** How many targets one call names, by the parameters that look like ids or names of something. */
  #perCall(risky: RiskyTask): Count {
    const one: Count = { kind: 'known', count: 1 };
    const byName = new Map<string, Count>();
    for (const pair of targetPairs(risky)) {
      const found = pair.value ? targetsOf(this.#origins.originOf(pair.value, risky.tasks)) : one;
      const count = found.kind === 'run-time' && !/s$/i.test(keyName(pair)) ? one : found;
      const name = keyName(pair).replace(/(?:\.|(?<!\d))\d+$/, '');
      byName.set(name, sum(byName.get(name), count));
    }
    return [...byName.values()].reduce((most, it) => (weight(it) > weight(most) ? it : most), one);
  }

  #madeBy(risky: RiskyTask): Task[] {
    const makers = targetPairs(risky).map(({ value }) => {
      const origin = value && this.#origins.originOf(value, risky.tasks);
      return origin?.kind === 'output' && origin.task && isMaker(origin.task) ? origin.task : undefined;
    });
    const known = makers.filter((it) => it !== undefined);
    return known.length === makers.length ? [...new Set(known)] : [];
  }
}

/** What a task says about its own risk. */
const marks: Readonly<Record<string, Radius['isAsked']>> = { Normal: 'no', High: 'yes' };

/** `InstanceId1` and `InstanceId2` name one each. What is not known of one is not known of both. */
function sum(a: Count | undefined, b: Count): Count {
  if (!a) return b;
  if (a.kind === 'known' && b.kind === 'known') return { kind: 'known', count: a.count + b.count };
  return { kind: 'run-time' };
}

/** What a call is about: the parameters that look like ids or names of something. */
function targetPairs({ tasks, through }: RiskyTask): PairNode[] {
  const properties = tasks.at(-1)?.properties?.value;
  const given = through.length > 0 && !isEmbedding(tasks.at(-1)) ? properties : valueFor(properties, 'Parameters');
  return given?.kind === 'mapping' ? given.pairs.filter((pair) => TARGET.test(keyName(pair))) : [];
}

/** It calls an operation, or runs an action, that makes something new, and nothing that changes what there is. */
function isMaker({ action = '', properties }: Task): boolean {
  const api = /^acs::executeapi$/i.test(action)
    ? stringOf(valueFor(properties?.value, 'API'))
    : action.split('::').at(-1);
  return /^(?:Create|Copy|Clone|Allocate|RunInstances)/.test(api ?? '');
}

/** Names a thing that a call is about, and not where or on whose behalf. */
const TARGET =
  /^(?!(?:Region|Zone|Owner|ResourceOwner|ResourceGroup|Account|User|Tenant)|.*Zone)\w*(?:Ids?|IDs?|Names?|ARNs?|Arns?|IpAddress(?:es)?|Servers)(?:\.?\d+)?$/i;

const weight = (count: Count): number => (count.kind === 'known' ? count.count : Number.POSITIVE_INFINITY);

const isEmbedding = (task: Task | undefined): boolean => task?.action?.toLowerCase() === 'acs::template';

function guardKind({ action = '' }: Task): Guard['kind'] | undefined {
  if (/^acs::approve(?:::|$)/i.test(action)) return 'approve';
  if (/^acs::checkfor$/i.test(action)) return 'check';
  return /^acs::pause$/i.test(action) ? 'pause' : undefined;
}
