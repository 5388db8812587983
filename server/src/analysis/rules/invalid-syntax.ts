import type { SyntaxProblemCode } from '../../syntax/node.ts';
import { defineTextRule } from '../rule.ts';
import { shadowsOf } from '../shadows.ts';
import { syntaxFixes } from '../syntaxRepairs.ts';
import { syntaxWords } from '../syntaxWords.ts';

/** Left to rules of their own. */
const elsewhere: ReadonlySet<SyntaxProblemCode> = new Set(['unquoted-expression', 'alias', 'tag', 'too-long']);

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
    <|Action|> ACS::Sleep
    Properties: { Duration: 5s }
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: 5s }
`,
    },
    {
      notation: 'yaml',
      text: 'Description: <|"unfinished|>\nTasks: []\n',
      fixed: 'Description: "unfinished"\nTasks: []\n',
    },
    {
      notation: 'yaml',
      text: 'Tasks:\n  - Name: a\n<|     |>Action: ACS::Pause\n',
      fixed: 'Tasks:\n  - Name: a\n    Action: ACS::Pause\n',
    },
    {
      notation: 'yaml',
      text: 'Tasks:\n  - Name: a\n<|\t|>Action: ACS::Pause\n    <|When:|>a\n  <|-|>Name: b\n    Action: ACS::Pause\n',
      fixed: 'Tasks:\n  - Name: a\n    Action: ACS::Pause\n    When: a\n  - Name: b\n    Action: ACS::Pause\n',
    },
    {
      notation: 'yaml',
      text: 'Description: <|first: second|>\n',
      fixed: "Description: 'first: second'\n",
    },
    { notation: 'json', text: '{ "Tasks": []<|,|> }', fixed: '{ "Tasks": [] }' },
    {
      notation: 'json',
      text: '{ "Description": <|"unfinished|>\n, "Tasks": [] }',
      fixed: '{ "Description": "unfinished"\n, "Tasks": [] }',
    },
    {
      notation: 'json',
      text: '{\n  "Tasks": [\n    {\n      "Name": "a"\n    }<|}|>\n  ]\n}\n',
      fixed: '{\n  "Tasks": [\n    {\n      "Name": "a"\n    }\n  ]\n}\n',
    },
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
    const shadows = shadowsOf(tree);
    for (const problem of tree.problems) {
      const { code, range } = problem;
      if (elsewhere.has(code) || shadows.isEcho(problem)) continue;
      report(range, syntaxWords(code, tree.notation), syntaxFixes(tree.text, problem));
    }
  },
});
