import { JsonScanner, type JsonToken } from './jsonScan.ts';
import type { TextEdit } from './node.ts';
import type { Patch } from './patchedText.ts';

/** How a text becomes readable with a word at the cursor. */
export interface CursorPatches {
  /** Sorted by start, not overlapping. */
  readonly patches: readonly Patch[];
  /** Those among them that the user's text needs as well. */
  readonly mends: readonly TextEdit[];
  readonly lacksColon: boolean;
}

type State = 'key' | 'colon' | 'value' | 'after';

interface Frame {
  readonly sign: '{' | '[' | undefined;
  readonly at: number;
  state: State;
}

/** What stands around the cursor. */
interface Surroundings {
  readonly frames: readonly Frame[];
  readonly frame: Frame;
  /** The string or word that the cursor is in or directly behind. */
  readonly token: JsonToken | undefined;
  /** Behind the last token before the cursor and its word. */
  readonly last: number;
  /** The first one behind both. */
  readonly next: JsonToken;
}

/** Undefined where neither a key nor a value can stand. */
export function patchJsonCursor(text: string, offset: number, word: string): CursorPatches | undefined {
  const around = lookAround(text, offset);
  const open = openBraces(around);
  if (open !== undefined) return unquotedExpression(text, offset, word, open);
  const { frame, token, next, last } = around;
  if (frame.state === 'colon' || token?.kind === 'comment' || (frame.sign === undefined && !token)) return undefined;
  const patches: { readonly patch: Patch; readonly mends: boolean }[] = [];
  const insert = (at: number, added: string, mends: boolean) =>
    patches.push({ patch: { start: at, end: at, text: added }, mends });
  if (frame.state === 'after') insert(last, ',', true);
  if (!token) insert(offset, `"${word}"`, false);
  else if (token.kind === 'string') {
    insert(offset, word, false);
    const end = isClosed(text, token) ? undefined : openStringEnd(text, offset, token);
    if (end !== undefined) insert(end, '"', true);
  } else {
    insert(token.start, '"', false);
    insert(offset, word, false);
    insert(token.end, '"', false);
  }
  const isKey = frame.sign === '{' && (frame.state === 'key' || frame.state === 'after');
  const swallowed = token?.kind === 'string' && token.closed && !isClosed(text, token);
  const behind = swallowed ? new JsonScanner(text.slice(0, token.end - 1)) : undefined;
  behind?.back(offset);
  const following = behind ? behind.next().kind : next.kind;
  const lacksColon = isKey && following !== ':';
  const end = Math.max(offset, token && !swallowed ? token.end : 0);
  if (lacksColon) insert(end, ': 0', false);
  const lacksComma = isKey ? lacksColon && isEntry(following) : isEntry(following);
  if (lacksComma) insert(end, ',', true);
  return {
    patches: merged(patches.map(({ patch }) => patch)),
    mends: patches
      .filter(({ mends }) => mends)
      .map(({ patch: { start, text: newText } }) => ({ range: { start, end: start }, newText })),
    lacksColon,
  };
}

const isEntry = (kind: JsonToken['kind']): boolean =>
  kind === 'string' || kind === 'literal' || kind === 'word' || kind === '{' || kind === '[';

/** Insertions at one offset become one patch, in their order. */
function merged(patches: readonly Patch[]): Patch[] {
  const result: Patch[] = [];
  for (const patch of patches) {
    const last = result.at(-1);
    if (last?.start === patch.start) result[result.length - 1] = { ...last, text: last.text + patch.text };
    else result.push(patch);
  }
  return result;
}

function lookAround(text: string, offset: number): Surroundings {
  const scanner = new JsonScanner(text);
  const frames: Frame[] = [{ sign: undefined, at: 0, state: 'value' }];
  let last = 0;
  for (;;) {
    const token = scanner.next();
    const frame = frames.at(-1) as Frame;
    if (token.kind === 'end' || token.end > offset || isTouched(token, offset)) {
      const own = token.kind !== 'end' && isTouched(token, offset);
      return { frames, frame, token: own ? token : undefined, last, next: own ? scanner.next() : token };
    }
    if (token.kind !== 'comment') {
      take(frames, frame, token);
      last = token.end;
    }
  }
}

/** Inside a string, or in or directly behind a word. */
function isTouched({ kind, start, end, closed }: JsonToken, offset: number): boolean {
  if (kind === 'string') return start < offset && (offset < end || !closed);
  if (kind === 'comment') return start < offset && offset <= end;
  return (kind === 'word' || kind === 'literal') && start <= offset && offset <= end;
}

function take(frames: Frame[], frame: Frame, { kind, start }: JsonToken): void {
  switch (kind) {
    case '{':
    case '[':
      if (frame.state !== 'key') frame.state = 'after';
      frames.push({ sign: kind, at: start, state: kind === '{' ? 'key' : 'value' });
      return;
    case '}':
    case ']':
      if (frames.length > 1) frames.pop();
      return;
    case ',':
      frame.state = frame.sign === '{' ? 'key' : 'value';
      return;
    case ':':
      frame.state = 'value';
      return;
    default:
      frame.state = frame.state === 'key' ? 'colon' : 'after';
  }
}

/** A string that seems to end with the quote in front of the next one is not closed yet: `"ab, "key": 1`. */
const isClosed = (text: string, { closed, end }: JsonToken): boolean => closed && !/\w/.test(text.charAt(end));

/** Where the quote belongs that is missing: in front of the signs that the editor or the user put behind the cursor. */
function openStringEnd(text: string, offset: number, { end, closed }: JsonToken): number {
  if (closed) return offset;
  const rest = text.slice(offset, end);
  return offset + rest.length - (/\s*[,\]}]*\s*$/.exec(rest)?.[0].length ?? 0);
}

/** Where the `{{` begins that the cursor stands in, without quotes around it and without its end. */
function openBraces({ frames, token }: Surroundings): number | undefined {
  const [outer, inner] = frames.slice(-2);
  if (token?.kind === 'word' && /^\{\{/.test('')) return undefined;
  if (outer?.sign !== '{' || inner?.sign !== '{' || inner.at !== outer.at + 1) return undefined;
  return outer.at;
}

/** `{{ x` becomes a string. */
function unquotedExpression(text: string, offset: number, word: string, open: number): CursorPatches {
  const closing = /^[^\n{}]*\}\}/.exec(text.slice(offset))?.[0].length;
  const end = offset + (closing ?? 0);
  const start: Patch = { start: open, end: open, text: '"' };
  const inner: Patch = { start: offset, end: offset, text: word };
  const behind: Patch = { start: end, end, text: closing === undefined ? ' }}"' : '"' };
  const mends = [start, behind].map(({ start: at, text: newText }) => ({ range: { start: at, end: at }, newText }));
  return { patches: merged([start, inner, behind]), mends, lacksColon: false };
}
