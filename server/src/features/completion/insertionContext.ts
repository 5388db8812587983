import { oncePer } from '../../analysis/oncePer.ts';
import type { Skeleton } from './proposal.ts';
import { choice, hole, list } from './skeletons.ts';

/** What the template around a place has that an insertion can refer to. */
export interface InsertionContext {
  /** The names of its parameters: a property of the same name takes the reference to it. */
  readonly parameters: readonly string[];
  /** Where a jump of the task may go: the tasks behind it. */
  readonly jumpTargets: readonly string[];
  /** What a loop can go through: lists that tasks before it give, as `task.output`, the nearest first. */
  readonly lists?: readonly string[] | undefined;
}

/**
 * Keeps what is made of objects for as long as the contexts are alike: a list is asked for again with every letter, and what
 * stands around the place remains.
 */
export function keptPerContext<K extends object, V extends object>(
  make: (key: K, context: InsertionContext) => V,
): (key: K, context: InsertionContext) => V {
  let kept = new WeakMap<K, V>();
  let last: InsertionContext | undefined;
  return (key, context) => {
    if (last !== context) {
      if (!last || !areAlike(last, context)) kept = new WeakMap();
      last = context;
    }
    let value = kept.get(key);
    if (!value) {
      value = make(key, context);
      kept.set(key, value);
    }
    return value;
  };
}

const areAlike = (a: InsertionContext, b: InsertionContext): boolean =>
  areSame(a.parameters, b.parameters) && areSame(a.jumpTargets, b.jumpTargets) && areSame(a.lists ?? [], b.lists ?? []);

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((it, index) => it === b[index]);

/** The names in lower case, the first of those that differ in case alone. */
const indexOf = oncePer(
  (names: readonly string[]) => new Map([...names].reverse().map((name) => [name.toLowerCase(), name])),
);

/** The parameter of a name, without regard to letter case. */
export const parameterNamed = (name: string, { parameters }: InsertionContext): string | undefined =>
  indexOf(parameters).get(name.toLowerCase());

/** A reference to the parameter of a name, as a suggestion. Undefined: there is none. */
export function referenceTo(name: string, context: InsertionContext): Skeleton | undefined {
  const parameter = parameterNamed(name, context);
  return parameter === undefined ? undefined : hole(`{{ ${parameter} }}`);
}

/** The same for a list: a parameter that is one, else one whose value is its only item. */
export function listReferenceTo(name: string, context: InsertionContext): Skeleton | undefined {
  const item = /s$/.test(name) ? referenceTo(name.slice(0, -1), context) : undefined;
  return referenceTo(name, context) ?? (item && list(item));
}

/** The list that a loop goes through: one of an earlier task, else a parameter that is called after a list of instances. */
export function loopItems(context: InsertionContext): Skeleton {
  const references = (context.lists ?? []).map((it) => `{{ ${it} }}`);
  if (references.length > 0) return choice(references);
  return listReferenceTo('instanceIds', context) ?? hole();
}

/** The region that the template asks for, else that of the execution. */
export const regionReference = (context: InsertionContext): Skeleton =>
  referenceTo('regionId', context) ?? hole('{{ ACS::RegionId }}');
