import { type CursorPatches, openStringEnd, PatchWriter } from './cursorPatches.ts';
import { levelOfEmptyLine } from './yamlCursorLevel.ts';
import { type LineStart, readLineStart } from './yamlCursorLine.ts';
import { lineEnd, lineStartAt, trimmedLineEnd } from './yamlScan.ts';

interface Cursor {
  readonly text: string;
  readonly offset: number;
  readonly word: string;
  readonly lineStart: number;
  readonly before: string;
  /** What stands behind the cursor on its line, without white space at the end and without a comment. */
  readonly after: string;
  /** The offset behind `after`. */
  readonly end: number;
  readonly line: LineStart;
}

/** The word alone, for a text in which the line says less than it seems to. */
export function putWord(offset: number, word: string): CursorPatches {
  const writer = new PatchWriter();
  writer.word(offset, word);
  return writer.result();
}

/** `namespaces`: as for `cursorTree`. Undefined in a comment, behind a text in quotes, and where the value of a key begins on the next line. */
export function patchYamlCursor(
  text: string,
  offset: number,
  word: string,
  namespaces: ReadonlySet<string>,
): CursorPatches | undefined {
  const lineStart = lineStartAt(text, offset);
  const before = text.slice(lineStart, offset);
  const line = readLineStart(before);
  if (!line) return undefined;
  const quoted = line.quote !== undefined;
  const end = Math.max(offset, trimmedLineEnd(text, offset, lineEnd(text, offset), !quoted));
  const cursor: Cursor = { text, offset, word, lineStart, before, after: text.slice(offset, end), end, line };
  if (quoted) return inQuotes(cursor);
  if (/^["']/.test(before.slice(line.token)) && !line.endsWithColon) return undefined;
  if (startsExpression(cursor)) return unquotedExpression(cursor);
  if (line.depth === 0 ? isBetween(cursor) : isBeforeValue(cursor)) return undefined;
  if (before.trim() === '' && cursor.after === '') return emptyLine(cursor);
  if (/^\s*(?:-\s+)*-$/.test(before)) return put(cursor, ' ', `${word}:`);
  if (line.endsWithColon && !/^[^\s,}\]]/.test(cursor.after)) return behindColon(cursor, namespaces);
  if (line.isValue && line.token === before.length && cursor.after === '' && hasBlockBelow(cursor)) return undefined;
  return inWord(cursor);
}

function inWord(cursor: Cursor): CursorPatches {
  if (!needsColon(cursor)) return put(cursor, '', cursor.word);
  return lacksDash(cursor) ? newItem(cursor) : put(cursor, '', `${cursor.word}:`);
}

/** In the white space in front of something. */
const isBetween = ({ before, after }: Cursor): boolean =>
  /^\s/.test(after) && /(?:^|[\s-])$/.test(before) && before.lastIndexOf('{{') <= before.lastIndexOf('}}');

/** Between brackets, where nothing is begun and what belongs there comes next. A word that the cursor touches gives way. */
const isBeforeValue = ({ before, after, line }: Cursor): boolean =>
  line.token === before.length && (/^["'{[]/.test(after) || comesNext.test(after));

const comesNext = /^\s+[^\s,}\]]/;

/** `mend` goes into the user's text as well; `behind` comes behind what stands on the line. */
function put({ offset, end }: Cursor, mend: string, added: string, behind = ''): CursorPatches {
  const writer = new PatchWriter();
  if (mend !== '') writer.mend(offset, mend);
  writer.word(offset, added);
  if (behind !== '') writer.insert(end, behind);
  return writer.result();
}

/** A word that is all there is on its line is taken for a key. */
const needsColon = ({ before, after, line }: Cursor): boolean =>
  !line.isValue && line.depth === 0 && /^[\w.:-]*$/.test(before.slice(line.content) + after) && !after.includes(':');

/** A word in the column of dashes begins a new item. */
function lacksDash({ text, lineStart, before, line: { content } }: Cursor): boolean {
  if (/[^ ]/.test(before.slice(0, content))) return false;
  const level = levelOfEmptyLine(text, lineStart, content);
  return level?.isItem === true && level.column === content;
}

/** The dash becomes a part of what is put in. */
function newItem({ lineStart, offset, word, line: { content } }: Cursor): CursorPatches {
  const writer = new PatchWriter();
  writer.mend(lineStart + content, '- ');
  writer.word(offset, `${word}:`);
  return writer.result();
}

