import { defineRule } from '../rule.ts';
import { loopItems, noList } from '../types/loopItems.ts';

export const ambiguousLoopItems = defineRule({
  id: 'ambiguous-loop-items',
  severity: 'warning',
  summary: { en: 'The items of a loop are a text.', zh: '循环的 Items 是文本。' },
  why: {
    en: 'A loop goes through a list. Whether the service finds one in a text depends on the text; declare a List, or take the text apart with Fn::Split or Fn::Jq.',
    zh: '循环需要列表，文本能否被当作列表取决于其内容。请声明为 List，或用 Fn::Split、Fn::Jq 拆分文本。',
  },
  invalid: [
    {
      text: `
Parameters:
  ids: { Type: String }
Tasks:
  - Name: reboot
    Action: ACS::ECS::RebootInstance
    Loop: { Items: <|'{{ ids }}'|> }
  - Name: again
    Action: ACS::ECS::RebootInstance
    Loop: { <|Items|>: { 'Fn::Join': [',', [a, b]] } }
`,
    },
    {
      text: `
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Outputs:
      id: { ValueSelector: .id }
  - Name: reboot
    Action: ACS::ECS::RebootInstance
    Loop: { Items: <|'{{ find.id }}'|> }
  - Name: again
    Action: ACS::ECS::RebootInstance
    Loop: { Items: <|'["{{ find.id }}"]'|> }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: List }
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: '{{ ids }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: String }
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: ['{{ ids }}'] }
  - Name: again
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: { 'Fn::Jq': [First, '.ids', '{{ ids }}'] } }
`,
  ],

  check({ template, types, report }) {
    for (const { pair, value } of loopItems(template)) {
      const found = noList(value, types);
      if (!found || found.certain) continue;
      report(value.kind === 'scalar' ? value.range : pair.key.range, {
        en: `A loop goes through a list, and this is ${found.words.en}. It works only if the service finds a list in it.`,
        zh: `循环需要列表，此处是${found.words.zh}，只有服务能把它当作列表时才可用。`,
      });
    }
  },
});
