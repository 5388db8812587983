import { isRetrying, retryKeys } from '../../analysis/flow/retryKeys.ts';
import { parameterTypes } from '../../catalog/parameters/parameterTypes.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { TemplatePart } from './place.ts';
import { actionOf, type Scene } from './scene.ts';

/**
 * Whether the checks would find fault with a key of the template language as soon as it stands there, going by what stands
 * beside it. `present`: the keys that are there already.
 */
export function isRefused(name: string, part: TemplatePart, present: readonly string[], scene: Scene): boolean {
  switch (part) {
    case 'task':
      return isRefusedByAction(name, scene);
    case 'parameter':
      return isRefusedByType(name, scene);
    case 'loop':
      return olderKeys.has(name) && present.includes('RateControl');
    case 'rateControl':
      return isOfOtherMode(name, scene);
    default:
      return false;
  }
}

function isRefusedByAction(name: string, { location: { task }, catalog }: Scene): boolean {
  const action = task && actionOf(task, catalog);
  if (!action) return false;
  if (name === 'Loop') return !action.mayLoop;
  return retryKeys.has(name) && !isRetrying(action.name);
}

/** A type that is not written yet may still become the one that the constraint is for. */
function isRefusedByType(name: string, { location: { place } }: Scene): boolean {
  const written = stringOf(valueFor(place.entry?.attributes, 'Type'));
  const type = parameterTypes.find((it) => it.name === written);
  const isConstraint = parameterTypes.some(({ constraints }) => constraints.includes(name));
  return type !== undefined && isConstraint && !type.constraints.includes(name);
}

/** Where a loop had its settings before there was RateControl. */
const olderKeys: ReadonlySet<string> = new Set(['Mode', 'MaxErrors', 'Concurrency', 'BatchPauseOption']);

/** What each mode alone has. */
const modeKeys: Readonly<Record<string, readonly string[]>> = {
  Concurrency: ['Concurrency'],
  Batch: ['Batch', 'ConcurrencyInBatches', 'BatchPauseOption'],
};

function isOfOtherMode(name: string, { location: { task, place } }: Scene): boolean {
  const control = task ? valueFor(task.loop?.node, 'RateControl') : valueFor(place.entry?.attributes, 'Default');
  const mode = stringOf(valueFor(control, 'Mode'));
  if (mode === undefined || !Object.hasOwn(modeKeys, mode)) return false;
  return Object.entries(modeKeys).some(([other, keys]) => other !== mode && keys.includes(name));
}
