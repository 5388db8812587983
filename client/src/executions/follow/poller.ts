import { setTimeout as sleep } from 'node:timers/promises';
import { nextDelay } from './pollSchedule.ts';

/** What a look has found. */
export interface Found {
  /** Something is different from the last time, so more may follow soon. */
  readonly isNews: boolean;
  /** There is nothing more to come. */
  readonly isOver: boolean;
  /** Nothing goes on, so that only something new can follow, and there is time. */
  readonly isQuiet?: boolean;
}

export interface PollerOptions {
  /** Does not reject. */
  readonly look: (signal: AbortSignal) => Promise<Found>;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Looks again and again as long as somebody wants to know, with longer and longer pauses while nothing happens. */
export class Poller {
  readonly #look: PollerOptions['look'];
  readonly #wait: NonNullable<PollerOptions['wait']>;
  #holders = 0;
  /** The loop that is going on. */
  #loop: AbortController | undefined;
  /** Ends the pause between two looks. */
  #pause = new AbortController();
  #isOver = false;

  constructor({ look, wait = pause }: PollerOptions) {
    this.#look = look;
    this.#wait = wait;
  }

  get isHeld(): boolean {
    return this.#holders > 0;
  }

  /** From now on somebody wants to know; what it answers ends that. */
  hold(): () => void {
    let held = true;
    this.#holders += 1;
    this.#start();
    return () => {
      if (!held) return;
      held = false;
      this.#holders -= 1;
      if (this.#holders === 0) this.#stop();
    };
  }

  /** Looks at once, even when it was over, and is as attentive as in the beginning again. Nothing happens when nobody looks. */
  poke(): void {
    this.#isOver = false;
    if (this.#loop) this.#pause.abort();
    else this.#start();
  }

  dispose(): void {
    this.#holders = 0;
    this.#stop();
  }

  #start(): void {
    if (this.#loop || this.#holders === 0 || this.#isOver) return;
    const loop = new AbortController();
    this.#loop = loop;
    this.#run(loop).catch(() => undefined);
  }

  #stop(): void {
    this.#loop?.abort();
    this.#loop = undefined;
  }

  async #run(loop: AbortController): Promise<void> {
    let delay: number | undefined;
    while (!loop.signal.aborted) {
      this.#pause = new AbortController();
      const { signal } = this.#pause;
      const { isNews, isOver, isQuiet } = await this.#look(loop.signal);
      if (loop.signal.aborted) return;
      if (isOver && !signal.aborted) {
        this.#isOver = true;
        this.#loop = undefined;
        return;
      }
      delay = signal.aborted ? undefined : nextDelay(delay, { isNews, isQuiet });
      if (delay !== undefined) await this.#wait(delay, AbortSignal.any([signal, loop.signal]));
      if (signal.aborted) delay = undefined;
    }
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);
