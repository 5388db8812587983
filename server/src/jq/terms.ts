import type { JqNode, ObjectEntry, ObjectNode, Step, StringNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './lexer.ts';

/** The part of the parser that the readers of terms and patterns work with: the way through the tokens, and what is around a term. */
export interface ExpressionReader {
  readonly cursor: Cursor;
  readonly expression: () => JqNode;
  readonly statement: () => JqNode | undefined;
}

/** Reads a value with the path that follows it. `from`: a value that has been read already. */
export function readTerm(reader: ExpressionReader, from?: JqNode): JqNode {
  const { cursor } = reader;
  const { start } = from?.range ?? cursor.token.range;
  const steps: Step[] = [];
  let value = from;
  if (!value && (cursor.token.kind === 'field' || startsQuotedField(cursor))) {
    value = { kind: 'identity', range: { start, end: start } };
    steps.push(readStep(reader));
  }
  value ??= readValue(reader);
  while (isStepStart(cursor)) steps.push(readStep(reader));
  return steps.length === 0 ? value : { kind: 'path', range: cursor.since(start), from: value, steps };
}

/** `."a"` */
const startsQuotedField = (cursor: Cursor): boolean =>
  cursor.at('.') && (cursor.following.kind === 'quote' || cursor.following.kind === 'format');

/** Whether another step of a path begins here. */
export const isStepStart = (cursor: Cursor): boolean => cursor.token.kind === 'field' || cursor.at('.', '[');

function readStep(reader: ExpressionReader): Step {
  const { cursor } = reader;
  const { start } = cursor.token.range;
  if (cursor.token.kind === 'field') {
    const { text, range } = cursor.next();
    const name = text.slice(1);
    const nameRange = { start: range.end - name.length, end: range.end };
    return { kind: 'field', name, nameRange, ...ended(cursor, start) };
  }
  if (!cursor.at('.')) return readBracket(reader, start);
  const dot = cursor.next();
  if (cursor.at('[')) {
    cursor.later({ code: 'dot-before-bracket' }, dot.range);
    return readBracket(reader, start);
  }
  if (cursor.isKind('quote', 'format')) return { kind: 'index', index: readString(reader), ...ended(cursor, start) };
  const { end } = dot.range;
  cursor.unexpected();
  return { kind: 'field', name: '', nameRange: { start: end, end }, range: { start, end }, optional: false };
}

/** The `?` that belongs to a step, and its range with it. */
function ended(cursor: Cursor, start: number): { optional: boolean; range: JqNode['range'] } {
  const optional = cursor.take('?') !== undefined;
  return { optional, range: cursor.since(start) };
}

function readBracket(reader: ExpressionReader, start: number): Step {
  const { cursor } = reader;
  const opener = { token: cursor.next(), closer: ']' };
  if (cursor.take(']')) return { kind: 'each', ...ended(cursor, start) };
  const from = cursor.at(':') ? undefined : reader.expression();
  if (!cursor.take(':')) {
    cursor.close(opener);
    return { kind: 'index', index: from ?? cursor.missing(), ...ended(cursor, start) };
  }
  const to = from && cursor.at(']') ? undefined : reader.expression();
  cursor.close(opener);
  return { kind: 'slice', from, to, ...ended(cursor, start) };
}

function readValue(reader: ExpressionReader): JqNode {
  const { cursor } = reader;
  const { kind, text, range } = cursor.token;
  switch (kind) {
    case 'number':
      cursor.next();
      return { kind: 'literal', range, value: Number(text) };
    case 'quote':
      return readString(reader);
    case 'format':
      if (cursor.following.kind === 'quote') return readString(reader);
      cursor.next();
      return { kind: 'format', range, name: text.slice(1) };
    case 'name':
      return readCall(reader);
    default:
      return readSignValue(reader, text);
  }
}

function readSignValue(reader: ExpressionReader, text: string): JqNode {
  const { cursor } = reader;
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
      return readGroup(reader);
    case '[':
      return readArray(reader);
    case '{':
      return readObject(reader);
    case '$':
      return readVariable(reader);
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

function readGroup(reader: ExpressionReader): JqNode {
  const opener = { token: reader.cursor.next(), closer: ')' };
  const node = reader.expression();
  reader.cursor.close(opener);
  return node;
}

function readArray(reader: ExpressionReader): JqNode {
  const { cursor } = reader;
  const token = cursor.next();
  const items = cursor.at(']') ? undefined : reader.expression();
  cursor.close({ token, closer: ']' });
  return { kind: 'array', range: cursor.since(token.range.start), items };
}

function readVariable({ cursor }: ExpressionReader): JqNode {
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

function readCall(reader: ExpressionReader): JqNode {
  const { cursor } = reader;
  const { text: name, range: nameRange } = cursor.next();
  const args: JqNode[] = [];
  const opener = { token: cursor.token, closer: ')' };
  if (cursor.take('(')) {
    do args.push(reader.expression());
    while (cursor.take(';'));
    cursor.close(opener);
  }
  const constant = args.length === 0 ? constants.get(name) : undefined;
  if (constant !== undefined) return { kind: 'literal', range: nameRange, value: constant };
  return { kind: 'call', range: cursor.since(nameRange.start), name, nameRange, args };
}

function readObject(reader: ExpressionReader): ObjectNode {
  const { cursor } = reader;
  const token = cursor.next();
  const entries: ObjectEntry[] = [];
  while (!cursor.at('}')) {
    entries.push(readEntry(reader));
    if (!cursor.take(',')) break;
  }
  cursor.close({ token, closer: '}' });
  return { kind: 'object', range: cursor.since(token.range.start), entries };
}

function readEntry(reader: ExpressionReader): ObjectEntry {
  const { cursor } = reader;
  const { token } = cursor;
  const key = readEntryKey(reader);
  const colon = cursor.at(':');
  if (!colon && token.kind === 'keyword') cursor.later({ code: 'word-as-name', found: token.text }, token.range);
  if (colon && token.text === '$') cursor.later({ code: 'word-as-name', found: token.text }, token.range);
  if (!colon && token.text === '(') cursor.expect(':');
  const value = cursor.take(':') && readEntryValue(reader);
  return { range: cursor.since(token.range.start), key, value };
}

function readEntryKey(reader: ExpressionReader): JqNode {
  const { cursor } = reader;
  if (cursor.isKind('name', 'keyword')) return readName(reader);
  if (cursor.isKind('quote', 'format')) return readString(reader);
  if (cursor.at('(')) return readGroup(reader);
  if (!cursor.at('$')) {
    const missing = cursor.missing();
    cursor.unexpected();
    return missing;
  }
  const key = readVariable(reader);
  if (key.kind === 'location') cursor.later({ code: 'word-as-name', found: '$__loc__' }, key.range);
  return key;
}

/** ExpressionReader with `|` between them and `-` in front; every other operator needs parentheses. */
function readEntryValue(reader: ExpressionReader): JqNode {
  const { cursor } = reader;
  const { start } = cursor.token.range;
  const operands = [readSignedTerm(reader)];
  while (cursor.take('|')) operands.push(readSignedTerm(reader));
  const [only] = operands;
  return only && operands.length === 1 ? only : { kind: 'pipe', range: cursor.since(start), operands };
}

function readSignedTerm(reader: ExpressionReader): JqNode {
  const { cursor } = reader;
  const { token } = cursor;
  if (cursor.take('-')) {
    const value = cursor.nested(() => readSignedTerm(reader));
    return { kind: 'negation', range: cursor.since(token.range.start), value };
  }
  if (cursor.at('if', 'reduce', 'foreach')) {
    cursor.later({ code: 'statement-as-term', found: token.text }, token.range);
  }
  return reader.statement() ?? readTerm(reader);
}

/** A name or keyword as the key of an object. */
export function readName({ cursor }: ExpressionReader): StringNode {
  const { text, range } = cursor.next();
  return { kind: 'string', range, format: undefined, value: text, insertions: [] };
}

/** A string, with the format in front of it. */
export function readString(reader: ExpressionReader): StringNode {
  const { cursor } = reader;
  const { start } = cursor.token.range;
  const format = cursor.isKind('format') ? cursor.next().text.slice(1) : undefined;
  const quote = cursor.expectKind('quote');
  let value = '';
  const insertions: JqNode[] = [];
  while (cursor.isKind('text', 'escape', 'open')) {
    const piece = cursor.next();
    if (piece.kind === 'open') insertions.push(readInsertion(reader, piece));
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

function readInsertion(reader: ExpressionReader, open: Token): JqNode {
  const { cursor } = reader;
  const node = reader.expression();
  if (cursor.isKind('close')) cursor.next();
  else if (cursor.isKind('end')) cursor.fail({ code: 'open', found: '\\(', closer: ')' }, open.range);
  else cursor.unexpected(')');
  return node;
}
