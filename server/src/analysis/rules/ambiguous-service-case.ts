import { asScalar, stringOf, valueFor } from '../../syntax/navigate.ts';
import { changeScalar } from '../fixes.ts';
import { defineRule } from '../rule.ts';

const ACTIONS = ['acs::executeapi', 'acs::waitfor', 'acs::checkfor'];

export const ambiguousServiceCase = defineRule({
  id: 'ambiguous-service-case',
  severity: 'hint',
  strict: true,
  summary: { en: 'A service is not written in upper case.', zh: '云产品代码没有使用大写。' },
  why: {
    en: 'The coding standard of OOS writes the codes of services in upper case. OOS does not look at the case, but one spelling makes templates easier to search.',
    zh: 'OOS 编写规范要求 Service 使用大写。OOS 不区分大小写，但统一的写法便于搜索。',
  },
  invalid: [
    {
      text: `
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: <|ecs|>, API: DescribeRegions } }
`,
      fixed: `
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeRegions } }
`,
    },
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: <|"r-Kvstore"|>
      API: DescribeInstances
  - Name: check
    Action: acs::checkFor
    Properties: { Service: <|Vpc|> }
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: "R-KVSTORE"
      API: DescribeInstances
  - Name: check
    Action: acs::checkFor
    Properties: { Service: VPC }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: R-KVSTORE, API: DescribeInstances } }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  service: { Type: String, Default: ecs }
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: '{{ service }}', API: DescribeRegions } }
`,
  ],

  check({ document, template, report }) {
    for (const { action, properties } of template.allTasks) {
      const node = asScalar(valueFor(properties?.value, 'Service'));
      const service = stringOf(node);
      if (!node || service === undefined || !/^[A-Za-z][\w-]*$/.test(service)) continue;
      const upper = service.toUpperCase();
      if (upper === service || !ACTIONS.includes(action?.toLowerCase() ?? '')) continue;
      report(
        node.range,
        {
          en: `By the coding standard, services are in upper case: '${upper}'.`,
          zh: `按照编写规范，Service 使用大写：“${upper}”。`,
        },
        [changeScalar(document.text, node, upper)],
      );
    }
  },
});
