import { keyName } from '../../../server/src/syntax/navigate.ts';
import { type Base, catalog } from '../bases.ts';
import { keyOf, replace } from '../edits.ts';
import type { Consequence, Kind } from '../kind.ts';
import {
  isLiteral,
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

interface Mistyped {
  readonly name: string;
  readonly rules?: readonly string[];
  readonly value: unknown;
  readonly consequences?: readonly Consequence[];
  readonly repairable?: boolean;
  readonly places: (base: Base) => readonly PairAt[];
}

const byDefault = ['invalid-value-type', 'invalid-property-type'];

/** What stood there is gone with the expressions in it. */
const gone: readonly Consequence[] = [{ rule: 'unused-parameter' }];

function mistyped({ name, rules = byDefault, value, places, ...kind }: Mistyped): Kind {
  return {
    consequences: gone,
    ...kind,
    name: `wrong type: ${name}`,
    rules,
    sites: (base) =>
      places(base).map(
        ({ pair }) =>
          () =>
            pair.value
              ? {
                  edits: [replace(base, pair.value, value)],
                  at: [...keyOf(pair), { start: pair.range.start, end: pair.value.range.start }],
                }
              : undefined,
      ),
  };
}

const property = (base: Base, name: string, ...actions: readonly string[]) =>
  tasksOf(base, ...actions).flatMap((task) => pairsOf(propertiesOf(task), name));

/** Literal values of product properties that take a number, a truth value, a list. */
const productProperty = (base: Base, type: string) =>
  tasks(base).flatMap((task) => {
    const action = catalog.action(task.action ?? '');
    if (!action || action.atomic) return [];
    return pairsOf(propertiesOf(task)).filter(({ pair }) => {
      const types = action.properties.get(keyName(pair))?.types ?? [];
      return types.length === 1 && types[0] === type;
    });
  });

export const wrongTypes: readonly Kind[] = [
  mistyped({
    name: 'list of parameters',
    value: ['a', 'b'],
    places: (base) => templates(base).flatMap(({ root }) => pairsOf(root, 'Parameters')),
  }),
  mistyped({
    name: 'map of tasks',
    value: { Name: 'a', Action: 'ACS::Pause' },
    rules: ['invalid-value-type', 'missing-tasks'],
    places: (base) => templates(base).flatMap(({ root }) => pairsOf(root, 'Tasks')),
  }),
  mistyped({
    name: 'list of outputs',
    value: ['a'],
    places: (base) => templates(base).flatMap(({ root }) => pairsOf(root, 'Outputs')),
  }),
  mistyped({
    name: 'parameter that is a word',
    value: 'String',
    places: (base) => templates(base).flatMap(({ root }) => pairsOf(valueAt(root, 'Parameters'))),
  }),
  mistyped({
    name: 'properties that are a text',
    value: 'none',
    places: (base) => tasks(base).flatMap(({ node }) => pairsOf(node, 'Properties')),
  }),
  mistyped({
    name: 'outputs of a task that are a list',
    value: ['state'],
    places: (base) => tasks(base).flatMap(({ node }) => pairsOf(node, 'Outputs')),
  }),
  mistyped({
    name: 'output that is only its selector',
    value: '.State',
    places: (base) => tasks(base).flatMap(({ node }) => pairsOf(valueAt(node, 'Outputs'))),
  }),
  mistyped({
    name: 'allowed values without a list',
    value: 'one',
    rules: ['invalid-value-type'],
    places: (base) => parameters(base).flatMap(({ attributes }) => pairsOf(attributes, 'AllowedValues')),
  }),
  mistyped({
    name: 'length in words',
    value: 'ten',
    places: (base) => parameters(base).flatMap(({ attributes }) => pairsOf(attributes, 'MinLength', 'MaxLength')),
  }),
  mistyped({
    name: 'limit in words',
    value: 'ten',
    places: (base) => parameters(base).flatMap(({ attributes }) => pairsOf(attributes, 'MinValue', 'MaxValue')),
  }),
  mistyped({
    name: 'NoEcho in words',
    value: 'always',
    places: (base) => parameters(base).flatMap(({ attributes }) => pairsOf(attributes, 'NoEcho')),
  }),
  mistyped({
    name: 'loop without Items',
    value: ['a', 'b'],
    places: (base) => tasks(base).flatMap(({ node }) => pairsOf(node, 'Loop')),
  }),
  mistyped({
    name: 'items that are a word',
    value: 'everything',
    rules: ['invalid-value-type', 'invalid-loop-items'],
    places: (base) => tasks(base).flatMap(({ loop }) => pairsOf(loop?.node, 'Items')),
  }),
  mistyped({
    name: 'items that are a number',
    value: 5,
    rules: ['invalid-value-type', 'invalid-loop-items'],
    places: (base) => tasks(base).flatMap(({ loop }) => pairsOf(loop?.node, 'Items')),
  }),
  mistyped({
    name: 'rate control that is a number',
    value: 10,
    places: (base) => tasks(base).flatMap(({ loop }) => pairsOf(loop?.node, 'RateControl')),
  }),
  mistyped({
    name: 'choices without a list',
    value: {},
    places: (base) => property(base, 'Choices', 'Choice'),
  }),
  mistyped({
    name: 'choice that is a word',
    value: ['Running'],
    places: (base) => property(base, 'Choices', 'Choice').filter(({ pair }) => itemsOf(pair.value).length === 1),
  }),
  mistyped({
    name: 'desired values without a list',
    value: 'Running',
    places: (base) => property(base, 'DesiredValues', 'WaitFor', 'CheckFor'),
  }),
  mistyped({
    name: 'parameters of a call that are a list',
    value: ['RegionId'],
    places: (base) => property(base, 'Parameters', 'ExecuteAPI', 'WaitFor', 'CheckFor', 'Template'),
  }),
  mistyped({
    name: 'service that is a list',
    value: ['ECS'],
    places: (base) => property(base, 'Service', 'ExecuteAPI', 'WaitFor', 'CheckFor'),
  }),
  mistyped({
    name: 'filters without a list',
    value: 'all',
    places: (base) => property(base, 'Filters', 'SelectTargets'),
  }),
  mistyped({
    name: 'number of a product action',
    value: 'many',
    places: (base) => productProperty(base, 'Number'),
  }),
  mistyped({
    name: 'truth value of a product action',
    value: 'perhaps',
    places: (base) => productProperty(base, 'Boolean'),
  }),
  mistyped({
    name: 'text of a product action',
    value: { a: 'b' },
    places: (base) => productProperty(base, 'String').filter(({ pair }) => isLiteral(pair.value)),
  }),
  mistyped({
    name: 'inline template that is a text',
    value: 'my-template',
    places: (base) => property(base, 'TemplateContent', 'Template'),
  }),
  mistyped({
    name: 'name of a task that is a number',
    value: 12,
    rules: ['invalid-task-name', 'invalid-value-type', 'missing-task-name'],
    places: (base) =>
      tasks(base)
        .filter(
          ({ name }) =>
            name !== undefined &&
            !new RegExp(`(?:${name}\\.|(?:Task|On\\w+)"?: ['"]?${name}\\b)`).test(base.document.text),
        )
        .flatMap(({ node }) => pairsOf(node, 'Name')),
  }),
  mistyped({
    name: 'target of a jump that is a list',
    value: ['ACS::END'],
    rules: ['invalid-jump-target', 'invalid-value-type', 'invalid-property-type'],
    places: (base) => tasks(base).flatMap(({ node }) => pairsOf(node, 'OnError', 'OnSuccess')),
  }),
  mistyped({
    name: 'description that is a list',
    value: ['text'],
    places: (base) => tasks(base).flatMap(({ node }) => pairsOf(node, 'Description')),
  }),
];
