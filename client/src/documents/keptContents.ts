/** In documents: as many as somebody may go back to. */
const MOST = 20;

/** The contents of documents by their addresses: of all that are open, and of a few that came last. */
export class KeptContents {
  readonly #contents = new Map<string, string>();
  readonly #isOpen: (address: string) => boolean;

  constructor(isOpen: (address: string) => boolean) {
    this.#isOpen = isOpen;
  }

  /** The oldest first. */
  get addresses(): string[] {
    return [...this.#contents.keys()];
  }

  get(address: string): string | undefined {
    return this.#contents.get(address);
  }

  set(address: string, text: string): void {
    this.#contents.delete(address);
    this.#contents.set(address, text);
    for (const it of this.addresses.slice(0, -MOST)) if (!this.#isOpen(it)) this.#contents.delete(it);
  }
}
