import { isNull, pairOf } from '../../syntax/navigate.ts';
import { defineRule } from '../rule.ts';
import { misspeltKey, taskHead } from '../taskRanges.ts';

export const missingTaskAction = defineRule({
  id: 'missing-task-action',
  severity: 'error',
  summary: { en: 'A task has no Action.', zh: '任务没有 Action。' },
  why: {
    en: 'The action says what the task does; without one the service refuses the template.',
    zh: '动作决定任务做什么，缺少动作的模板会被服务拒绝。',
  },
  invalid: [
    { text: 'Tasks:\n  - Name: stop\n    <|Action|>:\n' },
    { text: 'Tasks:\n  - Name: <|stop|>\n' },
    {
      text: 'Tasks:\n  - Name: stop\n    <|Actoin|>: ACS::Pause\n',
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
  - { Name: unknown, Action: acs::pause }
`,
  ],

  check({ document, template, report }) {
    for (const task of template.allTasks) {
      if (!isNull(pairOf(task.node, 'Action')?.value)) continue;
      const empty = pairOf(task.node, 'Action')?.key.range;
      const { range, fixes } = misspeltKey(document.text, task, 'Action') ?? {
        range: empty ?? taskHead(task),
        fixes: [],
      };
      const which = {
        en: task.name ? `The task '${task.name}'` : 'This task',
        zh: task.name ? `任务“${task.name}”` : '该任务',
      };
      report(range, { en: `${which.en} has no Action.`, zh: `${which.zh}没有 Action。` }, fixes);
    }
  },
});
