import { defineRule } from '../rule.ts';

export const duplicateTask = defineRule({
  id: 'duplicate-task',
  severity: 'error',
  summary: { en: 'Two tasks have the same name.', zh: '两个任务同名。' },
  why: {
    en: 'Names of tasks are compared without regard to letter case and must differ: a jump or a reference could not tell which is meant.',
    zh: '任务名称不区分大小写且必须唯一，否则跳转和引用无法确定指的是哪一个。',
  },
  invalid: [
    { text: 'Tasks:\n  - Name: stop\n    Action: ACS::Pause\n  - Name: <|Stop|>\n    Action: ACS::Pause\n' },
    {
      text: 'Tasks:\n  - { Name: a, Action: ACS::Pause }\n  - { Name: <|a|>, Action: ACS::Pause }\n  - { Name: <|A|>, Action: ACS::Pause }\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n  - { Name: stop2, Action: ACS::Pause }\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1]
      LoopRateControl: { Mode: Concurrency }
      LoopTasks:
        - { Name: stop, Action: ACS::Pause }
  - { Name: stop, Action: ACS::Pause }
`,
  ],

  check({ template, report }) {
    const lists = [template.tasks, ...template.allTasks.flatMap((task) => task.inner ?? [])];
    for (const [first, ...others] of lists.flatMap(({ byName }) => byName.duplicates())) {
      for (const { nameNode, name } of others) {
        if (!nameNode) continue;
        const earlier = first?.name === name ? undefined : first?.name;
        report(nameNode.range, {
          en: `The name '${name}' is taken by an earlier task${earlier ? ` ('${earlier}')` : ''}.`,
          zh: `名称“${name}”已被前面的任务${earlier ? `（“${earlier}”）` : ''}使用。`,
        });
      }
    }
  },
});
