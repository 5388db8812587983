import type { Io } from '../io.ts';

/** Ctrl-C, as long as somebody has an eye on it: it no longer ends the program. */
export class Interruption {
  readonly #stop: () => void;
  #first = new AbortController();
  #second = new AbortController();

  constructor(io: Pick<Io, 'onInterrupt'>) {
    this.#stop = io.onInterrupt((isFinal) => {
      if (isFinal || this.#first.signal.aborted) this.#second.abort();
      this.#first.abort();
    });
  }

  /** Ctrl-C was pressed since the last `forget`. */
  get signal(): AbortSignal {
    return this.#first.signal;
  }

  /** It was pressed twice, or the system wants the program to end: nobody is to be asked. */
  get insistent(): AbortSignal {
    return this.#second.signal;
  }

  /** The person wants to go on. */
  forget(): void {
    this.#first = new AbortController();
    this.#second = new AbortController();
  }

  /** From now on Ctrl-C ends the program again. */
  end(): void {
    this.#stop();
  }
}
