import * as jsonc from 'jsonc-parser';
import { withoutConflicts } from './conflict.ts';
import { repairJson } from './jsonRepair.ts';
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
import { PatchedText } from './patchedText.ts';
import { tidyProblems } from './problems.ts';

/** Deeper texts are answered with `too-deep`: the recursive descent below and in jsonc-parser needs stack. */
const MAX_DEPTH = 400;

/** Reads strict JSON. Comments and trailing commas are kept and reported, since the service refuses them. */
export function parseJson(text: string): SyntaxTree {
  const tooDeep = firstTooDeep(text);
  if (tooDeep && !tooDeep.closed) {
    const problem: SyntaxProblem = { code: 'too-deep', range: { start: tooDeep.at, end: tooDeep.at + 1 } };
    return { notation: 'json', text, root: undefined, comments: [], problems: [problem], underIndented: [] };
  }
  const errors: jsonc.ParseError[] = [];
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  if (tooDeep) return parseBroken(text, body);
  const root = jsonc.parseTree(body, errors, { allowTrailingComma: false, disallowComments: true });
  if (errors.length > 0) return parseBroken(text, body);
  const lowering = new Lowering(text, new PatchedText(text, []));
  return {
    notation: 'json',
    text,
    root: root && lowering.value(root),
    comments: [],
    problems: [],
    underIndented: [],
  };
}

function parseBroken(text: string, body: string): SyntaxTree {
  if (body.trim() === '') {
    const problem: SyntaxProblem = { code: 'empty-document', range: { start: 0, end: 0 } };
    return { notation: 'json', text, root: undefined, comments: [], problems: [problem], underIndented: [] };
  }
  const readable = withoutConflicts(body);
  const repair = repairJson(readable.text);
  const patched = new PatchedText(readable.text, repair.patches);
  const errors: jsonc.ParseError[] = [];
  const root = jsonc.parseTree(patched.text, errors);
  const left = errors.map(({ error, offset, length }) => ({
    code: codes[error] ?? 'unknown',
    range: patched.toOriginal({ start: offset, end: offset + length }),
  }));
  return {
    notation: 'json',
    text,
    root: root && new Lowering(readable.text, patched).value(root),
    comments: commentsOf(readable.text, repair.problems),
    problems: tidyProblems(text, [...readable.problems, ...repair.problems], root ? left : []),
    underIndented: [],
  };
}

/** The opening bracket of each closing one. */
const OPENING: ReadonlyMap<jsonc.SyntaxKind, jsonc.SyntaxKind> = new Map([
  [jsonc.SyntaxKind.CloseBraceToken, jsonc.SyntaxKind.OpenBraceToken],
  [jsonc.SyntaxKind.CloseBracketToken, jsonc.SyntaxKind.OpenBracketToken],
]);
const OPENINGS: ReadonlySet<jsonc.SyntaxKind> = new Set(OPENING.values());

/** The bracket that is nested too deeply. One that another kind of bracket closes counts as open for jsonc-parser. */
function firstTooDeep(text: string): { readonly at: number; readonly closed: boolean } | undefined {
  if (text.length < MAX_DEPTH) return undefined;
  const scanner = jsonc.createScanner(text, true);
  const open: jsonc.SyntaxKind[] = [];
  let depth = 0;
  for (let kind = scanner.scan(); kind !== jsonc.SyntaxKind.EOF; kind = scanner.scan()) {
    const opening = OPENING.get(kind);
    if (opening !== undefined) {
      depth--;
      if (open.at(-1) === opening) open.pop();
    } else if (OPENINGS.has(kind)) {
      depth++;
      if (open.push(kind) > MAX_DEPTH) return { at: scanner.getTokenOffset(), closed: depth <= MAX_DEPTH };
    }
  }
  return undefined;
}

class Lowering {
  readonly #text: string;
  readonly #patched: PatchedText;

  constructor(text: string, patched: PatchedText) {
    this.#text = text;
    this.#patched = patched;
  }

  value(node: jsonc.Node): ValueNode {
    const range = this.#range(node);
    const children = node.children ?? [];
    if (node.type === 'object') {
      return { kind: 'mapping', range, flow: true, pairs: children.flatMap((child) => this.#pair(child) ?? []) };
    }
    if (node.type === 'array') {
      return { kind: 'sequence', range, flow: true, items: children.map((child) => this.value(child)) };
    }
    return this.#scalar(node, range);
  }

  #range({ offset, length }: jsonc.Node): TextRange {
    return this.#patched.toOriginal({ start: offset, end: offset + length });
  }

  #pair(node: jsonc.Node): PairNode | undefined {
    const [key, value] = node.children ?? [];
    if (!key) return undefined;
    const lowered = value && this.value(value);
    const loweredKey = this.#scalar(key, this.#range(key));
    // A value that only a patch put in has no place in the text.
    const written = lowered && lowered.range.end > lowered.range.start ? lowered : undefined;
    const range = { start: loweredKey.range.start, end: written?.range.end ?? loweredKey.range.end };
    return { kind: 'pair', range, key: loweredKey, value: written };
  }

  #scalar(node: jsonc.Node, range: TextRange): ScalarNode {
    const value = node.value as string | number | boolean | null;
    switch (typeof value) {
      case 'string': {
        const style = this.#text[range.start] === '"' ? 'double' : 'plain';
        return { kind: 'scalar', range, style, type: 'string', value };
      }
      case 'number': {
        const type = /^-?\d+$/.test(this.#text.slice(range.start, range.end)) ? 'integer' : 'float';
        return { kind: 'scalar', range, style: 'plain', type, value };
      }
      case 'boolean':
        return { kind: 'scalar', range, style: 'plain', type: 'boolean', value };
      default:
        return { kind: 'scalar', range, style: 'plain', type: 'null', value: null };
    }
  }
}

function commentsOf(text: string, problems: readonly SyntaxProblem[]): Comment[] {
  const ranges = problems.flatMap(({ code, range }) => (code === 'comment-in-json' ? [range] : []));
  return ranges.map((range) => ({ range, text: text.slice(range.start, range.end) }));
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
