import { distance } from 'fastest-levenshtein';
import type { Catalog } from '../catalog/catalog.ts';

/**
 * The action that was most likely meant. Most letters of a name say whose action it is, so each part has to be near by
 * itself, and the last one word by word: `StopInstance` is no slip of `StartInstance`. A name without its product means the
 * most used action of that name. Undefined: none is near.
 */
export function closestAction(written: string, catalog: Pick<Catalog, 'action' | 'actionNames'>): string | undefined {
  const parts = partsOf(written);
  const isBare = parts.length === 2 && !/[:.]/.test(written);
  let best: { readonly name: string; readonly cost: number } | undefined;
  for (const name of catalog.actionNames) {
    const steps = isBare ? stepsOfLast(parts, partsOf(name)) : stepsBetween(parts, partsOf(name));
    if (steps === undefined) continue;
    const cost = steps - (catalog.action(name)?.popularity ?? 0) / 100;
    if (!best || cost < best.cost) best = { name, cost };
  }
  return best?.name;
}

function partsOf(name: string): string[] {
  const parts = name.split(/[:.\s]+/).filter((part) => part !== '');
  return parts[0]?.toLowerCase() === 'acs' ? parts : ['ACS', ...parts];
}

/** How far apart two names are; undefined: another name, no slip. */
function stepsBetween(parts: readonly string[], others: readonly string[]): number | undefined {
  if (parts.length !== others.length) return undefined;
  const last = parts.length - 1;
  const products = parts.slice(1, last).map((part, index) => productSteps(part, others[index + 1] ?? ''));
  return sum([...products, actionSteps(parts[last] ?? '', others[last] ?? '')]);
}

const stepsOfLast = (parts: readonly string[], others: readonly string[]): number | undefined =>
  others.length > 2 && parts.at(-1)?.toLowerCase() === others.at(-1)?.toLowerCase() ? 0 : stepsBetween(parts, others);

const sum = (steps: readonly (number | undefined)[]): number | undefined =>
  steps.reduce<number | undefined>((all, it) => (all === undefined || it === undefined ? undefined : all + it), 0);

/** Products have short names. */
const productSteps = (a: string, b: string): number | undefined => slip(a, b, Number.POSITIVE_INFINITY);

function actionSteps(a: string, b: string): number | undefined {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  if (words.length !== others.length) return slip(a, b, 5);
  return sum(words.map((word, index) => slip(word, others[index] ?? '', 4)));
}

const wordsOf = (name: string): readonly string[] => name.match(/[A-Z]*[^A-Z]+|[A-Z]+$/g) ?? [];

/** One letter, or one of `among` letters, is another one. */
function slip(a: string, b: string, among: number): number | undefined {
  const steps = stepsOf(a, b);
  return steps <= Math.max(1, Math.floor(a.length / among)) ? steps : undefined;
}

/** Letters that have changed places are one slip. */
function stepsOf(a: string, b: string): number {
  const steps = distance(a.toLowerCase(), b.toLowerCase());
  return steps === 2 && sorted(a) === sorted(b) ? 1 : steps;
}

const sorted = (text: string): string => [...text.toLowerCase()].sort().join('');
