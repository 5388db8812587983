import { indentAt } from '../../syntax/edit.ts';
import { asMapping, isNull, keyName, pairOf } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode, SyntaxTree, TextEdit } from '../../syntax/node.ts';
import type { Task } from '../../template/template.ts';

/** The keys of a task that say how often and how fast WaitFor and CheckFor ask again. */
export const retryKeys: ReadonlySet<string> = new Set(['Retries', 'DelayType', 'Delay', 'BackOff', 'MaxRetryInterval']);

export const isRetrying = (action: string): boolean => /^acs::(?:waitfor|checkfor)$/i.test(action);

/** The pairs of a mapping that are settings of retries, without those that still wait for a value. */
export function retryPairs(mapping: MappingNode): PairNode[] {
  return mapping.pairs.filter((pair) => retryKeys.has(keyName(pair)) && !isNull(pair.value));
}

/** Takes pairs out of a mapping, neighbours in one edit, so that no comma or line is left over or lost. */
export function removePairs({ flow, pairs, range }: MappingNode, removed: readonly PairNode[]): TextEdit[] {
  if (pairs.every((pair) => removed.includes(pair))) {
    const inside = { start: range.start + 1, end: range.end - 1 };
    return [flow ? { range: inside, newText: '' } : { range, newText: '{}' }];
  }
  return runs(pairs, removed).map(([from, to]) => {
    const previous = pairs[from - 1];
    const next = pairs[to + 1];
    const start = next || !previous ? (pairs[from]?.range.start ?? range.start) : previous.range.end;
    return { range: { start, end: next ? next.range.start : (pairs[to]?.range.end ?? range.end) }, newText: '' };
  });
}

/** The first and last index of every row of removed neighbours. */
function runs(pairs: readonly PairNode[], removed: readonly PairNode[]): [number, number][] {
  const found: [number, number][] = [];
  pairs.forEach((pair, index) => {
    if (!removed.includes(pair)) return;
    const last = found.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  });
  return found;
}

/** Moves settings of retries from `Properties` to the task, behind `Properties`. Those that it has already are dropped. */
export function moveToTask({ text }: SyntaxTree, task: Task, moved: readonly PairNode[]): TextEdit[] | undefined {
  const { node, properties } = task;
  const mapping = asMapping(properties?.value);
  const written = moved
    .filter((pair) => !pairOf(node, keyName(pair)))
    .map(({ range }) => text.slice(range.start, range.end));
  if (!properties || !mapping || written.some((it) => it.includes('\n'))) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = text.lastIndexOf('\n', properties.range.start - 1) + 1;
  const column = text.slice(lineStart, properties.range.start).replace(/\S/g, ' ');
  const onLines = text.slice(node.range.start, properties.range.start).includes('\n');
  const inFlow = onLines ? `,${newline}${indentAt(text, properties.range.start)}` : ', ';
  const separator = node.flow ? inFlow : `${newline}${column}`;
  const at = { start: properties.range.end, end: properties.range.end };
  const inserted = written.map((it) => separator + it).join('');
  return [...removePairs(mapping, moved), ...(inserted ? [{ range: at, newText: inserted }] : [])];
}
