import type { ExpressionBody } from '../../expression/ast.ts';
import { isEvaluated } from '../../template/scope.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { defineRule } from '../rule.ts';
import { foreignStoreReference } from '../values/storeReference.ts';

export const invalidReference = defineRule({
  id: 'invalid-reference',
  severity: 'warning',
  summary: { en: 'What stands in {{ }} is no reference.', zh: '{{ }} 中的内容不是有效的引用。' },
  why: {
    en: 'Between {{ and }} stands the name of a parameter, ACS::Name, task.output, or oos:name. Anything else gives no value.',
    zh: '{{ 与 }} 之间只能是参数名、ACS::名称、任务名.输出名 或 oos:名称，其他内容得不到值。',
  },
  invalid: [
    { text: "RamRole: '<|{{ }}|>'\nOutputs:\n  o: { Value: '<|{{ a b }}|>' }\n" },
    { text: "Parameters:\n  role: {}\nRamRole: '<|{{ role|>'\n" },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  text: { Type: String, Default: '{{ oos:my/name }}' }
Tasks:
  - Name: wait
    Action: ACS::Sleep
    When: { 'Fn::Equals': ['{{ text }}', '{{'] }
    Properties: { Duration: PT1S }
`,
  ],

  check({ template, report }) {
    for (const { expression, place } of template.uses) {
      const message = isEvaluated(place) ? problem(expression.body, template) : undefined;
      if (message) report(expression.range, message);
    }
  },
});

function problem(body: ExpressionBody, template: Template): Words | undefined {
  switch (body.kind) {
    case 'empty':
      return { en: 'A name is missing between {{ and }}.', zh: '{{ 与 }} 之间缺少名称。' };
    case 'malformed':
      // How ROS reads the parameter store is found by invalid-store-reference, which knows what to write instead.
      if (foreignStoreReference(body.text) !== undefined) return undefined;
      return {
        en: `'${body.text}' is no reference. Write a parameter, ACS::Name, or task.output.`,
        zh: `“${body.text}”不是有效的引用。请写参数名、ACS::名称 或 任务名.输出名。`,
      };
    case 'unclosed': {
      // A lone {{ may be meant as it stands; with a known name behind it, it surely is not.
      const name = /^[A-Za-z0-9_-]+/.exec(body.text)?.[0];
      const known = name !== undefined && (template.parameters.has(name) || template.tasks.byName.has(name));
      return known || /^acs::/i.test(body.text)
        ? { en: 'The closing }} is missing.', zh: '缺少结尾的 }}。' }
        : undefined;
    }
    default:
      return undefined;
  }
}
