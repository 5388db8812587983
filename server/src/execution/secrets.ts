import { isList, isMap, type Json, textOf } from './json.ts';

/** What stands in the place of a secret. */
export const MASK = '******';

/** Shorter ones would turn up in texts by chance, so they are hidden only where they are all of a value. */
const LEAST_IN_TEXT = 4;

/**
 * What nobody may be shown of one run: the values of NoEcho parameters, and what was made of them so that they cannot be found
 * in it any more, such as their base64 or their parts. It only grows.
 */
export class Secrets {
  #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** For `hide`. The same list as long as nothing was added. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** Notes a value with all that stands in it. */
  add(value: Json): void {
    const whole = typeof value === 'object' && value !== null ? [textOf(value)] : [];
    this.#note([...whole, ...leavesOf(value)]);
  }

  /** Notes what is new in a result that was made of values with secrets in them. */
  derive(from: Json, result: Json): void {
    if (this.#texts.length === 0) return;
    const written = leavesOf(from);
    const shown = written.map((text) => this.#hidden(text));
    if (shown.every((text, at) => text === written[at])) return;
    const [told, all] = [new Set(shown), shown.join('\n')];
    const isNew = (text: string) => this.#hidden(text) === text && !told.has(text) && !all.includes(text);
    // Truth values and counts tell too little, and are everywhere.
    const telling = (it: Json) => typeof it === 'string' || String(it).length >= LEAST_IN_TEXT;
    this.#note(leavesOf(result, telling).filter(isNew));
  }

  #hidden(text: string): string {
    return hideText(text, needlesFor(this.#texts));
  }

  #note(texts: readonly string[]): void {
    const known = new Set(this.#texts);
    const more = new Set(texts.filter((text) => text !== '' && !known.has(text)));
    if (more.size > 0) this.#texts = [...known, ...more];
  }
}

/** The value with a mask wherever one of the secret texts stands, also in keys and within longer texts. */
export function hide(value: Json, secrets: readonly string[]): Json {
  return secrets.length === 0 ? value : hideIn(value, needlesFor(secrets));
}

/** All texts, numbers and truth values in a value, as text. */
function leavesOf(value: Json, wanted: (leaf: Json) => boolean = () => true): string[] {
  if (value === null) return [];
  if (isList(value)) return value.flatMap((it) => leavesOf(it, wanted));
  if (isMap(value)) return Object.values(value).flatMap((it) => leavesOf(it, wanted));
  return typeof value !== 'boolean' && wanted(value) ? [String(value)] : [];
}

interface Needles {
  readonly whole: ReadonlySet<string>;
  readonly inside: readonly string[];
}

const known = new WeakMap<readonly string[], Needles>();

function needlesFor(secrets: readonly string[]): Needles {
  const before = known.get(secrets);
  if (before) return before;
  const long = secrets.filter((it) => it.length >= LEAST_IN_TEXT);
  // Values that become part of a text are written there as JSON, and so are these texts in turn.
  const escaped = long.map(inJson);
  const needles = { whole: new Set(secrets), inside: [...new Set([...long, ...escaped, ...escaped.map(inJson)])] };
  known.set(secrets, needles);
  return needles;
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

function hideIn(value: Json, needles: Needles): Json {
  if (value === null) return null;
  if (isList(value)) return value.map((it) => hideIn(it, needles));
  if (isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [hideText(key, needles), hideIn(it, needles)]));
  }
  if (typeof value === 'string') return hideText(value, needles);
  return needles.whole.has(String(value)) ? MASK : value;
}

function hideText(text: string, { whole, inside }: Needles): string {
  if (whole.has(text)) return MASK;
  // Secrets may overlap: what is left over of one of them would be a part of the other.
  const found = inside.flatMap((needle) => placesOf(needle, text)).sort((a, b) => a.start - b.start);
  let shown = '';
  let at = 0;
  for (const { start, end } of found) {
    if (start >= at) shown += text.slice(at, start) + MASK;
    at = Math.max(at, end);
  }
  return shown + text.slice(at);
}

function placesOf(needle: string, text: string): { readonly start: number; readonly end: number }[] {
  const places = [];
  for (let start = text.indexOf(needle); start >= 0; start = text.indexOf(needle, start + 1)) {
    places.push({ start, end: start + needle.length });
  }
  return places;
}
