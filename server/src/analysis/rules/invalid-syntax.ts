import type { SyntaxProblemCode } from '../../syntax/node.ts';
import { defineTextRule } from '../rule.ts';
import { Shadows } from '../shadows.ts';
import { syntaxWords } from '../syntaxWords.ts';

/** Left to rules of their own. */
const elsewhere: ReadonlySet<SyntaxProblemCode> = new Set(['unquoted-expression', 'alias', 'tag']);

export const invalidSyntax = defineTextRule({
  id: 'invalid-syntax',
  severity: 'error',
  summary: { en: 'The text is not well-formed YAML or JSON.', zh: '文本不是合法的 YAML 或 JSON。' },
  why: {
    en: 'The service refuses a template that it cannot read. The rest of the file is checked as well as it can be.',
    zh: '服务会拒绝无法读取的模板。文件的其余部分会尽可能继续检查。',
  },
  invalid: [
    {
      notation: 'yaml',
      text: `
Tasks:
  - Name: wait
    <|Action|>
    Properties: { Duration: 5s }
`,
    },
    { notation: 'yaml', text: 'Description: <|"unfinished|>\nTasks: []\n' },
    { notation: 'yaml', text: 'Tasks:\n  - Name: a\n<|     |>Action: ACS::Pause\n' },
    { notation: 'yaml', text: 'Description: <|first: second|>\n' },
    { notation: 'json', text: '{ "Tasks": []<|,|> }' },
    { notation: 'json', text: '{ "Description": <|"unfinished|>\n, "Tasks": [] }' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Description: 'first: second'
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: 5s }
`,
    {
      notation: 'yaml',
      text: `
FormatVersion: OOS-2019-06-01 # comments are fine
Tasks: [
  { Name: wait, Action: ACS::Pause }
]
`,
    },
  ],

  checkText({ document: { tree }, report }) {
    for (const { code, range } of tree.problems) {
      if (!elsewhere.has(code)) report(range, syntaxWords(code, tree.notation));
    }
  },
});
