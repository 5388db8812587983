import { stringOf, valueFor } from '../../syntax/navigate.ts';
import { readPattern } from '../allowedPattern.ts';
import { defineRule } from '../rule.ts';

export const invalidAllowedPattern = defineRule({
  id: 'invalid-allowed-pattern',
  severity: 'error',
  summary: { en: 'AllowedPattern is not a regular expression.', zh: 'AllowedPattern 不是合法的正则表达式。' },
  why: {
    en: 'A pattern that cannot be read cannot be matched by any value. Forms that only some engines know, such as (?i), are let pass.',
    zh: '无法解析的模式不能匹配任何值。只有部分引擎支持的写法（如 (?i)）不会报告。',
  },
  invalid: [
    {
      text: "Parameters:\n  id: { Type: String, AllowedPattern: <|'i-[a-z'|> }\n  name: { Type: String, AllowedPattern: <|'(a|b'|> }\n",
    },
    {
      text: "Parameters:\n  id: { Type: String, AllowedPattern: <|'*.log'|> }\n  name: { Type: String, AllowedPattern: <|'[z-a]'|> }\n",
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  a: { Type: String, AllowedPattern: 'i-[A-Za-z0-9]*' }
  b: { Type: String, AllowedPattern: '^(?!.*--name).*(?<!-)$' }
  c: { Type: String, AllowedPattern: '(?i)^(?P<name>[a-z]++)\\Z' }
  d: { Type: String, AllowedPattern: '^\\w+\\=\\S+(\\s\\w+\\=\\S+)*$' }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ a }} {{ b }} {{ c }} {{ d }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  secret: { Type: String, AllowedPattern: '^\\{\\{oos-secret:.*$' }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  name: { Type: String, Value: '{{ secret }}' }
`,
  ],

  check({ template, report }) {
    for (const { attributes } of template.parameters.all) {
      const node = valueFor(attributes, 'AllowedPattern');
      const source = stringOf(node);
      if (!node || source === undefined || source.includes('{{')) continue;
      const pattern = readPattern(source);
      if (pattern.kind !== 'broken') continue;
      report(node.range, {
        en: `'${source}' is not a regular expression: ${pattern.reason.en}.`,
        zh: `“${source}”不是合法的正则表达式：${pattern.reason.zh}。`,
      });
    }
  },
});
