import { isNull, pairOf } from '../../../server/src/syntax/navigate.ts';
import type { PairNode } from '../../../server/src/syntax/node.ts';
import type { Parameter } from '../../../server/src/template/template.ts';
import type { Base } from '../bases.ts';
import { insert, insertPair, keyOf, rename, replace } from '../edits.ts';
import type { Kind, Site } from '../kind.ts';
import { isLiteral, pairsOf, parameters, scalarAt, tasks, templates, valueAt } from '../places.ts';
import type { Random } from '../random.ts';

const typeOf = ({ attributes }: Parameter): unknown => scalarAt(attributes, 'Type')?.value ?? 'String';

/** Adds an attribute to the parameters of some types, in front of their first one. */
const added = (base: Base, types: readonly string[], key: string, value: unknown): Site[] =>
  parameters(base)
    .filter((it) => types.includes(String(typeOf(it))) && !pairOf(it.attributes, key))
    .flatMap(({ attributes }) => pairsOf(attributes).slice(0, 1))
    .map((it) => () => ({ edits: [insertPair(base, it, key, value)], at: [it.pair.key.range] }));

/** Adds a default, or changes the one that is there, on parameters for which `wrong` gives a value. */
const wrongDefault = (base: Base, wrong: (parameter: Parameter) => unknown): Site[] =>
  parameters(base).flatMap((parameter): Site[] => {
    const value = wrong(parameter);
    const { attributes } = parameter;
    const given = pairOf(attributes, 'Default');
    const [first] = pairsOf(attributes);
    if (value === undefined || !first) return [];
    if (!given) return [() => ({ edits: [insertPair(base, first, 'Default', value)], at: [first.pair.key.range] })];
    const { value: node } = given;
    if (!node || isNull(node)) return [];
    const consequences = [{ rule: 'unused-parameter' }];
    return [() => ({ edits: [replace(base, node, value)], at: [given.range], consequences })];
  });

/** Another value for a pair that is written out. */
const changed = (
  base: Base,
  key: string,
  values: readonly unknown[],
  more: (pair: PairNode) => object = () => ({}),
): Site[] =>
  parameters(base)
    .flatMap(({ attributes }) => pairsOf(attributes, key))
    .map(
      ({ pair }) =>
        (random: Random) =>
          pair.value
            ? { edits: [replace(base, pair.value, random.pick(values))], at: [pair.range], ...more(pair) }
            : undefined,
    );

const numberOf = (parameter: Parameter, key: string): number | undefined => {
  const value = scalarAt(parameter.attributes, key)?.value;
  return typeof value === 'number' ? value : undefined;
};

const defaults: readonly Kind[] = [
  {
    name: 'default outside of the allowed values',
    rules: ['invalid-default'],
    sites: (base) =>
      wrongDefault(base, (it) =>
        pairOf(it.attributes, 'AllowedValues') && typeOf(it) === 'String' ? 'something else' : undefined,
      ),
  },
  {
    name: 'default that the pattern refuses',
    rules: ['invalid-default'],
    sites: (base) =>
      wrongDefault(base, ({ attributes }) => {
        const pattern = scalarAt(attributes, 'AllowedPattern')?.value;
        return typeof pattern === 'string' && !isMatch(pattern, '!?') ? '!?' : undefined;
      }),
  },
  {
    name: 'default that is too long or too short',
    rules: ['invalid-default'],
    sites: (base) =>
      wrongDefault(base, (it) => {
        const [least = 0, most] = [numberOf(it, 'MinLength'), numberOf(it, 'MaxLength')];
        const text = most === undefined ? 'i-'.slice(0, least - 1) : `i-${'a'.repeat(most)}`;
        return least > 2 || most !== undefined ? text : undefined;
      }),
  },
  {
    name: 'default out of range',
    rules: ['invalid-default'],
    sites: (base) =>
      wrongDefault(base, (it) => {
        const [least, most] = [numberOf(it, 'MinValue'), numberOf(it, 'MaxValue')];
        if (most !== undefined) return most + 1;
        return least === undefined ? undefined : least - 1;
      }),
  },
  {
    name: 'default of another type',
    rules: ['invalid-default-type'],
    sites: (base) =>
      wrongDefault(base, (it) => {
        if (typeOf(it) === 'Number') return 'a few';
        if (typeOf(it) === 'Boolean') return 'perhaps';
        if (typeOf(it) === 'String') return pairOf(it.attributes, 'AllowedValues') ? undefined : ['a'];
        return typeOf(it) === 'List' ? { a: 'b' } : undefined;
      }),
  },
  {
    name: 'default that refers to a task',
    rules: ['misplaced-reference', 'unknown-parameter', 'unknown-task'],
    sites: (base) => {
      const task = tasks(base).find(({ name, outputs }) => name && outputs.all.length > 0);
      const to = task && `{{ ${task.name}.${task.outputs.names()[0]} }}`;
      return to ? wrongDefault(base, (it) => (typeOf(it) === 'String' ? to : undefined)) : [];
    },
  },
  {
    name: 'defaults that refer to each other',
    rules: ['misplaced-reference', 'misplaced-self-reference'],
    sites: (base) => wrongDefault(base, (it) => (typeOf(it) === 'String' ? `{{ ${it.name} }}` : undefined)),
  },
];

