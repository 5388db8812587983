import { defineRule } from '../rule.ts';
import { loopItems } from '../types/loopItems.ts';
import { MOST_LOOP_ITEMS } from '../types/valueTypes.ts';

const tooMany = Array.from({ length: MOST_LOOP_ITEMS + 1 }, (_, index) => index).join(', ');

export const invalidLoopSize = defineRule({
  id: 'invalid-loop-size',
  severity: 'error',
  summary: { en: `A loop has more than ${MOST_LOOP_ITEMS} items.`, zh: `循环的元素超过 ${MOST_LOOP_ITEMS} 个。` },
  why: {
    en: `OOS loops over at most ${MOST_LOOP_ITEMS} items. Split the list over several tasks.`,
    zh: `OOS 的循环最多 ${MOST_LOOP_ITEMS} 个元素，请把列表拆分到多个任务。`,
  },
  invalid: [
    { text: `Tasks:\n  - { Name: each, Action: ACS::ExecuteAPI, Loop: { <|Items|>: [${tooMany}] } }\n` },
    {
      text: `Tasks:\n  - { Name: each, Action: ACS::Loop, Properties: { <|LoopItems|>: [${tooMany}], LoopTasks: [] } }\n`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: [${tooMany.slice(0, tooMany.lastIndexOf(','))}] }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: [] }
`,
  ],

  check({ template, report }) {
    for (const { pair, value } of loopItems(template)) {
      if (value.kind !== 'sequence' || value.items.length <= MOST_LOOP_ITEMS) continue;
      const count = value.items.length;
      report(pair.key.range, {
        en: `This loop has ${count} items; at most ${MOST_LOOP_ITEMS} are allowed.`,
        zh: `该循环有 ${count} 个元素，最多允许 ${MOST_LOOP_ITEMS} 个。`,
      });
    }
  },
});
