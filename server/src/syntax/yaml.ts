import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type Scalar,
  type YAMLParseError,
  type Node as YamlNode,
} from 'yaml';
import { withoutConflicts } from './conflict.ts';
import type {
  Comment,
  PairNode,
  ScalarNode,
  ScalarStyle,
  SyntaxProblem,
  SyntaxProblemCode,
  SyntaxTree,
  TextRange,
  ValueNode,
} from './node.ts';
import { PatchedText } from './patchedText.ts';
import { resolvePlain } from './plainScalar.ts';
import { tidyProblems } from './problems.ts';
import { isBrokenKey } from './yamlKeys.ts';
import { type Repair, repairYaml } from './yamlRepair.ts';

/** The composer of `yaml` is recursive and cannot be stopped, so deeper texts are cut off here. */
const MAX_DEPTH = 400;

/** Values as text: how a plain scalar is read is decided by `resolvePlain`. */
const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

/** A real text of 1 MB has about this many; of a hostile one the rest is left out. */
const MOST_LEXEMES = 250_000;

/** Reads YAML as the service does. Broken text is repaired as well as can be, and what was repaired is a problem. */
export function parseYaml(text: string): SyntaxTree {
  const composed = compose(text);
  if (composed.tooDeep) return lowerAll(text, composed, undefined);
  if (composed.errors.length === 0) {
    const tree = lowerAll(text, composed, undefined);
    if (lacksColon(tree)) return { ...repaired(text, composed, repairYaml(text)), text };
    if (!tree.problems.some(({ code }) => code === 'unquoted-expression')) return tree;
    return { ...repaired(text, composed, repairYaml(text, 'unquoted-expression')), text };
  }
  const { text: readable, problems } = withoutConflicts(text.slice(0, composed.end));
  const repair = repairYaml(readable);
  const tree = repaired(readable, composed, { ...repair, problems: [...problems, ...repair.problems] });
  return { ...tree, text };
}

/** `key {a: b}` is a pair for YAML, with the key `key {a`. */
const lacksColon = ({ problems }: SyntaxTree): boolean => problems.some(({ code }) => code === 'missing-colon');

function repaired(text: string, composed: Composed, repair: Repair): SyntaxTree {
  if (repair.problems.length === 0 && repair.patches.length === 0) return lowerAll(text, composed, repair);
  const readable = text.slice(0, repair.end);
  return lowerAll(readable, compose(new PatchedText(readable, repair.patches).text), repair);
}

interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly errors: readonly YAMLParseError[];
  readonly comments: readonly Comment[];
  readonly tooDeep: TextRange | undefined;
  /** Where the reading was broken off. */
  readonly end: number;
}

function compose(text: string): Composed {
  // Every problem of `yaml` is an Error, and of a text with many of them most of the time would go into stack traces.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return composeDocuments(text);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function composeDocuments(text: string): Composed {
  const composer = new Composer(options);
  const parser = new Parser();
  const documents: Document.Parsed[] = [];
  const comments: Comment[] = [];
  const take = (tokens: Iterable<CST.Token>) => {
    for (const token of tokens) documents.push(...composer.next(token));
  };
  let tooDeep: TextRange | undefined;
  let before = '';
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    if (parserDepth(parser) > MAX_DEPTH) {
      tooDeep = { start: at, end: at + 1 };
      break;
    }
    if (documents.length > 1 || ++lexemes > MOST_LEXEMES) break;
    if (isComment(lexeme, before)) comments.push({ range: { start: at, end: at + lexeme.length }, text: lexeme });
    before = lexeme;
    take(parser.next(lexeme));
  }
  take(parser.end());
  documents.push(...composer.end(documents.length === 0, text.length));
  const [first, second] = documents;
  const errors = first?.errors ?? [];
  return {
    document: first,
    errors: second ? [...errors, multipleDocuments(second)] : errors,
    comments,
    tooDeep,
    end: parser.offset,
  };
}

/** The lexer puts a sign of its own in front of each scalar. */
const isComment = (lexeme: string, before: string): boolean => lexeme.charCodeAt(0) === 35 && before !== '\x1f';

