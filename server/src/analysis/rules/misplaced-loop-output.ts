import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { Output, Task } from '../../template/template.ts';
import { changeText } from '../fixes.ts';
import { defineRule } from '../rule.ts';
import { taskUses } from '../taskUses.ts';

export const misplacedLoopOutput = defineRule({
  id: 'misplaced-loop-output',
  severity: 'warning',
  summary: {
    en: 'An output of single rounds is read from outside a loop.',
    zh: '在循环之外读取了单次循环的输出。',
  },
  why: {
    en: 'Outputs of a looped task belong to one item each. What the rounds give together is declared under Loop.Outputs, and read by the names there.',
    zh: '循环任务的 Outputs 只属于单个元素；各轮汇总的结果需在 Loop.Outputs 中声明，并按其名称引用。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
    Loop:
      Items: [cn-hangzhou, cn-beijing]
      Outputs:
        all: { AggregateType: 'Fn::ListJoin', AggregateField: zoneIds }
Outputs:
  zones: { Type: List, Value: '{{ zones.<|zoneIds|> }}' }
`,
      fixed: `
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
    Loop:
      Items: [cn-hangzhou, cn-beijing]
      Outputs:
        all: { AggregateType: 'Fn::ListJoin', AggregateField: zoneIds }
Outputs:
  zones: { Type: List, Value: '{{ zones.all }}' }
`,
    },
    {
      text: `
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
    Loop: { Items: [cn-hangzhou, cn-beijing] }
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ zones.<|ZoneIds|> }}' }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
    Loop:
      Items: [cn-hangzhou, cn-beijing]
      Outputs:
        zoneIds: { AggregateType: 'Fn::ListJoin', AggregateField: zoneIds }
Outputs:
  zones: { Type: List, Value: '{{ zones.zoneIds }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: {} }
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
  - Name: again
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: '{{ zones.zoneIds }}' }
`,
  ],

  check({ template, catalog, report }) {
    for (const { name, path, simple, found } of taskUses(template)) {
      // What the task itself or an earlier one reads is a finding of its own.
      if (!found || !simple || found.relation === 'self' || found.relation === 'later') continue;
      if (!isSingle(found.task, path.text) || catalog.action(found.task.action ?? '')?.mayLoop === false) continue;
      const to = aggregateOf(found.task, path.text)?.name;
      const advice =
        to === undefined
          ? { en: 'Declare an output under Loop.Outputs and read that.', zh: '请在 Loop.Outputs 中声明输出并引用它。' }
          : { en: `Read '${to}', which gathers it.`, zh: `请引用汇总它的“${to}”。` };
      report(
        path.range,
        {
          en: `'${path.text}' is an output of the single rounds of '${name.text}'. ${advice.en}`,
          zh: `“${path.text}”是“${name.text}”单次循环的输出。${advice.zh}`,
        },
        to === undefined ? [] : [changeText(path.range, to)],
      );
    }
  },
});

/** An output of the rounds that the loop itself does not have. A `Loop` that cannot be read may have any. */
const isSingle = ({ loop, outputs }: Task, name: string): boolean =>
  loop?.node !== undefined && !loop.outputs.has(name) && outputs.has(name);

/** The output of the loop that puts an output of the rounds together. */
function aggregateOf({ loop }: Task, name: string): Output | undefined {
  const field = ({ attributes }: Output) => stringOf(valueFor(attributes, 'AggregateField'))?.toLowerCase();
  return loop?.outputs.all.find((output) => field(output) === name.toLowerCase());
}
