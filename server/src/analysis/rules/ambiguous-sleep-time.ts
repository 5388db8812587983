import { keyName } from '../../syntax/navigate.ts';
import { surplusOf, tasksOf } from '../flow/statedProperties.ts';
import { defineRule } from '../rule.ts';

export const ambiguousSleepTime = defineRule({
  id: 'ambiguous-sleep-time',
  severity: 'warning',
  summary: { en: 'ACS::Sleep has both Duration and EndDate.', zh: 'ACS::Sleep 同时写了 Duration 和 EndDate。' },
  why: {
    en: 'A sleep takes exactly one of the two, and nobody can say which one counts.',
    zh: '等待任务只能使用其中之一，同时写出时无法确定以哪个为准。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration: PT1M
      <|EndDate|>: '2030-01-01T00:00:00Z'
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration: PT1M
`,
    },
    {
      text: "Tasks:\n  - { Name: wait, Action: acs::sleep, Properties: { EndDate: '{{ end }}', <|Duration|>: PT1M } }\n",
      fixed: "Tasks:\n  - { Name: wait, Action: acs::sleep, Properties: { EndDate: '{{ end }}' } }\n",
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: wait, Action: ACS::Sleep, Properties: { Duration: 10s } }\n',
    "FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: wait, Action: ACS::Sleep, Properties: { EndDate: '2030-01-01T08:00:00Z' } }\n",
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::Sleep')) {
      const surplus = surplusOf(context, task, ['Duration', 'EndDate']);
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
