import { closest } from '../../template/closest.ts';
import { findOutput } from '../../template/scope.ts';
import type { Task } from '../../template/template.ts';
import { changeText } from '../fixes.ts';
import { defineRule } from '../rule.ts';
import { taskUses } from '../taskUses.ts';

export const unknownTaskOutput = defineRule({
  id: 'unknown-task-output',
  severity: 'warning',
  summary: { en: 'A reference reads an output that the task does not declare.', zh: '引用了任务未声明的输出。' },
  why: {
    en: 'The task declares outputs, and this is none of them. The reference gives nothing, or the template is refused.',
    zh: '该任务声明了输出，但不包括此项。引用将得不到值，或者模板被拒绝。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Outputs:
      instanceIds: { Type: List, ValueSelector: '.ids' }
Outputs:
  ids: { Value: '{{ find.<|instanceId|> }}' }
`,
      fixed: `
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Outputs:
      instanceIds: { Type: List, ValueSelector: '.ids' }
Outputs:
  ids: { Value: '{{ find.instanceIds }}' }
`,
    },
    {
      text: `
Tasks:
  - Name: each
    Action: ACS::ExecuteAPI
    Loop:
      Items: [1, 2]
      Outputs:
        states: { AggregateType: 'Fn::ListJoin', AggregateField: state }
    Outputs:
      state: { ValueSelector: '.state' }
Outputs:
  all: { Value: '{{ each.<|everything|> }}' }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
    Outputs:
      Ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId' }
Outputs:
  ids: { Type: List, Value: '{{ regions.ids }}' }
  first: { Value: '{{ regions.Regions.Region[0].RegionId }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
Outputs:
  id: { Type: String, Value: '{{ regions.RequestId }}' }
`,
  ],

  check({ template, report }) {
    for (const { name, path, simple, found } of taskUses(template)) {
      if (!found || !simple || findOutput(found.task, path.text)) continue;
      // A `Loop` that cannot be read may have any outputs.
      if (found.task.loop && !found.task.loop.node) continue;
      const names = outputNames(found.task);
      // A task without outputs is read directly, by the fields of its result, which are not known here.
      if (names.length === 0) continue;
      const near = closest(path.text, names);
      report(
        path.range,
        {
          en: `The task '${name.text}' has no output '${path.text}'. It has: ${names.join(', ')}.`,
          zh: `任务“${name.text}”没有输出“${path.text}”。可用的输出：${names.join('、')}。`,
        },
        near === undefined ? [] : [changeText(path.range, near)],
      );
    }
  },
});

const outputNames = ({ loop, outputs }: Task): readonly string[] =>
  loop && loop.outputs.all.length > 0 ? loop.outputs.names() : outputs.names();
