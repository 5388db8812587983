import type { JqNode, ObjectEntry, ObjectNode, Step, StringNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './lexer.ts';

/** What the readers of terms need of the reader of expressions. */
export interface Terms {
  readonly cursor: Cursor;
  readonly expression: () => JqNode;
  readonly statement: () => JqNode | undefined;
}

/** A value with the path behind it. `from` is a value that has been read already. */
export function readTerm(terms: Terms, from?: JqNode): JqNode {
  const { cursor } = terms;
  const { start } = from?.range ?? cursor.token.range;
  const steps: Step[] = [];
  let value = from;
  if (!value && (cursor.token.kind === 'field' || startsQuotedField(cursor))) {
    value = { kind: 'identity', range: { start, end: start } };
    steps.push(readStep(terms));
  }
  value ??= readValue(terms);
  while (isStepStart(cursor)) steps.push(readStep(terms));
  return steps.length === 0 ? value : { kind: 'path', range: cursor.since(start), from: value, steps };
}

/** `."a"` */
const startsQuotedField = (cursor: Cursor): boolean =>
  cursor.at('.') && (cursor.following.kind === 'quote' || cursor.following.kind === 'format');

export const isStepStart = (cursor: Cursor): boolean => cursor.token.kind === 'field' || cursor.at('.', '[');

function readStep(terms: Terms): Step {
  const { cursor } = terms;
  const { start } = cursor.token.range;
  if (cursor.token.kind === 'field') {
    const { text, range } = cursor.next();
    const name = text.slice(1);
    const nameRange = { start: range.end - name.length, end: range.end };
    return { kind: 'field', name, nameRange, ...ended(cursor, start) };
  }
  if (!cursor.at('.')) return readBracket(terms, start);
  const dot = cursor.next();
  if (cursor.at('[')) {
    cursor.later({ code: 'dot-before-bracket' }, dot.range);
    return readBracket(terms, start);
  }
  if (cursor.isKind('quote', 'format')) return { kind: 'index', index: readString(terms), ...ended(cursor, start) };
  const { end } = dot.range;
  cursor.unexpected();
  return { kind: 'field', name: '', nameRange: { start: end, end }, range: { start, end }, optional: false };
}

/** The `?` that belongs to a step, and its range with it. */
function ended(cursor: Cursor, start: number): { optional: boolean; range: JqNode['range'] } {
  const optional = cursor.take('?') !== undefined;
  return { optional, range: cursor.since(start) };
}

function readBracket(terms: Terms, start: number): Step {
  const { cursor } = terms;
  const opener = { token: cursor.next(), closer: ']' };
  if (cursor.take(']')) return { kind: 'each', ...ended(cursor, start) };
  const from = cursor.at(':') ? undefined : terms.expression();
  if (!cursor.take(':')) {
    cursor.close(opener);
    return { kind: 'index', index: from ?? cursor.missing(), ...ended(cursor, start) };
  }
  const to = from && cursor.at(']') ? undefined : terms.expression();
  cursor.close(opener);
  return { kind: 'slice', from, to, ...ended(cursor, start) };
}

function readValue(terms: Terms): JqNode {
  const { cursor } = terms;
  const { kind, text, range } = cursor.token;
  switch (kind) {
    case 'number':
      cursor.next();
      return { kind: 'literal', range, value: Number(text) };
    case 'quote':
      return readString(terms);
    case 'format':
      if (cursor.following.kind === 'quote') return readString(terms);
      cursor.next();
      return { kind: 'format', range, name: text.slice(1) };
    case 'name':
      return readCall(terms);
    default:
      return readSignValue(terms, text);
  }
}

function readSignValue(terms: Terms, text: string): JqNode {
  const { cursor } = terms;
  const { range } = cursor.token;
  const { start } = range;
  switch (cursor.isKind('sign', 'keyword') ? text : '') {
    case '.':
      cursor.next();
      return { kind: 'identity', range };
    case '..':
      cursor.next();
      return { kind: 'recurse', range };
    case '(':
      return readGroup(terms);
    case '[':
      return readArray(terms);
    case '{':
      return readObject(terms);
    case '$':
      return readVariable(terms);
    case 'break': {
      cursor.next();
      cursor.expect('$');
      const name = cursor.expectKind('name')?.text ?? '';
      return { kind: 'break', range: cursor.since(start), name };
    }
    default: {
      const missing = cursor.missing();
      cursor.unexpected();
      return missing;
    }
  }
}

function readGroup(terms: Terms): JqNode {
  const opener = { token: terms.cursor.next(), closer: ')' };
  const node = terms.expression();
  terms.cursor.close(opener);
  return node;
}

function readArray(terms: Terms): JqNode {
  const { cursor } = terms;
  const token = cursor.next();
  const items = cursor.at(']') ? undefined : terms.expression();
  cursor.close({ token, closer: ']' });
  return { kind: 'array', range: cursor.since(token.range.start), items };
}

function readVariable({ cursor }: Terms): JqNode {
  const { start } = cursor.next().range;
  const { kind, text, range } = cursor.token;
  if (kind === 'keyword' && text !== '__loc__') cursor.later({ code: 'word-as-name', found: text }, range);
  if (kind !== 'keyword') cursor.expectKind('name');
  else cursor.next();
  const whole = cursor.since(start);
  return text === '__loc__' ? { kind: 'location', range: whole } : { kind: 'variable', range: whole, name: text };
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readCall(terms: Terms): JqNode {
  const { cursor } = terms;
  const { text: name, range: nameRange } = cursor.next();
  const args: JqNode[] = [];
  const opener = { token: cursor.token, closer: ')' };
  if (cursor.take('(')) {
    do args.push(terms.expression());
    while (cursor.take(';'));
    cursor.close(opener);
  }
  const constant = args.length === 0 ? constants.get(name) : undefined;
  if (constant !== undefined) return { kind: 'literal', range: nameRange, value: constant };
  return { kind: 'call', range: cursor.since(nameRange.start), name, nameRange, args };
}

function readObject(terms: Terms): ObjectNode {
  const { cursor } = terms;
  const token = cursor.next();
  const entries: ObjectEntry[] = [];
  while (!cursor.at('}')) {
    entries.push(readEntry(terms));
    if (!cursor.take(',')) break;
  }
  cursor.close({ token, closer: '}' });
  return { kind: 'object', range: cursor.since(token.range.start), entries };
}

function readEntry(terms: Terms): ObjectEntry {
  const { cursor } = terms;
  const { token } = cursor;
  const key = readEntryKey(terms);
  const colon = cursor.at(':');
  if (!colon && token.kind === 'keyword') cursor.later({ code: 'word-as-name', found: token.text }, token.range);
  if (colon && token.text === '$') cursor.later({ code: 'word-as-name', found: token.text }, token.range);
  if (!colon && token.text === '(') cursor.expect(':');
  const value = cursor.take(':') && readEntryValue(terms);
  return { range: cursor.since(token.range.start), key, value };
}

function readEntryKey(terms: Terms): JqNode {
  const { cursor } = terms;
  if (cursor.isKind('name', 'keyword')) return readName(terms);
  if (cursor.isKind('quote', 'format')) return readString(terms);
  if (cursor.at('(')) return readGroup(terms);
  if (!cursor.at('$')) {
    const missing = cursor.missing();
    cursor.unexpected();
    return missing;
  }
  const key = readVariable(terms);
  if (key.kind === 'location') cursor.later({ code: 'word-as-name', found: '$__loc__' }, key.range);
  return key;
}

/** Terms with `|` between them and `-` in front; every other operator needs parentheses. */
function readEntryValue(terms: Terms): JqNode {
  const { cursor } = terms;
  const { start } = cursor.token.range;
  const operands = [readSignedTerm(terms)];
  while (cursor.take('|')) operands.push(readSignedTerm(terms));
  const [only] = operands;
  return only && operands.length === 1 ? only : { kind: 'pipe', range: cursor.since(start), operands };
}

function readSignedTerm(terms: Terms): JqNode {
  const { cursor } = terms;
  const { token } = cursor;
  if (cursor.take('-')) {
    const value = cursor.nested(() => readSignedTerm(terms));
    return { kind: 'negation', range: cursor.since(token.range.start), value };
  }
  if (cursor.at('if', 'reduce', 'foreach')) {
    cursor.later({ code: 'statement-as-term', found: token.text }, token.range);
  }
  return terms.statement() ?? readTerm(terms);
}

/** A name or keyword as the key of an object. */
export function readName({ cursor }: Terms): StringNode {
  const { text, range } = cursor.next();
  return { kind: 'string', range, format: undefined, value: text, insertions: [] };
}

/** A string, with the format in front of it. */
export function readString(terms: Terms): StringNode {
  const { cursor } = terms;
  const { start } = cursor.token.range;
  const format = cursor.isKind('format') ? cursor.next().text.slice(1) : undefined;
  const quote = cursor.expectKind('quote');
  let value = '';
  const insertions: JqNode[] = [];
  while (cursor.isKind('text', 'escape', 'open')) {
    const piece = cursor.next();
    if (piece.kind === 'open') insertions.push(readInsertion(terms, piece));
    else value += piece.kind === 'text' ? piece.text : unescaped(piece);
  }
  if (cursor.isKind('unquote')) cursor.next();
  else if (quote) cursor.fail({ code: 'open-string' }, quote.range);
  return {
    kind: 'string',
    range: cursor.since(start),
    format,
    value: insertions.length > 0 ? undefined : value,
    insertions,
  };
}

const unescaped = ({ problem, text }: Token): string => (problem ? text : String(JSON.parse(`"${text}"`)));

function readInsertion(terms: Terms, open: Token): JqNode {
  const { cursor } = terms;
  const node = terms.expression();
  if (cursor.isKind('close')) cursor.next();
  else if (cursor.isKind('end')) cursor.fail({ code: 'open', found: '\\(', closer: ')' }, open.range);
  else cursor.unexpected(')');
  return node;
}
