import { pairOf, stringOf } from '../../../server/src/syntax/navigate.ts';
import type { Task } from '../../../server/src/template/template.ts';
import { type Base, catalog } from '../bases.ts';
import { before, insertPair, keyOf, over, removePair, rename, replace } from '../edits.ts';
import type { Kind, Mutant, Site } from '../kind.ts';
import {
  isAction,
  itemsOf,
  type PairAt,
  pairsOf,
  propertiesOf,
  scalarAt,
  tasks,
  tasksOf,
  templates,
  valueAt,
} from '../places.ts';
import type { Random } from '../random.ts';

/** References inside a task to earlier ones become ones to tasks that come later, or to itself. */
const referencesTo = (base: Base, from: (task: Task) => Task | undefined): Site[] =>
  templates(base).flatMap(({ uses }) =>
    uses.flatMap(({ expression: { body }, place }): Site[] => {
      const target = place.task && from(place.task);
      const output = target?.outputs.names()[0] ?? target?.loop?.outputs.names()[0];
      if (!target?.name || !output || body.kind !== 'task' || place.part === 'Outputs' || place.task?.list.owner)
        return [];
      const to = `${target.name}.${target.loop?.outputs.names()[0] ?? output}`;
      const range = { start: body.name.range.start, end: body.path.range.end };
      return [() => ({ edits: [over(range, to)], at: [range] })];
    }),
  );

/** The literal targets of a base, to be turned into something else. */
const jumps = (base: Base) =>
  templates(base).flatMap(({ jumps: all }) =>
    all.flatMap(({ node, task, key }) =>
      node.kind === 'scalar' && typeof node.value === 'string' ? [{ node, task, key }] : [],
    ),
  );

const references: readonly Kind[] = [
  {
    name: 'reference to a later task',
    rules: ['misplaced-forward-reference'],
    sites: (base) =>
      referencesTo(base, (task) => task.list.tasks.slice(task.index + 1).find((it) => it.outputs.all.length > 0)),
  },
  {
    name: 'reference to the own task',
    rules: ['misplaced-self-reference'],
    sites: (base) => referencesTo(base, (task) => (task.outputs.all.length > 0 ? task : undefined)),
  },
  {
    name: 'reference as target of a jump',
    rules: ['invalid-jump-target', 'misplaced-reference'],
    consequences: [{ rule: 'unreachable-output' }],
    sites: (base) =>
      jumps(base).flatMap(({ node }): Site[] => {
        const parameter = templates(base)[0]?.parameters.names()[0];
        return parameter ? [() => ({ edits: [replace(base, node, `{{ ${parameter} }}`)], at: [node.range] })] : [];
      }),
  },
];

const targets: readonly Kind[] = [
  {
    name: 'jump back',
    rules: ['misplaced-backward-jump'],
    consequences: [{ rule: 'unreachable-output' }],
    sites: (base) =>
      jumps(base).flatMap(({ node, task }): Site[] => {
        const earlier = task.list.tasks[task.index - 1]?.name;
        return earlier ? [() => ({ edits: [rename(base, node, earlier)], at: [node.range] })] : [];
      }),
  },
  {
    name: 'jump to itself',
    rules: ['misplaced-backward-jump'],
    consequences: [{ rule: 'unreachable-output' }],
    sites: (base) =>
      jumps(base).flatMap(({ node, task: { name } }): Site[] =>
        name ? [() => ({ edits: [rename(base, node, name)], at: [node.range] })] : [],
      ),
  },
  {
    name: 'jump to a pseudo-task that does not exist',
    rules: ['unknown-jump-target', 'invalid-jump-target'],
    consequences: [{ rule: 'unreachable-output' }],
    sites: (base) =>
      jumps(base).map(({ node }) => (random: Random) => ({
        edits: [rename(base, node, random.pick(['ACS::STOP', 'ACS::CONTINUE', 'ACS::FAIL', 'NoSuchTask']))],
        at: [node.range],
      })),
  },
];

const retryKeys: readonly [key: string, wrong: readonly unknown[]][] = [
  ['Retries', [301, 1000, -1]],
  ['Delay', [0, 3601, 99999]],
  ['BackOff', [0, 3601]],
  ['MaxRetryInterval', [0, 1801]],
];

const retries: readonly Kind[] = [
  {
    name: 'retries out of range',
    rules: ['invalid-retry-value'],
    sites: (base) =>
      tasks(base).flatMap(({ node }) =>
        retryKeys.flatMap(([key, wrong]) =>
          pairsOf(node, key).map(
            ({ pair }) =>
              (random: Random) =>
                pair.value ? { edits: [replace(base, pair.value, random.pick(wrong))], at: [pair.range] } : undefined,
          ),
        ),
      ),
  },
  {
    name: 'retries in words',
    rules: ['invalid-retry-value', 'invalid-value-type'],
    sites: (base) =>
      tasks(base).flatMap(({ node }) =>
        pairsOf(node, 'Retries', 'Delay').map(
          ({ pair }) =>
            () =>
              pair.value ? { edits: [replace(base, pair.value, 'often')], at: [pair.range] } : undefined,
        ),
      ),
  },
  {
    name: 'retries as a text',
    rules: ['invalid-retry-value', 'invalid-value-type'],
    repairable: true,
    sites: (base) =>
      tasks(base).flatMap(({ node }) =>
        pairsOf(node, 'Retries', 'Delay').map(
          ({ pair }) =>
            () =>
              pair.value?.kind === 'scalar' && pair.value.type === 'integer'
                ? { edits: [replace(base, pair.value, String(pair.value.value))], at: [pair.range] }
                : undefined,
        ),
      ),
  },
  {
    name: 'retries on an action that does not try again',
    rules: ['misplaced-retry'],
    repairable: true,
    sites: (base) =>
      tasks(base)
        .filter(
          (task) => catalog.action(task.action ?? '') && !isAction(task, 'WaitFor', 'CheckFor', 'ExecuteHttpRequest'),
        )
        .flatMap(({ node }) =>
          pairsOf(node, 'Properties').map((it) => (random: Random) => ({
            edits: [insertPair(base, it, random.pick(['Retries', 'Delay']), 5)],
            at: [it.pair.key.range],
          })),
        ),
  },
  {
    name: 'retries among the properties',
    rules: ['misplaced-retry', 'unknown-atomic-property'],
    sites: (base) =>
      tasksOf(base, 'WaitFor', 'CheckFor')
        .filter(({ node }) => !pairOf(node, 'Retries'))
        .flatMap((task) =>
          pairsOf(propertiesOf(task), 'PropertySelector').map((it) => () => ({
            edits: [insertPair(base, it, 'Retries', 5)],
            at: [it.pair.key.range],
          })),
        ),
  },
];

