import { tasksOf } from '../flow/statedProperties.ts';
import { asWord } from '../literals.ts';
import { defineRule } from '../rule.ts';
import { literalProperty } from '../values/literalText.ts';

const MOST = 200;

export const invalidTemplateVersion = defineRule({
  id: 'invalid-template-version',
  severity: 'warning',
  summary: { en: 'TemplateVersion is not a version of a template.', zh: 'TemplateVersion 不是有效的模板版本。' },
  why: {
    en: 'Versions of templates are v1 to v200. Without TemplateVersion the latest one runs.',
    zh: '模板版本为 v1 到 v200。不写 TemplateVersion 时执行最新版本。',
  },
  invalid: [
    {
      text: "Tasks:\n  - { Name: child, Action: ACS::Template, Properties: { TemplateVersion: <|'2'|> } }\n  - { Name: other, Action: ACS::Template, Properties: { TemplateVersion: <|V03|> } }\n",
      fixed:
        "Tasks:\n  - { Name: child, Action: ACS::Template, Properties: { TemplateVersion: 'v2' } }\n  - { Name: other, Action: ACS::Template, Properties: { TemplateVersion: v3 } }\n",
    },
    {
      text: 'Tasks:\n  - { Name: child, Action: ACS::Template, Properties: { TemplateVersion: <|v201|> } }\n  - { Name: other, Action: ACS::Template, Properties: { TemplateVersion: <|latest|> } }\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: child, Action: ACS::Template, Properties: { TemplateName: my-child, TemplateVersion: v200 } }\n',
    "FormatVersion: OOS-2019-06-01\nParameters:\n  version: { Type: String }\nTasks:\n  - { Name: child, Action: ACS::Template, Properties: { TemplateName: my-child, TemplateVersion: '{{ version }}' } }\n",
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::Template')) {
      const literal = literalProperty(task, 'TemplateVersion');
      if (!literal || isVersion(literal.text)) continue;
      const meant = literal.text.trim().replace(/^v?(?:ersion)?\.?\s*0*([1-9]\d*|0)$/i, 'v$1');
      context.report(
        literal.node.range,
        {
          en: `'${literal.text}' is not a version: write v1 to v${MOST}, or leave TemplateVersion out for the latest.`,
          zh: `“${literal.text}”不是有效的版本：请写 v1 到 v${MOST}，或省略 TemplateVersion 以使用最新版本。`,
        },
        isVersion(meant) ? [asWord(context.document.tree, literal.node, meant)] : [],
      );
    }
  },
});

function isVersion(text: string): boolean {
  const number = Number(/^v([1-9]\d*)$/.exec(text)?.[1] ?? 0);
  return number >= 1 && number <= MOST;
}
