import { keyName, pairOf } from '../../../server/src/syntax/navigate.ts';
import type { TextRange } from '../../../server/src/syntax/node.ts';
import type { Task } from '../../../server/src/template/template.ts';
import { type Base, catalog } from '../bases.ts';
import { headOf, keyOf, over, removeItem, removePair } from '../edits.ts';
import type { Consequence, Kind, Mutant, Site } from '../kind.ts';
import {
  itemsOf,
  type PairAt,
  pairsOf,
  propertiesOf,
  tasks,
  tasksOf,
  templates,
  usesOf,
  usesOfTask,
  valueAt,
} from '../places.ts';

/** Expressions that go away together with a node leave what they name unused. */
const leavesUnused: readonly Consequence[] = [{ rule: 'unused-parameter' }];

/** Where a task may be blamed for what it lacks: its beginning, its action, its properties. */
export function headOfTask(task: Task): TextRange[] {
  return [
    headOf(task.node),
    ...keyOf(pairOf(task.node, 'Name')),
    ...keyOf(pairOf(task.node, 'Action')),
    ...keyOf(task.properties),
  ];
}

interface Left {
  readonly name: string;
  readonly rules: readonly string[];
  readonly repairable?: boolean;
  readonly consequences?: readonly Consequence[];
  readonly places: (base: Base) => readonly (PairAt & { readonly at: readonly TextRange[] })[];
}

function missing({ places, ...kind }: Left): Kind {
  return {
    consequences: leavesUnused,
    ...kind,
    name: `missing ${kind.name}`,
    sites: (base) => places(base).map((it) => () => ({ edits: [removePair(base, it)], at: it.at })),
  };
}

/** The beginning of the mapping, or the key that comes first then. */
const withHead = (it: PairAt) => ({
  ...it,
  at: [headOf(it.mapping), ...it.mapping.pairs.slice(0, 2).map(({ key }) => key.range)],
});

const required = (base: Base, atomic: boolean) =>
  tasks(base).flatMap((task) => {
    const action = catalog.action(task.action ?? '');
    if (action?.atomic !== atomic) return [];
    return pairsOf(propertiesOf(task))
      .filter(({ pair }) => action.properties.get(keyName(pair))?.required)
      .map((it) => ({ ...it, at: headOfTask(task) }));
  });

/** A pair with some name in the properties of tasks, to be missed there. */
const property = (base: Base, names: readonly string[], ...actions: readonly string[]) =>
  tasksOf(base, ...actions).flatMap((task) =>
    pairsOf(propertiesOf(task), ...names).map((it) => ({ ...it, at: headOfTask(task) })),
  );

