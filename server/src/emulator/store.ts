import type { Progress } from './execution.ts';
import { claimFile, type FileClaim } from './fileClaim.ts';
import { Journal } from './journal.ts';
import { apply, type Change, changesFor, emptyState, type State } from './state.ts';

/** The state, and the file that it is kept in. */
export class Store {
  readonly state: State = emptyState();
  #journal: Journal | undefined;
  #claim: FileClaim | undefined;

  /**
   * Without a file everything is forgotten at the end. Rejects with an error that has `words` for a file that is damaged or in
   * use, and with that of the system for one that cannot be read or written.
   */
  static async open(file: string | undefined): Promise<Store> {
    const store = new Store();
    if (file === undefined) return store;
    store.#claim = claimFile(file);
    try {
      store.#journal = await Journal.open(
        file,
        (record) => apply(store.state, record as Change),
        () => changesFor(store.state),
      );
    } catch (error) {
      store.#claim.release();
      throw error;
    }
    return store;
  }

  /** Makes a change. It is kept for good once `durable` has resolved. */
  commit(change: Change): Progress | undefined {
    const progress = apply(this.state, change);
    if (progress?.refused === undefined) this.#journal?.append(change);
    return progress;
  }

  /** Resolves when all changes so far outlast a crash. Whatever is told about them is told afterwards. */
  async durable(): Promise<void> {
    await this.#journal?.durable();
  }

  async close(): Promise<void> {
    await this.#journal?.close();
    this.#claim?.release();
  }
}
