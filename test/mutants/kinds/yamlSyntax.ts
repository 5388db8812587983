import { descendants, keyName } from '../../../server/src/syntax/navigate.ts';
import type { PairNode, TextRange, ValueNode } from '../../../server/src/syntax/node.ts';
import type { Base } from '../bases.ts';
import { insert, over } from '../edits.ts';
import type { Kind, Site } from '../kind.ts';
import { mappings, pairsOf } from '../places.ts';

interface Broken {
  readonly name: string;
  readonly rules?: readonly string[];
  readonly repairable?: boolean;
  readonly sites: (base: Base) => readonly Site[];
}

const broken = ({ name, rules = ['invalid-syntax'], ...kind }: Broken): Kind => ({
  ...kind,
  name: `YAML: ${name}`,
  notation: 'yaml',
  rules,
});

/** The lines of block mappings that hold a pair: where the key begins and where the line ends. */
function blockPairs(base: Base) {
  const { text } = base.document;
  return mappings(base)
    .filter(({ flow }) => !flow)
    .flatMap((it) => pairsOf(it))
    .map(({ mapping, pair }) => {
      const { start } = pair.range;
      const lineStart = text.lastIndexOf('\n', start - 1) + 1;
      const colon = pair.key.range.end + (/^[ \t]*/.exec(text.slice(pair.key.range.end))?.[0].length ?? 0);
      return { mapping, pair, lineStart, colon, ownLine: text.slice(lineStart, start).trim() === '' };
    });
}

const scalars = (base: Base) => [...descendants(base.document.tree.root)].filter((it) => it.kind === 'scalar');
/** What stands in brackets, but for the template as a whole. */
const flows = (base: Base) =>
  base.template.root.flow
    ? []
    : [...descendants(base.document.tree.root)].filter((it) => it.kind !== 'scalar' && it.flow && !isEmpty(it));
const isEmpty = (it: ValueNode): boolean =>
  it.kind === 'mapping' ? it.pairs.length === 0 : it.kind === 'sequence' && it.items.length === 0;
const behind = (range: TextRange): TextRange => ({ start: range.end, end: range.end });

/** What is said about a text where a map is wanted. */
const asText = ['invalid-value-type', 'invalid-property-type', 'invalid-when-type', 'invalid-function-argument'];

