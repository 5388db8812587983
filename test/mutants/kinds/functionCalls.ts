import { functionNamed } from '../../../server/src/catalog/functions/functions.ts';
import { keyName, toData } from '../../../server/src/syntax/navigate.ts';
import type { Call } from '../../../server/src/template/template.ts';
import type { Base } from '../bases.ts';
import { insertPair, over, removeItem, rename, replace, written } from '../edits.ts';
import type { Consequence, Kind, Site } from '../kind.ts';
import { itemsOf, pairsOf, parameters, scalarAt, tasks, templates, valueAt } from '../places.ts';

/** The conditions of the console are in a language of their own. */
const calls = (base: Base): Call[] =>
  templates(base)
    .flatMap((it) => it.calls)
    .filter(({ place }) => place.part !== 'AssociationPropertyMetadata');
const callsOf = (base: Base, ...names: readonly string[]): Call[] =>
  calls(base).filter(({ pair }) => names.includes(keyName(pair).slice(4)));

const gone: readonly Consequence[] = [{ rule: 'unused-parameter' }];

const arity: readonly Kind[] = [
  {
    name: 'argument left out of a call',
    rules: ['invalid-function-arity', 'invalid-function-argument'],
    consequences: gone,
    sites: (base) =>
      calls(base).flatMap(({ pair }): Site[] => {
        const spec = functionNamed(keyName(pair));
        const items = itemsOf(pair.value);
        if (!spec?.certain || spec.form !== 'list' || items.length !== spec.least || items.length < 2) return [];
        return [
          (random) => {
            const edit = removeItem(items, random.below(items.length), base);
            return (
              edit && {
                edits: [edit],
                at: [pair.key.range, { start: pair.range.start, end: items[0]?.range.start ?? 0 }],
              }
            );
          },
        ];
      }),
  },
  {
    name: 'argument too many in a call',
    rules: ['invalid-function-arity'],
    sites: (base) =>
      calls(base).flatMap(({ pair }): Site[] => {
        const spec = functionNamed(keyName(pair));
        const items = itemsOf(pair.value);
        const [first] = items;
        if (!spec?.certain || spec.form !== 'list' || items.length !== spec.most || !first) return [];
        const data = [...items.map((it) => toData(it)), 'more'];
        return [
          () =>
            pair.value && !JSON.stringify(data).includes('\\n')
              ? { edits: [replace(base, pair.value, data)], at: [pair.range] }
              : undefined,
        ];
      }),
  },
  {
    name: 'Fn::Not of a list',
    rules: ['invalid-function-arity', 'invalid-function-argument'],
    sites: (base) =>
      callsOf(base, 'Not').map(
        ({ pair: { value, range } }) =>
          () =>
            value && value.kind !== 'sequence'
              ? { edits: [replace(base, value, [toData(value), toData(value)])], at: [range] }
              : undefined,
      ),
  },
  {
    name: 'mode of Fn::Jq',
    rules: ['invalid-function-argument', 'invalid-jq-mode'],
    sites: (base) =>
      callsOf(base, 'Jq').flatMap(({ pair }): Site[] => {
        const [mode] = itemsOf(pair.value);
        return mode?.kind === 'scalar'
          ? [(random) => ({ edits: [rename(base, mode, random.pick(['Last', 'Each', 'Frist']))], at: [mode.range] })]
          : [];
      }),
  },
];