function emptyLine(cursor: Cursor): CursorPatches {
  const { text, lineStart, before, offset, word } = cursor;
  const level = before.includes('\t') ? undefined : levelOfEmptyLine(text, lineStart, before.length);
  if (!level) return put(cursor, '', `${word}:`);
  if (level.isItem && level.column === before.length) return newItem(cursor);
  const lead = ' '.repeat(level.column) + (level.isItem ? '- ' : '');
  const writer = new PatchWriter();
  if (lead !== before) writer.replace({ start: lineStart, end: offset }, lead);
  writer.word(offset, `${word}:`);
  return writer.result();
}

function behindColon(cursor: Cursor, namespaces: ReadonlySet<string>): CursorPatches | undefined {
  const { before, line, word } = cursor;
  if (line.depth === 0 && namespaces.has(before.slice(line.token, -1))) return put(cursor, '', word, ':');
  if (comesNext.test(cursor.after) || (cursor.after === '' && hasBlockBelow(cursor))) return undefined;
  return put(cursor, ' ', word);
}

/** The value of the key on this line is a map or a list in the lines below. */
function hasBlockBelow({ text, offset, line }: Cursor): boolean {
  if (line.depth > 0) return false;
  const below = /^(?:[ \t]*(?:#[^\n]*|\r)?\n)*([ \t]*)([^\s#]\s?)/.exec(text.slice(lineEnd(text, offset) + 1));
  const column = below?.[1]?.length ?? -1;
  return column > line.content || (column === line.content && /^-\s/.test(below?.[2] ?? ''));
}

const startsExpression = ({ before, line }: Cursor): boolean => before.startsWith('{{', line.token);

/** `{{ x` without quotes is a map to YAML. */
function unquotedExpression({ lineStart, offset, word, after, line }: Cursor): CursorPatches {
  const start = lineStart + line.token;
  const closing = after.indexOf('}}');
  // Between brackets other values may follow.
  const said = line.depth === 0 ? after : closing < 0 ? firstValue(after) : after.slice(0, closing + 2);
  const writer = new PatchWriter();
  writer.mend(start, "'");
  writer.word(offset, word);
  if (closing < 0) writer.mend(offset, ' }}');
  writer.mend(offset + said.length, "'");
  return writer.result();
}

/** What stands in front of the sign that ends a value between brackets. */
const firstValue = (text: string): string => text.slice(0, text.search(/[,\]}]|$/)).trimEnd();

function inQuotes(cursor: Cursor): CursorPatches {
  const { text, offset, word, after, line, lineStart, before } = cursor;
  const quote = line.quote ?? '"';
  const close = closingQuote(after, quote);
  const isKey = !line.isValue && line.depth === 0 && /^["'][\w.:-]*$/.test(before.slice(line.content));
  if (close !== undefined) {
    const isAlone = isKey && after.slice(close).trim() === '';
    return isAlone ? put(cursor, '', word, ':') : put(cursor, '', word);
  }
  if (closesBelow(text, lineEnd(text, offset) + 1, quote)) return put(cursor, '', word);
  const start = lineStart + line.token;
  const end =
    line.depth > 0 ? start + openStringEnd(text.slice(start, offset + after.length), offset - start) : cursor.end;
  const writer = new PatchWriter();
  writer.word(offset, word);
  writer.close(end, quote);
  if (isKey) writer.insert(end, ':');
  return writer.result();
}

/** The offset behind the closing quote. */
function closingQuote(after: string, quote: string): number | undefined {
  for (let at = 0; at < after.length; at++) {
    if (quote === '"' && after[at] === '\\') at++;
    else if (after[at] !== quote) continue;
    else if (quote === "'" && after[at + 1] === quote) at++;
    else return at + 1;
  }
  return undefined;
}

/** Whether a text goes on below up to its quote, and not to one that opens another text. */
function closesBelow(text: string, from: number, quote: string): boolean {
  const close = text.indexOf(quote, from);
  if (close < 0) return false;
  const lines = text.slice(from, lineEnd(text, close)).split('\n');
  return !lines.some((line) => /^\s*(?:-\s|["']?[A-Za-z][\w.:-]*["']?:(?:\s|$))/.test(line));
}
