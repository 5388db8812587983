import type { MappingNode } from '../../syntax/node.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { inOrder, misplacedKeys } from '../style/keyOrder.ts';
import { reorderPairs } from '../style/reorderPairs.ts';

/** The published coding standard. It says nothing of other keys. */
const OF_TEMPLATE = ['FormatVersion', 'Description', 'Parameters', 'RamRole', 'Tasks', 'Outputs'];
const OF_TASK = ['Name', 'Action', 'Description', 'Properties', 'Loop', 'Outputs'];

export const misplacedKey = defineRule({
  id: 'misplaced-key',
  severity: 'hint',
  strict: true,
  summary: {
    en: 'The keys of a template or of a task are not in the usual order.',
    zh: '模板或任务的键没有按惯用顺序排列。',
  },
  why: {
    en: 'The coding standard of OOS orders a template as FormatVersion, Description, Parameters, RamRole, Tasks, Outputs, and a task as Name, Action, Description, Properties, Loop, Outputs. OOS does not care, but readers know where to look.',
    zh: 'OOS 编写规范规定，模板的顺序为 FormatVersion、Description、Parameters、RamRole、Tasks、Outputs，任务的顺序为 Name、Action、Description、Properties、Loop、Outputs。顺序不影响执行，但便于读者查找。',
  },
  invalid: [
    {
      text: `
Description: Stops an instance
<|FormatVersion|>: OOS-2019-06-01
Tasks:
  - { Name: stop, Action: ACS::Pause }
# Everything that can be set
<|Parameters|>:
  id: { Type: String } # of the instance
`,
      fixed: `
FormatVersion: OOS-2019-06-01
Description: Stops an instance
# Everything that can be set
Parameters:
  id: { Type: String } # of the instance
Tasks:
  - { Name: stop, Action: ACS::Pause }
`,
    },
    {
      text: `
Tasks:
  - Name: wait
    Description: Wait a while
    OnError: ACS::END
    # nothing but time
    <|Action|>: ACS::Sleep
    Properties: { Duration: 5s }
  - { <|Outputs|>: {}, Name: stop, Action: ACS::Pause }
`,
      fixed: `
Tasks:
  - Name: wait
    # nothing but time
    Action: ACS::Sleep
    Description: Wait a while
    OnError: ACS::END
    Properties: { Duration: 5s }
  - { Name: stop, Action: ACS::Pause, Outputs: {} }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Description: Waits
Tasks:
  - Name: wait
    When: { 'Fn::Equals': [1, 1] }
    Action: ACS::Sleep
    OnError: ACS::END
    Properties: { Duration: 5s }
Metadata: {}
`,
    `
Metadata: {}
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
    Outputs: { ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId' } }
Outputs:
  ids: { Type: List, Value: '{{ ask.ids }}' }
`,
  ],

  check(context) {
    const { root, allTasks } = context.template;
    checkOrder(context, root, OF_TEMPLATE);
    for (const { node } of allTasks) checkOrder(context, node, OF_TASK);
  },
});

function checkOrder(context: RuleContext, mapping: MappingNode, order: readonly string[]): void {
  const misplaced = misplacedKeys(mapping.pairs, order);
  if (misplaced.length === 0) return;
  const fixes = fixesOf(context, mapping, order);
  for (const { pair, side, neighbour } of misplaced) {
    const name = String(pair.key.value);
    const message =
      side === 'before'
        ? {
            en: `By the coding standard, '${name}' comes before '${neighbour}'.`,
            zh: `按照编写规范，“${name}”应位于“${neighbour}”之前。`,
          }
        : {
            en: `By the coding standard, '${name}' comes after '${neighbour}'.`,
            zh: `按照编写规范，“${name}”应位于“${neighbour}”之后。`,
          };
    context.report(pair.key.range, message, fixes);
  }
}

function fixesOf({ document }: RuleContext, mapping: MappingNode, order: readonly string[]): Fix[] {
  const edits = reorderPairs(document.tree, mapping, inOrder(mapping.pairs, order));
  if (!edits) return [];
  const title = { en: 'Put the keys into the usual order', zh: '按惯用顺序排列' };
  // A comment that begins the file may be about all of it.
  const guess = edits.some(({ range }) => range.start < mapping.range.start && isHead(document.text, range.start));
  return [guess ? { title, edits, guess } : { title, edits }];
}

const isHead = (text: string, offset: number): boolean => text.slice(0, offset).trim() === '';
