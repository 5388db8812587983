import { defineTextRule } from '../rule.ts';

export const misplacedContinuation = defineTextRule({
  id: 'misplaced-continuation',
  severity: 'warning',
  notation: 'yaml',
  summary: {
    en: 'A quoted text goes on in a line that is indented less than it should be.',
    zh: '带引号的文本续行缩进不足。',
  },
  why: {
    en: 'The service reads it, but strict YAML readers lose the rest of the file. A block text with | shows the lines as they are.',
    zh: '服务可以读取，但严格的 YAML 解析器会丢失文件的其余部分。使用 | 块文本可以按原样书写多行。',
  },
  invalid: [
    { text: "Tasks:\n  - Name: run\n    Properties:\n      script: <|'first\n  second'|>\n    Action: x\n" },
    { text: 'Parameters:\n  note:\n    Description:\n      en: <|"first\n    second"|>\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Description: 'first
  second'
Tasks:
  - { Name: stop, Action: ACS::Pause }
`,
    `
FormatVersion: OOS-2019-06-01
Description: "first
  second \\
  third"
Tasks:
  - Name: stop
    Action: ACS::Pause
    Description: |
      first
      second
`,
  ],

  checkText({ document: { tree }, report }) {
    for (const range of tree.underIndented) {
      report(range, {
        en: 'The lines of this text are too far left for strict YAML readers. Indent them, or write it as a block with |.',
        zh: '该文本的续行对严格的 YAML 解析器来说缩进不足。请增加缩进，或改用 | 块文本。',
      });
    }
  },
});
