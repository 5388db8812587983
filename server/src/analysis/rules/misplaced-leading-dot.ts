import { readJq } from '../../jq/jq.ts';
import { resolvePlain } from '../../syntax/plainScalar.ts';
import { scalarText } from '../../syntax/scalarText.ts';
import { taskSelectors } from '../jq/selectors.ts';
import { defineRule } from '../rule.ts';

export const misplacedLeadingDot = defineRule({
  id: 'misplaced-leading-dot',
  severity: 'hint',
  strict: true,
  summary: { en: 'A selector begins with a dot that it does not need.', zh: '选择器以不必要的点开头。' },
  why: {
    en: 'OOS puts the dot in front of a selector by itself, and its coding standard leaves the dot out. Selectors that would mean something else without it are not reported.',
    zh: 'OOS 会自动为选择器补上开头的点，其编写规范建议省略。省略后含义会改变的选择器不会报告。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Outputs:
      ids: { Type: List, ValueSelector: '<|.|>Regions.Region[].RegionId' }
      first: { Type: String, ValueSelector: '<|.|>Regions.Region[0].RegionId?' }
`,
      fixed: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Outputs:
      ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId' }
      first: { Type: String, ValueSelector: 'Regions.Region[0].RegionId?' }
`,
    },
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      PropertySelector: "<|.|>Status"
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      PropertySelector: "Status"
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
    Outputs:
      all: { Type: Json, ValueSelector: . }
      each: { Type: List, ValueSelector: '.[]' }
      deep: { Type: List, ValueSelector: '..' }
      piped: { Type: Number, ValueSelector: .Regions.Region | length }
      ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId' }
Outputs:
  all: { Type: Json, Value: ['{{ ask.all }}', '{{ ask.each }}', '{{ ask.deep }}', '{{ ask.piped }}', '{{ ask.ids }}'] }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties: { Service: ADCP, API: DescribeRegions, PropertySelector: .length, DesiredValues: [1] }
  - Name: check
    Action: ACS::CheckFor
    Properties: { Service: ADCP, API: DescribeRegions, PropertySelector: .yes, DesiredValues: [1] }
`,
  ],

  check({ document, template, report }) {
    for (const node of template.allTasks.flatMap(taskSelectors)) {
      const { text, rangeOf } = scalarText(document.text, node);
      // `yes` is no text in YAML; both notations are treated alike.
      if (!isPath(text) || resolvePlain(text.slice(1)).type !== 'string') continue;
      const dot = rangeOf(0, 1);
      report(
        dot,
        {
          en: 'By the coding standard, selectors have no dot in front.',
          zh: '按照编写规范，选择器开头不写点。',
        },
        [
          {
            title: { en: 'Remove the dot', zh: '删除点' },
            edits: [{ range: dot, newText: '' }],
          },
        ],
      );
    }
  },
});

/**
 * Whether a text is a path that is still the same one without its dot. OOS takes a text as it stands before it tries
 * one with a dot, so what then is a function or a word of jq needs its dot.
 */
function isPath(text: string): boolean {
  if (!/^\.[A-Za-z_]/.test(text) || text.includes('{{')) return false;
  const { root, problems } = readJq(text);
  if (problems.length > 0 || root.kind !== 'path' || root.from.kind !== 'identity') return false;
  const bare = text.slice(1);
  return readJq(bare).problems.some(({ later }) => !later) && readJq(bare, { dotted: true }).problems.length === 0;
}
