import type { CursorTree } from '../../syntax/cursorTree.ts';
import { indentAt } from '../../syntax/edit.ts';
import type { MappingNode, PairNode, ScalarNode, SyntaxNode, SyntaxTree, TextRange } from '../../syntax/node.ts';
import { contentRange, type ScalarText, scalarText } from '../../syntax/scalarText.ts';
import { lineEnd } from '../../syntax/yamlScan.ts';
import { restOf } from './behindCursor.ts';
import { columnOf } from './layout.ts';

/** Where something is written. Ranges are those of the user's text; each lies on one line and holds the cursor. */
export type Slot = KeySlot | ValueSlot | InnerSlot;

interface Written {
  /** What gives way: the word around the cursor, without its quotes. */
  readonly range: TextRange;
  /** What stands in it before the cursor. */
  readonly typed: string;
  /** What stands in it behind the cursor and gives way only where a person chooses to replace it. */
  readonly rest: string;
}

interface InPlace extends Written {
  /** The quote in front of the range. */
  readonly quote: '"' | "'" | undefined;
  /** The same quote stands behind the range. */
  readonly closed: boolean;
  /** Written between brackets on one line. */
  readonly flow: boolean;
  /** The column where the line begins, or where the keys of a block stand. */
  readonly column: number;
  /** The white space up to there, with the tabs that stand there. */
  readonly indent: string;
}

/** The key of a pair. */
export interface KeySlot extends InPlace {
  readonly role: 'key';
  readonly mapping: MappingNode;
  readonly pair: PairNode;
  /** The colon is there already. */
  readonly hasColon: boolean;
  /** The mapping consists of nothing but what is being written, so that it may become something else. */
  readonly fresh: boolean;
}

/** The value of a pair, or an item of a list. */
export interface ValueSlot extends InPlace {
  readonly role: 'value';
  /** The pair whose value it is, where it stands on one line with its key, and the mapping around. */
  readonly pair: PairNode | undefined;
  readonly mapping: MappingNode | undefined;
  /** A block of YAML has to begin on the next line. */
  readonly behindKey: boolean;
}

/** A part of a text: a name in an expression, a step of a selector. */
export interface InnerSlot extends Written {
  readonly role: 'inner';
  readonly node: ScalarNode;
  /** What has to come with it: a blank behind the braces, the end of an expression that is not closed. */
  readonly prefix: string;
  readonly suffix: string;
}

/** The scalar at the cursor as key or value; undefined for one that goes over several lines, or with an expression before the cursor. */
export function slotOf(cursor: CursorTree, original: string): KeySlot | ValueSlot | undefined {
  const { scalar, tree, path, offset, toOriginal } = cursor;
  const content = contentRange(tree.text, scalar);
  if (scalar.style === 'literal' || scalar.style === 'folded') return undefined;
  if (tree.text.slice(scalar.range.start, scalar.range.end).includes('\n')) return undefined;
  const range = toOriginal(content);
  const sign = original[range.start - 1];
  const isQuoted = scalar.style !== 'plain' && (sign === '"' || sign === "'");
  const quote = isQuoted ? sign : undefined;
  const { text } = scalarText(tree.text, scalar);
  const typed = text.slice(0, text.indexOf(cursor.word));
  // Behind an expression goes on a text, which no name takes the place of.
  if (typed.includes('}}')) return undefined;
  const before = original.slice(range.start, offset);
  const rest = restOf(before, original.slice(offset, range.end));
  const written = {
    range: rest !== '' && before.trim() === '' ? { start: offset, end: range.end } : range,
    rest,
    typed,
    quote,
    closed: quote !== undefined && !cursor.mends.closing,
  } as const;
  const [around, inner] = path.slice(-3);
  const parent = path.at(-2);
  if (inner?.kind === 'pair' && around?.kind === 'mapping' && inner.key === scalar) {
    return keySlot(cursor, original, written, around, inner);
  }
  return valueSlot(cursor, written, parent, around);
}

type Token = Pick<InPlace, 'range' | 'typed' | 'rest' | 'quote' | 'closed'>;

function keySlot(
  { tree, scalar }: CursorTree,
  original: string,
  written: Token,
  mapping: MappingNode,
  pair: PairNode,
): KeySlot {
  const end = written.range.end + (written.closed ? 1 : 0);
  const behind = original.slice(end, lineEnd(original, end));
  const hasColon = /^[ \t]*:(?!:)/.test(behind);
  const inBlock = tree.notation === 'yaml' && !mapping.flow;
  return {
    role: 'key',
    ...written,
    flow: !inBlock && isOnOneLine(tree, mapping),
    ...(inBlock ? inColumn(columnOf(tree.text, scalar)) : inLine(tree.text, scalar.range.start)),
    mapping,
    pair,
    hasColon,
    fresh: inBlock && mapping.pairs.length === 1 && !hasColon && pair.value === undefined,
  };
}

function valueSlot(
  { tree, scalar }: CursorTree,
  written: Token,
  parent: SyntaxNode | undefined,
  around: SyntaxNode | undefined,
): ValueSlot {
  const pair = parent?.kind === 'pair' ? parent : undefined;
  const mapping = pair && around?.kind === 'mapping' ? around : undefined;
  const container = pair ? mapping : parent;
  const bracketed = container?.kind === 'mapping' || container?.kind === 'sequence' ? container.flow : false;
  const behindKey = pair !== undefined && !bracketed;
  return {
    role: 'value',
    ...written,
    flow: bracketed && container !== undefined && isOnOneLine(tree, container),
    ...(bracketed
      ? inLine(tree.text, scalar.range.start)
      : inColumn(columnOf(tree.text, behindKey ? pair.key : scalar))),
    pair,
    mapping,
    behindKey,
  };
}

/** The value slot in the place of a mapping that is only about to be written. */
export function freshValueSlot(slot: KeySlot): ValueSlot {
  return { ...slot, role: 'value', pair: undefined, mapping: undefined, behindKey: false };
}

/** Block style is not possible inside of brackets, and JSON has nothing else. */
const isOnOneLine = ({ notation, text }: SyntaxTree, { range }: SyntaxNode): boolean =>
  notation === 'yaml' || !text.slice(range.start, range.end).includes('\n');

const inColumn = (column: number): Pick<InPlace, 'column' | 'indent'> => ({ column, indent: ' '.repeat(column) });

function inLine(text: string, at: number): Pick<InPlace, 'column' | 'indent'> {
  const indent = indentAt(text, at);
  return { column: indent.length, indent };
}

/** The text of the scalar at the cursor, split there. */
export interface SplitText {
  readonly content: ScalarText;
  readonly before: string;
  /** Where `after` begins in the text of `content`. */
  readonly behind: number;
  readonly after: string;
}

export function splitText({ tree, scalar, word }: CursorTree): SplitText {
  const content = scalarText(tree.text, scalar);
  const at = content.text.indexOf(word);
  const behind = at + word.length;
  return { content, before: content.text.slice(0, at), behind, after: content.text.slice(behind) };
}
