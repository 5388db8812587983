import type { ApiField } from '../../catalog/openApi/openApi.ts';

/** What a jq program may have in hand: data with these fields, or a list of such data. */
export interface DataPlace {
  readonly fields: readonly ApiField[];
  readonly list: boolean;
}

const PATH = /\.(?:[A-Za-z_]\w*\??|\[\d*\]\??)?(?:\.[A-Za-z_]\w*\??|\.?\[\d*\]\??)*/y;
const TOKEN = /"(?:[^"\\]|\\.)*"|\{\{.*?\}\}|[A-Za-z_]\w*(?:::\w+)*|\[\d*\]\??|\s+|./sy;

/** Functions that leave a list, or what they are given, as it is. */
const keeping = new Set(['select', 'sort', 'sort_by', 'unique', 'unique_by', 'reverse', 'del']);
/** Functions that take one item of a list. */
const picking = new Set(['first', 'last', 'min_by', 'max_by']);
/** More letters than these names have. */
const LONGEST_NAME = 20;

/** What stands inside one pair of brackets, or outside of all. */
interface Frame {
  /** The bracket, or the name of the function that it belongs to. */
  readonly opener: string;
  /** What is read between two `|`. */
  input: DataPlace | undefined;
  /** What that gives as far as it is known. */
  output: DataPlace | undefined;
  /** Something has been read since the last `|` or operator. */
  begun: boolean;
  /** Operators make something of it that is not followed. */
  mixed: boolean;
}

/**
 * What a path that follows `before` in a jq program reads; undefined where that is not sure. Follows plain paths, pipes,
 * brackets and the functions that leave data as it is. In a selector the first dot may be missing.
 */
export function inputAt(root: DataPlace, before: string): DataPlace | undefined {
  const text = /^[A-Za-z_]\w*(?=\s*(?:[.|[]|$))/.test(before) ? `.${before}` : before;
  const frames: Frame[] = [frameOf('', root)];
  for (let at = 0; at < text.length; ) {
    const frame = frames.at(-1) ?? frameOf('', undefined);
    const path = matchAt(PATH, text, at);
    const token = path ?? matchAt(TOKEN, text, at) ?? ' ';
    if (path !== undefined) follow(frame, path, /[)\]]/.test(text[at - 1] ?? ''));
    else take(frames, frame, token, text.slice(0, at));
    at += token.length;
  }
  const last = frames.at(-1);
  if (!last?.begun) return last?.input;
  return /[)}\]]$/.test(text) ? last.output : undefined;
}

function matchAt(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}

const frameOf = (opener: string, input: DataPlace | undefined): Frame => ({
  opener,
  input,
  output: input,
  begun: false,
  mixed: false,
});

/** Where a path leads, or undefined. Brackets open a list, so that what follows reads its items. */
export function walk(from: DataPlace, path: string): DataPlace | undefined {
  let place: DataPlace | undefined = from;
  for (const [, name] of path.matchAll(/([A-Za-z_]\w*)|\[\d*\]/g)) {
    place = place && (name === undefined ? opened(place) : entered(place, name));
  }
  return place;
}

/** Where the path begins that ends at `end`. A pattern for all of it would be tried anew at every character of a long text. */
export function pathStart(selector: string, end: number): number {
  let at = end;
  for (;;) {
    const [step] = /(?:[\w.?]|\[\d{0,9}\])$/.exec(selector.slice(Math.max(0, at - 11), at)) ?? [];
    if (step === undefined) return at;
    at -= step.length;
  }
}

const opened = ({ fields, list }: DataPlace): DataPlace | undefined => (list ? { fields, list: false } : undefined);

function entered({ fields, list }: DataPlace, name: string): DataPlace | undefined {
  const field = list ? undefined : fields.find((it) => it.name === name);
  return field && { fields: field.fields, list: field.type === 'array' };
}

function follow(frame: Frame, path: string, behindBracket: boolean): void {
  const from = behindBracket ? frame.output : frame.input;
  frame.output = frame.begun && !behindBracket ? undefined : from && walk(from, path);
  frame.begun = true;
}

function take(frames: Frame[], frame: Frame, token: string, before: string): void {
  if (/^\s/.test(token)) return;
  if (/^\[\d*\]/.test(token)) follow(frame, token, true);
  else if (/^[({[]$/.test(token)) open(frames, frame, token, before);
  else if (/^[)}\]]$/.test(token)) close(frames);
  else if (token === '|') Object.assign(frame, frameOf(frame.opener, resultOf(frame)));
  else if (/^[A-Za-z_]/.test(token) && !operator.test(token)) call(frame, token);
  else operate(frame, token);
}

const operator = /^(?:and|or|then|else|elif|if|as)$|^[=<>!+\-*/%:;,]$/;

function operate(frame: Frame, token: string): void {
  // What follows an open quote is text.
  if (token === '"') frame.input = undefined;
  frame.mixed = true;
  frame.begun = !operator.test(token);
  frame.output = frame.begun ? undefined : frame.input;
}

/** A function without arguments, or the name in front of a bracket, whose end will tell what it gives. */
function call(frame: Frame, name: string): void {
  const { input } = frame;
  frame.output = keeping.has(name) ? input : picking.has(name) ? input && opened(input) : undefined;
  frame.begun = true;
}

const resultOf = ({ output, mixed }: Frame): DataPlace | undefined => (mixed ? undefined : output);

function open(frames: Frame[], { input }: Frame, token: string, before: string): void {
  const [called = token] = token === '(' ? (/[a-z_]+$/.exec(before.slice(-LONGEST_NAME)) ?? []) : [];
  const each = called === 'map' || called.endsWith('_by');
  frames.push(frameOf(called, each ? input && opened(input) : input));
}

function close(frames: Frame[]): void {
  const inner = frames.length > 1 ? frames.pop() : undefined;
  const outer = frames.at(-1);
  if (!inner || !outer) return;
  outer.output = closed(inner, outer.input);
  outer.begun = true;
}

/** What the whole of a call, of brackets or of braces gives. */
function closed(inner: Frame, input: DataPlace | undefined): DataPlace | undefined {
  const { opener } = inner;
  const result = resultOf(inner);
  if (keeping.has(opener)) return input;
  if (picking.has(opener)) return opener.endsWith('_by') ? input && opened(input) : result;
  if (opener === '[' || (opener === 'map' && input?.list)) return result && { fields: result.fields, list: true };
  return opener === '(' ? result : undefined;
}
