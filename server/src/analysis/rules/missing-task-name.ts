import { isNull, pairOf } from '../../syntax/navigate.ts';
import { defineRule } from '../rule.ts';
import { misspeltKey, taskHead } from '../taskRanges.ts';

export const missingTaskName = defineRule({
  id: 'missing-task-name',
  severity: 'error',
  summary: { en: 'A task has no Name.', zh: '任务没有 Name。' },
  why: {
    en: 'Every task needs a name: jumps and references find it by its name.',
    zh: '每个任务都必须有名称，跳转和引用都按名称查找任务。',
  },
  invalid: [
    { text: 'Tasks:\n  - Action: ACS::Pause\n    <|Name|>:\n' },
    { text: 'Tasks:\n  - <|Action|>: ACS::Pause\n' },
    {
      text: 'Tasks:\n  - <|Nmae|>: stop\n    Action: ACS::Pause\n',
      fixed: 'Tasks:\n  - Name: stop\n    Action: ACS::Pause\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: stop\n    Action: ACS::Pause\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Action: ACS::Pause
    Name: stop
  - { Name: '2', Action: ACS::Pause }
`,
  ],

  check({ document, template, report }) {
    for (const task of template.allTasks) {
      if (!isNull(pairOf(task.node, 'Name')?.value)) continue;
      const empty = pairOf(task.node, 'Name')?.key.range;
      const { range, fixes } = misspeltKey(document.text, task, 'Name') ?? {
        range: empty ?? taskHead(task),
        fixes: [],
      };
      report(range, { en: 'This task has no Name.', zh: '该任务没有 Name。' }, fixes);
    }
  },
});
