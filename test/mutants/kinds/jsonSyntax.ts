import { descendants } from '../../../server/src/syntax/navigate.ts';
import type { TextRange, ValueNode } from '../../../server/src/syntax/node.ts';
import type { Base } from '../bases.ts';
import { insert, over } from '../edits.ts';
import type { Kind, Site } from '../kind.ts';
import { mappings, pairsOf } from '../places.ts';

interface Broken {
  readonly name: string;
  readonly repairable?: boolean;
  readonly sites: (base: Base) => readonly Site[];
}

const broken = ({ name, ...kind }: Broken): Kind => ({
  ...kind,
  name: `JSON: ${name}`,
  notation: 'json',
  rules: ['invalid-syntax'],
});

const nodes = (base: Base): ValueNode[] => [...descendants(base.document.tree.root)];
const pairs = (base: Base) => mappings(base).flatMap((it) => pairsOf(it));
const strings = (base: Base): TextRange[] => [
  ...nodes(base).flatMap((it) => (it.kind === 'scalar' && it.style === 'double' ? [it.range] : [])),
  ...pairs(base).map(({ pair }) => pair.key.range),
];
const lists = (base: Base) => nodes(base).filter((it) => it.kind !== 'scalar' && parts(it).length > 0);
const parts = (node: ValueNode): readonly { readonly range: TextRange }[] =>
  node.kind === 'mapping' ? node.pairs : node.kind === 'sequence' ? node.items : [];

/** From a range to the place where the text goes on. */
const upToNext = ({ document: { text } }: Base, { start, end }: TextRange): TextRange => ({
  start,
  end: end + (/^[\s,]*/.exec(text.slice(end))?.[0].length ?? 0),
});

export const brokenJson: readonly Kind[] = [
  broken({
    name: 'comma left out',
    repairable: true,
    sites: (base) =>
      lists(base).flatMap((node) =>
        parts(node)
          .slice(0, -1)
          .map(({ range }) => () => {
            const comma = base.document.text.indexOf(',', range.end);
            return {
              edits: [over({ start: comma, end: comma + 1 }, '')],
              at: [upToNext(base, { start: range.end, end: range.end })],
            };
          }),
      ),
  }),
  broken({
    name: 'comma too many at the end',
    repairable: true,
    sites: (base) =>
      lists(base).flatMap((node) => {
        const { end } = parts(node).at(-1)?.range ?? { end: 0 };
        return [() => ({ edits: [insert(end, ',')], at: [{ start: end, end: node.range.end }] })];
      }),
  }),
  broken({
    name: 'colon left out',
    repairable: true,
    sites: (base) =>
      pairs(base).map(({ pair }) => () => {
        const colon = base.document.text.indexOf(':', pair.key.range.end);
        return { edits: [over({ start: colon, end: colon + 1 }, '')], at: [pair.key.range] };
      }),
  }),
  broken({
    name: 'closing quote left out',
    repairable: true,
    sites: (base) =>
      strings(base).map((range) => () => ({
        edits: [over({ start: range.end - 1, end: range.end }, '')],
        at: [range],
      })),
  }),
  broken({
    name: 'opening quote left out',
    repairable: true,
    sites: (base) =>
      strings(base).map((range) => () => ({
        edits: [over({ start: range.start, end: range.start + 1 }, '')],
        at: [range],
      })),
  }),
  broken({
    name: 'single quotes',
    repairable: true,
    sites: (base) =>
      strings(base).map((range) => () => {
        const inner = base.document.text.slice(range.start + 1, range.end - 1);
        return /['"\\]/.test(inner) ? undefined : { edits: [over(range, `'${inner}'`)], at: [range] };
      }),
  }),
  broken({
    name: 'closing bracket left out',
    repairable: true,
    sites: (base) =>
      lists(base).map(({ range }) => () => ({
        edits: [over({ start: range.end - 1, end: range.end }, '')],
        at: [
          { start: range.start, end: range.start + 1 },
          upToNext(base, { start: lastEnd(base, range), end: range.end }),
        ],
      })),
  }),
  broken({
    name: 'closing bracket too many',
    repairable: true,
    sites: (base) =>
      lists(base).map((node) => () => ({
        edits: [insert(node.range.end, node.kind === 'mapping' ? '}' : ']')],
        at: [upToNext(base, { start: node.range.end, end: node.range.end })],
      })),
  }),
  broken({
    name: 'comment',
    repairable: true,
    sites: (base) =>
      pairs(base).map(({ pair }) => () => ({
        edits: [insert(pair.range.start, '/* a note */ ')],
        at: [pair.key.range],
      })),
  }),
  broken({
    name: 'word without quotes',
    repairable: true,
    sites: (base) =>
      nodes(base).flatMap((it): Site[] =>
        it.kind === 'scalar' && typeof it.value === 'string' && /^(?!true$|false$|null$)[A-Za-z]+$/.test(it.value)
          ? [() => ({ edits: [over(it.range, String(it.value))], at: [it.range] })]
          : [],
      ),
  }),
  broken({
    name: 'conflict that is not resolved',
    sites: (base) =>
      pairs(base)
        .filter(({ pair }) => pair.value?.kind === 'scalar')
        .map(({ pair }) => () => {
          const { text } = base.document;
          const lineStart = text.lastIndexOf('\n', pair.range.start) + 1;
          const end = text.indexOf('\n', pair.range.end);
          const line = text.slice(lineStart, end);
          if (line.trim().replace(/,$/, '') !== text.slice(pair.range.start, pair.range.end)) return undefined;
          const both = ['<<<<<<< HEAD', line, '=======', line, '>>>>>>> theirs'].join('\n');
          return { edits: [over({ start: lineStart, end }, both)], at: [{ start: lineStart, end }] };
        }),
  }),
];

/** The end of the last entry of the list or mapping that ends where a range ends. */
function lastEnd(base: Base, range: TextRange): number {
  const node = nodes(base).find((it) => it.range === range);
  return (node ? parts(node).at(-1)?.range.end : undefined) ?? range.end;
}
