import * as assert from 'node:assert/strict';
import * as inspector from 'node:inspector/promises';
import { createRequire } from 'node:module';
import * as path from 'node:path';

// The extension runs in the process of these tests, so that they see what its code does without a word from it.

const load = createRequire(__filename);

const ownFile = /[/\\]dist[/\\](?:extension|oos-[a-z-]+)\.cjs/;

/** Whether code of ours is among the callers, also by way of `await`. */
export const isOwnCode = (): boolean => callers().some((it) => ownFile.test(it));

/** Whether it has called by itself: the API of VS Code sets timers of its own, as does the library for the cloud in each call. */
export const isCalledByOwnCode = (): boolean => {
  const caller = callers().find((it) => !it.includes(__filename)) ?? '';
  return ownFile.test(caller) && !caller.includes('oos-transport');
};

function callers(): string[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.split('\n').slice(1);
}

/** The bundles of ours that were loaded into this process. */
export function loadedBundles(): string[] {
  return Object.keys(load.cache)
    .filter((file) => ownFile.test(file))
    .map((file) => path.basename(file))
    .sort();
}

interface Mark {
  readonly name: string;
  /** In milliseconds. */
  readonly startTime: number;
}

/** How long VS Code itself has waited for our code, in milliseconds: for its reading and evaluation, and for `activate`. */
export function activationTime(): number {
  const { MonacoPerformanceMarks } = globalThis as unknown as { MonacoPerformanceMarks: { getMarks(): Mark[] } };
  const marks = MonacoPerformanceMarks.getMarks();
  const at = (step: string): number => {
    const mark = marks.find(({ name }) => name.toLowerCase() === `code/exthost/${step}/oos-toolkit.oos-toolkit`);
    assert.ok(mark, `VS Code has noted ${step}`);
    return mark.startTime;
  };
  return (
    at('didloadextensioncode') -
    at('willloadextensioncode') +
    (at('didactivateextension') - at('willactivateextension'))
  );
}

type Loader = { _load(file: string, ...rest: unknown[]): Record<string, unknown> };

/**
 * The same from now on, without the time in which the processor was busy elsewhere: what our code cost it, in milliseconds. 0 when
 * nothing of it was read since.
 */
export function watchActivation(): { readonly milliseconds: number; stop(): void } {
  const loader = load('node:module') as Loader;
  const original = loader._load;
  let milliseconds = 0;
  const measured = <T>(work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    milliseconds += (user + system) / 1000;
    return result;
  };
  loader._load = (file, ...rest) => {
    const read = () => original.call(loader, file, ...rest);
    if (!/[/\\]dist[/\\]extension\.cjs$/.test(file)) return read();
    const { activate, ...others } = measured(read);
    return {
      ...others,
      activate: (context: unknown) => measured(() => (activate as (given: unknown) => unknown)(context)),
    };
  };
  return {
    get milliseconds() {
      return milliseconds;
    },
    stop: () => {
      loader._load = original;
    },
  };
}

/**
 * How long our code, and what it calls, kept this process busy during `work`, in milliseconds. By the sampling profiler of V8, every
 * tenth of a millisecond.
 */
export async function timeInOwnCode(work: () => Promise<void>): Promise<number> {
  const session = new inspector.Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 100 });
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    return ownTime(profile) / 1000;
  } finally {
    session.disconnect();
  }
}

/** In microseconds. */
function ownTime({ nodes, samples = [], timeDeltas = [] }: inspector.Profiler.Profile): number {
  const own = new Set<number>();
  // A node stands before its children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (ownFile.test(callFrame.url)) own.add(id);
    if (own.has(id)) for (const child of children) own.add(child);
  }
  return samples.reduce((sum, id, index) => (own.has(id) ? sum + (timeDeltas[index] ?? 0) : sum), 0);
}
