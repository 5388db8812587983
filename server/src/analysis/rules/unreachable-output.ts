import type { Task } from '../../template/template.ts';
import { FlowGraph, taskLists } from '../flow/flowGraph.ts';
import { defineRule } from '../rule.ts';
import { taskUses } from '../taskUses.ts';

export const unreachableOutput = defineRule({
  id: 'unreachable-output',
  severity: 'warning',
  summary: {
    en: 'A reference reads an output of a task that surely did not run.',
    zh: '引用了一定没有执行过的任务的输出。',
  },
  why: {
    en: 'No path through the tasks runs the one before it comes to the other, so the output never has a value. A task that may have been skipped is not a mistake.',
    zh: '没有任何执行路径先经过被引用的任务再到达此处，因此该输出永远没有值。可能被跳过的任务不算错误。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: large
      Choices:
        - { When: { 'Fn::Equals': [1, 1] }, NextTask: small }
  - Name: small
    Action: ACS::ExecuteAPI
    OnSuccess: ACS::END
    Outputs: { seconds: { Type: Number, ValueSelector: '.Regions.Region | length' } }
  - Name: large
    Action: ACS::Sleep
    Properties: { Duration: '{{ <|small|>.seconds }}s' }
`,
    },
    {
      text: `
Tasks:
  - { Name: first, Action: ACS::Pause, OnSuccess: ACS::END }
  - Name: never
    Action: ACS::ExecuteAPI
    Outputs: { id: { ValueSelector: .id } }
Outputs:
  id: { Type: String, Value: '{{ <|never|>.id }}' }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: wait
      Choices:
        - { When: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }, NextTask: ask }
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
    Outputs: { seconds: { Type: Number, ValueSelector: '.Regions.Region | length' } }
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ ask.seconds }}s' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    OnError: wait
    OnSuccess: ACS::NEXT
    Properties: { Service: ECS, API: DescribeRegions }
    Outputs: { seconds: { Type: Number, ValueSelector: '.Regions.Region | length' } }
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ ask.seconds }}s' }
Outputs:
  seconds: { Type: Number, Value: '{{ ask.seconds }}' }
`,
  ],

  check({ document, template, catalog, report }) {
    if (document.tree.problems.length > 0) return;
    const graphs = new Map(taskLists(template).map((list) => [list, new FlowGraph(template, list, catalog)]));
    for (const { name, place, found } of taskUses(template)) {
      const graph = found?.relation === 'earlier' ? graphs.get(found.task.list) : undefined;
      if (!found || !graph) continue;
      const reader = inSameList(place.task, found.task);
      const { running } = graph;
      // A reader that never runs itself is reported as that.
      if (reader && !running.has(reader)) continue;
      if (running.has(found.task) && (!reader || graph.after(found.task).has(reader))) continue;
      report(name.range, {
        en: `The task '${name.text}' never runs before this, so it has no output here.`,
        zh: `任务“${name.text}”不会在此之前执行，此处得不到它的输出。`,
      });
    }
  },
});

/** The task around `from` that stands in the list of `other`; undefined for the outputs of the template. */
function inSameList(from: Task | undefined, other: Task): Task | undefined {
  let at = from;
  while (at && at.list !== other.list) at = at.list.owner;
  return at;
}
