import type { MappingNode, Notation, SequenceNode, SyntaxNode, TextRange } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';

/** A text in which something may be written, and where. */
export interface Gap {
  readonly text: string;
  readonly offset: number;
  /** What is looked at, for whoever reads that something is wrong with it. */
  readonly of: string;
}

/** One more key in each map, one more item in each list, and each scalar value anew. */
export function gapsOf(text: string, notation: Notation): Gap[] {
  const gaps: Gap[] = [];
  const visit = (node: SyntaxNode | undefined, of: string): void => {
    if (node?.kind === 'scalar') gaps.push(replaced(text, node.range, '', '', `value of ${of}`));
    if (node?.kind === 'sequence') {
      for (const item of node.items) visit(item, `an item of ${of}`);
      gaps.push(...behind(text, node, `item of ${of}`));
    }
    if (node?.kind !== 'mapping') return;
    for (const pair of node.pairs) visit(pair.value, String(pair.key.value));
    gaps.push(...behind(text, node, `key of ${of}`));
  };
  visit(new TemplateDocument(text, notation).tree.root, 'the template');
  return gaps;
}

/** The place behind the last child: on a line of its own in the column of the others, between brackets behind a comma. */
function behind(text: string, node: MappingNode | SequenceNode, of: string): Gap[] {
  const last = (node.kind === 'mapping' ? node.pairs : node.items).at(-1);
  if (!last) return [replaced(text, { start: node.range.start + 1, end: node.range.end - 1 }, '', '', of)];
  const end = last.range.start + text.slice(last.range.start, last.range.end).trimEnd().length;
  const at = { start: end, end };
  if (node.flow) return [replaced(text, at, ', ', '', of)];
  const column = node.range.start - (text.lastIndexOf('\n', node.range.start - 1) + 1);
  const dash = node.kind === 'sequence' ? '- ' : '';
  return [replaced(text, at, `\n${' '.repeat(column)}${dash}`, '', of)];
}

function replaced(text: string, { start, end }: TextRange, before: string, after: string, of: string): Gap {
  return { text: text.slice(0, start) + before + after + text.slice(end), offset: start + before.length, of };
}
