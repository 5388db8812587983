import { createRequire } from 'node:module';
import { isCalledByOwnCode, isOwnCode } from './ownCode.ts';

const load = createRequire(__filename);

/** What leaves the process, lasts, or costs: files, programs, the network, timers. */
const doors: Readonly<Record<string, object>> = {
  fs: load('node:fs'),
  'fs/promises': load('node:fs/promises'),
  child_process: load('node:child_process'),
  net: load('node:net'),
  http: load('node:http'),
  https: load('node:https'),
  'timers/promises': load('node:timers/promises'),
};

const globals = ['setTimeout', 'setInterval', 'fetch'];

/** Notes from now on which of these functions our code calls, as `child_process.fork`. */
export function watchOwnCalls(): { readonly calls: readonly string[]; stop(): void } {
  const calls: string[] = [];
  const restores = [
    ...Object.entries(doors).flatMap(([module, door]) =>
      Object.keys(door)
        .filter((name) => /^[a-z]/.test(name) && typeof Reflect.get(door, name) === 'function')
        .map((name) => noting(door, name, () => calls.push(`${module}.${name}`))),
    ),
    ...globals.map((name) => noting(globalThis, name, () => calls.push(name), isCalledByOwnCode)),
  ];
  return {
    calls,
    stop: () => {
      for (const restore of restores) restore();
    },
  };
}

function noting(door: object, name: string, note: () => void, isOurs = isOwnCode): () => void {
  const original = Reflect.get(door, name);
  const apply = (target: () => unknown, self: unknown, parameters: unknown[]): unknown => {
    if (isOurs()) note();
    return Reflect.apply(target, self, parameters);
  };
  Reflect.set(door, name, new Proxy(original, { apply }));
  return () => Reflect.set(door, name, original);
}

type Timed = (callback: (...given: unknown[]) => void, ...rest: unknown[]) => unknown;

/** Timers of our code from now on. */
export interface OwnTimers {
  /** How many have been set. */
  readonly set: number;
  /** How many of them have neither rung nor been cleared. */
  readonly alive: number;
}

export function watchOwnTimers(): OwnTimers {
  const alive = new Set<unknown>();
  let count = 0;
  const set = (name: 'setTimeout' | 'setInterval', once: boolean): void => {
    const apply = (target: Timed, self: unknown, [callback, ...rest]: Parameters<Timed>): unknown => {
      if (!isCalledByOwnCode()) return Reflect.apply(target, self, [callback, ...rest]);
      const ring = (...given: unknown[]): void => {
        if (once) alive.delete(timer);
        callback(...given);
      };
      const timer = Reflect.apply(target, self, [ring, ...rest]);
      alive.add(timer);
      count += 1;
      return timer;
    };
    Reflect.set(globalThis, name, new Proxy(globalThis[name] as Timed, { apply }));
  };
  const clear = (name: 'clearTimeout' | 'clearInterval'): void => {
    const apply = (target: (timer: unknown) => void, self: unknown, [timer]: [unknown]): void => {
      alive.delete(timer);
      Reflect.apply(target, self, [timer]);
    };
    Reflect.set(globalThis, name, new Proxy(globalThis[name], { apply }));
  };
  set('setTimeout', true);
  set('setInterval', false);
  clear('clearTimeout');
  clear('clearInterval');
  return {
    get set() {
      return count;
    },
    get alive() {
      return alive.size;
    },
  };
}
