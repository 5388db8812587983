import { closest } from '../../template/closest.ts';
import { apiCalls } from '../calls/apiCalls.ts';
import { changeScalar } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export const unknownService = defineRule({
  id: 'unknown-service',
  severity: 'hint',
  summary: { en: 'A service is not among those that are known.', zh: '云产品代码不在已知的产品之中。' },
  why: {
    en: 'A call to a service that does not exist fails when the task runs. There are services that publish no API, so it may be right.',
    zh: '调用不存在的云产品会在任务运行时失败。也有一些产品没有公开 API，因此也可能是正确的。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: <|EECS|>, API: DescribeRegions }
`,
      fixed: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
`,
    },
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties: { Service: <|SomethingOfOurOwn|>, API: Ask, PropertySelector: State, DesiredValues: [Ready] }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: r-kvstore, API: DescribeRegions } }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters: { service: { Type: String } }
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: '{{ service }}', API: DescribeRegions } }
`,
  ],

  check(context) {
    for (const { service, serviceNode, serviceName } of apiCalls(context)) {
      if (service) continue;
      const near = closest(serviceName, context.catalog.openApi.serviceCodes);
      const guess = near === undefined ? { en: '', zh: '' } : { en: ` Was ${near} meant?`, zh: `是否是 ${near}？` };
      context.report(
        serviceNode.range,
        { en: `No service '${serviceName}' is known.${guess.en}`, zh: `没有已知的云产品“${serviceName}”。${guess.zh}` },
        near === undefined ? [] : [changeScalar(context.document.text, serviceNode, near)],
      );
    }
  },
});
