import { tasksOf } from '../flow/statedProperties.ts';
import { asWord } from '../literals.ts';
import { defineRule } from '../rule.ts';
import { durationProblem } from '../values/duration.ts';
import { literalProperty } from '../values/literalText.ts';

export const invalidDuration = defineRule({
  id: 'invalid-duration',
  severity: 'warning',
  summary: { en: 'The Duration of ACS::Sleep is not a duration.', zh: 'ACS::Sleep 的 Duration 不是有效的时长。' },
  why: {
    en: 'A duration is written as in ISO 8601, PT1H30M, or short as 1h30m. It is at least one second long.',
    zh: '时长按 ISO 8601 写作 PT1H30M，或简写为 1h30m，至少 1 秒。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - { Name: wait, Action: ACS::Sleep, Properties: { Duration: <|5 minutes|> } }\n  - { Name: again, Action: acs::sleep, Properties: { Duration: <|P10S|> } }\n',
      fixed:
        "Tasks:\n  - { Name: wait, Action: ACS::Sleep, Properties: { Duration: '5m' } }\n  - { Name: again, Action: acs::sleep, Properties: { Duration: PT10S } }\n",
    },
    {
      text: "Tasks:\n  - { Name: wait, Action: ACS::Sleep, Properties: { Duration: <|PT5X|> } }\n  - { Name: again, Action: ACS::Sleep, Properties: { Duration: <|'PT0S'|> } }\n",
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: one, Action: ACS::Sleep, Properties: { Duration: PT1H30M } }
  - { Name: two, Action: ACS::Sleep, Properties: { Duration: 1h2m } }
  - { Name: three, Action: ACS::Sleep, Properties: { Duration: 10s } }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  hours: { Type: Number }
Tasks:
  - { Name: one, Action: ACS::Sleep, Properties: { Duration: '{{ hours }} hours' } }
  - { Name: two, Action: ACS::Sleep, Properties: { Duration: P1D } }
`,
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::Sleep')) {
      const literal = literalProperty(task, 'Duration');
      const problem = literal && durationProblem(literal.text);
      if (!problem) continue;
      const { words, instead } = problem;
      context.report(
        literal.node.range,
        words,
        instead === undefined ? [] : [asWord(context.document.tree, literal.node, instead)],
      );
    }
  },
});
