import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Diagnostic } from '../../server/src/analysis/rule.ts';
import { type DocumentSymbol, documentSymbols } from '../../server/src/features/documentSymbol.ts';
import { descendants } from '../../server/src/syntax/navigate.ts';
import type { Notation, SyntaxTree, TextRange } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

const catalog = bundledCatalog();

/** What is wrong with the answers to a text: exceptions, and ranges that are not in the text. */
export function judged(text: string, notation: Notation, analyzed: boolean): { wrong: string[]; tasks: TaskSymbol[] } {
  try {
    const document = new TemplateDocument(text, notation);
    const symbols = documentSymbols(document).flatMap(withChildren);
    const wrong = [...misplacedIn(document.tree), ...misplacedSymbols(symbols, text)];
    if (analyzed) wrong.push(...misplacedFindings(analyze(document, catalog), text));
    return { wrong, tasks: symbols.filter(({ kind }) => kind === 'task').map(({ name, range }) => ({ name, range })) };
  } catch (error) {
    return { wrong: [`throws ${error instanceof Error ? firstLines(error) : String(error)}`], tasks: [] };
  }
}

export type TaskSymbol = Pick<DocumentSymbol, 'name' | 'range'>;

const firstLines = ({ stack = '' }: Error) => stack.split('\n', 3).join(' ').replace(/\s+/g, ' ');

const withChildren = (symbol: DocumentSymbol): DocumentSymbol[] => [symbol, ...symbol.children.flatMap(withChildren)];

const isIn = ({ start, end }: TextRange, outer: TextRange): boolean =>
  outer.start <= start && start <= end && end <= outer.end;

function misplacedIn({ text, root, comments, problems, underIndented }: SyntaxTree): string[] {
  const all = { start: 0, end: text.length };
  const outside = (what: string, ranges: readonly TextRange[]) =>
    ranges.filter((range) => !isIn(range, all)).map(() => `${what} outside the text`);
  const nodes = [...descendants(root)];
  const pairs = nodes.flatMap((node) => (node.kind === 'mapping' ? node.pairs : []));
  const keys = pairs.map(({ key }) => key);
  return [
    ...outside(
      'a node',
      [...nodes, ...pairs, ...keys].map(({ range }) => range),
    ),
    ...outside(
      'a comment',
      comments.map(({ range }) => range),
    ),
    ...outside('an under-indented scalar', underIndented),
    ...problems.flatMap(({ code, range }) => outside(`the problem ${code}`, [range])),
  ];
}

function misplacedSymbols(symbols: readonly DocumentSymbol[], text: string): string[] {
  return symbols.flatMap(({ kind, range, selectionRange, children }) => [
    ...(isIn(range, { start: 0, end: text.length }) ? [] : [`the symbol of a ${kind} outside the text`]),
    ...(isIn(selectionRange, range) ? [] : [`the name of a ${kind} outside its symbol`]),
    ...children.flatMap((child) =>
      isIn(child.range, range) ? [] : [`the symbol of a ${child.kind} outside its ${kind}`],
    ),
  ]);
}

function misplacedFindings(findings: readonly Diagnostic[], text: string): string[] {
  const all = { start: 0, end: text.length };
  return findings.flatMap(({ rule, range, fixes }) => {
    const edits = fixes.flatMap((fix) => fix.edits);
    return [
      ...(isIn(range, all) ? [] : [`a finding of ${rule} outside the text`]),
      ...(edits.every((edit) => isIn(edit.range, all)) ? [] : [`an edit of ${rule} outside the text`]),
    ];
  });
}
