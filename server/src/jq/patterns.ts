import type { Pattern, PatternEntry } from './ast.ts';
import { readName, readString, type Terms } from './terms.ts';

/** What stands behind `as`: a pattern, or several with `?//` between them. */
export function readPatterns(terms: Terms): Pattern[] {
  const patterns = [readPattern(terms)];
  while (terms.cursor.take('?//')) patterns.push(readPattern(terms));
  return patterns;
}

function readPattern(terms: Terms): Pattern {
  const { cursor } = terms;
  const { start } = cursor.token.range;
  let pattern: Pattern = { kind: 'array', range: { start, end: start }, items: [] };
  cursor.nested(() => {
    if (cursor.take('$')) pattern = { kind: 'variable', name: readVariableName(terms), range: cursor.since(start) };
    else if (cursor.at('['))
      pattern = { kind: 'array', items: readList(terms, ']', readPattern), range: cursor.since(start) };
    else if (cursor.at('{'))
      pattern = { kind: 'object', entries: readList(terms, '}', readEntry), range: cursor.since(start) };
    else cursor.unexpected('$');
    return cursor.missing();
  });
  return pattern;
}

function readVariableName({ cursor }: Terms): string {
  const { token } = cursor;
  if (token.kind !== 'keyword' || token.text === '__loc__') return cursor.expectKind('name')?.text ?? '';
  cursor.later({ code: 'word-as-name', found: token.text }, token.range);
  return cursor.next().text;
}

/** At least one item; no comma behind the last. */
function readList<T>(terms: Terms, closer: string, read: (terms: Terms) => T): T[] {
  const opener = { token: terms.cursor.next(), closer };
  const items = [read(terms)];
  while (terms.cursor.take(',')) items.push(read(terms));
  terms.cursor.close(opener);
  return items;
}

function readEntry(terms: Terms): PatternEntry {
  const { cursor } = terms;
  if (cursor.take('$')) {
    const variable = readVariableName(terms);
    return { variable, key: undefined, pattern: cursor.take(':') && readPattern(terms) };
  }
  const key = readKey(terms);
  cursor.expect(':');
  return { variable: undefined, key, pattern: readPattern(terms) };
}

function readKey(terms: Terms): PatternEntry['key'] {
  const { cursor } = terms;
  if (cursor.isKind('name', 'keyword')) return readName(terms);
  if (cursor.isKind('quote', 'format')) return readString(terms);
  const opener = { token: cursor.token, closer: ')' };
  cursor.expect('(');
  const key = terms.expression();
  cursor.close(opener);
  return key;
}
