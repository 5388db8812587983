import { quoteScalar } from '../../syntax/edit.ts';
import { defineTextRule } from '../rule.ts';

export const unquotedReference = defineTextRule({
  id: 'unquoted-reference',
  severity: 'error',
  notation: 'yaml',
  summary: { en: 'A value begins with {{ and has no quotes.', zh: '以 {{ 开头的值没有加引号。' },
  why: {
    en: 'YAML takes { for the beginning of a map, so the service cannot read the reference.',
    zh: 'YAML 会把 { 当作映射的开头，服务因此无法读取该引用。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: each\n    Loop: { Items: <|{{ ids }}|> }\n',
      fixed: "Tasks:\n  - Name: each\n    Loop: { Items: '{{ ids }}' }\n",
    },
    {
      text: 'RamRole: <|{{ role }}-x|> # why\nOutputs:\n  id: { Value: <|{{ a.b }}|> }\n',
      fixed: "RamRole: '{{ role }}-x' # why\nOutputs:\n  id: { Value: '{{ a.b }}' }\n",
    },
    {
      text: 'RamRole: <|{{ role }}\'|>\nOutputs:\n  id: { Value: <|{{ a.b }}"|> }\n',
      fixed: 'RamRole: \'{{ role }}\'\nOutputs:\n  id: { Value: "{{ a.b }}" }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  seconds: { Type: Number }
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration: PT{{ seconds }}S
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  role: { Type: String }
RamRole: "{{ role }}"
Tasks:
  - Name: stop
    Action: ACS::Pause
    Description: |
      {{ role }}
`,
  ],

  checkText({ document: { tree }, report }) {
    for (const { code, range, repair } of tree.problems) {
      if (code !== 'unquoted-expression') continue;
      const fix = {
        title: { en: 'Put quotes around it', zh: '加引号' },
        edits: [repair ?? quoteScalar(tree.text, range)],
      };
      report(range, { en: 'This value needs quotes, since it begins with {{.', zh: '该值以 {{ 开头，需要加引号。' }, [
        fix,
      ]);
    }
  },
});
