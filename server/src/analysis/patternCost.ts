interface Cost {
  /** In how many ways the part can match at one place. */
  readonly ways: number;
  /** How many steps it takes to try them all. */
  readonly steps: number;
}

/**
 * The most steps that a backtracking engine can take to search a text of `length` characters for a pattern. It is an
 * upper bound, far too high for most patterns, so that no pattern below a limit can hang.
 */
export function patternCost(pattern: string, length: number): number {
  return new Reader(pattern, length).alternatives().steps * (length + 1);
}

class Reader {
  readonly #pattern: string;
  readonly #length: number;
  #at = 0;

  constructor(pattern: string, length: number) {
    this.#pattern = pattern;
    this.#length = length;
  }

  alternatives(): Cost {
    let ways = 0;
    let steps = 0;
    do {
      const cost = this.#sequence();
      ways += cost.ways;
      steps += cost.steps;
    } while (this.#take(/\|/y));
    return { ways, steps };
  }

  #sequence(): Cost {
    let ways = 1;
    let steps = 1;
    while (this.#at < this.#pattern.length && !/[|)]/.test(this.#pattern.charAt(this.#at))) {
      const part = this.#repeated(this.#atom());
      steps += ways * part.steps;
      ways *= part.ways;
    }
    return { ways, steps };
  }

  #atom(): Cost {
    const group = this.#take(/\((?:\?(?:<?[=!]|:|<\w+>|))?/y);
    if (!group) {
      // A class, an escape, or a single character.
      this.#take(/\[(?:\\[\s\S]|[^\]\\])*\]?|\\?[\s\S]/y);
      return { ways: 1, steps: 1 };
    }
    const inner = this.alternatives();
    this.#take(/\)/y);
    // What a look-around has matched is never tried in another way.
    return /[=!]$/.test(group) ? { ways: 1, steps: inner.steps } : inner;
  }

  #repeated(part: Cost): Cost {
    const quantifier = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (!quantifier) return part;
    const [least, most] = bounds(quantifier);
    const highest = Math.min(most, Math.max(least, this.#length + 1));
    const ways = (highest - least + 1) * part.ways ** highest;
    return { ways, steps: highest * part.steps * (part.ways > 1 ? ways : 1) + 1 };
  }

  #take(token: RegExp): string | undefined {
    token.lastIndex = this.#at;
    const found = token.exec(this.#pattern)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

function bounds(quantifier: string): [number, number] {
  if (quantifier.startsWith('*')) return [0, Number.POSITIVE_INFINITY];
  if (quantifier.startsWith('+')) return [1, Number.POSITIVE_INFINITY];
  if (quantifier.startsWith('?')) return [0, 1];
  const [, least, comma, most] = /(\d+)(,?)(\d*)/.exec(quantifier) ?? [];
  return [Number(least), comma && !most ? Number.POSITIVE_INFINITY : Number(most || least)];
}
