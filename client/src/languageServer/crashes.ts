/** In milliseconds: ends of the server within this time count together. */
const SPAN = 180_000;
const MOST_RESTARTS = 4;
/** In milliseconds, before the second restart. */
const FIRST_PAUSE = 1000;

/** Decides what happens when the server ends by itself, from when it did so before. */
export class Crashes {
  #times: readonly number[] = [];

  /**
   * How long to wait before it is started again, in milliseconds: nothing at first, then longer each time. Undefined: it has ended
   * so often within three minutes that it is left alone.
   */
  next(now: number): number | undefined {
    this.#times = [...this.#times.filter((time) => now - time <= SPAN), now];
    const count = this.#times.length;
    if (count > MOST_RESTARTS) return undefined;
    return count === 1 ? 0 : FIRST_PAUSE * 2 ** (count - 2);
  }

  /** A person has started it again. */
  forget(): void {
    this.#times = [];
  }
}
