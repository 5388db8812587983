import type { Progress } from './execution.ts';
import { claimFile, type FileClaim } from './fileClaim.ts';
import { Journal } from './journal.ts';
import { keyIn } from './keyFile.ts';
import { changeIn, isUnsealed, type JournalRecord, recordOf } from './records.ts';
import { Seal } from './seal.ts';
import { apply, type Change, changesFor, emptyState, type State } from './state.ts';

/** Where everything is kept. */
export interface Shelf {
  readonly file: string;
  /** Of the key that secrets in the file are sealed with. Undefined: nobody reads them any more when the process has ended. */
  readonly keyFolder: string | undefined;
}

/** The state, and the file that it is kept in. */
export class Store {
  readonly state: State = emptyState();
  readonly #seal: Seal;
  #journal: Journal | undefined;
  #claim: FileClaim | undefined;

  private constructor(seal: Seal) {
    this.#seal = seal;
  }

  /**
   * Without a shelf everything is forgotten at the end. Rejects with an error that has `words` for a file that is damaged or in
   * use and for a key that cannot be had, and with that of the system for a file that cannot be read or written.
   */
  static async open(shelf: Shelf | undefined): Promise<Store> {
    if (shelf === undefined) return new Store(new Seal());
    const claim = claimFile(shelf.file);
    try {
      const { keyFolder } = shelf;
      const store = new Store(new Seal(keyFolder === undefined ? undefined : keyIn(keyFolder)));
      await store.#read(shelf.file);
      store.#claim = claim;
      return store;
    } catch (error) {
      claim.release();
      throw error;
    }
  }

  async #read(file: string): Promise<void> {
    let unsealed = false;
    const recover = (line: unknown) => {
      const record = line as JournalRecord;
      unsealed ||= isUnsealed(record);
      const change = changeIn(record, this.#seal);
      if (change) apply(this.state, change);
    };
    this.#journal = await Journal.open(file, recover, () => this.#snapshot());
    if (!unsealed) return;
    this.#journal.renew();
    await this.#journal.durable();
  }

  *#snapshot(): Generator<JournalRecord> {
    for (const change of changesFor(this.state)) yield recordOf(change, this.#seal);
  }

  /** Makes a change. It is kept for good once `durable` has resolved. */
  commit(change: Change): Progress | undefined {
    const progress = apply(this.state, change);
    if (progress?.refused === undefined) {
      this.#journal?.append(recordOf(change, this.#seal, progress?.execution.run.status));
    }
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
