import { tasksOf } from '../flow/statedProperties.ts';
import { asWord } from '../literals.ts';
import { defineRule } from '../rule.ts';
import { literalProperty } from '../values/literalText.ts';
import { intendedTimeZone, isTimeZone } from '../values/timeZone.ts';

export const unknownTimeZone = defineRule({
  id: 'unknown-time-zone',
  severity: 'warning',
  summary: { en: 'TimeZone is not the name of a time zone.', zh: 'TimeZone 不是有效的时区名称。' },
  why: {
    en: 'The zone is named as in the IANA database: Asia/Shanghai, Europe/Berlin, UTC.',
    zh: '时区使用 IANA 数据库中的名称，例如 Asia/Shanghai、Europe/Berlin、UTC。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { TimeZone: <|Asia/Shanghia|> } }\n',
      fixed: "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { TimeZone: 'Asia/Shanghai' } }\n",
    },
    {
      text: "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { TimeZone: <|'Asia/Beijing'|> } }\n",
      fixed: "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { TimeZone: 'Asia/Shanghai' } }\n",
    },
    {
      text: 'Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { TimeZone: <|somewhere over the rainbow|> } }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: t
    Action: ACS::TimerTrigger
    Properties: { Type: rate, Expression: 1 days, EndDate: '2030-12-31', TimeZone: Asia/Shanghai }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  zone: { Type: String }
Tasks:
  - Name: t
    Action: ACS::TimerTrigger
    Properties: { Type: rate, Expression: 1 days, EndDate: '2030-12-31', TimeZone: '{{ zone }}' }
`,
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::TimerTrigger')) {
      const literal = literalProperty(task, 'TimeZone');
      if (!literal || isTimeZone(literal.text)) continue;
      const meant = intendedTimeZone(literal.text);
      const hint =
        meant === undefined
          ? { en: 'Write for instance Asia/Shanghai.', zh: '例如 Asia/Shanghai。' }
          : { en: `Did you mean '${meant}'?`, zh: `是否应为“${meant}”？` };
      context.report(
        literal.node.range,
        { en: `There is no time zone '${literal.text}'. ${hint.en}`, zh: `没有时区“${literal.text}”。${hint.zh}` },
        meant === undefined ? [] : [asWord(context.document.tree, literal.node, meant)],
      );
    }
  },
});
