import { jumpTarget } from '../../template/jumpTarget.ts';
import { defineRule } from '../rule.ts';

export const misplacedBackwardJump = defineRule({
  id: 'misplaced-backward-jump',
  severity: 'warning',
  summary: { en: 'A jump goes back to the same or an earlier task.', zh: '跳转回到了当前任务或前面的任务。' },
  why: {
    en: 'Going back can repeat tasks for ever, and it is not known that the service allows it. To wait for something use ACS::WaitFor, to repeat a task use Loop.',
    zh: '往回跳转可能导致任务无限重复执行，而且不确定服务是否允许。等待某个状态请使用 ACS::WaitFor，重复执行请使用 Loop。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - { Name: first, Action: ACS::Pause, OnError: <|first|> }\n  - { Name: second, Action: ACS::Pause, OnSuccess: <|First|> }\n',
    },
    {
      text: `
Tasks:
  - { Name: ask, Action: ACS::Pause }
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - { When: { 'Fn::Equals': [1, 1] }, NextTask: <|ask|> }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: first, Action: ACS::Pause, OnError: last }
  - { Name: second, Action: ACS::Pause, OnSuccess: ACS::NEXT }
  - { Name: last, Action: ACS::Pause }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - When: { 'Fn::Equals': [a, b] }
          NextTask: stop
  - { Name: stop, Action: ACS::Pause }
`,
  ],

  check({ template, report }) {
    for (const jump of template.jumps) {
      const target = jumpTarget(jump);
      if (target.kind !== 'backward') continue;
      const { name } = target.task;
      report(
        jump.node.range,
        target.task === jump.task
          ? {
              en: `${jump.key} goes to '${name}', the very task it stands in. Name a later task, ACS::NEXT or ACS::END.`,
              zh: `${jump.key} 指向了它所在的任务“${name}”。请改为后面的任务、ACS::NEXT 或 ACS::END。`,
            }
          : {
              en: `${jump.key} goes back to the earlier task '${name}'. Name a later task, ACS::NEXT or ACS::END.`,
              zh: `${jump.key} 回到了前面的任务“${name}”。请改为后面的任务、ACS::NEXT 或 ACS::END。`,
            },
      );
    }
  },
});
