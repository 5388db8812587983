import * as jsonc from 'jsonc-parser';
import type {
  Comment,
  PairNode,
  ScalarNode,
  SyntaxProblem,
  SyntaxProblemCode,
  SyntaxTree,
  TextRange,
  ValueNode,
} from './node.ts';

/** Deeper texts are answered with `too-deep`: the recursive descent below and in jsonc-parser needs stack. */
const MAX_DEPTH = 400;

/** Reads strict JSON. Comments and trailing commas are kept and reported, since the service refuses them. */
export function parseJson(text: string): SyntaxTree {
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== undefined) {
    const problem: SyntaxProblem = { code: 'too-deep', range: { start: tooDeep, end: tooDeep + 1 } };
    return { notation: 'json', text, root: undefined, comments: [], problems: [problem], underIndented: [] };
  }
  const errors: jsonc.ParseError[] = [];
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const root = jsonc.parseTree(body, errors, { allowTrailingComma: false, disallowComments: true });
  return {
    notation: 'json',
    text,
    root: root && lower(root, text),
    comments: errors.some(({ error }) => error === jsonc.ParseErrorCode.InvalidCommentToken) ? commentsOf(body) : [],
    problems: errors.map((error) => toProblem(error, body)),
    underIndented: [],
  };
}

function firstTooDeep(text: string): number | undefined {
  if (text.length < MAX_DEPTH) return undefined;
  const scanner = jsonc.createScanner(text, true);
  let depth = 0;
  for (let kind = scanner.scan(); kind !== jsonc.SyntaxKind.EOF; kind = scanner.scan()) {
    if (kind === jsonc.SyntaxKind.OpenBraceToken || kind === jsonc.SyntaxKind.OpenBracketToken) depth++;
    else if (kind === jsonc.SyntaxKind.CloseBraceToken || kind === jsonc.SyntaxKind.CloseBracketToken) depth--;
    if (depth > MAX_DEPTH) return scanner.getTokenOffset();
  }
  return undefined;
}

const rangeOf = (node: jsonc.Node): TextRange => ({ start: node.offset, end: node.offset + node.length });

function lower(node: jsonc.Node, text: string): ValueNode {
  const range = rangeOf(node);
  const children = node.children ?? [];
  if (node.type === 'object') {
    return { kind: 'mapping', range, flow: true, pairs: children.flatMap((child) => lowerPair(child, text) ?? []) };
  }
  if (node.type === 'array') {
    return { kind: 'sequence', range, flow: true, items: children.map((child) => lower(child, text)) };
  }
  return lowerScalar(node, text);
}

function lowerPair(node: jsonc.Node, text: string): PairNode | undefined {
  const [key, value] = node.children ?? [];
  if (!key) return undefined;
  const lowered = value && lower(value, text);
  const range = { start: node.offset, end: lowered?.range.end ?? key.offset + key.length };
  return { kind: 'pair', range, key: lowerScalar(key, text), value: lowered };
}

function lowerScalar(node: jsonc.Node, text: string): ScalarNode {
  const range = rangeOf(node);
  const value = node.value as string | number | boolean | null;
  switch (typeof value) {
    case 'string':
      return { kind: 'scalar', range, style: 'double', type: 'string', value };
    case 'number': {
      const type = /^-?\d+$/.test(text.slice(range.start, range.end)) ? 'integer' : 'float';
      return { kind: 'scalar', range, style: 'plain', type, value };
    }
    case 'boolean':
      return { kind: 'scalar', range, style: 'plain', type: 'boolean', value };
    default:
      return { kind: 'scalar', range, style: 'plain', type: 'null', value: null };
  }
}

function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  const add = (offset: number, length: number) => {
    comments.push({ range: { start: offset, end: offset + length }, text: text.slice(offset, offset + length) });
  };
  jsonc.visit(text, { onComment: add });
  return comments;
}

const codes: Partial<Record<jsonc.ParseErrorCode, SyntaxProblemCode>> = {
  [jsonc.ParseErrorCode.InvalidSymbol]: 'bad-token',
  [jsonc.ParseErrorCode.InvalidNumberFormat]: 'bad-token',
  [jsonc.ParseErrorCode.PropertyNameExpected]: 'bad-token',
  [jsonc.ParseErrorCode.ValueExpected]: 'missing-value',
  [jsonc.ParseErrorCode.ColonExpected]: 'missing-colon',
  [jsonc.ParseErrorCode.CommaExpected]: 'missing-comma',
  [jsonc.ParseErrorCode.CloseBraceExpected]: 'missing-bracket',
  [jsonc.ParseErrorCode.CloseBracketExpected]: 'missing-bracket',
  [jsonc.ParseErrorCode.EndOfFileExpected]: 'unexpected-end',
  [jsonc.ParseErrorCode.InvalidCommentToken]: 'comment-in-json',
  [jsonc.ParseErrorCode.UnexpectedEndOfComment]: 'comment-in-json',
  [jsonc.ParseErrorCode.UnexpectedEndOfString]: 'missing-quote',
  [jsonc.ParseErrorCode.UnexpectedEndOfNumber]: 'bad-token',
  [jsonc.ParseErrorCode.InvalidUnicode]: 'bad-escape',
  [jsonc.ParseErrorCode.InvalidEscapeCharacter]: 'bad-escape',
  [jsonc.ParseErrorCode.InvalidCharacter]: 'bad-character',
};

function toProblem({ error, offset, length }: jsonc.ParseError, text: string): SyntaxProblem {
  const range = { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
  const code = codes[error] ?? 'unknown';
  const comma = /,\s*$/.exec(text.slice(0, range.start));
  if (comma && /^[}\]]/.test(text.slice(range.start)) && (code === 'bad-token' || code === 'missing-value')) {
    return { code: 'trailing-comma', range: { start: comma.index, end: comma.index + 1 } };
  }
  if (code === 'missing-value' && text.trim() === '') return { code: 'empty-document', range };
  return { code, range };
}
