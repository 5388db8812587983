import type { Comment, SyntaxTree, TextRange, ValueNode } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';

export interface FoldingRange {
  /** Begins on the line that stays visible and ends on the last line that is hidden. */
  readonly range: TextRange;
  readonly kind: 'value' | 'comment';
}

/**
 * What can be folded: values, list items and runs of comments over several lines; at most one from each line, the
 * outermost. The line of a closing bracket stays visible.
 */
export function foldingRanges({ tree }: TemplateDocument): FoldingRange[] {
  const found: FoldingRange[] = [];
  if (tree.root) collectValue(tree, tree.root, found);
  const folds = [...found, ...commentBlocks(tree)].filter(({ range }) => spansLines(tree.text, range));
  folds.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  return folds.filter((fold, index) => {
    const before = folds[index - 1];
    return !before || spansLines(tree.text, { start: before.range.start, end: fold.range.start });
  });
}

function collectValue(tree: SyntaxTree, value: ValueNode, found: FoldingRange[]): void {
  if (value.kind === 'scalar') return;
  if (value.flow) found.push({ range: untilClosing(tree.text, value), kind: 'value' });
  if (value.kind === 'sequence') {
    for (const item of value.items) {
      if (item.kind === 'scalar' || !item.flow) found.push({ range: trimmed(tree.text, item.range), kind: 'value' });
      collectValue(tree, item, found);
    }
    return;
  }
  for (const { key, value: inner } of value.pairs) {
    if (!inner) continue;
    const end = inner.kind === 'scalar' || !inner.flow ? inner.range.end : untilClosing(tree.text, inner).end;
    found.push({ range: trimmed(tree.text, { start: key.range.start, end }), kind: 'value' });
    collectValue(tree, inner, found);
  }
}

/** A bracketed value up to the line before its closing bracket, when the bracket begins a line. */
function untilClosing(text: string, { range }: ValueNode): TextRange {
  if (!/[}\]]/.test(text.charAt(range.end - 1))) return trimmed(text, range);
  const inside = trimmed(text, { start: range.start, end: range.end - 1 });
  return spansLines(text, { start: inside.end, end: range.end }) ? inside : range;
}

/** Without the blank lines at its end, which belong to nothing. */
function trimmed(text: string, { start, end }: TextRange): TextRange {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function spansLines(text: string, { start, end }: TextRange): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

/** Comments on lines of their own, joined while nothing but one line break stands between them. */
function commentBlocks({ text, comments }: SyntaxTree): FoldingRange[] {
  const blocks: TextRange[] = [];
  for (const { range } of comments.filter((it) => standsAlone(text, it))) {
    const last = blocks.at(-1);
    if (last && /^(\r\n|\r|\n)[ \t]*$/.test(text.slice(last.end, range.start))) {
      blocks[blocks.length - 1] = { start: last.start, end: range.end };
    } else blocks.push(range);
  }
  return blocks.map((range) => ({ range, kind: 'comment' }));
}

function standsAlone(text: string, { range }: Comment): boolean {
  let before = range.start - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return before < 0 || text[before] === '\n' || text[before] === '\r';
}
