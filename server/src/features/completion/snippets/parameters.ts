import type { Words } from '../../../words/words.ts';
import type { Insertion, Proposal, Skeleton } from '../proposal.ts';
import { bareHole, booleanChoice, choice, fixed, hole, list, map } from '../skeletons.ts';
import { snippets } from './snippet.ts';

const label = (en = '', zh = ''): readonly ['Label', Skeleton] => ['Label', map(['en', hole(en)], ['zh-cn', hole(zh)])];

const named = (key: string, value: Skeleton): Insertion => ({ kind: 'pair', key, keyIsHole: true, value });
const called = (key: string, value: Skeleton): Insertion => ({ kind: 'pair', key, value });

export const regionParameter: Skeleton = map(
  ['Type', fixed('String')],
  label('Region', '地域'),
  ['AssociationProperty', fixed('RegionId')],
  ['Default', fixed('{{ ACS::RegionId }}')],
);

export const targetsParameter: Skeleton = map(
  ['Type', fixed('Json')],
  label('Targets', '目标实例'),
  ['AssociationProperty', fixed('Targets')],
  [
    'AssociationPropertyMetadata',
    map(['ResourceType', fixed('ALIYUN::ECS::Instance')], ['RegionId', fixed('regionId')]),
  ],
);

export const rateControlParameter: Skeleton = map(
  ['Type', fixed('Json')],
  label('Rate control', '速率控制'),
  ['AssociationProperty', fixed('RateControl')],
  ['Default', map(['Mode', fixed('Concurrency')], ['MaxErrors', bareHole('0')], ['Concurrency', bareHole('10')])],
);

export const roleParameter: Skeleton = map(['Type', fixed('String')], label('RAM role', 'RAM 角色'), [
  'Default',
  fixed('OOSServiceRole'),
]);

const instance = (type: 'String' | 'List'): Skeleton =>
  map(
    ['Type', fixed(type)],
    type === 'String' ? label('ECS instance', 'ECS 实例') : label('ECS instances', 'ECS 实例'),
    ['AssociationProperty', fixed('ALIYUN::ECS::Instance::InstanceId')],
    ['AssociationPropertyMetadata', map(['RegionId', fixed('regionId')])],
  );

const typed = (type: string, ...pairs: (readonly [string, Skeleton])[]): Skeleton =>
  map(['Type', fixed(type)], label(), ...pairs);

const words = (en: string, zh: string): Words => ({ en, zh });

/** Whole parameters of the kinds that templates have most. */
export const parameterSnippets = (): Proposal[] =>
  snippets(
    [
      words('parameter: string', '参数：字符串'),
      words('A text', '字符串参数'),
      named('name', typed('String', ['Default', hole()])),
    ],
    [
      words('parameter: choice', '参数：选项'),
      words('A text out of a list of values', '从若干值中选择的参数'),
      named('name', typed('String', ['AllowedValues', list(hole('a'), hole('b'))], ['Default', hole('a')])),
    ],
    [
      words('parameter: number', '参数：数字'),
      words('A number with limits', '带取值范围的数字参数'),
      named(
        'name',
        typed('Number', ['MinValue', bareHole('1')], ['MaxValue', bareHole('100')], ['Default', bareHole('1')]),
      ),
    ],
    [
      words('parameter: boolean', '参数：布尔'),
      words('Yes or no', '布尔参数'),
      named('name', typed('Boolean', ['Default', booleanChoice(true)])),
    ],
    [
      words('parameter: list', '参数：列表'),
      words('A list', '列表参数'),
      named('name', typed('List', ['Default', list()])),
    ],
    [
      words('parameter: secret', '参数：密文'),
      words('A text that is not shown', '不显示明文的字符串参数'),
      named('password', typed('String', ['NoEcho', fixed(true)])),
    ],
    [
      words('parameter: region', '参数：地域'),
      words('The region to work in', '操作所在的地域'),
      called('regionId', regionParameter),
    ],
    [
      words('parameter: ECS instance', '参数：ECS 实例（单个）'),
      words('One ECS instance', '一台 ECS 实例'),
      called('instanceId', instance('String')),
    ],
    [
      words('parameter: ECS instances', '参数：ECS 实例（多个）'),
      words('Several ECS instances', '多台 ECS 实例'),
      called('instanceIds', instance('List')),
    ],
    [
      words('parameter: targets', '参数：目标实例'),
      words('Instances by id, tag or group', '按 ID、标签或资源组选择的目标实例'),
      called('targets', targetsParameter),
    ],
    [
      words('parameter: rate control', '参数：速率控制'),
      words('How many at a time, and how many errors', '并发数与允许的错误数'),
      called('rateControl', rateControlParameter),
    ],
    [
      words('parameter: tags', '参数：标签'),
      words('Tags', '标签'),
      called(
        'tags',
        map(
          ['Type', fixed('Json')],
          label('Tags', '标签'),
          ['AssociationProperty', fixed('Tags')],
          ['Default', list()],
        ),
      ),
    ],
    [
      words('parameter: time', '参数：时间'),
      words('A point in time', '日期和时间'),
      named(
        'endDate',
        typed(
          'String',
          ['AssociationProperty', fixed('DateTime')],
          ['AssociationPropertyMetadata', map(['Format', choice(['YYYY-MM-DDTHH:mm:ssZ', 'HH:mm:ssZ'])])],
        ),
      ),
    ],
    [
      words('parameter: RAM role', '参数：RAM 角色'),
      words('The role that OOS assumes', 'OOS 扮演的 RAM 角色'),
      called('OOSAssumeRole', roleParameter),
    ],
  );