const isMatch = (pattern: string, text: string): boolean => new RegExp(pattern).test(text);

const limits: readonly Kind[] = [
  {
    name: 'least length above the greatest',
    rules: ['invalid-constraint-range'],
    consequences: [{ rule: 'invalid-default' }],
    sites: (base) => inverted(base, 'MinLength', 'MaxLength'),
  },
  {
    name: 'least value above the greatest',
    rules: ['invalid-constraint-range'],
    consequences: [{ rule: 'invalid-default' }],
    sites: (base) => inverted(base, 'MinValue', 'MaxValue'),
  },
  {
    name: 'length of what is no text',
    rules: ['misplaced-constraint'],
    sites: (base) => added(base, ['Number', 'Boolean', 'List', 'Json'], 'MaxLength', 99),
  },
  {
    name: 'range of what is no number',
    rules: ['misplaced-constraint'],
    sites: (base) => added(base, ['String', 'Boolean', 'List', 'Json'], 'MinValue', 0),
  },
  {
    name: 'pattern of what is no text',
    rules: ['misplaced-constraint'],
    sites: (base) => added(base, ['Number', 'Boolean', 'List', 'Json'], 'AllowedPattern', '^.*$'),
  },
  {
    name: 'pattern that is broken',
    rules: ['invalid-allowed-pattern'],
    sites: (base) => changed(base, 'AllowedPattern', ['[a-z', '(i-', '*', 'a{2,1}', '(?<n']),
  },
  {
    name: 'negative length',
    rules: ['invalid-constraint-range', 'invalid-value-type', 'invalid-constraint'],
    sites: (base) => changed(base, 'MinLength', [-1, -5]),
  },
  {
    name: 'name of a parameter with a blank',
    rules: ['invalid-parameter-name'],
    consequences: [
      { rule: 'unknown-parameter' },
      { rule: 'unknown-group-parameter' },
      { rule: 'unknown-metadata-parameter' },
    ],
    sites: (base) =>
      templates(base)
        .flatMap(({ root }) => pairsOf(valueAt(root, 'Parameters')))
        .map(({ pair }) => () => ({
          edits: [rename(base, pair.key, `${String(pair.key.value)} x`)],
          at: [pair.key.range],
        })),
  },
  {
    name: 'name of a task with a sign that is not allowed',
    rules: ['invalid-task-name'],
    consequences: [{ rule: 'unknown-task' }, { rule: 'unknown-jump-target' }],
    sites: (base) =>
      tasks(base).flatMap(({ nameNode, name }) =>
        nameNode
          ? [
              (random: Random) => ({
                edits: [rename(base, nameNode, `${name}${random.pick([' x', '!', '.x', '名'])}`)],
                at: [nameNode.range],
              }),
            ]
          : [],
      ),
  },
];

/** Writes a least that is above the greatest, where there is one of the two. */
function inverted(base: Base, least: string, most: string): Site[] {
  return parameters(base).flatMap((parameter): Site[] => {
    const [low, high] = [pairOf(parameter.attributes, least), pairOf(parameter.attributes, most)];
    const limit = numberOf(parameter, most);
    if (!high || limit === undefined) return [];
    const at = [high.range, ...keyOf(low)];
    if (low?.value)
      return [() => (low.value ? { edits: [replace(base, low.value, limit + 1)], at: [...at, low.range] } : undefined)];
    const [first] = pairsOf(parameter.attributes);
    return first
      ? [() => ({ edits: [insertPair(base, first, least, limit + 1)], at: [...at, first.pair.key.range] })]
      : [];
  });
}

const secrets: readonly Kind[] = [
  {
    name: 'default of a hidden parameter',
    rules: ['risky-default-secret'],
    sites: (base) =>
      parameters(base)
        .filter(({ attributes }) => scalarAt(attributes, 'NoEcho')?.value === true && !pairOf(attributes, 'Default'))
        .flatMap(({ attributes }) => pairsOf(attributes).slice(0, 1))
        .map((it) => () => ({ edits: [insertPair(base, it, 'Default', 'Sunny-Day-1987')], at: [it.pair.key.range] })),
  },
  {
    name: 'hidden parameter that is shown',
    rules: ['missing-no-echo'],
    sites: (base) =>
      parameters(base)
        .filter(({ name }) => /password/i.test(name))
        .flatMap(({ attributes, pair: { key } }) =>
          pairsOf(attributes, 'NoEcho').map(
            ({ pair }) =>
              () =>
                isLiteral(pair.value)
                  ? { edits: [replace(base, pair.value, false)], at: [pair.range, key.range] }
                  : undefined,
          ),
        ),
  },
  {
    name: 'text too large to be taken',
    rules: ['content-too-large'],
    sites: (base) =>
      pairsOf(base.template.root, 'Description').map(({ pair }) => () => ({
        edits: [
          base.document.notation === 'json'
            ? insert(pair.range.start, `"Metadata": {"note": "${'a long text '.repeat(6000)}"}, `)
            : insert(pair.range.start, `# ${'a long text '.repeat(6000)}\n`),
        ],
        at: [{ start: 0, end: base.document.text.length }],
        consequences: [{ rule: 'duplicate-key' }],
      })),
  },
];

export const wrongConstraints: readonly Kind[] = [...defaults, ...limits, ...secrets];
