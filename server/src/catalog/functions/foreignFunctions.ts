import type { Words } from '../../words/words.ts';

interface ForeignFunction {
  /** How OOS does the same, as a sentence. */
  readonly instead: Words;
  /** The function of OOS that takes the same arguments. */
  readonly same?: string;
}

const jq = (filter: string): Words => ({
  en: `OOS does this with Fn::Jq: [First, '${filter}', value].`,
  zh: `OOS 中可用 Fn::Jq: [First, '${filter}', 值] 实现。`,
});

const outputs: ForeignFunction = {
  instead: {
    en: "OOS reads the output of a task with '{{ task.output }}'.",
    zh: 'OOS 中用“{{ 任务名.输出名 }}”读取任务的输出。',
  },
};

const arithmetic: ForeignFunction = {
  instead: {
    en: 'OOS works out arithmetic with Fn::Eval: [text].',
    zh: 'OOS 中用 Fn::Eval: [文本] 做算术计算。',
  },
};

/**
 * Functions of ROS and of CloudFormation that people bring along though OOS lists no such function, by name in lower
 * case. Functions that OOS has under the same name are not among them.
 */
export const foreignFunctions: ReadonlyMap<string, ForeignFunction> = new Map<string, ForeignFunction>([
  ['fn::getatt', outputs],
  ['fn::getstackoutput', outputs],
  ['fn::importvalue', outputs],
  [
    'fn::ref',
    {
      instead: {
        en: "OOS reads a parameter with '{{ name }}'.",
        zh: 'OOS 中用“{{ 参数名 }}”读取参数。',
      },
    },
  ],
  [
    'fn::findinmap',
    {
      instead: {
        en: 'OOS has no Mappings; write the table as the second argument of Fn::Select.',
        zh: 'OOS 没有 Mappings；请把映射表写作 Fn::Select 的第二个参数。',
      },
    },
  ],
  [
    'fn::getazs',
    {
      instead: {
        en: 'In OOS a task asks ECS DescribeZones for the zones.',
        zh: 'OOS 中需用任务调用 ECS DescribeZones 查询可用区。',
      },
    },
  ],
  [
    'fn::str',
    {
      instead: {
        en: "OOS makes a text of a reference that stands in a longer text, or with Fn::Join: ['', [value]].",
        zh: "OOS 中把引用写在更长的文本里即得到文本，或使用 Fn::Join: ['', [值]]。",
      },
    },
  ],
  ['fn::length', { instead: jq('length') }],
  ['fn::index', { instead: jq('index(item)') }],
  ['fn::avg', { instead: jq('add / length') }],
  ['fn::getjsonvalue', { instead: jq('.key') }],
  ['fn::matchpattern', { instead: jq('test(pattern)') }],
  ['fn::jsonparse', { instead: jq('fromjson') }],
  ['fn::tojsonstring', { instead: jq('tojson') }],
  [
    'fn::selectmaplist',
    {
      instead: {
        en: "OOS does this with Fn::Jq: [All, '.[].key', list].",
        zh: "OOS 中可用 Fn::Jq: [All, '.[].key', 列表] 实现。",
      },
    },
  ],
  ['fn::add', arithmetic],
  ['fn::calculate', arithmetic],
  [
    'fn::listmerge',
    {
      instead: { en: 'In OOS it is called Fn::MergeList.', zh: 'OOS 中对应的函数是 Fn::MergeList。' },
      same: 'Fn::MergeList',
    },
  ],
  [
    'fn::base64',
    {
      instead: { en: 'In OOS it is called Fn::Base64Encode.', zh: 'OOS 中对应的函数是 Fn::Base64Encode。' },
      same: 'Fn::Base64Encode',
    },
  ],
  [
    'fn::formattime',
    {
      instead: {
        en: 'OOS has Fn::FormatUTCTime: [time, format].',
        zh: 'OOS 中可用 Fn::FormatUTCTime: [时间, 格式]。',
      },
    },
  ],
  [
    'fn::contains',
    {
      instead: {
        en: 'OOS has Fn::ContainsSubString for texts; for lists, Fn::Jq.',
        zh: 'OOS 中文本可用 Fn::ContainsSubString，列表可用 Fn::Jq。',
      },
    },
  ],
  [
    'fn::any',
    {
      instead: {
        en: 'OOS has Fn::Or for conditions; for lists, Fn::Jq.',
        zh: 'OOS 中条件可用 Fn::Or，列表可用 Fn::Jq。',
      },
    },
  ],
  [
    'fn::foreach',
    {
      instead: { en: 'OOS repeats a task with Loop.', zh: 'OOS 中用任务的 Loop 实现循环。' },
    },
  ],
]);
