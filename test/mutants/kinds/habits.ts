import { descendants, keyName } from '../../../server/src/syntax/navigate.ts';
import type { Base } from '../bases.ts';
import { insert, lineBreak, over, replace } from '../edits.ts';
import type { Kind, Site } from '../kind.ts';
import {
  isLiteral,
  mappings,
  type PairAt,
  pairsOf,
  parameters,
  propertiesOf,
  scalarAt,
  tasks,
  tasksOf,
} from '../places.ts';

/** Pairs of block mappings that stand on one line. */
const linePairs = (base: Base): PairAt[] =>
  mappings(base)
    .filter(({ flow }) => !flow)
    .flatMap((it) => pairsOf(it))
    .filter(({ pair }) => !base.document.text.slice(pair.range.start, pair.range.end).includes('\n'));

const colonOf = (base: Base, { pair }: PairAt): number => base.document.text.indexOf(':', pair.key.range.end);

/** The value of a pair written without quotes, where it had some. */
const unquoted = (places: readonly PairAt[]): Site[] =>
  places.map(({ pair }) => () => {
    const node = pair.value;
    if (node?.kind !== 'scalar' || (node.style !== 'single' && node.style !== 'double')) return undefined;
    return { edits: [over(node.range, String(node.value))], at: [pair.range] };
  });