const missingPairs: readonly Kind[] = [
  {
    name: 'missing FormatVersion',
    rules: ['missing-format-version'],
    sites: (base) =>
      templates(base)
        .flatMap(({ root }) => pairsOf(root, 'FormatVersion'))
        .map((it) => () => {
          const { start, end } = it.pair.range;
          const quoted = base.document.notation === 'yaml' && /['"]/.test(base.document.text.slice(start, end));
          const isFirst = it.mapping.pairs[0] === it.pair;
          return { edits: [removePair(base, it)], at: withHead(it).at, repairable: isFirst && !quoted };
        }),
  },
  missing({
    name: 'tasks',
    rules: ['missing-tasks'],
    places: (base) => templates(base).flatMap(({ root }) => pairsOf(root, 'Tasks').map(withHead)),
  }),
  missing({
    name: 'name of a task',
    rules: ['missing-task-name'],
    places: (base) =>
      tasks(base)
        .filter(({ name }) => name !== undefined && !base.document.text.includes(`${name}.`))
        .flatMap((task) => pairsOf(task.node, 'Name').map((it) => ({ ...it, at: headOfTask(task) }))),
  }),
  missing({
    name: 'action of a task',
    rules: ['missing-task-action'],
    places: (base) =>
      tasks(base).flatMap((task) => pairsOf(task.node, 'Action').map((it) => ({ ...it, at: headOfTask(task) }))),
  }),
  missing({
    name: 'properties of a task',
    rules: ['missing-property'],
    places: (base) =>
      tasks(base)
        .filter((task) => [...(catalog.action(task.action ?? '')?.properties.values() ?? [])].some((it) => it.required))
        .flatMap((task) => pairsOf(task.node, 'Properties').map((it) => ({ ...it, at: headOfTask(task) }))),
  }),
  missing({ name: 'atomic property', rules: ['missing-property'], places: (base) => required(base, true) }),
  missing({ name: 'product property', rules: ['missing-property'], places: (base) => required(base, false) }),
  missing({
    name: 'values to wait for',
    rules: ['missing-wait-values'],
    places: (base) =>
      property(base, ['DesiredValues', 'NotDesiredValues'], 'WaitFor', 'CheckFor').filter(
        ({ mapping }) => pairsOf(mapping, 'DesiredValues', 'NotDesiredValues').length === 1,
      ),
  }),
  missing({
    name: 'time of a sleep',
    rules: ['missing-sleep-time'],
    places: (base) => property(base, ['Duration', 'EndDate'], 'Sleep'),
  }),
  missing({
    name: 'source of a template',
    rules: ['missing-template-source'],
    places: (base) => property(base, ['TemplateName', 'TemplateContent'], 'Template'),
  }),
  missing({
    name: 'web hook',
    rules: ['missing-web-hook'],
    // The type of the notification is what asks for it.
    places: (base) =>
      property(base, ['WebHook'], 'Notify', 'Approve').map((it) => ({
        ...it,
        at: [...it.at, ...keyOf(pairOf(it.mapping, 'NotifyType'))],
      })),
  }),
  missing({
    name: 'key of a web hook',
    rules: ['missing-property'],
    places: (base) =>
      property(base, ['WebHook'], 'Notify', 'Approve').flatMap(({ pair, at }) =>
        pairsOf(pair.value, 'URI', 'Content').map((it) => ({ ...it, at: [...at, ...keyOf(pair), ...withHead(it).at] })),
      ),
  }),
  missing({
    name: 'key of a choice',
    rules: ['missing-property'],
    places: (base) =>
      tasksOf(base, 'Choice').flatMap((task) =>
        itemsOf(valueAt(propertiesOf(task), 'Choices')).flatMap((choice) =>
          pairsOf(choice, 'When', 'NextTask').map((it) => ({
            ...it,
            at: [headOf(it.mapping), ...it.mapping.pairs.map(({ key }) => key.range)],
          })),
        ),
      ),
  }),
  missing({
    name: 'items of a loop',
    rules: ['missing-loop-items'],
    places: (base) =>
      tasks(base).flatMap(({ loop }) =>
        pairsOf(loop?.node, 'Items').map((it) => ({ ...it, at: [headOf(it.mapping), ...keyOf(loop?.pair)] })),
      ),
  }),
  missing({
    name: 'mode of rate control',
    rules: ['missing-rate-control-mode', 'missing-property'],
    places: (base) => [
      ...tasks(base).flatMap(({ loop }) => rateModes(pairOf(loop?.node, 'RateControl'))),
      ...tasksOf(base, 'Loop').flatMap((task) => rateModes(pairOf(propertiesOf(task), 'LoopRateControl'))),
    ],
  }),
  missing({
    name: 'value of an output',
    rules: ['missing-output-value'],
    places: (base) =>
      templates(base).flatMap(({ outputs }) =>
        outputs.all.flatMap(({ attributes, pair }) =>
          pairsOf(attributes, 'Value').map((it) => ({ ...it, at: [headOf(it.mapping), ...keyOf(pair)] })),
        ),
      ),
  }),
];

function rateModes(rateControl: ReturnType<typeof pairOf>) {
  return pairsOf(rateControl?.value, 'Mode').map((it) => ({ ...it, at: [...withHead(it).at, ...keyOf(rateControl)] }));
}

const missingDeclarations: readonly Kind[] = [
  {
    name: 'missing parameter',
    rules: ['unknown-parameter', 'unknown-group-parameter', 'unknown-metadata-parameter'],
    consequences: leavesUnused,
    sites: (base) =>
      templates(base).flatMap((template) =>
        pairsOf(valueAt(template.root, 'Parameters')).flatMap((it): Site[] => {
          const parameter = template.parameters.all.find(({ pair }) => pair === it.pair);
          const bare = template.metadataUses.filter((it) => it.bare).map(({ range }) => range);
          const at = parameter ? usesOf(template, parameter).filter((range) => !bare.includes(range)) : [];
          const outside = at.filter(({ start }) => start < it.pair.range.start || start >= it.pair.range.end);
          if (outside.length === 0 || it.mapping.pairs.length < 2) return [];
          return [() => ({ edits: [removePair(base, it)], at: outside })];
        }),
      ),
  },
  {
    name: 'missing task',
    rules: ['unknown-task', 'unknown-jump-target'],
    consequences: leavesUnused,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.allTasks.flatMap((task): Site[] => {
          const at = (task.name ? usesOfTask(template, task.name) : []).filter(
            ({ start }) => start < task.node.range.start || start >= task.node.range.end,
          );
          const edit = removeItem(task.list.node?.items ?? [], task.index, base);
          return at.length > 0 && edit ? [() => ({ edits: [edit], at })] : [];
        }),
      ),
  },
  {
    name: 'missing output of a task',
    rules: ['unknown-task-output', 'unknown-aggregate-field'],
    consequences: leavesUnused,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.allTasks
          .filter(({ loop, outputs }) => outputs.all.length > 1 || loop)
          .flatMap((task) =>
            pairsOf(valueAt(task.node, 'Outputs')).flatMap((it): Site[] => {
              const at = outputUses(template.uses, task, keyName(it.pair));
              return at.length > 0 && it.mapping.pairs.length > 1
                ? [(): Mutant => ({ edits: [removePair(base, it)], at })]
                : [];
            }),
          ),
      ),
  },
  {
    name: 'empty list of tasks',
    rules: ['missing-tasks'],
    consequences: [{ rule: 'unused-parameter' }],
    sites: (base) =>
      templates(base)
        .flatMap(({ root }) => pairsOf(root, 'Tasks'))
        .map(({ pair }) => () => {
          const colon = base.document.text.indexOf(':', pair.key.range.end) + 1;
          const { end } = pair.range;
          const kept = /\s*$/.exec(base.document.text.slice(colon, end))?.[0].length ?? 0;
          return { edits: [over({ start: colon, end: end - kept }, ' []')], at: [pair.key.range] };
        }),
  },
  {
    name: 'action left empty',
    notation: 'yaml',
    rules: ['missing-task-action'],
    consequences: leavesUnused,
    sites: (base) =>
      tasks(base)
        .flatMap(({ node }) => pairsOf(node, 'Action'))
        .filter(({ mapping }) => !mapping.flow)
        .map(({ pair }) => () => {
          const colon = base.document.text.indexOf(':', pair.key.range.end) + 1;
          return { edits: [over({ start: colon, end: pair.range.end }, '')], at: [pair.key.range] };
        }),
  },
];

function outputUses(uses: Base['template']['uses'], task: Task, name: string): TextRange[] {
  const wanted = name.toLowerCase();
  const read = uses.flatMap(({ expression: { body } }) =>
    body.kind === 'task' &&
    body.name.text.toLowerCase() === task.name?.toLowerCase() &&
    body.path.text.toLowerCase() === wanted &&
    !task.loop
      ? [body.path.range]
      : [],
  );
  const fields = (task.loop?.outputs.all ?? []).flatMap(({ attributes }) =>
    pairsOf(attributes, 'AggregateField').filter(({ pair }) => asText(pair.value) === wanted),
  );
  return [...read, ...fields.map(({ pair }) => pair.range)];
}

const asText = (node: ReturnType<typeof valueAt>) =>
  node?.kind === 'scalar' ? String(node.value).toLowerCase() : undefined;

export const missingParts: readonly Kind[] = [...missingPairs, ...missingDeclarations];
