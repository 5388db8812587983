import { keyName } from '../../../server/src/syntax/navigate.ts';
import type { PairNode } from '../../../server/src/syntax/node.ts';
import { type Base, catalog } from '../bases.ts';
import { insertPair, replace } from '../edits.ts';
import type { Kind } from '../kind.ts';
import {
  isLiteral,
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

interface Wrong {
  readonly name: string;
  readonly rules: readonly string[];
  readonly values: readonly unknown[];
  readonly pairs: (base: Base) => readonly PairNode[];
}

const wrong = ({ name, rules, values, pairs }: Wrong): Kind => ({
  name,
  rules,
  consequences: [{ rule: 'unused-parameter' }],
  sites: (base) =>
    pairs(base).map(
      (pair) => (random: Random) =>
        pair.value ? { edits: [replace(base, pair.value, random.pick(values))], at: [pair.range] } : undefined,
    ),
});

const property = (base: Base, name: string, ...actions: readonly string[]): PairNode[] =>
  tasksOf(base, ...actions)
    .flatMap((task) => pairsOf(propertiesOf(task), name))
    .map(({ pair }) => pair)
    .filter(({ value }) => value?.kind === 'scalar');

const timers = (base: Base, type: string): PairNode[] =>
  tasksOf(base, 'TimerTrigger')
    .filter((task) => scalarAt(propertiesOf(task), 'Type')?.value === type)
    .flatMap((task) => pairsOf(propertiesOf(task), 'Expression'))
    .map(({ pair }) => pair);

/** The properties of product actions that take one of a few words. */
const limited = (base: Base): PairAt[] =>
  tasks(base).flatMap((task) => {
    const action = catalog.action(task.action ?? '');
    if (!action || action.atomic) return [];
    return pairsOf(propertiesOf(task)).filter(
      ({ pair }) => action.properties.get(keyName(pair))?.allowedValues && isLiteral(pair.value),
    );
  });

export const wrongValues: readonly Kind[] = [
  wrong({
    name: 'unknown version of the format',
    rules: ['unknown-format-version'],
    values: ['OOS-2020-01-01', '2019-06-01', 'OOS-2019-06-1', 'ROS-2015-09-01'],
    pairs: (base) =>
      base.document.notation === 'json' || base.document.text.includes('ACS::')
        ? templates(base).flatMap(({ root }) => pairsOf(root, 'FormatVersion').map(({ pair }) => pair))
        : [],
  }),
  wrong({
    name: 'broken duration',
    rules: ['invalid-duration'],
    values: ['5 minutes', 'PT', '10', 'P5X', 'T5M', 'PT5', '1h2'],
    pairs: (base) => property(base, 'Duration', 'Sleep'),
  }),
  wrong({
    name: 'broken cron expression',
    rules: ['invalid-timer-expression'],
    values: ['0 0 8 * *', '* * * *', '0 0 25 ? * MON', '0 61 8 ? * *', '0 0 8 ? * FUNDAY', '0 0 8 ? 13 *'],
    pairs: (base) => timers(base, 'cron'),
  }),
  wrong({
    name: 'broken rate expression',
    rules: ['invalid-timer-expression'],
    values: ['every hour', '30', 'minutes 30', '30 fortnights'],
    pairs: (base) => timers(base, 'rate'),
  }),
  wrong({
    name: 'broken at expression',
    rules: ['invalid-timer-expression'],
    values: ['tomorrow', '2030-13-01T00:00:00Z', '01.05.2030'],
    pairs: (base) => timers(base, 'at'),
  }),
  wrong({
    name: 'broken date',
    rules: ['invalid-date'],
    values: ['2030-13-01', '2030-02-30T00:00:00Z', '01/02/2030', 'soon', '2030-05-01T25:00:00Z'],
    pairs: (base) => [
      ...property(base, 'EndDate', 'TimerTrigger', 'Sleep'),
      ...property(base, 'StartDate', 'TimerTrigger'),
    ],
  }),
  wrong({
    name: 'unknown time zone',
    rules: ['unknown-time-zone'],
    values: ['Asia/Shangahi', 'Beijing', 'GMT+8:00:00', 'Europe/Bonn'],
    pairs: (base) => property(base, 'TimeZone', 'TimerTrigger'),
  }),
  wrong({
    name: 'broken version of a template',
    rules: ['invalid-template-version'],
    values: ['v0', 'latest', '3', 'v1.2', 'v201'],
    pairs: (base) => property(base, 'TemplateVersion', 'Template'),
  }),
  wrong({
    name: 'word that a property does not take',
    rules: ['invalid-property-type'],
    values: ['Telegram'],
    pairs: (base) => [
      ...property(base, 'NotifyType', 'Notify', 'Approve'),
      ...property(base, 'ComparisonOperator', 'AlarmTrigger'),
      ...property(base, 'Risk', 'ExecuteAPI'),
      ...property(base, 'Method', 'ExecuteAPI', 'ExecuteHttpRequest', 'WaitFor'),
      ...tasksOf(base, 'ExecuteHttpRequest')
        .flatMap((task) => ['CheckFor', 'WaitFor'].map((it) => valueAt(propertiesOf(task), it, 'Rules')))
        .flatMap((rules) => (rules?.kind === 'sequence' ? rules.items : []))
        .flatMap((rule) => pairsOf(rule, 'Operator').map(({ pair }) => pair)),
    ],
  }),
  wrong({
    name: 'word that a product property does not take',
    rules: ['invalid-property-type'],
    values: ['RunRubyScript', 'NoSuchWord'],
    pairs: (base) => limited(base).map(({ pair }) => pair),
  }),
  wrong({
    name: 'number that a product property does not take',
    rules: ['invalid-property-type'],
    values: [-7],
    pairs: (base) =>
      tasks(base)
        .filter(({ action }) => action === 'ACS::ECS::ResizeDisk' || action === 'ACS::VPC::UpgradeEipBandwidth')
        .flatMap((task) => pairsOf(propertiesOf(task), 'newSize', 'Bandwidth').map(({ pair }) => pair)),
  }),
  {
    name: 'two times to sleep until',
    rules: ['ambiguous-sleep-time'],
    sites: (base) =>
      tasksOf(base, 'Sleep').flatMap((task) =>
        pairsOf(propertiesOf(task), 'Duration').map((it) => () => ({
          edits: [insertPair(base, it, 'EndDate', '2030-01-01T00:00:00Z')],
          at: [it.pair.key.range, { start: it.pair.key.range.end, end: it.pair.key.range.end }],
        })),
      ),
  },
  {
    name: 'two sources of a template',
    rules: ['ambiguous-template-source'],
    sites: (base) =>
      tasksOf(base, 'Template').flatMap((task) =>
        pairsOf(propertiesOf(task), 'TemplateContent').map((it) => () => ({
          edits: [insertPair(base, it, 'TemplateName', 'my-template')],
          at: [{ start: it.pair.range.start, end: it.pair.key.range.end }],
        })),
      ),
  },
];
