import { closest } from '../../template/closest.ts';
import { apiCalls } from '../calls/apiCalls.ts';
import { changeScalar } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export const unknownOperation = defineRule({
  id: 'unknown-operation',
  severity: 'warning',
  summary: { en: 'A service has no such operation.', zh: '云产品没有该操作。' },
  why: {
    en: 'A call of an operation that does not exist fails when the task runs. All versions of the API were looked through; only what is newer than this program is missing.',
    zh: '调用不存在的操作会在任务运行时失败。已查找该 API 的所有版本，只有比本程序更新的操作不在其中。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: <|DescribeInstance|> }
`,
      fixed: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
`,
    },
    {
      text: `
Tasks:
  - Name: check
    Action: ACS::CheckFor
    Properties:
      Service: rds
      API: <|FindEverythingAtOnce|>
      PropertySelector: State
      DesiredValues: [Ready]
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: ecs, API: describeregions } }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters: { api: { Type: String } }
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: '{{ api }}' } }
`,
  ],

  check(context) {
    for (const { service, api } of apiCalls(context)) {
      if (!service || !api || api.operation) continue;
      const near = closest(api.name, service.operationNames);
      const guess = near === undefined ? { en: '', zh: '' } : { en: ` Was ${near} meant?`, zh: `是否是 ${near}？` };
      context.report(
        api.node.range,
        {
          en: `${service.code} has no operation '${api.name}'.${guess.en}`,
          zh: `${service.code} 没有操作“${api.name}”。${guess.zh}`,
        },
        near === undefined ? [] : [changeScalar(context.document.text, api.node, near)],
      );
    }
  },
});
