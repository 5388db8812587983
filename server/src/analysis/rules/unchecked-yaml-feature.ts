import { defineTextRule } from '../rule.ts';

export const uncheckedYamlFeature = defineTextRule({
  id: 'unchecked-yaml-feature',
  severity: 'warning',
  notation: 'yaml',
  summary: { en: 'An alias or a tag of YAML is used.', zh: '使用了 YAML 的别名或标签。' },
  why: {
    en: 'No published template uses them, they cannot be written in JSON, and what they stand for is not checked.',
    zh: '已发布的模板都不使用它们，JSON 中也无法书写，其内容不会被检查。',
  },
  invalid: [
    { text: 'Description: &d text\nOutputs:\n  o: { Value: <|*d|> }\n' },
    { text: 'Outputs:\n  o: { Value: !number <|5|> }\n' },
  ],
  valid: [
    "FormatVersion: OOS-2019-06-01\nDescription: '*d'\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n",
    `
FormatVersion: OOS-2019-06-01
Description: 'both & and * and ! are plain in quotes'
Tasks:
  - Name: stop
    Action: ACS::Pause
    Description: a & b * c ! d
`,
  ],

  checkText({ document: { tree }, report }) {
    for (const { code, range } of tree.problems) {
      if (code === 'alias' && tree.text.startsWith('<<', range.start)) {
        report(range, {
          en: 'Merge keys are not followed; write the keys out.',
          zh: '不支持合并键，请直接写出各个键。',
        });
      } else if (code === 'alias' && !/<<\s*:\s*$/.test(tree.text.slice(Math.max(0, range.start - 20), range.start))) {
        report(range, { en: 'Aliases are not followed; write the value out.', zh: '不支持别名，请直接写出该值。' });
      } else if (code === 'tag') {
        report(range, { en: 'Tags are not read; write the value without one.', zh: '不支持标签，请去掉标签。' });
      }
    }
  },
});
