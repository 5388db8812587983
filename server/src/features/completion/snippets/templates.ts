import type { Words } from '../../../words/words.ts';
import type { InsertionContext } from '../insertionContext.ts';
import type { Proposal, Skeleton } from '../proposal.ts';
import { fixed, hole, list, map } from '../skeletons.ts';
import { rateControlParameter, regionParameter, roleParameter, targetsParameter } from './parameters.ts';
import { snippets } from './snippet.ts';
import { runOnEach, selectTargets } from './tasks.ts';
import { timerTrigger } from './triggers.ts';

const words = (en: string, zh: string): Words => ({ en, zh });

type Pair = readonly [key: string, value: Skeleton];

function template(parameters: readonly Pair[], ...tasks: readonly Skeleton[]): Skeleton {
  return map(
    ['FormatVersion', fixed('OOS-2019-06-01')],
    ['Description', map(['en', hole()], ['zh-cn', hole()])],
    ['Parameters', map(...parameters, ['OOSAssumeRole', roleParameter])],
    ['RamRole', fixed('{{ OOSAssumeRole }}')],
    ['Tasks', list(...tasks)],
  );
}

const context: InsertionContext = { parameters: ['regionId', 'targets', 'rateControl'], jumpTargets: [] };

const callRegions: Skeleton = map(
  ['Name', hole('describeInstances')],
  ['Action', hole('ACS::ExecuteAPI')],
  [
    'Properties',
    map(
      ['Service', hole('ECS')],
      ['API', hole('DescribeInstances')],
      ['Parameters', map(['RegionId', fixed('{{ regionId }}')])],
    ),
  ],
);

const overTargets: readonly Pair[] = [
  ['regionId', regionParameter],
  ['targets', targetsParameter],
  ['rateControl', rateControlParameter],
];

const onTargets = [selectTargets(context), runOnEach({ ...context, lists: ['getInstance.instanceIds'] })];

/** Whole templates, for an empty file. */
export const templateSnippets = (): Proposal[] =>
  snippets(
    [
      words('template', '模板'),
      words('A template with one task', '只有一个任务的模板'),
      { kind: 'structure', value: template([['regionId', regionParameter]], callRegions) },
    ],
    [
      words('template: command on targets', '模板：在目标上执行命令'),
      words('Runs a command on the instances that the user chooses', '在用户选择的实例上执行命令'),
      { kind: 'structure', value: template(overTargets, ...onTargets) },
    ],
    [
      words('template: by the clock', '模板：定时执行'),
      words('Runs a command on instances at given times', '定时在实例上执行命令'),
      { kind: 'structure', value: template(overTargets, timerTrigger, ...onTargets) },
    ],
  );