/** The open collections. The parser keeps them in a public field that its types do not name. */
const parserDepth = (parser: Parser): number => (parser as unknown as { stack: readonly unknown[] }).stack.length;

const multipleDocuments = ({ range }: Document.Parsed): YAMLParseError =>
  ({ code: 'MULTIPLE_DOCS', pos: [range[0], range[0] + 3] }) as unknown as YAMLParseError;

function lowerAll(text: string, composed: Composed, repair: Repair | undefined): SyntaxTree {
  const patched = new PatchedText(text, repair?.patches ?? []);
  const lowering = new Lowering(text, patched);
  const contents = composed.document?.contents;
  const root = contents && !isEmpty(contents) ? lowering.value(contents) : undefined;
  const mended = [...(repair?.problems ?? []), ...lowering.problems];
  const toProblem = (code: SyntaxProblemCode, position: TextRange): SyntaxProblem => {
    const range = inside(patched.toOriginal(position), text);
    // An entry of a list among pairs is no key.
    return {
      code: code === 'missing-colon' && /^-\s/.test(text.slice(range.start, range.start + 2)) ? 'bad-token' : code,
      range,
    };
  };
  const left = [...composed.errors.map((it) => toProblem(codeOf(it), toRange(it.pos))), ...lowering.oddKeys];
  if (composed.tooDeep) mended.push(toProblem('too-deep', composed.tooDeep));
  if (!root && mended.length + left.length === 0) mended.push({ code: 'empty-document', range: { start: 0, end: 0 } });
  const problems = tidyProblems(text, mended, left);
  // A comment that a patch put in is not in the text.
  const comments = composed.comments
    .map((it) => ({ ...it, range: patched.toOriginal(it.range) }))
    .filter((it) => text.slice(it.range.start, it.range.end) === it.text);
  return { notation: 'yaml', text, root, comments, problems, underIndented: repair?.underIndented ?? [] };
}

const toRange = ([start, end]: readonly [number, number]): TextRange => ({ start, end });

const inside = ({ start, end }: TextRange, { length }: string): TextRange => ({
  start: Math.min(start, length),
  end: Math.min(Math.max(start, end), length),
});

const isEmpty = (node: YamlNode): boolean =>
  isScalar(node) && node.source === '' && !/^(?:QUOTE|BLOCK)/.test(node.type ?? '') && !node.tag;

class Lowering {
  readonly problems: SyntaxProblem[] = [];
  /** Keys that are no scalars: odd by themselves, or what a mistake before them makes of a text. */
  readonly oddKeys: SyntaxProblem[] = [];
  readonly #text: string;
  readonly #patched: PatchedText;

  constructor(text: string, patched: PatchedText) {
    this.#text = text;
    this.#patched = patched;
  }

  value(node: YamlNode): ValueNode {
    const range = this.#range(node);
    if (node.tag && node.tag !== '!') this.problems.push({ code: 'tag', range });
    if (isMap(node)) {
      const pairs = node.items.flatMap((pair) => this.#pair(pair.key as YamlNode, pair.value as YamlNode | null) ?? []);
      return { kind: 'mapping', range, flow: node.flow === true, pairs };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.value(item as YamlNode));
      return { kind: 'sequence', range, flow: node.flow === true, items };
    }
    if (isAlias(node)) {
      this.problems.push({ code: 'alias', range });
      return { kind: 'scalar', range, style: 'plain', type: 'string', value: `*${node.source}` };
    }
    return this.#scalar(node as Scalar.Parsed, range);
  }