const signs: readonly Kind[] = [
  broken({
    name: 'colon left out behind a key',
    repairable: true,
    // What is left may be a text that YAML has nothing against.
    rules: ['invalid-syntax', ...asText],
    sites: (base) =>
      blockPairs(base).map(({ pair, colon }) => () => ({
        edits: [over({ start: colon, end: colon + 1 }, '')],
        at: [pair.key.range],
      })),
  }),
  broken({
    name: 'blank left out behind a colon',
    repairable: true,
    rules: ['invalid-syntax', ...asText],
    sites: (base) =>
      blockPairs(base)
        .filter(({ pair }) => pair.value?.kind === 'scalar')
        .map(
          ({ pair, colon }) =>
            () =>
              base.document.text[colon + 1] === ' '
                ? { edits: [over({ start: colon + 1, end: colon + 2 }, '')], at: [pair.key.range] }
                : undefined,
        ),
  }),
  broken({
    name: 'closing quote left out',
    repairable: true,
    sites: (base) =>
      scalars(base)
        .filter(({ style }) => style === 'single' || style === 'double')
        .map(({ range }) => () => ({
          edits: [over({ start: range.end - 1, end: range.end }, '')],
          at: [range],
        })),
  }),
  broken({
    name: 'opening quote left out',
    repairable: true,
    rules: ['invalid-syntax', 'unquoted-reference'],
    sites: (base) =>
      scalars(base)
        .filter(
          ({ style, range }) =>
            style === 'double' || (style === 'single' && base.document.text[range.start + 1] === '{'),
        )
        .filter(({ range }) => /^.[{@`%[\]!&*#]/.test(base.document.text.slice(range.start)))
        .map(({ range }) => () => ({ edits: [over({ start: range.start, end: range.start + 1 }, '')], at: [range] })),
  }),
  broken({
    name: 'closing bracket left out',
    repairable: true,
    sites: (base) =>
      flows(base).map(({ range }) => () => ({
        edits: [over({ start: range.end - 1, end: range.end }, '')],
        at: [range],
      })),
  }),
  broken({
    name: 'closing bracket too many',
    repairable: true,
    sites: (base) =>
      flows(base).map((node) => () => ({
        edits: [insert(node.range.end, node.kind === 'mapping' ? '}' : ']')],
        at: [behind(node.range)],
      })),
  }),
  broken({
    name: 'wrong closing bracket',
    repairable: true,
    sites: (base) =>
      flows(base).map((node) => () => ({
        edits: [over({ start: node.range.end - 1, end: node.range.end }, node.kind === 'mapping' ? ']' : '}')],
        at: [node.range],
      })),
  }),
  broken({
    name: 'comma left out in a flow mapping',
    repairable: true,
    sites: (base) =>
      flows(base).flatMap((node) => {
        const parts = node.kind === 'mapping' ? node.pairs : [];
        return parts.slice(1).flatMap((part, index): Site[] => {
          const previous = parts[index];
          if (!previous) return [];
          const comma = base.document.text.indexOf(',', previous.range.end);
          const at = { start: previous.range.start, end: part.range.end };
          return comma < part.range.start
            ? [() => ({ edits: [over({ start: comma, end: comma + 1 }, '')], at: [at] })]
            : [];
        });
      }),
  }),
];

const layout: readonly Kind[] = [
  broken({
    name: 'tab as indentation',
    repairable: true,
    sites: (base) =>
      blockPairs(base)
        .filter(({ ownLine, lineStart, pair }) => ownLine && lineStart < pair.range.start)
        .map(({ lineStart, pair }) => () => ({
          edits: [over({ start: lineStart, end: pair.range.start }, '\t')],
          at: [pair.key.range],
        })),
  }),
  broken({
    name: 'indentation one too far left',
    repairable: true,
    sites: (base) =>
      blockPairs(base)
        .filter(
          ({ ownLine, mapping, pair, lineStart }) =>
            ownLine && mapping.pairs[0] !== pair && pair.range.start - lineStart > 0,
        )
        .map(({ lineStart, pair }) => () => ({
          edits: [over({ start: lineStart, end: lineStart + 1 }, '')],
          at: [pair.key.range],
        })),
  }),
  broken({
    name: 'indentation one too far right',
    repairable: true,
    sites: (base) =>
      blockPairs(base)
        .filter(({ ownLine, mapping, pair }) => ownLine && mapping.pairs[0] !== pair)
        .filter(({ mapping, pair }) => isAfterScalar(mapping.pairs, pair))
        .map(({ lineStart, pair }) => () => ({ edits: [insert(lineStart, ' ')], at: [pair.key.range] })),
  }),
  broken({
    name: 'blank left out behind a dash',
    repairable: true,
    rules: ['invalid-syntax', 'unknown-task-key', 'invalid-value-type', 'missing-task-name'],
    sites: (base) =>
      [...descendants(base.document.tree.root)]
        .filter((it) => it.kind === 'sequence' && !it.flow && it.items[0]?.kind === 'mapping')
        .flatMap((it) => (it.kind === 'sequence' ? it.items : []))
        .map(
          ({ range: { start } }) =>
            () =>
              /^- ["'{[A-Za-z]$/.test(base.document.text.slice(start - 2, start + 1))
                ? { edits: [over({ start: start - 1, end: start }, '')], at: [{ start, end: start }] }
                : undefined,
        ),
  }),
];

/** The pair in front ends with a scalar on its line, so that a line further right goes on with that scalar or nests in it. */
function isAfterScalar(pairs: readonly PairNode[], pair: PairNode): boolean {
  const previous = pairs[pairs.indexOf(pair) - 1];
  return previous?.value?.kind === 'scalar' && ['plain', 'single', 'double'].includes(previous.value.style);
}

const whole: readonly Kind[] = [
  broken({
    name: 'conflict that is not resolved',
    sites: (base) =>
      blockPairs(base)
        .filter(({ ownLine, pair }) => ownLine && pair.value?.kind === 'scalar' && keyName(pair) !== 'FormatVersion')
        .filter(({ pair }) => pair.value?.kind === 'scalar' && ['plain', 'single', 'double'].includes(pair.value.style))
        .map(({ lineStart, pair }) => () => {
          const { text } = base.document;
          const end = (text.indexOf('\n', pair.range.end) + 1 || text.length + 1) - 1;
          const line = text.slice(lineStart, end);
          const newline = line.endsWith('\r') ? '\r\n' : '\n';
          const bare = line.replace(/\r$/, '');
          const both = [`<<<<<<< HEAD`, bare, '=======', bare, '>>>>>>> theirs'].join(newline);
          return {
            edits: [over({ start: lineStart, end: lineStart + bare.length }, both)],
            at: [{ start: lineStart, end: lineStart + bare.length }],
          };
        }),
  }),
  broken({
    name: 'second document in the file',
    sites: (base) =>
      (base.template.root.flow ? [] : base.template.root.pairs.slice(1)).map((pair) => () => ({
        edits: [insert(pair.range.start, `---\n`)],
        at: [{ start: pair.range.start, end: pair.range.start }],
      })),
  }),
  broken({
    name: 'unknown escape in double quotes',
    sites: (base) =>
      scalars(base)
        .filter(({ style }) => style === 'double')
        .map(({ range }) => () => ({ edits: [insert(range.end - 1, '\\d')], at: [range] })),
  }),
];

export const brokenYaml: readonly Kind[] = [...signs, ...layout, ...whole];
