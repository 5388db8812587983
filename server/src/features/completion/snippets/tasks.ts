import type { Words } from '../../../words/words.ts';
import { concurrency, webHook } from '../actionInsertion.ts';
import {
  type InsertionContext,
  listReferenceTo,
  loopItems,
  referenceTo,
  regionReference,
} from '../insertionContext.ts';
import type { Insertion, Proposal, Skeleton } from '../proposal.ts';
import { bareHole, choice, fixed, hole, list, map } from '../skeletons.ts';
import { rateControl } from './parts.ts';
import { snippets } from './snippet.ts';

type Pair = readonly [key: string, value: Skeleton];

const words = (en: string, zh: string): Words => ({ en, zh });
const task = (name: string, action: string, properties: Skeleton | undefined, ...rest: readonly Pair[]): Skeleton =>
  map(
    ['Name', hole(name)],
    ['Action', fixed(action)],
    properties === undefined ? undefined : ['Properties', properties],
    ...rest,
  );
const structure = (value: Skeleton): Insertion => ({ kind: 'structure', value });

const call = (service: string, api: string, parameters: Skeleton): readonly Pair[] => [
  ['Service', hole(service)],
  ['API', hole(api)],
  ['Parameters', parameters],
];

const output = (name: string, type: string, selector: string): Pair => [
  'Outputs',
  map([name, map(['Type', fixed(type)], ['ValueSelector', hole(selector)])]),
];

const instanceIds = (context: InsertionContext): Pair => [
  'InstanceIds',
  listReferenceTo('instanceIds', context) ?? list(hole()),
];

const status = 'Instances.Instance[].Status';

/** Tasks that call operations, and that wait for what comes of it. */
function callSnippets(context: InsertionContext): Proposal[] {
  const describe = call('ECS', 'DescribeInstances', map(['RegionId', regionReference(context)], instanceIds(context)));
  return snippets(
    [
      words('task: call an operation', '任务：调用 API'),
      words('Calls an operation of a product: ACS::ExecuteAPI', '调用云产品的操作：ACS::ExecuteAPI'),
      structure(
        task(
          'describeInstances',
          'ACS::ExecuteAPI',
          map(...call('ECS', 'DescribeInstances', map(['RegionId', regionReference(context)]))),
          output('instanceIds', 'List', 'Instances.Instance[].InstanceId'),
        ),
      ),
    ],
    [
      words('task: wait for a state', '任务：等待状态'),
      words('Asks until a value is as wanted: ACS::WaitFor', '反复查询，直到值符合期望：ACS::WaitFor'),
      structure(
        task(
          'untilRunning',
          'ACS::WaitFor',
          map(...describe, ['PropertySelector', hole(status)], ['DesiredValues', list(hole('Running'))]),
          ['Retries', bareHole('30')],
          ['DelayType', fixed('Constant')],
          ['Delay', bareHole('10')],
        ),
      ),
    ],
    [
      words('task: check a state', '任务：检查状态'),
      words('Fails unless a value is as wanted: ACS::CheckFor', '值不符合期望则失败：ACS::CheckFor'),
      structure(
        task(
          'checkRunning',
          'ACS::CheckFor',
          map(...describe, ['PropertySelector', hole(status)], ['DesiredValues', list(hole('Running'))]),
        ),
      ),
    ],
    [
      words('task: run a command', '任务：执行命令'),
      words('Runs a script on an ECS instance: ACS::ECS::RunCommand', '在 ECS 实例上执行脚本：ACS::ECS::RunCommand'),
      structure(runCommand(referenceTo('instanceId', context) ?? hole(), context)),
    ],
  );
}

const runCommand = (instance: Skeleton, context: InsertionContext, ...rest: readonly Pair[]): Skeleton =>
  task(
    'runCommand',
    'ACS::ECS::RunCommand',
    map(
      ['regionId', regionReference(context)],
      ['instanceId', instance],
      ['commandType', choice(['RunShellScript', 'RunPythonScript', 'RunBatScript', 'RunPowerShellScript'])],
      ['commandContent', hole('uptime')],
    ),
    ...rest,
  );

