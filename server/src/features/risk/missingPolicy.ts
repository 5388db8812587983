/**
 * What a role lacks, as GenerateExecutionPolicy tells it in MissingPolicy: no JSON, but the way in which Python writes a list of
 * maps, `[{'Action': ['ecs:RebootInstance'], ...}]`. Each action once, in alphabetical order; undefined where the text is
 * something else, so that it can be shown as it is.
 */
export function missingActions(text: string): string[] | undefined {
  const value = new Literal(text).value();
  if (value === undefined || !Array.isArray(value)) return undefined;
  const found = new Set<string>();
  for (const item of value) {
    const actions = actionsIn(item);
    if (!actions) return undefined;
    for (const action of actions) found.add(action);
  }
  return [...found].sort();
}

function actionsIn(item: unknown): readonly string[] | undefined {
  const action = item instanceof Map ? item.get('Action') : item;
  const list: readonly unknown[] = Array.isArray(action) ? action : [action];
  return list.every((it) => typeof it === 'string') ? list : undefined;
}

/** Deeper ones are not what the service writes. */
const DEEPEST = 8;

const token = /\s*(?:([[\](){},:])|[uUrRbB]?'((?:[^'\\\n]|\\.)*)'|[uUrRbB]?"((?:[^"\\\n]|\\.)*)"|([\w.+-]+))/y;

/** Reads the literals of Python as data. Nothing is evaluated. */
class Literal {
  readonly #tokens: readonly (string | { readonly text: string })[] | undefined;
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  /** Undefined: the text is no literal. */
  value(): unknown {
    const value = this.#tokens ? this.#value(0) : undefined;
    return this.#at === this.#tokens?.length ? value : undefined;
  }

  #next(): string | { readonly text: string } | undefined {
    return this.#tokens?.[this.#at++];
  }

  #value(depth: number): unknown {
    const token = this.#next();
    if (typeof token === 'object') return token.text;
    if (depth > DEEPEST || token === undefined) return undefined;
    if (token === '[') return this.#list(']', depth);
    if (token === '(') return this.#list(')', depth);
    if (token === '{') return this.#map(depth);
    return /^[\w.+-]+$/.test(token) ? { word: token } : undefined;
  }

  #list(end: string, depth: number): unknown[] | undefined {
    const items: unknown[] = [];
    while (!this.#takes(end)) {
      const item = this.#value(depth + 1);
      if (item === undefined || !this.#parted(end)) return undefined;
      items.push(item);
    }
    return items;
  }

  #map(depth: number): Map<unknown, unknown> | undefined {
    const map = new Map<unknown, unknown>();
    while (!this.#takes('}')) {
      const key = this.#value(depth + 1);
      if (key === undefined || !this.#takes(':')) return undefined;
      const value = this.#value(depth + 1);
      if (value === undefined || !this.#parted('}')) return undefined;
      map.set(key, value);
    }
    return map;
  }

  /** Behind an item stands a comma, or the end of the list. */
  #parted(end: string): boolean {
    return this.#takes(',') || this.#tokens?.[this.#at] === end;
  }

  #takes(sign: string): boolean {
    const isNext = this.#tokens?.[this.#at] === sign;
    if (isNext) this.#at++;
    return isNext;
  }
}

/** Signs and words as texts, quoted texts as objects. Undefined: something else stands there. */
function tokensOf(text: string): (string | { readonly text: string })[] | undefined {
  const found: (string | { readonly text: string })[] = [];
  const trimmed = text.trim();
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const match = token.exec(trimmed);
    if (!match) return undefined;
    const [, sign, single, double, word] = match;
    const quoted = single ?? double;
    found.push(sign ?? word ?? { text: (quoted ?? '').replace(/\\(.)/g, '$1') });
  }
  return found;
}