  #pair(key: YamlNode, value: YamlNode | null): PairNode | undefined {
    if (!isScalar(key)) {
      this.#oddKey(this.#range(key));
      return undefined;
    }
    const keyRange = this.#range(key);
    if (keyRange.start === keyRange.end) {
      this.oddKeys.push({ code: 'bad-token', range: keyRange });
      return undefined;
    }
    const loweredKey = this.#scalar(key as Scalar.Parsed, keyRange);
    const written = String(loweredKey.value);
    if (loweredKey.style === 'plain' && isBrokenKey(written, 0, written.length))
      this.problems.push({ code: 'missing-colon', range: keyRange });
    const loweredValue = value && !isEmpty(value) ? this.value(value) : undefined;
    const end = loweredValue ? loweredValue.range.end : loweredKey.range.end;
    return { kind: 'pair', range: { start: loweredKey.range.start, end }, key: loweredKey, value: loweredValue };
  }

  /** YAML takes `{{ x }}` for a map that has a map as its key, and finds nothing wrong with it. */
  #oddKey({ start, end }: TextRange): void {
    const braces = this.#text.startsWith('{{', start - 1) && this.#text.startsWith('}}', end - 1);
    if (braces) this.problems.push({ code: 'unquoted-expression', range: { start: start - 1, end: end + 1 } });
    else this.oddKeys.push({ code: 'key-not-scalar', range: { start, end } });
  }

  #scalar(node: Scalar.Parsed, range: TextRange): ScalarNode {
    const style = this.#style(node, range);
    const source = node.source ?? '';
    if (node.type && node.type !== 'PLAIN') return { kind: 'scalar', range, style, type: 'string', value: source };
    if (source === '') return { kind: 'scalar', range, style, type: 'null', value: null };
    const { type, value, unreadable } = resolvePlain(source);
    if (unreadable) this.problems.push({ code: 'scalar-unreadable', range });
    return { kind: 'scalar', range, style, type, value };
  }

  /** A quote that a patch put in is not in the user's text, where the scalar stays plain. */
  #style({ type }: Scalar.Parsed, { start }: TextRange): ScalarStyle {
    switch (type) {
      case 'QUOTE_DOUBLE':
        return this.#text[start] === '"' ? 'double' : 'plain';
      case 'QUOTE_SINGLE':
        return this.#text[start] === "'" ? 'single' : 'plain';
      case 'BLOCK_LITERAL':
        return 'literal';
      case 'BLOCK_FOLDED':
        return 'folded';
      default:
        return 'plain';
    }
  }

  #range({ range }: YamlNode): TextRange {
    const [start, end] = range ?? [0, 0];
    const original = inside(this.#patched.toOriginal({ start, end }), this.#text);
    // Block collections and block scalars of `yaml` end behind the line break; ours end with their last character.
    let trimmed = original.end;
    while (trimmed > original.start && /\s/.test(this.#text.charAt(trimmed - 1))) trimmed--;
    return { start: original.start, end: trimmed };
  }
}

const codes: Record<YAMLParseError['code'], SyntaxProblemCode> = {
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'alias',
  BAD_DIRECTIVE: 'bad-character',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_INDENT: 'bad-indent',
  BAD_PROP_ORDER: 'bad-token',
  BAD_SCALAR_START: 'bad-character',
  BLOCK_AS_IMPLICIT_KEY: 'nested-on-one-line',
  BLOCK_IN_FLOW: 'bad-token',
  DUPLICATE_KEY: 'unknown',
  IMPOSSIBLE: 'unknown',
  KEY_OVER_1024_CHARS: 'missing-colon',
  MISSING_CHAR: 'missing-colon',
  MULTILINE_IMPLICIT_KEY: 'missing-colon',
  MULTIPLE_ANCHORS: 'alias',
  MULTIPLE_TAGS: 'tag',
  MULTIPLE_DOCS: 'multiple-documents',
  NON_STRING_KEY: 'key-not-scalar',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAB_AS_INDENT: 'tab-indent',
  TAG_RESOLVE_FAILED: 'tag',
  UNEXPECTED_TOKEN: 'bad-token',
  BAD_COLLECTION_TYPE: 'tag',
};

/** MISSING_CHAR stands for any missing sign; the message of `yaml` ends with it. */
function codeOf({ code, message }: YAMLParseError): SyntaxProblemCode {
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return codes[code] ?? 'unknown';
  if (/quote$/.test(message)) return 'missing-quote';
  if (/[\]}]$/.test(message)) return 'missing-bracket';
  if (/,/.test(message)) return 'missing-comma';
  return codes[code];
}
