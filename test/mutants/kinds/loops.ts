import { stringOf } from '../../../server/src/syntax/navigate.ts';
import type { Task } from '../../../server/src/template/template.ts';
import type { Base } from '../bases.ts';
import { insertPair, over, rename, replace } from '../edits.ts';
import type { Kind, Site } from '../kind.ts';
import { isLiteral, pairsOf, propertiesOf, scalarAt, tasks, tasksOf, templates, valueAt } from '../places.ts';
import type { Random } from '../random.ts';

const rateControls = (base: Base) => [
  ...tasks(base).flatMap(({ loop }) => [loop?.node, valueAt(loop?.node, 'RateControl')]),
  ...tasksOf(base, 'Loop').map((task) => valueAt(propertiesOf(task), 'LoopRateControl')),
];

/** A value of rate control that is written out, to become another one. */
const rateValue = (base: Base, names: readonly string[], wrong: readonly unknown[]): Site[] =>
  rateControls(base)
    .flatMap((it) => pairsOf(it, ...names))
    .filter(({ pair }) => isLiteral(pair.value))
    .map(
      ({ pair }) =>
        (random: Random) =>
          pair.value ? { edits: [replace(base, pair.value, random.pick(wrong))], at: [pair.range] } : undefined,
    );

const isInLoop = (task: Task | undefined): boolean =>
  task !== undefined && (task.loop !== undefined || isInLoop(task.list.owner) || task.list.owner !== undefined);

