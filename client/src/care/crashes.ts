/** Ends of the server that count together, in milliseconds. */
const span = 180_000;
const mostRestarts = 4;
const firstPause = 1000;

/** Decides what happens when the server ends by itself, from when it did so before. */
export class Crashes {
  #times: readonly number[] = [];

  /**
   * How long to wait before it is started again, in milliseconds: nothing at first, then longer each time. Undefined: it has ended
   * so often within three minutes that it is left alone.
   */
  next(now: number): number | undefined {
    this.#times = [...this.#times.filter((time) => now - time <= span), now];
    const count = this.#times.length;
    if (count > mostRestarts) return undefined;
    return count === 1 ? 0 : firstPause * 2 ** (count - 2);
  }

  /** A person has started it again. */
  forget(): void {
    this.#times = [];
  }
}