const shapes: readonly Kind[] = [
  {
    name: 'key beside a function',
    rules: ['misplaced-function-key'],
    sites: (base) =>
      calls(base).map((call) => () => ({
        edits: [insertPair(base, { mapping: call.mapping, pair: call.pair }, 'Other', 'thing')],
        at: [call.pair.key.range],
      })),
  },
  {
    name: 'index that is no number',
    rules: ['invalid-function-argument'],
    sites: (base) =>
      callsOf(base, 'AddHour', 'CalculateBatch', 'AddSecond').flatMap(({ pair }): Site[] => {
        const at = keyName(pair) === 'Fn::CalculateBatch' ? 0 : 1;
        const node = itemsOf(pair.value)[at];
        return node ? [() => ({ edits: [replace(base, node, 'several')], at: [node.range], consequences: gone })] : [];
      }),
  },
  {
    name: 'list that is a number',
    rules: ['invalid-function-argument'],
    consequences: gone,
    sites: (base) =>
      callsOf(base, 'Join', 'Intersection', 'Union', 'Difference', 'MapJoin').flatMap(({ pair }): Site[] => {
        const node = itemsOf(pair.value)[1];
        return node ? [() => ({ edits: [replace(base, node, 17)], at: [node.range] })] : [];
      }),
  },
  {
    name: 'list where a text is joined',
    rules: ['invalid-function-argument'],
    sites: (base) =>
      callsOf(base, 'Join', 'Split').flatMap(({ pair }): Site[] => {
        const [node] = itemsOf(pair.value);
        return node ? [() => ({ edits: [replace(base, node, [','])], at: [node.range] })] : [];
      }),
  },
  {
    name: 'condition of Fn::If that is a word',
    rules: ['invalid-function-argument', 'unknown-condition', 'invalid-condition-function'],
    consequences: gone,
    sites: (base) =>
      callsOf(base, 'If').flatMap(({ pair }): Site[] => {
        const [node] = itemsOf(pair.value);
        return node ? [() => ({ edits: [replace(base, node, [1])], at: [node.range] })] : [];
      }),
  },
  {
    name: 'function that is not called Fn',
    rules: ['unknown-function'],
    repairable: true,
    sites: (base) =>
      calls(base)
        .filter(({ pair }) => functionNamed(keyName(pair)))
        .map(({ pair }) => (random) => ({
          edits: [rename(base, pair.key, keyName(pair).replace('Fn::', random.pick(['fn::', 'Fn:', 'FN::'])))],
          at: [pair.key.range],
        })),
  },
];

const places: readonly Kind[] = [
  {
    name: 'function in the default of a parameter',
    rules: ['misplaced-function'],
    sites: (base) =>
      parameters(base)
        .filter(({ attributes }) => scalarAt(attributes, 'Type')?.value === 'String')
        .flatMap(({ attributes }) => pairsOf(attributes, 'Default'))
        .map(
          ({ pair }) =>
            () =>
              pair.value
                ? {
                    edits: [replace(base, pair.value, { 'Fn::Join': ['-', ['a', 'b']] })],
                    at: [pair.range],
                    consequences: gone,
                  }
                : undefined,
        ),
  },
  {
    name: 'function as role',
    rules: ['misplaced-function', 'invalid-value-type'],
    sites: (base) =>
      pairsOf(base.template.root, 'RamRole').map(
        ({ pair }) =>
          () =>
            pair.value
              ? {
                  edits: [replace(base, pair.value, { 'Fn::Join': ['', ['OOS', 'Role']] })],
                  at: [pair.range],
                  consequences: gone,
                }
              : undefined,
      ),
  },
  {
    name: 'condition whose outermost function gives no truth value',
    rules: ['invalid-condition-function'],
    sites: (base) =>
      pairsOf(valueAt(base.template.root, 'Conditions')).map(
        ({ pair }) =>
          () =>
            pair.value
              ? { edits: [replace(base, pair.value, { 'Fn::Join': ['', ['a', 'b']] })], at: [pair.range] }
              : undefined,
      ),
  },
  {
    name: 'condition without a function',
    rules: ['invalid-condition-function', 'invalid-value-type'],
    sites: (base) =>
      pairsOf(valueAt(base.template.root, 'Conditions')).map(
        ({ pair }) =>
          () =>
            pair.value ? { edits: [replace(base, pair.value, 'linux')], at: [pair.range] } : undefined,
      ),
  },
  {
    name: 'function in the name of a task',
    rules: [
      'misplaced-function',
      'misplaced-reference',
      'invalid-task-name',
      'invalid-value-type',
      'missing-task-name',
    ],
    consequences: [{ rule: 'unknown-task' }, { rule: 'unknown-jump-target' }],
    sites: (base) =>
      tasks(base).flatMap(({ nameNode }) =>
        nameNode
          ? [
              () => ({
                edits: [over(nameNode.range, written(base, { 'Fn::Join': ['', ['a', 'b']] }))],
                at: [nameNode.range],
              }),
            ]
          : [],
      ),
  },
];

export const wrongCalls: readonly Kind[] = [...arity, ...shapes, ...places];
