import { type FunctionSpec, fixed, single, variadic } from './functionSpec.ts';

/** Functions that compare, combine truth values and choose. */
export const conditionFunctions: readonly FunctionSpec[] = [
  fixed(
    [
      { name: 'left', type: 'Any' },
      { name: 'right', type: 'Any' },
    ],
    {
      name: 'Fn::Equals',
      result: 'Boolean',
      summary: { en: 'Whether two values are equal.', zh: '判断两个值是否相等。' },
      example: `Fn::Equals: ['{{ osType }}', linux]`,
    },
  ),
  single(
    { name: 'condition', type: 'Boolean' },
    {
      name: 'Fn::Not',
      result: 'Boolean',
      summary: {
        en: 'True when the condition is false. The condition stands in no list.',
        zh: '条件为假时为真。条件直接书写，不放在列表中。',
      },
      example: `Fn::Not: { Fn::Equals: ['{{ count }}', 0] }`,
    },
  ),
  variadic(
    2,
    { name: 'condition', type: 'Boolean' },
    {
      name: 'Fn::And',
      result: 'Boolean',
      summary: { en: 'True when all conditions are true.', zh: '所有条件都为真时为真。' },
      example: `Fn::And: [{ Fn::Equals: ['{{ a }}', 1] }, { Fn::Equals: ['{{ b }}', 2] }]`,
    },
  ),
  variadic(
    2,
    { name: 'condition', type: 'Boolean' },
    {
      name: 'Fn::Or',
      result: 'Boolean',
      summary: { en: 'True when at least one condition is true.', zh: '至少一个条件为真时为真。' },
      example: `Fn::Or: [{ Fn::Equals: ['{{ a }}', 1] }, { Fn::Equals: ['{{ a }}', 2] }]`,
    },
  ),
  fixed(
    [
      { name: 'condition', type: 'Boolean' },
      { name: 'then', type: 'Any' },
      { name: 'else', type: 'Any' },
    ],
    {
      name: 'Fn::If',
      result: 'Any',
      summary: {
        en: 'One value when the condition is true, else the other. null leaves the property out.',
        zh: '条件为真时取前一个值，否则取后一个。null 表示不填写该属性。',
      },
      example: `Fn::If: ['{{ isWindows }}', RunPowerShellScript, RunShellScript]`,
    },
  ),
  fixed(
    [
      { name: 'text', type: 'String' },
      { name: 'part', type: 'String' },
    ],
    {
      name: 'Fn::ContainsSubString',
      documented: false,
      result: 'Boolean',
      summary: { en: 'Whether a text contains another.', zh: '判断一段文本是否包含另一段。' },
      example: `Fn::ContainsSubString: ['{{ message }}', timeout]`,
    },
  ),
  fixed(
    [
      { name: 'ip', type: 'String' },
      { name: 'cidr', type: 'String' },
    ],
    {
      name: 'Fn::IsIpInCIDR',
      certain: false,
      result: 'Boolean',
      summary: { en: 'Whether an IP address lies in a CIDR block.', zh: '判断 IP 地址是否属于某个 CIDR 网段。' },
      example: `Fn::IsIpInCIDR: ['{{ ip }}', 10.0.0.0/8]`,
    },
  ),
];