export const wrongLoops: readonly Kind[] = [
  {
    name: 'loop item outside of a loop',
    rules: ['misplaced-loop-item'],
    sites: (base) =>
      templates(base).flatMap(({ uses, parameters: declared }) =>
        uses.flatMap(({ expression: { body }, place }): Site[] => {
          if (body.kind !== 'parameter' || isInLoop(place.task)) return [];
          const parameter = declared.get(body.name.text);
          const consequences = [
            ...(parameter ? [{ rule: 'unused-parameter', at: [parameter.pair.range] }] : []),
            // Of several places only the first one is told.
            { rule: 'risky-command-injection' },
          ];
          return [() => ({ edits: [over(body.name.range, 'ACS::TaskLoopItem')], at: [body.name.range], consequences })];
        }),
      ),
  },
  {
    name: 'loop taken away from a task that uses its item',
    rules: ['misplaced-loop-item'],
    consequences: [{ rule: 'unused-parameter' }, { rule: 'misplaced-loop-item' }],
    sites: (base) =>
      templates(base).flatMap(({ uses }) =>
        uses.flatMap(({ expression: { body, range }, place: { task } }): Site[] => {
          const { loop } = task ?? {};
          if (body.kind !== 'pseudo' || !/loopitem/i.test(body.name.text) || !loop || !task || task.list.owner)
            return [];
          if (task.node.flow || loop.outputs.all.length > 0) return [];
          const index = task.node.pairs.indexOf(loop.pair);
          const next = task.node.pairs[index + 1];
          const previous = task.node.pairs[index - 1];
          if (next)
            return [
              () => ({ edits: [over({ start: loop.pair.range.start, end: next.range.start }, '')], at: [range] }),
            ];
          return previous
            ? [() => ({ edits: [over({ start: previous.range.end, end: loop.pair.range.end }, '')], at: [range] })]
            : [];
        }),
      ),
  },
  {
    name: 'output of one round read from outside',
    rules: ['misplaced-loop-output'],
    sites: (base) =>
      templates(base).flatMap(({ uses, anyTask }) =>
        uses.flatMap(({ expression: { body } }): Site[] => {
          const task = body.kind === 'task' ? anyTask.get(body.name.text) : undefined;
          const output = body.kind === 'task' ? task?.loop?.outputs.get(body.path.text) : undefined;
          const field = stringOf(scalarAt(output?.attributes, 'AggregateField'));
          if (body.kind !== 'task' || !field || task?.loop?.outputs.has(field)) return [];
          return [() => ({ edits: [over(body.path.range, field)], at: [body.path.range] })];
        }),
      ),
  },
  {
    name: 'unknown aggregate field',
    rules: ['unknown-aggregate-field'],
    sites: (base) =>
      tasks(base)
        .filter(({ outputs }) => outputs.all.length > 0)
        .flatMap(({ loop }) => loop?.outputs.all ?? [])
        .flatMap(({ attributes }) => pairsOf(attributes, 'AggregateField'))
        .map(
          ({ pair }) =>
            () =>
              pair.value?.kind === 'scalar'
                ? { edits: [rename(base, pair.value, 'everythingElse')], at: [pair.range] }
                : undefined,
        ),
  },
  {
    name: 'loop on an action that cannot loop',
    rules: ['misplaced-loop'],
    sites: (base) =>
      tasksOf(base, 'Sleep', 'Choice', 'Notify', 'Approve').flatMap(({ node }) =>
        pairsOf(node, 'Properties').map((it) => () => ({
          edits: [insertPair(base, it, 'Loop', { Items: ['a', 'b'] })],
          at: [it.pair.key.range],
        })),
      ),
  },
  {
    name: 'loop over a number or a truth value',
    rules: ['invalid-loop-items'],
    sites: (base) =>
      base.template.allTasks.flatMap(({ loop }) => {
        const items = scalarAt(loop?.node, 'Items');
        const wrong = base.template.parameters.all.filter(({ attributes }) =>
          ['Number', 'Boolean'].includes(stringOf(scalarAt(attributes, 'Type')) ?? ''),
        );
        if (!items || wrong.length === 0) return [];
        return [
          (random: Random) => ({
            edits: [rename(base, items, `{{ ${random.pick(wrong).name} }}`)],
            at: [items.range],
            consequences: [{ rule: 'unused-parameter' }],
          }),
        ];
      }),
  },
  {
    name: 'loop over more than 1000 items',
    rules: ['invalid-loop-size', 'invalid-value-type'],
    sites: (base) =>
      tasks(base)
        .flatMap(({ loop }) => pairsOf(loop?.node, 'Items'))
        .map(
          ({ pair }) =>
            () =>
              pair.value
                ? {
                    edits: [
                      replace(
                        base,
                        pair.value,
                        Array.from({ length: 1001 }, (_, index) => index),
                      ),
                    ],
                    at: [pair.range],
                    consequences: [{ rule: 'unused-parameter' }],
                  }
                : undefined,
        ),
  },
  {
    name: 'unknown mode of rate control',
    rules: ['invalid-rate-control-value', 'invalid-property-type'],
    sites: (base) => rateValue(base, ['Mode'], ['Parallel', 'Concurrency,', 'Serial']),
  },
  {
    name: 'count that is no number and no percentage',
    rules: ['invalid-rate-control-value', 'invalid-property-type'],
    sites: (base) => rateValue(base, ['MaxErrors', 'Concurrency'], ['10 %', 'many', '5.5%', '-1']),
  },
  {
    name: 'unknown option for pauses',
    rules: ['invalid-rate-control-value', 'invalid-property-type'],
    sites: (base) => rateValue(base, ['BatchPauseOption'], ['Never', 'LastBatchPause']),
  },
  {
    name: 'unknown way to aggregate',
    rules: ['unknown-aggregate-type'],
    sites: (base) =>
      tasks(base)
        .flatMap(({ loop }) => loop?.outputs.all ?? [])
        .flatMap(({ attributes }) => pairsOf(attributes, 'AggregateType'))
        .map(
          ({ pair }) =>
            (random: Random) =>
              pair.value
                ? {
                    edits: [replace(base, pair.value, random.pick(['Fn::Average', 'Fn::Count', 'Fn::Join']))],
                    at: [pair.range],
                  }
                : undefined,
        ),
  },
];
