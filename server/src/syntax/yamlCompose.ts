import { Composer, type CST, type Document, Lexer, Parser, type YAMLParseError } from 'yaml';
import type { Comment, TextRange } from './node.ts';

/** The composer of `yaml` is recursive and cannot be stopped, so deeper texts are cut off here. */
const MAX_DEPTH = 400;

/** Values as text: how a plain scalar is read is decided by `resolvePlain`. */
const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

/** A real text of 1 MB has about this many; of a hostile one the rest is left out. */
const MOST_LEXEMES = 250_000;

export interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly errors: readonly YAMLParseError[];
  readonly comments: readonly Comment[];
  readonly tooDeep: TextRange | undefined;
  /** The brackets that were open where the rest of a long text was left out; undefined: nothing was. They lack nothing. */
  readonly cut: ReadonlySet<number> | undefined;
  /** Where the reading was broken off. */
  readonly end: number;
}

/** Parses a text that may be broken. Never throws. */
export function compose(text: string): Composed {
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
  const take = (lexeme: string) => {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    return documents.length > 1;
  };
  const { cut, ...read } = readLexemes(text, parser, take);
  const end = parser.offset;
  for (const { source } of cut?.toReversed() ?? []) take(source === '[' ? ']' : '}');
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(documents.length === 0, text.length));
  const [first, second] = documents;
  const errors = first?.errors ?? [];
  return {
    ...read,
    document: first,
    errors: second ? [...errors, multipleDocuments(second)] : errors,
    cut: cut && new Set(cut.map(({ offset }) => offset)),
    end,
  };
}

interface Reading extends Pick<Composed, 'comments' | 'tooDeep'> {
  readonly cut: readonly CST.SourceToken[] | undefined;
}

/** Hands over one lexeme after another, until `take` says that it is enough or the text goes too far. */
function readLexemes(text: string, parser: Parser, take: (lexeme: string) => boolean): Reading {
  const comments: Comment[] = [];
  let before = '';
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    if (stackOf(parser).length > MAX_DEPTH) {
      return { comments, tooDeep: { start: at, end: at + 1 }, cut: undefined };
    }
    if (++lexemes > MOST_LEXEMES && before !== SCALAR && isEnd(lexeme, lexemes - MOST_LEXEMES))
      return { comments, tooDeep: undefined, cut: openBrackets(parser) };
    if (isComment(lexeme, before)) comments.push({ range: { start: at, end: at + lexeme.length }, text: lexeme });
    before = lexeme;
    if (take(lexeme)) break;
  }
  return { comments, tooDeep: undefined, cut: undefined };
}

/** Behind a key, or in front of its value, it would look as if something were missing. No entry of a real text is that long. */
const isEnd = (lexeme: string, beyond: number): boolean => /^[,\r\n]/.test(lexeme) || beyond > 1000;

/** The sign of its own that the lexer puts in front of each scalar. */
const SCALAR = '\x1f';

const isComment = (lexeme: string, before: string): boolean => lexeme.charCodeAt(0) === 35 && before !== SCALAR;

/** What is open. The parser keeps it in a public field that its types do not name. */
const stackOf = (parser: Parser): readonly CST.Token[] => (parser as unknown as { stack: CST.Token[] }).stack;

const openBrackets = (parser: Parser): CST.SourceToken[] =>
  stackOf(parser).flatMap((it) => (it.type === 'flow-collection' ? it.start : []));

const multipleDocuments = ({ range }: Document.Parsed): YAMLParseError =>
  ({ code: 'MULTIPLE_DOCS', pos: [range[0], range[0] + 3] }) as unknown as YAMLParseError;
