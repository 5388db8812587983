import { oncePer } from '../analysis/oncePer.ts';
import type { Diagnostic } from '../analysis/rule.ts';
import { rules } from '../analysis/rules/index.ts';
import { readDirectives } from '../analysis/suppressions.ts';
import type { ScalarNode, SyntaxTree, TextEdit, TextRange, ValueNode } from '../syntax/node.ts';

/** Nothing is gained by silencing what keeps the text from being read. */
const untold: ReadonlySet<string> = new Set(['invalid-syntax', 'content-too-large']);

/** Whether a comment can silence a finding: not in JSON, and not what is found in such comments themselves. */
export function canBeSilenced({ notation }: SyntaxTree, { rule: id }: Diagnostic): boolean {
  const rule = rules.find((it) => it.id === id);
  return notation === 'yaml' && !untold.has(id) && rule !== undefined && !('checkSuppressions' in rule);
}

/**
 * Writes the comment that silences a finding, and what else its rule finds on that line: above the line, or above the
 * text over several lines that it is in. Where a comment silences something there already, it gets one more id.
 */
export function silenceOnLine(tree: SyntaxTree, { rule, range }: Diagnostic): TextEdit {
  const { text } = tree;
  const line = commentable(tree, range.start);
  const next = directivesOf(tree).findLast(
    ({ word, comment }) => word === 'oos-disable-next-line' && lineBehind(text, comment.range) === line,
  );
  if (next) return insert(next.range.end, next.id === '' ? ` ${rule}` : `, ${rule}`);
  const first = line === 0 ? startOf(text) : line;
  const [indent = ''] = /^[ \t]*/.exec(text.slice(first)) ?? [];
  return insert(first, `${indent}# oos-disable-next-line ${rule}${newline(text)}`);
}

/** Writes the comment that silences a rule in the whole file. Undefined where another comment ends its reach. */
export function silenceInFile(tree: SyntaxTree, { rule }: Diagnostic): TextEdit | undefined {
  const { text } = tree;
  if (directivesOf(tree).some(({ word, id }) => word === 'oos-enable' && id === rule)) return undefined;
  return insert(startOf(text), `# oos-disable ${rule}${newline(text)}`);
}

/** The start of the line of an offset, or of an earlier line where that one begins inside a text. */
function commentable(tree: SyntaxTree, offset: number): number {
  const { text } = tree;
  let line = lineOf(text, offset);
  for (const { range } of longTextsOf(tree)) {
    if (range.start < line && line < range.end) line = lineOf(text, range.start);
  }
  return line;
}

/** Asked for with every finding, of which a text can have thousands. */
const directivesOf = oncePer(readDirectives);

/** The texts over several lines, the last one first. */
const longTextsOf = oncePer(({ root, text }: SyntaxTree) =>
  [...scalars(root)].filter(({ range: { start, end } }) => text.slice(start, end).includes('\n')).reverse(),
);

/** Keys too, which can have several lines between quotes. */
function* scalars(node: ValueNode | undefined): Generator<ScalarNode> {
  if (node?.kind === 'scalar') yield node;
  if (node?.kind === 'sequence') for (const item of node.items) yield* scalars(item);
  if (node?.kind !== 'mapping') return;
  for (const { key, value } of node.pairs) {
    yield key;
    yield* scalars(value);
  }
}

/** A start of 0 would find a line break at 0. */
const lineOf = (text: string, offset: number): number => (offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0);

function lineBehind(text: string, { end }: TextRange): number {
  const feed = text.indexOf('\n', end);
  return feed < 0 ? text.length : feed + 1;
}

/** Behind a byte order mark, which has to stay the first. */
const startOf = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);

const newline = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const insert = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });
