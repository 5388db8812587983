/** `isFinal`: the system wants the program to end (SIGTERM), so there is nobody left to ask. */
export type InterruptHandler = (isFinal: boolean) => void;

/** Where signals come from. `process` is such. */
interface SignalSource {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/**
 * Who hears of Ctrl-C: the one that asked for it last. Of SIGTERM everybody hears. Without anybody both end the program, as they
 * do everywhere, even while it is busy.
 */
export class Interrupts {
  readonly #source: SignalSource;
  readonly #handlers: InterruptHandler[] = [];
  #happened = false;

  constructor(source: SignalSource) {
    this.#source = source;
  }

  /** Somebody has heard of a signal. */
  get happened(): boolean {
    return this.#happened;
  }

  /** Gives back what undoes it. */
  add(handler: InterruptHandler): () => void {
    if (this.#handlers.length === 0) {
      this.#source.on('SIGINT', this.#interrupted);
      this.#source.on('SIGTERM', this.#terminated);
    }
    this.#handlers.push(handler);
    return () => this.#remove(handler);
  }

  /** From now on signals end the program again. */
  end(): void {
    for (const handler of [...this.#handlers]) this.#remove(handler);
  }

  #remove(handler: InterruptHandler): void {
    const at = this.#handlers.indexOf(handler);
    if (at < 0) return;
    this.#handlers.splice(at, 1);
    if (this.#handlers.length > 0) return;
    this.#source.off('SIGINT', this.#interrupted);
    this.#source.off('SIGTERM', this.#terminated);
  }

  readonly #interrupted = (): void => {
    this.#happened = true;
    this.#handlers.at(-1)?.(false);
  };

  readonly #terminated = (): void => {
    this.#happened = true;
    for (const handler of [...this.#handlers]) handler(true);
  };
}
