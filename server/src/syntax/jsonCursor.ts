import { type CursorPatches, openStringEnd, PatchWriter } from './cursorPatches.ts';
import { JsonScanner, type JsonToken } from './jsonScan.ts';

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
}

/** `namespaces`: as for `cursorTree`. Undefined where neither a key nor a value can stand. */
export function patchJsonCursor(
  text: string,
  offset: number,
  word: string,
  namespaces: ReadonlySet<string>,
): CursorPatches | undefined {
  const around = bareName(text, offset, namespaces) ?? lookAround(text, offset);
  const open = openBraces(around);
  if (open !== undefined) return unquotedExpression(text, offset, word, open);
  if (!canBeWritten(around, text, offset)) return undefined;
  const { frame, token, last } = around;
  const writer = new PatchWriter();
  if (frame.state === 'after') writer.mend(last, ',');
  const end = writeWord(writer, text, offset, word, token);
  const following = tokenFrom(text, end).kind;
  const isKey = frame.sign === '{' && frame.state !== 'value';
  const lacksColon = isKey && following !== ':';
  if (lacksColon) writer.insert(end, ': 0');
  if (isEntry(following) && (lacksColon || !isKey)) writer.mend(end, ',');
  return writer.result();
}

/** What is around a name with `::` in it that has no quotes; undefined where the cursor is in none. */
function bareName(text: string, offset: number, namespaces: ReadonlySet<string>): Surroundings | undefined {
  const [name = '', space = ''] =
    /(?<![\w":])([A-Za-z]\w*):[\w:]*$/.exec(text.slice(Math.max(0, offset - 200), offset)) ?? [];
  if (!name.includes('::') && !namespaces.has(space)) return undefined;
  const start = offset - name.length;
  const end = offset + (/^[\w:]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  const around = lookAround(text, start);
  const isInText = around.token !== undefined && around.token.kind !== 'word';
  return isInText ? undefined : { ...around, token: { ...tokenFrom(text, start), kind: 'word', start, end } };
}

function canBeWritten({ frame, token, last }: Surroundings, text: string, offset: number): boolean {
  if (frame.state === 'colon' || token?.kind === 'comment') return false;
  // Outside of all brackets there is room only in an empty text.
  if (frame.sign === undefined) return text.slice(0, offset).trim() === '' && text.slice(offset).trim() === '';
  if (frame.sign === '{' && frame.state === 'value' && !token) return !isValueAt(text, offset);
  // Whoever goes on in the same line has just finished a value.
  return frame.state !== 'after' || text.slice(last, token?.start ?? offset).includes('\n');
}

/** Gives the offset behind the string that holds the word. */
function writeWord(
  writer: PatchWriter,
  text: string,
  offset: number,
  word: string,
  token: JsonToken | undefined,
): number {
  if (!token) {
    writer.word(offset, `"${word}"`);
    return offset;
  }
  if (token.kind !== 'string') {
    // Another word gives way to what is written in its place, quotes and all.
    const stays = text.startsWith('{{', token.start);
    const quote = (at: number) => (stays ? writer.mend(at, '"') : writer.insert(at, '"'));
    quote(token.start);
    writer.word(offset, word);
    quote(token.end);
    return token.end;
  }
  writer.word(offset, word);
  if (isClosed(text, token)) return token.end;
  // A quote at its end is the opening one of the next string.
  const most = token.closed ? token.end - 1 : token.end;
  const end = token.start + openStringEnd(text.slice(token.start, most), offset - token.start);
  writer.close(end, '"');
  return end;
}

function tokenFrom(text: string, offset: number): JsonToken {
  const scanner = new JsonScanner(text);
  scanner.back(offset);
  return scanner.next();
}

/** A value comes next, and not the key of a pair behind the one that waits for its value. */
function isValueAt(text: string, offset: number): boolean {
  const scanner = new JsonScanner(text);
  scanner.back(offset);
  return isEntry(scanner.next().kind) && scanner.next().kind !== ':';
}

const isEntry = (kind: JsonToken['kind']): boolean =>
  kind === 'string' || kind === 'literal' || kind === 'word' || kind === '{' || kind === '[';

function lookAround(text: string, offset: number): Surroundings {
  const scanner = new JsonScanner(text);
  const frames: Frame[] = [{ sign: undefined, at: 0, state: 'value' }];
  let last = 0;
  for (;;) {
    const token = scanner.next();
    const frame = frames.at(-1) as Frame;
    if (token.kind === 'end' || token.end > offset || isTouched(token, offset)) {
      const own = token.kind !== 'end' && isTouched(token, offset);
      return { frames, frame, token: own ? token : undefined, last };
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

/** Where the `{{` begins that the cursor stands in, without quotes around it and without its end. */
function openBraces({ frames }: Surroundings): number | undefined {
  const [outer, inner] = frames.slice(-2);
  if (outer?.sign !== '{' || inner?.sign !== '{' || inner.at !== outer.at + 1) return undefined;
  return outer.at;
}

/** `{{ x` becomes a string. */
function unquotedExpression(text: string, offset: number, word: string, open: number): CursorPatches {
  const behind = text.slice(offset);
  const [closing] = /^[^\n{}]*\}\}/.exec(behind) ?? [];
  const [rest = ''] = /^[^\n",{}[\]]*(?<!\s)/.exec(behind) ?? [];
  const end = offset + (closing ?? rest).length;
  const writer = new PatchWriter();
  writer.mend(open, '"');
  writer.word(offset, word);
  if (closing === undefined) writer.mend(offset, ' }}');
  writer.mend(end, '"');
  if (isEntry(tokenFrom(text, end).kind)) writer.mend(end, ',');
  return writer.result();
}