/** The instances that the parameter `targets` stands for. */
export const selectTargets = (context: InsertionContext): Skeleton =>
  task(
    'getInstance',
    'ACS::SelectTargets',
    map(
      ['ResourceType', choice(['ALIYUN::ECS::Instance', 'ALIYUN::RDS::Instance', 'ALIYUN::Redis::Instance'])],
      ['RegionId', regionReference(context)],
      ['Filters', list(referenceTo('targets', context) ?? hole())],
    ),
    output('instanceIds', 'List', 'Instances.Instance[].InstanceId'),
  );

/** A command on each of the instances that an earlier task has found. */
export const runOnEach = (context: InsertionContext): Skeleton =>
  runCommand(fixed('{{ ACS::TaskLoopItem }}'), context, [
    'Loop',
    map(['Items', loopItems(context)], ['RateControl', rateControl(context)]),
  ]);

function flowSnippets(context: InsertionContext): Proposal[] {
  const targets = choice([...context.jumpTargets, 'ACS::END', 'ACS::NEXT']);
  return snippets(
    [
      words('task: select targets', '任务：选择目标'),
      words('Finds the instances of a parameter: ACS::SelectTargets', '查找参数所代表的实例：ACS::SelectTargets'),
      structure(selectTargets(context)),
    ],
    [
      words('task: loop over instances', '任务：循环处理实例'),
      words('One task for each element of a list, with Loop', '对列表中的每个元素执行一个任务（Loop）'),
      structure(runOnEach(context)),
    ],
    [
      words('task: loop over tasks', '任务：循环执行任务'),
      words('Several tasks for each element of a list: ACS::Loop', '对列表中的每个元素执行一组任务：ACS::Loop'),
      structure(
        task(
          'eachInstance',
          'ACS::Loop',
          map(
            ['LoopItems', loopItems(context)],
            ['LoopRateControl', concurrency],
            ['LoopTasks', list(runCommand(fixed('{{ ACS::TaskLoopItem }}'), context))],
          ),
        ),
      ),
    ],
    [
      words('task: choice', '任务：条件分支'),
      words('Goes on with one task or another: ACS::Choice', '按条件选择下一个任务：ACS::Choice'),
      structure(
        task(
          'choose',
          'ACS::Choice',
          map(
            ['DefaultTask', targets],
            ['Choices', list(map(['When', map(['Fn::Equals', list(hole(), hole())])], ['NextTask', targets]))],
          ),
        ),
      ),
    ],
    [
      words('task: sleep', '任务：等待'),
      words('Waits for a time: ACS::Sleep', '等待一段时间：ACS::Sleep'),
      structure(task('wait', 'ACS::Sleep', map(['Duration', hole('PT1M')]))),
    ],
    [
      words('task: run a template', '任务：执行模板'),
      words('Runs another template: ACS::Template', '执行另一个模板：ACS::Template'),
      structure(task('runTemplate', 'ACS::Template', map(['TemplateName', hole()], ['Parameters', map()]))),
    ],
  );
}

function messageSnippets(): Proposal[] {
  return snippets(
    [
      words('task: approval', '任务：审批'),
      words('Waits until somebody approves: ACS::Approve', '等待人工审批：ACS::Approve'),
      structure(
        task(
          'approve',
          'ACS::Approve',
          map(
            ['NotifyType', fixed('WebHook')],
            ['WebHook', webHook()],
            ['Approvers', list(hole())],
            ['MinRequiredApprovals', bareHole('1')],
          ),
        ),
      ),
    ],
    [
      words('task: notify', '任务：通知'),
      words('Sends a message: ACS::Notify', '发送通知：ACS::Notify'),
      structure(task('notify', 'ACS::Notify', map(['NotifyType', fixed('WebHook')], ['WebHook', webHook()]))),
    ],
  );
}

/** Whole tasks of the kinds that templates have most. */
export const taskSnippets = (context: InsertionContext): Proposal[] => [
  ...callSnippets(context),
  ...flowSnippets(context),
  ...messageSnippets(),
];
