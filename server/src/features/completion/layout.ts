import type { MappingNode, SyntaxTree, ValueNode } from '../../syntax/node.ts';
import { lineStartAt } from '../../syntax/yamlScan.ts';

/** How a text lays out what is nested. */
export interface Layout {
  readonly newline: string;
  /** The columns of one level. */
  readonly unit: number;
  /** How much further right than their key the dashes of a list stand. */
  readonly dash: number;
  /** What lines are indented with. YAML takes nothing but blanks. */
  readonly fill: ' ' | '\t';
}

/** The layout of a text as its first sections show it, else as most people have it. */
export function layoutOf({ text, root, notation }: SyntaxTree): Layout {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const fill = notation === 'json' && /^[ \t](?=[ \t]*\S)/m.exec(text)?.[0] === '\t' ? '\t' : ' ';
  const usual = { newline, unit: fill === '\t' ? 1 : 2, dash: 2, fill } as const;
  if (root?.kind !== 'mapping') return usual;
  if (notation === 'json') return { ...usual, unit: jsonUnit(text, root) ?? usual.unit };
  const lists = nestedValues(root).filter((it) => it.kind === 'sequence');
  const [list] = lists;
  return { ...usual, unit: unitOf(text, root) ?? 2, dash: list ? columnOf(text, list) : 2 };
}

/** A first key on the line of its brace says nothing. */
function jsonUnit(text: string, { pairs }: MappingNode): number | undefined {
  const [first] = pairs;
  const column = columnOf(text, first);
  const start = first ? first.range.start : 0;
  return column > 0 && text.slice(start - column, start).trim() === '' ? column : undefined;
}

/** The values of the root in block style. */
const nestedValues = (root: MappingNode): ValueNode[] =>
  root.pairs.flatMap(({ value }) => (value && value.kind !== 'scalar' && !value.flow ? [value] : []));

/** Two lists of the same text may be indented in different ways, but maps hardly ever are. */
function unitOf(text: string, root: MappingNode): number | undefined {
  const [first] = nestedValues(root).filter((it) => it.kind === 'mapping');
  const column = columnOf(text, first);
  return column > 0 ? column : undefined;
}

/** The column in which a node begins; 0 for none. */
export function columnOf(text: string, node: Pick<ValueNode, 'range'> | undefined): number {
  if (!node) return 0;
  return node.range.start - lineStartAt(text, node.range.start);
}
