import { isDeepStrictEqual } from 'node:util';

interface Entry<S> {
  /** As it was confirmed; undefined: there is none, or none any more. */
  readonly state: S | undefined;
  /** What a write makes of it whose answer has not come. */
  readonly perhaps: { readonly state: S | undefined } | undefined;
}

/** What was confirmed, by the names of the things. Each thing has one writer at a time. */
export class Ledger<S> {
  readonly #what: string;
  readonly #entries = new Map<string, Entry<S>>();

  constructor(what: string) {
    this.#what = what;
  }

  /** Those that there are for sure. */
  entries(): [name: string, state: S][] {
    return [...this.#entries].flatMap(([name, { state, perhaps }]) =>
      state === undefined || perhaps ? [] : [[name, state] as [string, S]],
    );
  }

  /** Makes a change. When the call fails, the thing may be as before or as after it. */
  async write<T>(name: string, next: S | undefined, call: Promise<T>): Promise<T> {
    this.#entries.set(name, { state: this.#entries.get(name)?.state, perhaps: { state: next } });
    const answer = await call;
    this.#entries.set(name, { state: next, perhaps: undefined });
    return answer;
  }

  /** Compares with what there is, as `seen` shows a state, and settles what was not confirmed. Tells what is wrong. */
  settle(found: ReadonlyMap<string, unknown>, seen: (state: S) => unknown): string[] {
    const wrong = [...found.keys()].filter((name) => !this.#entries.has(name)).map((name) => `${name} is of nobody`);
    for (const [name, { state, perhaps }] of this.#entries) {
      const there = found.get(name);
      const fits = (it: S | undefined) => isDeepStrictEqual(it && seen(it), there);
      if (perhaps && fits(perhaps.state)) this.#entries.set(name, { state: perhaps.state, perhaps: undefined });
      else if (fits(state)) this.#entries.set(name, { state, perhaps: undefined });
      else wrong.push(`${name} was confirmed as ${JSON.stringify(state)} and is ${JSON.stringify(there)}`);
    }
    return wrong.map((it) => `${this.#what}: ${it}`);
  }

  get size(): number {
    return this.#entries.size;
  }
}
