import { absenceOf, tasksOf } from '../flow/statedProperties.ts';
import { defineRule } from '../rule.ts';

export const missingTemplateSource = defineRule({
  id: 'missing-template-source',
  severity: 'error',
  summary: { en: 'ACS::Template does not say which template to run.', zh: 'ACS::Template 没有说明要执行哪个模板。' },
  why: {
    en: 'The task needs TemplateName, a published template, or TemplateContent, a template written inline.',
    zh: '该任务需要 TemplateName（已发布的模板）或 TemplateContent（直接写出的模板）。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: child\n    Action: ACS::Template\n    <|Properties|>:\n      Parameters: {}\n',
      fixed:
        "Tasks:\n  - Name: child\n    Action: ACS::Template\n    Properties:\n      Parameters: {}\n      TemplateName: ''\n",
    },
    {
      text: 'Tasks:\n  - { Name: child, Action: ACS::Template, Properties: { <|TemplatName|>: my-child } }\n',
      fixed: 'Tasks:\n  - { Name: child, Action: ACS::Template, Properties: { TemplateName: my-child } }\n',
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
      const absence = absenceOf(context, task, ['TemplateName', 'TemplateContent'], { key: 'TemplateName', value: '' });
      if (!absence) continue;
      context.report(
        absence.range,
        {
          en: `${task.action} needs TemplateName or TemplateContent.`,
          zh: `${task.action} 需要 TemplateName 或 TemplateContent。`,
        },
        absence.fixes,
      );
    }
  },
});
