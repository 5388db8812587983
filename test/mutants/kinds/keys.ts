import { asMapping, keyName } from '../../../server/src/syntax/navigate.ts';
import type { Base } from '../bases.ts';
import { catalog } from '../bases.ts';
import { rename, typo } from '../edits.ts';
import type { Kind } from '../kind.ts';
import {
  isAction,
  itemsOf,
  type PairAt,
  pairsOf,
  parameters,
  propertiesOf,
  tasks,
  tasksOf,
  templates,
  valueAt,
} from '../places.ts';

const keys = {
  root: [
    'FormatVersion',
    'Description',
    'Parameters',
    'RamRole',
    'Metadata',
    'Conditions',
    'Tasks',
    'Outputs',
    'States',
  ],
  parameter: [
    'Type',
    'Description',
    'Label',
    'Default',
    'AllowedValues',
    'AllowedPattern',
    'MinLength',
    'MaxLength',
    'MinValue',
    'MaxValue',
    'ConstraintDescription',
    'NoEcho',
    'AssociationProperty',
    'AssociationPropertyMetadata',
  ],
  task: [
    'Name',
    'Action',
    'Description',
    'Properties',
    'Outputs',
    'Loop',
    'When',
    'OnError',
    'OnSuccess',
    'Retries',
    'Delay',
    'DelayType',
    'BackOff',
    'MaxRetryInterval',
  ],
  loop: ['Items', 'RateControl', 'Outputs', 'Mode', 'Concurrency', 'MaxErrors', 'BatchPauseOption'],
  rate: ['Mode', 'MaxErrors', 'Concurrency', 'Batch', 'ConcurrencyInBatches', 'BatchPauseOption'],
  aggregate: ['AggregateType', 'AggregateField'],
  output: ['Type', 'Value', 'ValueSelector'],
  choice: ['When', 'NextTask'],
  language: ['en', 'zh-cn', 'name-en', 'name-zh-cn', 'categories'],
};

interface Level {
  readonly name: string;
  readonly rules: readonly string[];
  readonly places: (base: Base) => readonly PairAt[];
  readonly known: (at: PairAt, base: Base) => readonly string[];
}

/** A key with a slip in it, at one level of the language. The key that was meant is the obvious repair. */
function misspelt({ name, rules, places, known }: Level): Kind {
  return {
    name: `misspelt ${name}`,
    rules,
    repairable: true,
    sites: (base) =>
      places(base).map((it) => (random) => {
        const key = keyName(it.pair);
        const others = [...known(it, base), ...it.mapping.pairs.map(keyName)];
        const to = typo(key, random, others);
        return to ? { edits: [rename(base, it.pair.key, to)], at: [it.pair.key.range] } : undefined;
      }),
  };
}

const loops = (base: Base) => tasks(base).flatMap(({ loop }) => loop?.node ?? []);

const rateControls = (base: Base) =>
  [
    ...loops(base).map((it) => valueAt(it, 'RateControl')),
    ...tasksOf(base, 'Loop').map((task) => valueAt(propertiesOf(task), 'LoopRateControl')),
  ].flatMap((it) => asMapping(it) ?? []);

const choices = (base: Base) =>
  tasksOf(base, 'Choice').flatMap((task) => itemsOf(valueAt(propertiesOf(task), 'Choices')));

const propertyPlaces = (base: Base, atomic: boolean, required: boolean): PairAt[] =>
  tasks(base).flatMap((task) => {
    const action = catalog.action(task.action ?? '');
    if (action?.atomic !== atomic) return [];
    return pairsOf(propertiesOf(task)).filter(
      ({ pair }) => action.properties.get(keyName(pair))?.required === required,
    );
  });

const propertyNames = ({ mapping }: PairAt, base: Base): string[] => {
  const task = tasks(base).find((it) => propertiesOf(it) === mapping);
  return [...(catalog.action(task?.action ?? '')?.properties.keys() ?? [])];
};

