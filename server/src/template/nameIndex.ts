/** Declarations by name. OOS compares names without regard to letter case; an exact match is preferred. */
export class NameIndex<T> {
  readonly all: readonly T[];
  readonly #byName = new Map<string, T[]>();
  readonly #nameOf: (item: T) => string | undefined;

  constructor(all: readonly T[], nameOf: (item: T) => string | undefined) {
    this.all = all;
    this.#nameOf = nameOf;
    for (const item of all) {
      const name = nameOf(item)?.toLowerCase();
      if (name === undefined) continue;
      const same = this.#byName.get(name);
      if (same) same.push(item);
      else this.#byName.set(name, [item]);
    }
  }

  get(name: string): T | undefined {
    const same = this.#byName.get(name.toLowerCase());
    return same?.find((item) => this.#nameOf(item) === name) ?? same?.[0];
  }

  has(name: string): boolean {
    return this.#byName.has(name.toLowerCase());
  }

  /** The names as written, one for each declaration that has one. */
  names(): string[] {
    return this.all.flatMap((item) => this.#nameOf(item) ?? []);
  }

  /** Every group of declarations that share a name. */
  duplicates(): T[][] {
    return [...this.#byName.values()].filter((same) => same.length > 1);
  }
}
