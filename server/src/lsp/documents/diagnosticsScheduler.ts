/** The connection hands over one message a turn of the event loop, so a single turn would overtake waiting messages. */
const TURNS = 3;

/**
 * Decides when the diagnostics of a document are published: as soon as the messages that have already arrived are
 * handled, so that of a burst of changes only the newest version is analysed and nobody waits for a timer.
 */
export class DiagnosticsScheduler {
  readonly #pending = new Map<string, NodeJS.Immediate>();
  readonly #publish: (uri: string) => void;

  constructor(publish: (uri: string) => void) {
    this.#publish = publish;
  }

  schedule(uri: string): void {
    this.cancel(uri);
    this.#afterTurns(uri, TURNS);
  }

  cancel(uri: string): void {
    clearImmediate(this.#pending.get(uri));
    this.#pending.delete(uri);
  }

  cancelAll(): void {
    for (const uri of [...this.#pending.keys()]) this.cancel(uri);
  }

  #afterTurns(uri: string, turns: number): void {
    const next = setImmediate(() => {
      if (turns > 1) return this.#afterTurns(uri, turns - 1);
      this.#pending.delete(uri);
      this.#publish(uri);
    });
    this.#pending.set(uri, next);
  }
}
