import type { Clock } from './clock.ts';

/** What the timers of Node can wait at most. */
const longest = 2 ** 31 - 1;

/** What is to be done at a time inside. Nothing runs while nothing is due. */
export class Timers {
  readonly #clock: Clock;
  /** By the execution that they belong to, and by what they are for. */
  readonly #timers = new Map<string, Map<string, NodeJS.Timeout>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Instead of what was set for the same before. */
  set(owner: string, purpose: string, time: number, action: () => void): void {
    const own = this.#timers.get(owner) ?? new Map<string, NodeJS.Timeout>();
    this.#timers.set(owner, own);
    clearTimeout(own.get(purpose));
    const ring = () => {
      // Node cuts fractions of a millisecond off, which may be many seconds inside.
      if (this.#clock.until(time) > 0) return this.set(owner, purpose, time, action);
      this.drop(owner, purpose);
      action();
    };
    own.set(purpose, setTimeout(ring, Math.min(this.#clock.until(time), longest)));
  }

  drop(owner: string, purpose?: string): void {
    const own = this.#timers.get(owner) ?? new Map<string, NodeJS.Timeout>();
    const purposes = purpose === undefined ? [...own.keys()] : [purpose];
    for (const it of purposes) {
      clearTimeout(own.get(it));
      own.delete(it);
    }
    if (own.size === 0) this.#timers.delete(owner);
  }

  clear(): void {
    for (const owner of [...this.#timers.keys()]) this.drop(owner);
  }
}
