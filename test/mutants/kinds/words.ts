import { functions } from '../../../server/src/catalog/functions/functions.ts';
import { keyName, stringOf } from '../../../server/src/syntax/navigate.ts';
import type { ScalarNode } from '../../../server/src/syntax/node.ts';
import type { Call, Task } from '../../../server/src/template/template.ts';
import { type Base, catalog } from '../bases.ts';
import { rename, typo } from '../edits.ts';
import type { Kind, Site } from '../kind.ts';
import { parameters, propertiesOf, scalarAt, tasks, tasksOf, templates, valueAt } from '../places.ts';
import type { Random } from '../random.ts';
import { slipAt, slipIn, taskNames } from './slips.ts';

const atomicNames = () => catalog.actionNames.filter((it) => it.split('::').length === 2);

/** The conditions of the console are in a language of their own. */
const isEvaluated = ({ place: { part } }: Call): boolean => part !== 'AssociationPropertyMetadata';

/** The name as the catalogue has it, or as it stands elsewhere in the template. */
const isUsualSpelling = (base: Base, action: string | undefined): boolean =>
  catalog.action(action ?? '')?.name === action || tasks(base).filter((task) => task.action === action).length > 1;

const isKnown = ({ action }: Task): boolean => catalog.action(action ?? '') !== undefined;

