import type { Pattern, PatternEntry } from './ast.ts';
import { type ExpressionReader, readName, readString } from './terms.ts';

/** Reads what follows `as`: a pattern, or several with `?//` between them. */
export function readPatterns(reader: ExpressionReader): Pattern[] {
  const patterns = [readPattern(reader)];
  while (reader.cursor.take('?//')) patterns.push(readPattern(reader));
  return patterns;
}

function readPattern(reader: ExpressionReader): Pattern {
  const { cursor } = reader;
  const { start } = cursor.token.range;
  const nothing: Pattern = { kind: 'array', range: { start, end: start }, items: [] };
  return cursor.nestedOr<Pattern>(
    () => nothing,
    () => {
      if (cursor.take('$')) return { kind: 'variable', name: readVariableName(reader), range: cursor.since(start) };
      if (cursor.at('['))
        return { kind: 'array', items: readList(reader, ']', readPattern), range: cursor.since(start) };
      if (cursor.at('{'))
        return { kind: 'object', entries: readList(reader, '}', readEntry), range: cursor.since(start) };
      cursor.unexpected('$');
      return nothing;
    },
  );
}

function readVariableName({ cursor }: ExpressionReader): string {
  const { token } = cursor;
  if (token.kind !== 'keyword' || token.text === '__loc__') return cursor.expectKind('name')?.text ?? '';
  cursor.later({ code: 'word-as-name', found: token.text }, token.range);
  return cursor.next().text;
}

/** At least one item, and no comma after the last. */
function readList<T>(reader: ExpressionReader, closer: string, read: (reader: ExpressionReader) => T): T[] {
  const opener = { token: reader.cursor.next(), closer };
  const items = [read(reader)];
  while (reader.cursor.take(',')) items.push(read(reader));
  reader.cursor.close(opener);
  return items;
}

function readEntry(reader: ExpressionReader): PatternEntry {
  const { cursor } = reader;
  if (cursor.take('$')) {
    const variable = readVariableName(reader);
    return { variable, key: undefined, pattern: cursor.take(':') && readPattern(reader) };
  }
  const key = readKey(reader);
  cursor.expect(':');
  return { variable: undefined, key, pattern: readPattern(reader) };
}

function readKey(reader: ExpressionReader): PatternEntry['key'] {
  const { cursor } = reader;
  if (cursor.isKind('name', 'keyword')) return readName(reader);
  if (cursor.isKind('quote', 'format')) return readString(reader);
  const opener = { token: cursor.token, closer: ')' };
  cursor.expect('(');
  const key = reader.expression();
  cursor.close(opener);
  return key;
}