const timer = {
  Name: 'plantedTimer',
  Action: 'ACS::TimerTrigger',
  Properties: { Type: 'rate', Expression: '30 minutes', EndDate: '2030-01-01' },
};

/** Puts a trigger behind the first task of a list. */
const triggerBehind = (base: Base, first: Task): Site[] => {
  const second = first.list.tasks[1];
  const [pair] = second ? pairsOf(second.node) : [];
  return pair && !first.list.owner ? [() => planted(base, pair)] : [];
};

const planted = (base: Base, pair: PairAt): Mutant => {
  const edit = insertTask(base, pair);
  return { edits: [edit], at: [before(edit.range.start)] };
};

/** A task on one line in front of the one that begins with a pair. */
function insertTask(base: Base, { mapping, pair }: PairAt) {
  const { text, notation } = base.document;
  const at = mapping.flow ? mapping.range.start : text.lastIndexOf('-', pair.range.start);
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const indent = text.slice(lineStart, at);
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const asItem = notation === 'yaml' && !mapping.flow;
  const task =
    notation === 'json'
      ? `${JSON.stringify(timer)},`
      : `${asItem ? '- ' : ''}{Name: plantedTimer, Action: ACS::TimerTrigger, Properties: {Type: rate, Expression: 30 minutes, EndDate: '2030-01-01'}}${asItem ? '' : ','}`;
  const inList = /^\s*-\s+$/.test(indent) && mapping.flow && notation === 'yaml';
  return inList
    ? { range: { start: lineStart, end: lineStart }, newText: `${indent}${task.slice(0, -1)}${line}` }
    : { range: { start: at, end: at }, newText: `${task}${line}${indent}` };
}

const triggers: readonly Kind[] = [
  {
    name: 'trigger that is not first',
    rules: ['misplaced-trigger', 'duplicate-trigger'],
    sites: (base) => (base.template.tasks.tasks[0] ? triggerBehind(base, base.template.tasks.tasks[0]) : []),
  },
  {
    name: 'trigger in an inline template',
    rules: ['misplaced-trigger'],
    sites: (base) =>
      templates(base)
        .slice(1)
        .flatMap(({ tasks: { tasks: all } }): Site[] => {
          const [pair] = all[0] ? pairsOf(all[0].node) : [];
          return pair ? [() => planted(base, pair)] : [];
        }),
  },
  {
    name: 'trigger in a loop',
    rules: ['misplaced-loop', 'misplaced-trigger'],
    sites: (base) =>
      tasksOf(base, 'TimerTrigger', 'EventTrigger', 'AlarmTrigger').flatMap(({ node }) =>
        pairsOf(node, 'Properties').map((it) => () => ({
          edits: [insertPair(base, it, 'Loop', { Items: [1, 2] })],
          at: [it.pair.key.range],
        })),
      ),
  },
];

const choices: readonly Kind[] = [
  {
    name: 'default task left out of a choice',
    rules: ['missing-property'],
    sites: (base) =>
      tasksOf(base, 'Choice').flatMap((task) =>
        pairsOf(propertiesOf(task), 'DefaultTask').map((it) => () => ({
          edits: [removePair(base, it)],
          at: [...keyOf(task.properties), ...keyOf(pairOf(task.node, 'Action')), ...keyOf(pairOf(task.node, 'Name'))],
          consequences: [{ rule: 'unreachable-output' }],
        })),
      ),
  },
  {
    name: 'condition that is a word',
    rules: ['unknown-condition', 'invalid-when-type'],
    consequences: [{ rule: 'unused-parameter' }],
    sites: (base) =>
      [
        ...tasks(base).flatMap(({ node }) => pairsOf(node, 'When')),
        ...tasksOf(base, 'Choice').flatMap((task) =>
          itemsOf(valueAt(propertiesOf(task), 'Choices')).flatMap((it) => pairsOf(it, 'When')),
        ),
      ].map(
        ({ pair }) =>
          () =>
            pair.value ? { edits: [replace(base, pair.value, 'always')], at: [pair.range] } : undefined,
      ),
  },
  {
    name: 'function around a condition that gives no truth value',
    rules: ['invalid-when-type', 'invalid-condition-function', 'invalid-function-argument'],
    consequences: [{ rule: 'unused-parameter' }],
    sites: (base) =>
      tasks(base).flatMap(({ node }) =>
        pairsOf(node, 'When').map(
          ({ pair }) =>
            () =>
              pair.value && stringOf(scalarAt(node, 'When')) === undefined
                ? { edits: [replace(base, pair.value, { 'Fn::Join': [',', ['a', 'b']] })], at: [pair.range] }
                : undefined,
        ),
      ),
  },
];

export const wrongFlow: readonly Kind[] = [...references, ...targets, ...retries, ...triggers, ...choices];
