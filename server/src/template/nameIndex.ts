/** Declarations by name. OOS compares names without regard to letter case; an exact match is preferred. */
export class NameIndex<T> {
  readonly all: readonly T[];
  readonly #names: string[] = [];
  readonly #byName = new Map<string, { readonly name: string; readonly item: T }[]>();

  constructor(all: readonly T[], nameOf: (item: T) => string | undefined) {
    this.all = all;
    for (const item of all) {
      const name = nameOf(item);
      if (name === undefined) continue;
      this.#names.push(name);
      const key = name.toLowerCase();
      const same = this.#byName.get(key);
      if (same) same.push({ name, item });
      else this.#byName.set(key, [{ name, item }]);
    }
  }

  get(name: string): T | undefined {
    const same = this.#byName.get(name.toLowerCase());
    return (same?.find((it) => it.name === name) ?? same?.[0])?.item;
  }

  has(name: string): boolean {
    return this.#byName.has(name.toLowerCase());
  }

  /** The names as written, one for each declaration that has one. */
  names(): readonly string[] {
    return this.#names;
  }

  /** Every group of declarations that share a name. */
  duplicates(): T[][] {
    return [...this.#byName.values()].filter((same) => same.length > 1).map((same) => same.map(({ item }) => item));
  }
}
