import { type FunctionSpec, fixed, single, variadic } from './functionSpec.ts';

/** Functions over lists and maps. */
export const collectionFunctions: readonly FunctionSpec[] = [
  fixed(
    [
      { name: 'index', type: 'Any' },
      { name: 'container', type: 'Any' },
    ],
    {
      name: 'Fn::Select',
      result: 'Any',
      summary: {
        en: 'One element: by its number, from 0, in a list, or by its key in a map.',
        zh: '取一个元素：列表按序号（从 0 开始），映射按键。',
      },
      example: `Fn::Select: [0, '{{ listInstances.ids }}']`,
    },
  ),
  fixed(
    [
      { name: 'mode', type: 'String', allowedValues: ['First', 'All'] },
      { name: 'filter', type: 'String' },
      { name: 'input', type: 'Any' },
    ],
    {
      name: 'Fn::Jq',
      result: 'Any',
      summary: {
        en: 'Runs a jq filter over data: First gives the first result, All the list of all results.',
        zh: '对数据执行 jq 过滤：First 返回第一个结果，All 返回全部结果的列表。',
      },
      example: `Fn::Jq: [All, '.[].InstanceId', '{{ listInstances.all }}']`,
    },
  ),
  variadic(
    1,
    { name: 'item', type: 'Any' },
    {
      name: 'Fn::ListJoin',
      result: 'List',
      summary: { en: 'Makes a list of its arguments.', zh: '将各参数组成一个列表。' },
      example: `Fn::ListJoin: [a, '{{ b }}']`,
    },
  ),
  variadic(
    1,
    { name: 'list', type: 'List' },
    {
      name: 'Fn::MergeList',
      documented: false,
      result: 'List',
      summary: { en: 'Makes one list of the elements of several lists.', zh: '将多个列表的元素合并成一个列表。' },
      example: `Fn::MergeList: '{{ listAll.lists }}'`,
    },
  ),
  variadic(
    1,
    { name: 'map', type: 'Json' },
    {
      name: 'Fn::MergeMapToList',
      result: 'List',
      summary: {
        en: 'Makes a list of maps out of maps whose values are lists, taking the values position by position.',
        zh: '将值为列表的多个映射按位置组合成映射的列表。',
      },
      example: `Fn::MergeMapToList: [{ id: '{{ ids }}' }, { zone: '{{ zones }}' }]`,
    },
  ),
  variadic(
    1,
    { name: 'map', type: 'Json' },
    {
      name: 'Fn::MergeMap',
      result: 'Json',
      summary: { en: 'Makes one map of several maps.', zh: '将多个映射合并成一个映射。' },
      example: `Fn::MergeMap: ['{{ settings }}', { retry: true }]`,
    },
  ),
  fixed(
    [
      { name: 'keys', type: 'List' },
      { name: 'values', type: 'List' },
    ],
    {
      name: 'Fn::MapJoin',
      certain: false,
      result: 'Json',
      summary: { en: 'Makes a map of a list of keys and a list of values.', zh: '由键列表和值列表组成映射。' },
      example: `Fn::MapJoin: [[a, b], [1, 2]]`,
    },
  ),
  fixed([{ name: 'map', type: 'Json' }], {
    name: 'Fn::ConvertMapToList',
    result: 'List',
    summary: {
      en: 'Makes a list of maps with Key and Value of a map, as tags are written.',
      zh: '将映射转换为由 Key 和 Value 组成的列表，与标签的写法相同。',
    },
    example: `Fn::ConvertMapToList: ['{{ tags }}']`,
  }),
  single(
    { name: 'list', type: 'List' },
    {
      name: 'Fn::First',
      certain: false,
      result: 'Any',
      summary: { en: 'The first element of a list.', zh: '列表的第一个元素。' },
      example: `Fn::First: '{{ listInstances.ids }}'`,
    },
  ),
  single(
    { name: 'list', type: 'List' },
    {
      name: 'Fn::Last',
      certain: false,
      result: 'Any',
      summary: { en: 'The last element of a list.', zh: '列表的最后一个元素。' },
      example: `Fn::Last: { Fn::Split: ['/', '{{ path }}'] }`,
    },
  ),
  variadic(
    1,
    { name: 'item', type: 'Any' },
    {
      name: 'Fn::Min',
      certain: false,
      result: 'Any',
      summary: { en: 'The least element of a list.', zh: '列表中最小的元素。' },
      example: `Fn::Min: ['{{ wanted }}', 10]`,
    },
  ),
  variadic(
    1,
    { name: 'item', type: 'Any' },
    {
      name: 'Fn::Max',
      certain: false,
      result: 'Any',
      summary: { en: 'The greatest element of a list.', zh: '列表中最大的元素。' },
      example: `Fn::Max: ['{{ wanted }}', 1]`,
    },
  ),
  ...[
    {
      name: 'Fn::Intersection',
      summary: { en: 'The elements that all lists have.', zh: '所有列表共有的元素。' },
    },
    {
      name: 'Fn::Union',
      summary: { en: 'The elements that at least one of the lists has.', zh: '至少出现在一个列表中的元素。' },
    },
    {
      name: 'Fn::Difference',
      summary: { en: 'The elements that not all of the lists have.', zh: '未出现在所有列表中的元素。' },
    },
  ].map((facts) =>
    variadic(
      2,
      { name: 'list', type: 'List' },
      { ...facts, certain: false, result: 'List', example: `${facts.name}: ['{{ wanted }}', '{{ found }}']` },
    ),
  ),
  fixed(
    [
      { name: 'start', type: 'Number' },
      { name: 'end', type: 'Number' },
      { name: 'list', type: 'List' },
    ],
    {
      name: 'Fn::RangeSelect',
      documented: false,
      result: 'List',
      summary: {
        en: 'The elements from a start, counted from 0, to an end, which may count from the back: -1.',
        zh: '从起始序号（从 0 开始）到结束序号的元素，结束序号可以从末尾数起：-1。',
      },
      example: `Fn::RangeSelect: [1, -1, '{{ listInstances.ids }}']`,
    },
  ),
  fixed(
    [
      { name: 'batches', type: 'Number' },
      { name: 'list', type: 'List' },
    ],
    {
      name: 'Fn::CalculateBatch',
      documented: false,
      result: 'Number',
      summary: {
        en: 'How many elements each batch has when a list is done in that many batches; for Concurrency of a Loop.',
        zh: '将列表分成指定批数时每批的元素个数，用于 Loop 的 Concurrency。',
      },
      example: `Fn::CalculateBatch: ['{{ batchNumber }}', '{{ ids }}']`,
    },
  ),
  fixed(
    [
      { name: 'package', type: 'Any' },
      { name: 'instances', type: 'Any' },
    ],
    {
      name: 'Fn::FindMatchedPackage',
      documented: false,
      certain: false,
      result: 'Json',
      summary: {
        en: 'The part of an OOS package that fits an ECS instance; used inside the packages of OOS.',
        zh: 'OOS 软件包中与 ECS 实例匹配的部分，供 OOS 软件包内部使用。',
      },
      example: `Fn::FindMatchedPackage: ['{{ getPackage.content }}', '{{ getInstance.info }}']`,
    },
  ),
];
