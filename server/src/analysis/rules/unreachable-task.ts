import { FlowGraph, taskLists } from '../flow/flowGraph.ts';
import { defineRule } from '../rule.ts';
import { taskHead } from '../taskRanges.ts';

export const unreachableTask = defineRule({
  id: 'unreachable-task',
  severity: 'information',
  summary: { en: 'Nothing leads to a task, so it never runs.', zh: '没有任何路径通向该任务，它不会被执行。' },
  why: {
    en: 'A task runs when the one before it goes on to it, or when a jump names it. Behind a Choice or an OnSuccess only a jump leads on.',
    zh: '任务只会在前一个任务执行后顺序到达，或被跳转指向时执行。ACS::Choice 或 OnSuccess 之后只能靠跳转继续。',
  },
  invalid: [
    {
      text: `
Tasks:
  - { Name: first, Action: ACS::Pause, OnSuccess: last }
  - { Name: <|second|>, Action: ACS::Pause }
  - { Name: last, Action: ACS::Pause }
`,
    },
    {
      text: `
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - { When: { 'Fn::Equals': [1, 1] }, NextTask: each }
  - { Name: <|skipped|>, Action: ACS::Pause }
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1]
      LoopTasks:
        - { Name: inner, Action: ACS::Pause, OnSuccess: ACS::END }
        - { Name: <|innerLast|>, Action: ACS::Pause }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: first, Action: ACS::Pause, OnSuccess: last, OnError: second }
  - { Name: second, Action: ACS::Pause }
  - { Name: last, Action: ACS::Pause }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: first
    Action: ACS::Pause
    When: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }
    OnSuccess: last
  - { Name: second, Action: ACS::Pause }
  - { Name: last, Action: ACS::Pause }
`,
  ],

  check({ document, template, catalog, report }) {
    // What cannot be read may be what leads there.
    if (document.tree.problems.length > 0) return;
    for (const list of taskLists(template)) {
      const { running } = new FlowGraph(template, list, catalog);
      for (const task of list.tasks) {
        if (running.has(task)) continue;
        const name = task.name ?? '';
        report(taskHead(task), {
          en: `Nothing leads to the task '${name}': the task before it goes elsewhere, and no jump names it.`,
          zh: `没有路径通向任务“${name}”：前一个任务转到了别处，也没有跳转指向它。`,
        });
      }
    }
  },
});
