import type { Expression, ExpressionBody } from '../../expression/ast.ts';
import { isEvaluated } from '../../template/scope.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { defineRule, type Fix } from '../rule.ts';
import { foreignStoreReference } from '../values/storeReference.ts';

export const invalidReference = defineRule({
  id: 'invalid-reference',
  severity: 'warning',
  summary: { en: 'The text in {{ }} is not a reference.', zh: '{{ }} 中的内容不是有效的引用。' },
  why: {
    en: 'Between {{ and }} stands the name of a parameter, ACS::Name, task.output, or oos:name. Anything else gives no value.',
    zh: '{{ 与 }} 之间只能是参数名、ACS::名称、任务名.输出名 或 oos:名称，其他内容得不到值。',
  },
  invalid: [
    { text: "RamRole: '<|{{ }}|>'\nOutputs:\n  o: { Value: '<|{{ a b }}|>' }\n" },
    {
      text: "Parameters:\n  role: {}\nRamRole: '<|{{ role|>'\nOutputs:\n  a: { Value: '<|{{ role |>' }\n  b: { Value: '<|{{ role }|>' }\n",
      fixed:
        "Parameters:\n  role: {}\nRamRole: '{{ role }}'\nOutputs:\n  a: { Value: '{{ role }}' }\n  b: { Value: '{{ role }}' }\n",
    },
    {
      text: "Parameters:\n  role: {}\nOutputs:\n  a: { Value: '<|{{role by |>{{ACS::AccountId}}' }\n  b: { Value: '<|{{ role  |>{{ role }}' }\n",
      fixed:
        "Parameters:\n  role: {}\nOutputs:\n  a: { Value: '{{role}} by {{ACS::AccountId}}' }\n  b: { Value: '{{ role }} {{ role }}' }\n",
    },
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::Loop\n    Properties:\n      LoopTasks:\n        - { Name: one, Action: ACS::ExecuteAPI, Outputs: { id: { ValueSelector: id } } }\n    Outputs:\n      ids: { ValueSelector: "<|{{ one.id |>" }\n',
      fixed:
        'Tasks:\n  - Name: each\n    Action: ACS::Loop\n    Properties:\n      LoopTasks:\n        - { Name: one, Action: ACS::ExecuteAPI, Outputs: { id: { ValueSelector: id } } }\n    Outputs:\n      ids: { ValueSelector: "{{ one.id }}" }\n',
    },
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
    `
FormatVersion: OOS-2019-06-01
Parameters:
  name: { Type: String, Description: 'Written {{ like this }} in a template' }
Tasks:
  - Name: tell
    Action: ACS::Notify
    Properties:
      NotifyType: WebHook
      WebHook: { URI: 'https://example.com/h', Content: { text: '{{name}} and {{ ACS::RegionId }}' } }
`,
  ],

  check({ document, template, report }) {
    for (const { expression, place } of template.uses) {
      const message = isEvaluated(place) ? problem(expression.body, template) : undefined;
      if (message) report(expression.range, message, closing(document.text, expression));
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
        en: `'${body.text}' is not a reference. Write a parameter, ACS::Name, or task.output.`,
        zh: `“${body.text}”不是有效的引用。请写参数名、ACS::名称 或 任务名.输出名。`,
      };
    case 'unclosed': {
      // A lone {{ may be meant as it stands; with a known name behind it, it surely is not.
      const name = /^[A-Za-z0-9_-]+/.exec(body.text)?.[0];
      const known = name !== undefined && (template.parameters.has(name) || template.anyTask.has(name));
      return known || /^acs::/i.test(body.text)
        ? { en: 'The closing }} is missing.', zh: '缺少结尾的 }}。' }
        : undefined;
    }
    default:
      return undefined;
  }
}

const OPEN_NAME = /^\{\{([ \t]*)(?:acs::\w+|[\w-]+(?:\.[\w.[\]?-]+)?)([ \t]*)/i;

/** Closes what is left open, behind the name and with the blanks that stand in front of it. */
function closing(source: string, { body, range: { start, end } }: Expression): Fix[] {
  const written = source.slice(start, end);
  const [head, before = '', after = ''] = OPEN_NAME.exec(written) ?? [];
  if (body.kind !== 'unclosed' || head === undefined) return [];
  const rest = written.slice(head.length);
  const nameEnd = head.length - after.length;
  const isBlankOurs = after !== '' && before !== '' && (after.length > 1 || rest === '');
  const [at, newText] = rest.startsWith('}')
    ? [head.length + 1, '}']
    : isBlankOurs
      ? [nameEnd + 1, '}}']
      : [nameEnd, before === '' ? '}}' : ' }}'];
  const range = { start: start + at, end: start + at };
  return [{ title: { en: 'Close it with }}', zh: '补上 }}' }, edits: [{ range, newText }], guess: true }];
}
