import { keyName, stringOf } from '../../../server/src/syntax/navigate.ts';
import type { Parameter } from '../../../server/src/template/template.ts';
import { type Base, catalog } from '../bases.ts';
import { replace } from '../edits.ts';
import type { Kind, Site } from '../kind.ts';
import { itemsOf, type PairAt, pairsOf, parameters, propertiesOf, scalarAt, tasks } from '../places.ts';

/** The parameters of the outer template that have a type and no default that could tell of another one. */
const parametersOf = (base: Base, ...types: readonly string[]): Parameter[] =>
  base.template.parameters.all.filter(({ attributes }) => types.includes(stringOf(scalarAt(attributes, 'Type')) ?? ''));

const outerTasks = (base: Base) => base.template.tasks.tasks;

/** A reference to a parameter of a type that does not fit, in the place of a value. */
const referenceTo = (base: Base, places: readonly PairAt[], ...types: readonly string[]): Site[] =>
  places.map(({ pair }) => (random) => {
    const wrong = parametersOf(base, ...types);
    if (!pair.value || wrong.length === 0) return undefined;
    return { edits: [replace(base, pair.value, `{{ ${random.pick(wrong).name} }}`)], at: [pair.range] };
  });

const productProperties = (base: Base, type: string): PairAt[] =>
  outerTasks(base).flatMap((task) => {
    const action = catalog.action(task.action ?? '');
    if (!action || action.atomic) return [];
    return pairsOf(propertiesOf(task)).filter(({ pair }) => {
      const { types = [] } = action.properties.get(keyName(pair)) ?? {};
      return types.length === 1 && types[0] === type;
    });
  });

const unused = [{ rule: 'unused-parameter' }];

export const mismatches: readonly Kind[] = [
  {
    name: 'list where a property takes a number',
    rules: ['invalid-property-type'],
    consequences: unused,
    sites: (base) => referenceTo(base, productProperties(base, 'Number'), 'List'),
  },
  {
    name: 'number where a property takes a truth value',
    rules: ['invalid-property-type'],
    consequences: unused,
    sites: (base) => referenceTo(base, productProperties(base, 'Boolean'), 'Number', 'List'),
  },
  {
    name: 'number as condition of a task',
    rules: ['invalid-when-type'],
    consequences: unused,
    sites: (base) =>
      referenceTo(
        base,
        outerTasks(base).flatMap(({ node }) => pairsOf(node, 'When')),
        'Number',
        'List',
      ),
  },
  {
    name: 'text to loop over',
    rules: ['ambiguous-loop-items', 'invalid-loop-items'],
    consequences: unused,
    sites: (base) =>
      referenceTo(
        base,
        outerTasks(base).flatMap(({ loop }) => pairsOf(loop?.node, 'Items')),
        'String',
      ),
  },
  {
    name: 'number where a function takes a list',
    rules: ['invalid-function-argument'],
    consequences: unused,
    sites: (base) =>
      base.template.calls
        .filter(({ pair }) => /^Fn::(?:Join|Union|Intersection|Difference)$/.test(keyName(pair)))
        .flatMap(({ pair }): Site[] => {
          const node = itemsOf(pair.value)[1];
          const [wrong] = parametersOf(base, 'Number', 'Boolean');
          return node && wrong
            ? [() => ({ edits: [replace(base, node, `{{ ${wrong.name} }}`)], at: [node.range] })]
            : [];
        }),
  },
  {
    name: 'list as condition of Fn::If',
    rules: ['invalid-function-argument', 'invalid-condition-function', 'invalid-when-type'],
    consequences: unused,
    sites: (base) =>
      base.template.calls
        .filter(({ pair }) => keyName(pair) === 'Fn::If')
        .flatMap(({ pair }): Site[] => {
          const [node] = itemsOf(pair.value);
          const [wrong] = parametersOf(base, 'Number', 'List');
          return node && wrong
            ? [() => ({ edits: [replace(base, node, `{{ ${wrong.name} }}`)], at: [node.range] })]
            : [];
        }),
  },
  {
    name: 'word among the allowed values of a number',
    rules: ['invalid-allowed-value'],
    // It may take the place of the default.
    consequences: [{ rule: 'invalid-default' }],
    sites: (base) =>
      parameters(base)
        .filter(({ attributes }) => stringOf(scalarAt(attributes, 'Type')) === 'Number')
        .flatMap(({ attributes }) => pairsOf(attributes, 'AllowedValues'))
        .flatMap(({ pair }) => itemsOf(pair.value).slice(1))
        .map((node) => () => ({ edits: [replace(base, node, 'several')], at: [node.range] })),
  },
  {
    name: 'compared values of which one can never be',
    rules: ['invalid-comparison'],
    sites: (base) =>
      base.template.calls
        .filter(({ pair }) => keyName(pair) === 'Fn::Equals')
        .flatMap(({ pair }): Site[] => {
          const [left, right] = itemsOf(pair.value);
          const name = /^\{\{ ([\w-]+) \}\}$/.exec(stringOf(left) ?? '')?.[1];
          const parameter = name === undefined ? undefined : base.template.parameters.get(name);
          const isText = stringOf(scalarAt(parameter?.attributes, 'Type')) === 'String';
          if (!right || !isText || pairsOf(parameter?.attributes, 'AllowedValues').length === 0) return [];
          return [() => ({ edits: [replace(base, right, 'NeverAllowed')], at: [right.range] })];
        }),
  },
];

/** Letter case and signs that people bring along. */
const cased = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const inLowerCase = (name: string, rules: readonly string[], places: (base: Base) => readonly PairAt[]): Kind => ({
  name: `${name} in lower case`,
  rules,
  repairable: true,
  sites: (base) =>
    places(base).map(({ pair }) => () => {
      const word = stringOf(pair.value);
      const isCapital = word !== undefined && /^[A-Z][a-z][A-Za-z]*$/.test(word);
      if (pair.value?.kind !== 'scalar' || !isCapital) return undefined;
      const { start, end } = pair.value.range;
      const written = base.document.text.slice(start, end);
      return { edits: [{ range: { start, end }, newText: written.replace(word, cased(word)) }], at: [pair.range] };
    }),
});

const rateControls = (base: Base) =>
  tasks(base).flatMap(({ loop }) => [
    ...pairsOf(loop?.node, 'Mode', 'BatchPauseOption'),
    ...pairsOf(pairsOf(loop?.node, 'RateControl')[0]?.pair.value, 'Mode', 'BatchPauseOption'),
  ]);

export const lowerCases: readonly Kind[] = [
  inLowerCase('type of a parameter', ['unknown-parameter-type'], (base) =>
    parameters(base).flatMap(({ attributes }) => pairsOf(attributes, 'Type')),
  ),
  inLowerCase('type of an output', ['unknown-output-type'], (base) =>
    tasks(base).flatMap(({ outputs }) => outputs.all.flatMap(({ attributes }) => pairsOf(attributes, 'Type'))),
  ),
  inLowerCase('mode of rate control', ['invalid-rate-control-value'], rateControls),
  inLowerCase('type of delay', ['invalid-retry-value'], (base) =>
    tasks(base).flatMap(({ node }) => pairsOf(node, 'DelayType')),
  ),
];