/** What people who write other things, or on another keyboard, bring along into YAML. */
export const yamlHabits: readonly Kind[] = [
  {
    name: 'YAML: full-width colon',
    notation: 'yaml',
    repairable: true,
    rules: ['invalid-syntax', 'invalid-value-type', 'invalid-property-type', 'invalid-when-type'],
    consequences: [{ rule: 'unused-parameter' }],
    sites: (base) =>
      linePairs(base).map((it) => () => {
        const colon = colonOf(base, it);
        return { edits: [over({ start: colon, end: colon + 2 }, '：')], at: [it.pair.range] };
      }),
  },
  {
    name: 'YAML: yes instead of true',
    notation: 'yaml',
    rules: ['ambiguous-scalar'],
    sites: (base) =>
      linePairs(base)
        .filter(({ pair }) =>
          /^(?:true|false)$/.test(base.document.text.slice(pair.value?.range.start, pair.value?.range.end)),
        )
        .map(({ pair }) => (random) => {
          const { range, value } = pair.value?.kind === 'scalar' ? pair.value : pair.key;
          return { edits: [over(range, random.pick(value ? ['yes', 'on', 'Yes'] : ['no', 'off', 'No']))], at: [range] };
        }),
  },
  {
    name: 'YAML: date without quotes',
    notation: 'yaml',
    repairable: true,
    rules: ['ambiguous-scalar', 'invalid-syntax', 'invalid-property-type', 'invalid-date'],
    sites: (base) =>
      unquoted(
        tasksOf(base, 'TimerTrigger', 'Sleep')
          .flatMap((task) => pairsOf(propertiesOf(task), 'StartDate', 'EndDate'))
          .filter(({ pair }) => isLiteral(pair.value)),
      ),
  },
  {
    name: 'YAML: dash left out in front of a task',
    notation: 'yaml',
    rules: ['duplicate-key', 'invalid-syntax'],
    repairable: true,
    sites: (base) =>
      tasks(base)
        .filter(({ index, node }) => index > 0 && !node.flow)
        .map(({ node: { range } }) => () => {
          const { text } = base.document;
          return text.slice(range.start - 2, range.start) === '- '
            ? {
                edits: [over({ start: range.start - 2, end: range.start }, '  ')],
                at: [{ start: range.start, end: range.start }],
              }
            : undefined;
        }),
  },
  {
    name: 'YAML: value of a task output under Value',
    notation: 'yaml',
    rules: ['unknown-output-key'],
    repairable: true,
    sites: (base) =>
      tasks(base)
        .flatMap(({ outputs }) => outputs.all)
        .flatMap(({ attributes }) => pairsOf(attributes, 'ValueSelector'))
        .map(({ pair }) => () => {
          const { start, end } = pair.key.range;
          const quote = end - start === keyName(pair).length ? 0 : 1;
          return { edits: [over({ start: start + quote, end: end - quote }, 'Value')], at: [pair.key.range] };
        }),
  },
  {
    name: 'YAML: tag',
    notation: 'yaml',
    rules: ['unchecked-yaml-feature'],
    sites: (base) =>
      parameters(base)
        .map(({ attributes }) => scalarAt(attributes, 'Default'))
        .filter((node) => isLiteral(node))
        .map((node) => () => ({ edits: [insert(node.range.start, '!planted ')], at: [node.range] })),
  },
  {
    name: 'YAML: comment that silences a rule that does not exist',
    notation: 'yaml',
    rules: ['unknown-suppression'],
    sites: (base) => atLineEnds(base, '# oos-disable-line no-such-rule'),
  },
  {
    name: 'YAML: comment that silences nothing',
    notation: 'yaml',
    rules: ['unused-suppression'],
    sites: (base) => atLineEnds(base, '# oos-disable-line unknown-parameter'),
  },
  {
    name: 'YAML: text with a colon without quotes',
    notation: 'yaml',
    rules: ['invalid-syntax'],
    sites: (base) =>
      mappings(base)
        .filter(({ flow }) => !flow)
        .flatMap((it) => pairsOf(it, 'Description', 'en', 'title'))
        .filter(
          ({ pair }) =>
            pair.value?.kind === 'scalar' && !/[|>]/.test(base.document.text.charAt(pair.value.range.start)),
        )
        .map(
          ({ pair }) =>
            () =>
              pair.value
                ? { edits: [over(pair.value.range, 'Attention: stops the machine')], at: [pair.range] }
                : undefined,
        ),
  },
  {
    name: 'JSON: full-width comma',
    notation: 'json',
    repairable: true,
    rules: ['invalid-syntax'],
    sites: (base) =>
      commas(base).map((at) => () => ({
        edits: [over({ start: at, end: at + 1 }, '，')],
        at: [{ start: at, end: at + 1 }],
      })),
  },
  {
    name: 'JSON: curly quotes',
    notation: 'json',
    repairable: true,
    rules: ['invalid-syntax'],
    sites: (base) =>
      [...descendants(base.document.tree.root)]
        .filter((node) => isLiteral(node))
        .filter(({ style, value }) => style === 'double' && /^[\w -]+$/.test(String(value)))
        .map((node) => () => ({ edits: [over(node.range, `“${node.value}”`)], at: [node.range] })),
  },
  {
    name: 'JSON: True instead of true',
    notation: 'json',
    repairable: true,
    rules: ['invalid-syntax'],
    sites: (base) =>
      [...descendants(base.document.tree.root)]
        .filter((node) => isLiteral(node))
        .filter(({ type }) => type === 'boolean')
        .map((node) => () => ({ edits: [over(node.range, node.value ? 'True' : 'False')], at: [node.range] })),
  },
  {
    name: 'number in quotes where a count is wanted',
    rules: ['invalid-value-type'],
    repairable: true,
    sites: (base) =>
      parameters(base)
        .flatMap(({ attributes }) => pairsOf(attributes, 'MinLength', 'MaxLength'))
        .map(
          ({ pair }) =>
            () =>
              isLiteral(pair.value)
                ? { edits: [replace(base, pair.value, String(pair.value.value))], at: [pair.range] }
                : undefined,
        ),
  },
];

/** The places of the commas between the entries of lists and maps. */
const commas = (base: Base): number[] => [...base.document.text.matchAll(/,(?=\r?\n)/g)].map(({ index }) => index);

const atLineEnds = (base: Base, comment: string): Site[] =>
  linePairs(base)
    .filter(({ pair }) => pair.value?.kind === 'scalar')
    .map(({ pair }) => () => {
      const end = base.document.text.indexOf(lineBreak(base), pair.range.end);
      return base.document.text.slice(pair.range.end, end).trim() === '' && end >= 0
        ? { edits: [insert(end, ` ${comment}`)], at: [{ start: pair.range.start, end }] }
        : undefined;
    });
