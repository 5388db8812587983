/** Longer texts are rare, and the account would take longer than the search. */
const MOST_CHARACTERS = 256;
/** How many additions an account may take, a few milliseconds: a pattern that needs more is not one that people write. */
const MOST_ADDITIONS = 300_000;
/** How deep groups may stand in each other. */
const MOST_GROUPS = 100;

/**
 * What a part of a pattern can do with a text, whatever its characters are: `ways[n]` is the number of ways in which it
 * can match n characters, `steps[n]` how many steps it takes to try them all where n characters are left.
 */
interface Cost {
  readonly ways: Float64Array;
  readonly steps: Float64Array;
}

/**
 * The most steps that a backtracking engine can take to search a text of `length` characters for a pattern. It is an
 * upper bound, so that no pattern below a limit can hang; infinite where it would take long to work it out.
 */
export function patternCost(pattern: string, length: number): number {
  const steps = length > MOST_CHARACTERS ? undefined : stepsFrom(pattern, length);
  if (!steps) return Number.POSITIVE_INFINITY;
  const isAnchored = /^\^[^|]*$/.test(pattern);
  return isAnchored ? (steps.at(-1) ?? 0) : steps.reduce((sum, it) => sum + it, 0);
}

/** By the number of characters that are left. Undefined: it would take long to work them out. */
function stepsFrom(pattern: string, length: number): Float64Array | undefined {
  try {
    return new Reader(pattern, length).alternatives().steps;
  } catch (error) {
    if (error instanceof TooCostly) return undefined;
    throw error;
  }
}

class TooCostly extends Error {}

class Reader {
  readonly #pattern: string;
  readonly #size: number;
  #at = 0;
  #additions = 0;
  #groups = 0;

  constructor(pattern: string, length: number) {
    this.#pattern = pattern;
    this.#size = length + 1;
  }

  alternatives(): Cost {
    let all = this.#sequence();
    while (this.#take(/\|/y)) {
      const next = this.#sequence();
      all = { ways: sum(all.ways, next.ways), steps: sum(all.steps, next.steps) };
      this.#charge(this.#size);
    }
    return all;
  }

  #sequence(): Cost {
    let all = this.#nothing();
    while (this.#at < this.#pattern.length && !/[|)]/.test(this.#pattern.charAt(this.#at))) {
      all = this.#then(all, this.#repeated(this.#atom()));
    }
    return all;
  }

  #atom(): Cost {
    const group = this.#take(/\((?:\?(?:<?[=!]|:|<\w+>|))?/y);
    if (!group) {
      if (this.#take(/\^|\$|\\[bB]/y)) return this.#nothing();
      // A class, an escape, or a single character.
      this.#take(/\[(?:\\[\s\S]|[^\]\\])*\]?|\\?[\s\S]/y);
      return { ways: this.#filled((n) => (n === 1 ? 1 : 0)), steps: this.#filled(() => 1) };
    }
    if (++this.#groups > MOST_GROUPS) throw new TooCostly();
    const inner = this.alternatives();
    this.#groups--;
    this.#take(/\)/y);
    // What a look-around has matched is never tried in another way.
    return /[=!]$/.test(group) ? { ways: this.#nothing().ways, steps: inner.steps } : inner;
  }

  #repeated(part: Cost): Cost {
    const quantifier = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (!quantifier) return part;
    const [least, most] = bounds(quantifier);
    // A round that matches nothing ends the repetition.
    const round = { ways: part.ways.map((it, n) => (n === 0 ? 0 : it)), steps: part.steps };
    let rounds = this.#nothing();
    let { ways, steps } = least === 0 ? rounds : { ways: this.#filled(() => 0), steps: rounds.steps };
    for (let count = 1; count <= Math.min(most, Math.max(least, this.#size)); count++) {
      rounds = this.#then(rounds, count <= least ? part : round);
      if (count >= least) ways = sum(ways, rounds.ways);
      steps = sum(steps, rounds.steps);
      if (rounds.ways.every((it) => it === 0)) break;
    }
    return { ways, steps };
  }

  /** One part behind another: all ways of the second one for each way of the first. */
  #then(first: Cost, second: Cost): Cost {
    const ways = new Float64Array(this.#size);
    const steps = first.steps.slice();
    this.#charge(this.#size);
    for (let taken = 0; taken < this.#size; taken++) {
      const count = first.ways[taken] ?? 0;
      if (count === 0) continue;
      this.#charge(this.#size - taken);
      for (let n = taken; n < this.#size; n++) {
        ways[n] = (ways[n] ?? 0) + count * (second.ways[n - taken] ?? 0);
        steps[n] = (steps[n] ?? 0) + count * (second.steps[n - taken] ?? 0);
      }
    }
    return { ways, steps };
  }

  #charge(additions: number): void {
    this.#additions += additions;
    if (this.#additions > MOST_ADDITIONS) throw new TooCostly();
  }

  /** Matches the empty text in one step. */
  #nothing(): Cost {
    return { ways: this.#filled((n) => (n === 0 ? 1 : 0)), steps: this.#filled(() => 1) };
  }

  #filled(value: (n: number) => number): Float64Array {
    return Float64Array.from({ length: this.#size }, (_, n) => value(n));
  }

  #take(token: RegExp): string | undefined {
    token.lastIndex = this.#at;
    const found = token.exec(this.#pattern)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

const sum = (a: Float64Array, b: Float64Array): Float64Array => a.map((it, n) => it + (b[n] ?? 0));

function bounds(quantifier: string): [number, number] {
  if (quantifier.startsWith('*')) return [0, Number.POSITIVE_INFINITY];
  if (quantifier.startsWith('+')) return [1, Number.POSITIVE_INFINITY];
  if (quantifier.startsWith('?')) return [0, 1];
  const [, least, comma, most] = /(\d+)(,?)(\d*)/.exec(quantifier) ?? [];
  return [Number(least), comma && !most ? Number.POSITIVE_INFINITY : Number(most || least)];
}
