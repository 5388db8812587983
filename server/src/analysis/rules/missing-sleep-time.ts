import { absenceOf, tasksOf } from '../flow/statedProperties.ts';
import { defineRule } from '../rule.ts';

export const missingSleepTime = defineRule({
  id: 'missing-sleep-time',
  severity: 'error',
  summary: { en: 'ACS::Sleep does not say how long.', zh: 'ACS::Sleep 没有说明等待多久。' },
  why: {
    en: 'A sleep needs Duration, how long to wait, or EndDate, until when.',
    zh: '等待任务需要 Duration（等待时长）或 EndDate（等待到何时）。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: wait\n    Action: <|ACS::Sleep|>\n',
      fixed: "Tasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties:\n      Duration: ''\n",
    },
    {
      text: 'Tasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties: { <|Duraton|>: PT1M }\n',
      fixed: 'Tasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties: { Duration: PT1M }\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: wait, Action: ACS::Sleep, Properties: { Duration: PT1M } }\n',
    "FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: wait, Action: ACS::Sleep, Properties: { EndDate: '2030-01-01T00:00:00Z' } }\n",
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::Sleep')) {
      const absence = absenceOf(context, task, ['Duration', 'EndDate'], { key: 'Duration', value: '' });
      if (!absence) continue;
      context.report(
        absence.range,
        {
          en: `${task.action} needs Duration, such as PT10M, or EndDate.`,
          zh: `${task.action} 需要 Duration（例如 PT10M）或 EndDate。`,
        },
        absence.fixes,
      );
    }
  },
});
