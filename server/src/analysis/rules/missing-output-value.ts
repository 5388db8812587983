import { insertPairs, quoteScalar } from '../../syntax/edit.ts';
import { keyName } from '../../syntax/navigate.ts';
import type { ScalarNode, SyntaxTree } from '../../syntax/node.ts';
import { changeScalar } from '../fixes.ts';
import { languageKeys, problemsAt } from '../languageProblems.ts';
import { misspelt } from '../misspelt.ts';
import { defineRule, type Fix } from '../rule.ts';
import { isDynamic } from '../schemaCheck.ts';

export const missingOutputValue = defineRule({
  id: 'missing-output-value',
  severity: 'error',
  summary: { en: 'An output of the template has no Value.', zh: '模板的输出没有 Value。' },
  why: {
    en: 'An output of the template is what its Value says. (A ValueSelector is for the outputs of tasks.)',
    zh: '模板的输出由 Value 给出。（ValueSelector 只用于任务的输出。）',
  },
  invalid: [
    {
      text: 'Tasks: []\nOutputs:\n  <|state|>:\n    Type: String\n',
      fixed: "Tasks: []\nOutputs:\n  state:\n    Type: String\n    Value: ''\n",
    },
    {
      text: "Tasks: []\nOutputs:\n  state: { Type: String, <|Vaule|>: '{{ read.state }}' }\n  other: { <|ValueSelector|>: x }\n",
      fixed: "Tasks: []\nOutputs:\n  state: { Type: String, Value: '{{ read.state }}' }\n  other: { Value: x }\n",
    },
    {
      text: "Tasks: []\nOutputs:\n  state: <|'{{ read.state }}'|>\n  where: <|in {{ ACS::RegionId }}|>\n",
      fixed:
        "Tasks: []\nOutputs:\n  state: { Value: '{{ read.state }}' }\n  where: { Value: 'in {{ ACS::RegionId }}' }\n",
    },
    { text: 'Tasks: []\nOutputs:\n  all: <|{ Fn::Join: [/, [a, b]] }|>\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions, Parameters: {} }
    Outputs:
      ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId' }
Outputs:
  ids: { Type: List, Value: '{{ regions.ids }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  where: { Value: { Fn::Join: [/, [region, '{{ ACS::RegionId }}']] } }
`,
  ],

  check(context) {
    const { document, catalog, report } = context;
    const known = languageKeys(catalog, 'templateOutput');
    for (const { mapping, pair, steps } of problemsAt(context, ['missing-key'], ['Outputs/*'])) {
      const name = steps.at(-1);
      const message = { en: `The output '${name}' has no Value.`, zh: `输出“${name}”没有 Value。` };
      const near = misspelt(mapping, 'Value', known) ?? mapping.pairs.find((it) => keyName(it) === 'ValueSelector');
      if (near) report(near.key.range, message, [changeScalar(document.text, near.key, 'Value')]);
      else {
        const edits = [insertPairs(document.tree, mapping, [{ key: 'Value', value: '' }])];
        report(pair?.key.range ?? mapping.range, message, [
          { title: { en: 'Add Value', zh: '添加 Value' }, edits, guess: true },
        ]);
      }
    }
    for (const { name, pair } of context.template.outputs.all) {
      if (!pair.value || !isDynamic(pair.value)) continue;
      report(
        pair.value.range,
        {
          en: `The output '${name}' must be a map, with this under Value.`,
          zh: `输出“${name}”必须是映射，此内容应写在 Value 下。`,
        },
        pair.value.kind === 'scalar' && pair.value.style !== 'literal' && pair.value.style !== 'folded'
          ? [wrap(document.tree, pair.value)]
          : [],
      );
    }
  },
});

function wrap({ notation, text }: SyntaxTree, { range, style }: ScalarNode): Fix {
  const written = style === 'plain' ? quoteScalar(text, range).newText : text.slice(range.start, range.end);
  const newText = notation === 'json' ? `{ "Value": ${written} }` : `{ Value: ${written} }`;
  return { title: { en: 'Put it under Value', zh: '移到 Value 下' }, edits: [{ range, newText }] };
}
