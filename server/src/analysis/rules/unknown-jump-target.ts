import { stringOf } from '../../syntax/navigate.ts';
import { closest } from '../../template/closest.ts';
import type { Jump } from '../../template/template.ts';
import { changeScalar } from '../fixes.ts';
import { jumpWords, targetsOf } from '../jumps.ts';
import { mayHaveLostTask } from '../lostNames.ts';
import { defineRule } from '../rule.ts';

export const unknownJumpTarget = defineRule({
  id: 'unknown-jump-target',
  severity: 'error',
  summary: {
    en: 'OnError, OnSuccess, NextTask or DefaultTask names a task that is not there.',
    zh: 'OnError、OnSuccess、NextTask 或 DefaultTask 指向不存在的任务。',
  },
  why: {
    en: 'A jump goes to a task of the same list, to ACS::END or to ACS::NEXT. The service refuses any other name.',
    zh: '跳转目标只能是同一任务列表中的任务、ACS::END 或 ACS::NEXT，其他名称会被服务拒绝。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: first\n    Action: ACS::Pause\n    OnError: <|secnd|>\n  - Name: second\n    Action: ACS::Pause\n    OnSuccess: <|ACS::STOP|>\n    OnError: <|AS::NEXT|>\n',
      fixed:
        'Tasks:\n  - Name: first\n    Action: ACS::Pause\n    OnError: second\n  - Name: second\n    Action: ACS::Pause\n    OnSuccess: ACS::END\n    OnError: ACS::NEXT\n',
    },
    {
      text: `
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: <|nowhere|>
      Choices:
        - When: { 'Fn::Equals': [1, 1] }
          NextTask: <|elsewhere|>
  - { Name: stop, Action: ACS::Pause }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: first
    Action: ACS::Pause
    OnError: Last
    OnSuccess: ACS::NEXT
  - { Name: second, Action: ACS::Pause, OnError: ACS::END }
  - { Name: last, Action: ACS::Pause }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: each
    Action: ACS::Loop
    OnError: stop
    Properties:
      LoopItems: [1]
      LoopRateControl: { Mode: Concurrency }
      LoopTasks:
        - { Name: first, Action: ACS::Pause, OnSuccess: last }
        - { Name: last, Action: ACS::Pause }
  - { Name: stop, Action: ACS::Pause }
`,
  ],

  check({ document, template, report }) {
    const mayBeLost = mayHaveLostTask(template, undefined);
    for (const jump of template.jumps) {
      const target = stringOf(jump.node);
      if (jump.node.kind !== 'scalar' || target === undefined || target.includes('{{')) continue;
      if (isJumpWord(target) || jump.task.list.byName.has(target) || (mayBeLost && !isReserved(target))) continue;
      const nearest = nearestTarget(jump, target);
      report(
        jump.node.range,
        {
          en: `${jump.key} names '${target}', but there is no task of that name. ACS::END and ACS::NEXT are also possible.`,
          zh: `${jump.key} 指向“${target}”，但没有该名称的任务。也可以使用 ACS::END 和 ACS::NEXT。`,
        },
        nearest === undefined ? [] : [changeScalar(document.text, jump.node, nearest)],
      );
    }
  },
});

const isJumpWord = (target: string): boolean => jumpWords.some((word) => word.toLowerCase() === target.toLowerCase());
/** No task can be called so. */
const isReserved = (target: string): boolean => /^acs::/i.test(target);

function nearestTarget(jump: Jump, target: string): string | undefined {
  if (isReserved(target)) return closest(target, jumpWords) ?? 'ACS::END';
  const others = targetsOf(jump).filter((name) => name !== jump.task.name);
  return closest(target, [...others, ...jumpWords]);
}
