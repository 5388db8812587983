import { keyName } from '../../syntax/navigate.ts';
import { surplusOf, tasksOf } from '../flow/statedProperties.ts';
import { defineRule } from '../rule.ts';

export const ambiguousTemplateSource = defineRule({
  id: 'ambiguous-template-source',
  severity: 'warning',
  summary: {
    en: 'ACS::Template has both TemplateName and TemplateContent.',
    zh: 'ACS::Template 同时写了 TemplateName 和 TemplateContent。',
  },
  why: {
    en: 'The task runs one template: a published one by its name, or the one written inline.',
    zh: '该任务只执行一个模板：按名称引用已发布的模板，或执行直接写出的模板。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateName: my-child
      <|TemplateContent|>: {}
`,
      fixed: `
Tasks:
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateName: my-child
`,
    },
    {
      text: 'Tasks:\n  - { Name: child, Action: ACS::Template, Properties: { TemplateContent: {}, <|TemplateName|>: my-child } }\n',
      fixed: 'Tasks:\n  - { Name: child, Action: ACS::Template, Properties: { TemplateContent: {} } }\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: child, Action: ACS::Template, Properties: { TemplateName: my-child } }\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Tasks:
          - { Name: stop, Action: ACS::Pause }
`,
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::Template')) {
      const surplus = surplusOf(context, task, ['TemplateName', 'TemplateContent']);
      if (!surplus) continue;
      const name = keyName(surplus.pair);
      context.report(
        surplus.pair.key.range,
        {
          en: `${name} and ${surplus.other} exclude each other: keep one of them.`,
          zh: `${name} 与 ${surplus.other} 不能同时使用，请只保留一个。`,
        },
        surplus.fixes,
      );
    }
  },
});
