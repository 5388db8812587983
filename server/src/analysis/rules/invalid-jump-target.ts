import { isNull } from '../../syntax/navigate.ts';
import { defineRule } from '../rule.ts';

export const invalidJumpTarget = defineRule({
  id: 'invalid-jump-target',
  severity: 'error',
  summary: { en: 'A jump target is not written out as a name.', zh: '跳转目标不是直接写出的名称。' },
  why: {
    en: 'The service needs to know the order of tasks before it runs them, so a target cannot be a reference, a function or a list.',
    zh: '服务在执行前就需要知道任务顺序，因此跳转目标不能是引用、函数或列表。',
  },
  invalid: [
    { text: "Tasks:\n  - Name: first\n    Action: ACS::Pause\n    OnError: <|'{{ target }}'|>\n" },
    {
      text: 'Tasks:\n  - Name: pick\n    Action: ACS::Choice\n    Properties:\n      DefaultTask: <|[stop]|>\n      Choices: []\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: first, Action: ACS::Pause, OnError: ACS::END }\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: stop
      Choices:
        - When: { 'Fn::Equals': [a, b] }
          NextTask: ACS::END
  - { Name: stop, Action: ACS::Pause }
`,
  ],

  check({ template, report }) {
    for (const { node, key } of template.jumps) {
      if (isNull(node)) continue;
      if (node.kind === 'scalar' && typeof node.value === 'string' && !node.value.includes('{{')) continue;
      report(node.range, {
        en: `${key} must be the name of a task, written out: no reference, function or list.`,
        zh: `${key} 必须直接写出任务名称，不能是引用、函数或列表。`,
      });
    }
  },
});
