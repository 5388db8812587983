import { asList } from '../literals.ts';
import { defineRule } from '../rule.ts';
import { loopItems, noList } from '../types/loopItems.ts';

export const invalidLoopItems = defineRule({
  id: 'invalid-loop-items',
  severity: 'error',
  summary: { en: 'The items of a loop are not a list.', zh: '循环的 Items 不是列表。' },
  why: {
    en: 'A loop runs its task once for each element of a list; a number, a truth value or a plain text has no elements.',
    zh: '循环会对列表的每个元素各执行一次任务，数字、布尔值或普通文本没有元素。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: reboot
    Action: ACS::ECS::RebootInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: <|i-1|> }
`,
      fixed: `
Tasks:
  - Name: reboot
    Action: ACS::ECS::RebootInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: [i-1] }
`,
    },
    {
      text: `
Parameters:
  count: { Type: Number }
  force: { Type: Boolean }
Tasks:
  - Name: reboot
    Action: ACS::ECS::RebootInstance
    Loop: { Items: <|'{{ count }}'|> }
  - Name: again
    Action: ACS::ECS::RebootInstance
    Loop: { <|Items|>: { a: b } }
  - Name: each
    Action: ACS::Loop
    Properties: { LoopItems: <|'{{ force }}'|>, LoopTasks: [] }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: List }
  more: { Type: Json }
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: '{{ ids }}' }
  - Name: again
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: '{{ more }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  text: { Type: String }
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances, Parameters: {} }
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: '{{ find.Instances.Instance[].InstanceId }}' }
  - Name: again
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: { 'Fn::Split': [',', '{{ text }}'] } }
`,
  ],

  check({ document, template, types, report }) {
    for (const { pair, value } of loopItems(template)) {
      const found = noList(value, types);
      if (!found?.certain) continue;
      const isWritten = value.kind === 'scalar' && !types.isExpression(value);
      const fix = isWritten ? asList(document.tree, value) : undefined;
      report(
        value.kind === 'scalar' ? value.range : pair.key.range,
        {
          en: `A loop goes through a list, and this is ${found.words.en}.`,
          zh: `循环需要列表，此处是${found.words.zh}。`,
        },
        fix ? [{ ...fix, guess: true }] : [],
      );
    }
  },
});
