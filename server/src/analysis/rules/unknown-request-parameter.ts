import { keyName } from '../../syntax/navigate.ts';
import { callName } from '../calls/apiCalls.ts';
import { unknownNames } from '../calls/requestNames.ts';
import { changeScalar } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export const unknownRequestParameter = defineRule({
  id: 'unknown-request-parameter',
  severity: 'warning',
  summary: { en: 'An operation takes no such parameter.', zh: '操作没有该请求参数。' },
  why: {
    en: 'Most products pass over a parameter that they do not know, so that the call does something else than what is written. Names are compared as OOS reads them: Tag and Tags, SystemDisk.Category and SystemDiskCategory are the same.',
    zh: '多数产品会忽略不认识的参数，实际执行的内容就与所写的不同。名称按 OOS 的读法比较：Tag 与 Tags、SystemDisk.Category 与 SystemDiskCategory 视为相同。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: { RegionId: cn-hangzhou, <|InstanceNmae|>: web }
`,
      fixed: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: { RegionId: cn-hangzhou, InstanceName: web }
`,
    },
    {
      text: `
Tasks:
  - Name: start
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RunInstances
      Parameters:
        DataDisk:
          - <|Sise|>: 40
            Category: cloud_essd
`,
      fixed: `
Tasks:
  - Name: start
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RunInstances
      Parameters:
        DataDisk:
          - Size: 40
            Category: cloud_essd
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: start
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RunInstances
      Parameters: { SystemDiskCategory: cloud_essd, DataDisks: [{ Size: 40 }], Tags: [{ Key: a, Value: b }] }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters: { all: { Type: Json } }
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeInstances, Parameters: '{{ all }}' } }
`,
  ],

  check(context) {
    for (const { operation, pair, inside, meant } of unknownNames(context)) {
      const name = keyName(pair);
      const call = callName(operation);
      const guess = meant === undefined ? { en: '', zh: '' } : { en: ` Was ${meant} meant?`, zh: `是否是 ${meant}？` };
      const where = inside
        ? {
            en: `In ${inside.name} of ${call} there is no '${name}'.`,
            zh: `${call} 的 ${inside.name} 中没有“${name}”。`,
          }
        : { en: `${call} takes no parameter '${name}'.`, zh: `${call} 没有请求参数“${name}”。` };
      context.report(
        pair.key.range,
        { en: where.en + guess.en, zh: where.zh + guess.zh },
        meant === undefined ? [] : [changeScalar(context.document.text, pair.key, meant)],
      );
    }
  },
});