const words: readonly Kind[] = [
  {
    name: 'misspelt jump target',
    rules: ['unknown-jump-target', 'invalid-jump-target'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.jumps.flatMap(({ node }) =>
          node.kind === 'scalar' ? slipIn(base, node, [...taskNames(template), 'ACS::END', 'ACS::NEXT']) : [],
        ),
      ),
  },
  {
    name: 'misspelt atomic action',
    rules: ['unknown-atomic-action'],
    repairable: true,
    sites: (base) =>
      tasks(base)
        .filter((task) => isKnown(task) && task.action?.split('::').length === 2)
        .map(({ actionNode, action }) => (random: Random) => {
          const to = typo(
            action?.slice(5) ?? '',
            random,
            atomicNames().map((it) => it.slice(5)),
          );
          return actionNode && to
            ? {
                edits: [rename(base, actionNode, `${action?.slice(0, 5)}${to}`)],
                at: [actionNode.range],
                repairable: isUsualSpelling(base, action),
              }
            : undefined;
        }),
  },
  {
    name: 'misspelt product action',
    rules: ['unknown-product-action'],
    repairable: true,
    sites: (base) =>
      tasks(base)
        .filter((task) => isKnown(task) && task.action?.split('::').length === 3)
        .map(({ actionNode, action }) => (random: Random) => {
          const at = (action?.lastIndexOf(':') ?? 0) + 1;
          const to = typo(
            action?.slice(at) ?? '',
            random,
            catalog.actionNames.map((it) => it.slice(at)),
          );
          return actionNode && to
            ? { edits: [rename(base, actionNode, `${action?.slice(0, at)}${to}`)], at: [actionNode.range] }
            : undefined;
        }),
  },
  {
    name: 'invented action',
    rules: ['unknown-atomic-action', 'unknown-product-action'],
    sites: (base) =>
      tasks(base).flatMap(({ actionNode }): Site[] =>
        actionNode
          ? [
              (random) => ({
                edits: [
                  rename(
                    base,
                    actionNode,
                    random.pick(['ACS::RunCommand', 'ACS::ExecuteScript', 'ACS::Flow::ForEach']),
                  ),
                ],
                at: [actionNode.range],
              }),
            ]
          : [],
      ),
  },
  {
    name: 'misspelt type of a parameter',
    rules: ['unknown-parameter-type'],
    repairable: true,
    sites: (base) =>
      parameters(base).map(({ attributes }) =>
        slipIn(base, scalarAt(attributes, 'Type'), ['String', 'Number', 'Boolean', 'List', 'Json']),
      ),
  },
  {
    name: 'misspelt type of an output',
    rules: ['unknown-output-type'],
    repairable: true,
    sites: (base) =>
      [...templates(base), ...tasks(base)].flatMap(({ outputs }) =>
        outputs.all.map(({ attributes }) =>
          slipIn(base, scalarAt(attributes, 'Type'), [
            'String',
            'Number',
            'Boolean',
            'List',
            'Json',
            'Array',
            'Object',
          ]),
        ),
      ),
  },
  {
    name: 'foreign type of a parameter',
    rules: ['unknown-parameter-type'],
    sites: (base) =>
      parameters(base).flatMap(({ attributes }): Site[] => {
        const node = scalarAt(attributes, 'Type');
        const to = ['Integer', 'Map', 'Array', 'CommaDelimitedList', 'ALIYUN::OOS::Parameter::Value'];
        return node ? [(random) => ({ edits: [rename(base, node, random.pick(to))], at: [node.range] })] : [];
      }),
  },
  {
    name: 'misspelt function',
    rules: ['unknown-function'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap(({ calls }) =>
        calls.filter(isEvaluated).flatMap(({ pair }): Site[] => {
          const { start, end } = pair.key.range;
          const quote = end - start - keyName(pair).length === 2 ? 1 : 0;
          const range = { start: start + quote + 4, end: end - quote };
          const others = functions.map(({ name }) => name.slice(4));
          return [(random) => slipAt(range, keyName(pair).slice(4), random, others)];
        }),
      ),
  },
  {
    name: 'function of ROS',
    rules: ['unknown-function'],
    sites: (base) =>
      templates(base).flatMap(({ calls }) =>
        calls.filter(isEvaluated).map(({ pair }) => (random: Random) => ({
          edits: [rename(base, pair.key, random.pick(['Fn::GetAtt', 'Fn::FindInMap', 'Fn::Cidr', 'Fn::GetAZs']))],
          at: [pair.key.range],
        })),
      ),
  },
];

/** A word out of a list of words, with a slip in it. */
interface Vocabulary {
  readonly name: string;
  readonly rules: readonly string[];
  readonly words: readonly string[];
  readonly nodes: (base: Base) => readonly (ScalarNode | undefined)[];
}

function vocabulary({ name, rules, words: known, nodes }: Vocabulary): Kind {
  return {
    name: `misspelt ${name}`,
    rules,
    repairable: true,
    sites: (base) =>
      nodes(base)
        .filter((node) => known.includes(stringOf(node) ?? ''))
        .map((node) => slipIn(base, node, known)),
  };
}

const rateControls = (base: Base) => [
  ...tasks(base).flatMap(({ loop }) => [loop?.node, valueAt(loop?.node, 'RateControl')]),
];

const property =
  (name: string, ...actions: readonly string[]) =>
  (base: Base) =>
    tasksOf(base, ...actions).map((task) => scalarAt(propertiesOf(task), name));

const vocabularies: readonly Kind[] = [
  vocabulary({
    name: 'type of delay',
    rules: ['invalid-retry-value'],
    words: ['Constant', 'Linear', 'Exponential'],
    nodes: (base) => tasks(base).map(({ node }) => scalarAt(node, 'DelayType')),
  }),
  vocabulary({
    name: 'mode of rate control',
    rules: ['invalid-rate-control-value'],
    words: ['Concurrency', 'Batch'],
    nodes: (base) => rateControls(base).map((it) => scalarAt(it, 'Mode')),
  }),
  vocabulary({
    name: 'option for pauses',
    rules: ['invalid-rate-control-value'],
    words: ['Automatic', 'FirstBatchPause', 'EveryBatchPause'],
    nodes: (base) => rateControls(base).map((it) => scalarAt(it, 'BatchPauseOption')),
  }),
  vocabulary({
    name: 'type of aggregation',
    rules: ['unknown-aggregate-type'],
    words: ['Fn::ListJoin'],
    nodes: (base) =>
      tasks(base).flatMap(({ loop }) =>
        (loop?.outputs.all ?? []).map(({ attributes }) => scalarAt(attributes, 'AggregateType')),
      ),
  }),
  vocabulary({
    name: 'type of notification',
    rules: ['invalid-property-type'],
    words: ['WebHook', 'Mail'],
    nodes: property('NotifyType', 'Notify', 'Approve'),
  }),
  vocabulary({
    name: 'type of timer',
    rules: ['invalid-property-type', 'invalid-timer-expression'],
    words: ['cron', 'rate'],
    nodes: property('Type', 'TimerTrigger'),
  }),
  vocabulary({
    name: 'comparison of an alarm',
    rules: ['invalid-property-type'],
    words: ['GreaterThanOrEqualToThreshold', 'LessThanThreshold'],
    nodes: property('ComparisonOperator', 'AlarmTrigger'),
  }),
  vocabulary({
    name: 'value of a product property',
    rules: ['invalid-property-type'],
    words: [
      'RunShellScript',
      'RunPowerShellScript',
      'RunPythonScript',
      'PostPaid',
      'PrePaid',
      'cloud_essd',
      'cloud_ssd',
      'PlainText',
    ],
    nodes: (base) =>
      tasks(base).flatMap((task) =>
        ['commandType', 'instanceChargeType', 'systemDiskCategory', 'contentEncoding'].map((it) =>
          scalarAt(propertiesOf(task), it),
        ),
      ),
  }),
];

export const misspeltWords: readonly Kind[] = [...words, ...vocabularies];