export const misspeltKeys: readonly Kind[] = [
  misspelt({
    name: 'top-level key',
    rules: ['unknown-top-level-key', 'missing-format-version', 'missing-tasks'],
    places: (base) => templates(base).flatMap(({ root }) => pairsOf(root)),
    known: () => keys.root,
  }),
  misspelt({
    name: 'parameter attribute',
    rules: ['unknown-parameter-attribute'],
    places: (base) => parameters(base).flatMap(({ attributes }) => pairsOf(attributes)),
    known: () => keys.parameter,
  }),
  misspelt({
    name: 'task key',
    rules: ['unknown-task-key', 'missing-task-name', 'missing-task-action'],
    places: (base) => tasks(base).flatMap(({ node }) => pairsOf(node)),
    known: () => keys.task,
  }),
  misspelt({
    name: 'loop key',
    rules: ['unknown-loop-key', 'missing-loop-items'],
    places: (base) => loops(base).flatMap((it) => pairsOf(it)),
    known: () => keys.loop,
  }),
  misspelt({
    name: 'rate control key',
    rules: ['unknown-rate-control-key', 'missing-rate-control-mode', 'unknown-atomic-property'],
    places: (base) => rateControls(base).flatMap((it) => pairsOf(it)),
    known: () => keys.rate,
  }),
  misspelt({
    name: 'loop output key',
    rules: ['unknown-output-key', 'unknown-loop-key'],
    places: (base) =>
      tasks(base).flatMap(({ loop }) => (loop?.outputs.all ?? []).flatMap(({ attributes }) => pairsOf(attributes))),
    known: () => keys.aggregate,
  }),
  misspelt({
    name: 'task output key',
    rules: ['unknown-output-key'],
    places: (base) =>
      tasks(base).flatMap(({ outputs }) => outputs.all.flatMap(({ attributes }) => pairsOf(attributes))),
    known: () => keys.output,
  }),
  misspelt({
    name: 'template output key',
    rules: ['unknown-output-key', 'missing-output-value'],
    places: (base) =>
      templates(base).flatMap(({ outputs }) => outputs.all.flatMap(({ attributes }) => pairsOf(attributes))),
    known: () => keys.output,
  }),
  misspelt({
    name: 'choice key',
    rules: ['unknown-atomic-property', 'missing-property'],
    places: (base) => choices(base).flatMap((it) => pairsOf(it)),
    known: () => keys.choice,
  }),
  misspelt({
    name: 'required atomic property',
    rules: ['unknown-atomic-property', 'missing-property'],
    places: (base) => propertyPlaces(base, true, true),
    known: propertyNames,
  }),
  misspelt({
    name: 'optional atomic property',
    rules: ['unknown-atomic-property'],
    places: (base) => propertyPlaces(base, true, false),
    known: propertyNames,
  }),
  misspelt({
    name: 'required product property',
    rules: ['unknown-product-property', 'missing-property'],
    places: (base) => propertyPlaces(base, false, true),
    known: propertyNames,
  }),
  misspelt({
    name: 'optional product property',
    rules: ['unknown-product-property'],
    places: (base) => propertyPlaces(base, false, false),
    known: propertyNames,
  }),
  misspelt({
    name: 'web hook key',
    rules: ['unknown-atomic-property', 'missing-property'],
    places: (base) =>
      tasksOf(base, 'Notify', 'Approve').flatMap((task) =>
        pairsOf(valueAt(propertiesOf(task), 'WebHook'), 'URI', 'Content', 'Headers'),
      ),
    known: () => ['URI', 'Headers', 'Content'],
  }),
  misspelt({
    name: 'language',
    rules: ['unknown-language-key'],
    places: (base) =>
      [
        ...templates(base).map(({ root }) => valueAt(root, 'Description')),
        ...parameters(base).flatMap(({ attributes }) => [
          valueAt(attributes, 'Label'),
          valueAt(attributes, 'Description'),
        ]),
        ...tasks(base).map(({ node }) => valueAt(node, 'Description')),
      ].flatMap((it) => pairsOf(it, 'zh-cn', 'name-zh-cn')),
    known: () => keys.language,
  }),
  {
    name: 'property in another letter case',
    rules: ['invalid-property-case', 'unknown-atomic-property', 'unknown-product-property', 'missing-property'],
    repairable: true,
    sites: (base) =>
      tasks(base)
        .filter((task) => catalog.action(task.action ?? '') && !isAction(task, 'Pause'))
        .flatMap((task) => pairsOf(propertiesOf(task)))
        .filter(({ pair }) => /^[A-Za-z]/.test(keyName(pair)))
        .map(({ pair }) => () => {
          const name = keyName(pair);
          const first = name.charAt(0);
          const to = (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + name.slice(1);
          return { edits: [rename(base, pair.key, to)], at: [pair.key.range] };
        }),
  },
  {
    name: 'language key in another letter case',
    rules: [
      'unknown-top-level-key',
      'missing-format-version',
      'missing-tasks',
      'unknown-task-key',
      'missing-task-name',
      'missing-task-action',
      'unknown-parameter-attribute',
    ],
    repairable: true,
    sites: (base) =>
      [
        ...templates(base).map(({ root }) => root),
        ...tasks(base).map(({ node }) => node),
        ...parameters(base).flatMap(({ attributes }) => attributes ?? []),
      ]
        .flatMap((it) => pairsOf(it))
        .map(({ pair }) => () => {
          const name = keyName(pair);
          return {
            edits: [rename(base, pair.key, name.charAt(0).toLowerCase() + name.slice(1))],
            at: [pair.key.range],
          };
        }),
  },
];
