import { numberFrom } from './convert.ts';
import { Fault } from './fault.ts';
import { isList, type Json, type JsonMap } from './json.ts';
import type { Batch, LoopProgress, Mode, PauseOption } from './run.ts';

/** The limit of the service for the items of a loop. */
const MOST_ITEMS = 1000;
/** How many items of a batch run at a time where ConcurrencyInBatches does not say it. */
const DEFAULT_IN_BATCH = 20;

const pauseOptions: readonly PauseOption[] = ['Automatic', 'FirstBatchPause', 'EveryBatchPause'];

/**
 * Reads the settings of a loop: those of RateControl, or the older ones directly in Loop. `options` are those of the
 * execution: the stricter of the two pauses counts, and Debug takes one item at a time. Throws a Fault.
 */
export function planLoop(
  items: readonly Json[],
  settings: JsonMap,
  options: { readonly mode: Mode; readonly loopMode: PauseOption },
): LoopProgress {
  if (items.length > MOST_ITEMS) throw new Fault(`The loop has ${items.length} items; ${MOST_ITEMS} are allowed.`);
  const pause = pauseOf(settings.BatchPauseOption ?? 'Automatic', options.loopMode);
  return {
    items,
    maxErrors: amount('MaxErrors', settings.MaxErrors ?? 0, items.length, 0),
    pause,
    batches: planBatches(
      items.map((_, index) => index),
      settings,
      { pause, sequential: options.mode === 'Debug' },
    ),
    batch: 0,
    started: 0,
    running: 0,
    results: items.map(() => null),
  };
}

/** Without batches of its own, a loop that pauses does so after every `Concurrency` items. */
function planBatches(
  indexes: readonly number[],
  settings: JsonMap,
  { pause, sequential }: { readonly pause: PauseOption; readonly sequential: boolean },
): Batch[] {
  const mode = settings.Mode ?? 'Concurrency';
  if (mode !== 'Concurrency' && mode !== 'Batch') throw new Fault('The Mode of the loop is Concurrency or Batch.');
  if (mode === 'Batch') return cut(indexes, listOf('Batch', settings), settings, sequential);
  const concurrency = amount('Concurrency', settings.Concurrency ?? 1, indexes.length, 1);
  const atOnce = sequential ? 1 : concurrency;
  if (pause === 'Automatic') return indexes.length > 0 ? [{ items: indexes, concurrency: atOnce }] : [];
  return Array.from({ length: Math.ceil(indexes.length / concurrency) }, (_, at) => ({
    items: indexes.slice(at * concurrency, (at + 1) * concurrency),
    concurrency: atOnce,
  }));
}

/** The last size goes on for the items that the sizes leave over. */
function cut(indexes: readonly number[], sizes: readonly Json[], settings: JsonMap, sequential: boolean): Batch[] {
  const atOnce = settings.ConcurrencyInBatches === undefined ? [] : listOf('ConcurrencyInBatches', settings);
  const batches: Batch[] = [];
  for (let from = 0; from < indexes.length; ) {
    const at = Math.min(batches.length, sizes.length - 1);
    const size = amount('Batch', sizes[at] ?? null, indexes.length, 1);
    const concurrency = amount('ConcurrencyInBatches', atOnce[at] ?? DEFAULT_IN_BATCH, indexes.length, 1);
    batches.push({ items: indexes.slice(from, from + size), concurrency: sequential ? 1 : concurrency });
    from += size;
  }
  return batches;
}

function listOf(key: string, settings: JsonMap): readonly Json[] {
  const value = settings[key];
  if (isList(value) && value.length > 0) return value;
  throw new Fault(`${key} of the loop is not a list of numbers or percentages.`);
}

/** A number, or a percentage of all items, rounded down but for the least value. */
function amount(key: string, value: Json, total: number, least: number): number {
  const percent = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(value)?.[1] : undefined;
  const number = percent === undefined ? numberFrom(value) : (Number(percent) * total) / 100;
  if (number === undefined || number < least * Number(percent === undefined)) {
    throw new Fault(`${key} of the loop is neither a number of at least ${least} nor a percentage.`);
  }
  return Math.max(least, Math.floor(number));
}

function pauseOf(own: Json, asked: PauseOption): PauseOption {
  const found = pauseOptions.find((it) => it === own);
  if (found === undefined) throw new Fault(`BatchPauseOption of the loop is one of ${pauseOptions.join(', ')}.`);
  return pauseOptions.indexOf(found) > pauseOptions.indexOf(asked) ? found : asked;
}

/** What is still to do when a loop that failed is tried again, in batches of the same sizes. */
export function replanLoop(loop: LoopProgress): LoopProgress {
  const left = loop.results.flatMap((result, index) => (result === null || result.status === 'Failed' ? index : []));
  const open = new Set(left);
  return {
    ...loop,
    batches: loop.batches
      .map(({ items, concurrency }) => ({ items: items.filter((it) => open.has(it)), concurrency }))
      .filter(({ items }) => items.length > 0),
    batch: 0,
    started: 0,
    running: 0,
    results: loop.results.map((result, index) => (open.has(index) ? null : result)),
  };
}
