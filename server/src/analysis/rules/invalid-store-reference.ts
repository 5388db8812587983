import type { Expression, ExpressionBody } from '../../expression/ast.ts';
import { isEvaluated } from '../../template/scope.ts';
import type { Words } from '../../words/words.ts';
import { changeText } from '../fixes.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { foreignStoreReference } from '../values/storeReference.ts';

export const invalidStoreReference = defineRule({
  id: 'invalid-store-reference',
  severity: 'warning',
  summary: {
    en: 'A reference to the parameter store has a name that cannot exist.',
    zh: '对参数仓库的引用使用了不可能存在的名称。',
  },
  why: {
    en: 'Parameters of the store are read as {{ oos:name }} and {{ oos-secret:name }}. Names have letters, digits, - and _, up to 200 characters, 180 for secrets.',
    zh: '参数仓库中的参数写作 {{ oos:名称 }} 和 {{ oos-secret:名称 }}。名称由字母、数字、- 和 _ 组成，最长 200 个字符，加密参数最长 180 个字符。',
  },
  invalid: [
    { text: "RamRole: '{{ oos:<|my name|> }}'\nOutputs:\n  a: { Value: '<|{{ oos-secret: }}|>' }\n" },
    {
      text: "RamRole: '{{ <|resolve:oos-secret:my-role:2|> }}'\nOutputs:\n  a: { Value: 'x {{<|resolve:oos:name|>}}' }\n",
      fixed: "RamRole: '{{ oos-secret:my-role }}'\nOutputs:\n  a: { Value: 'x {{oos:name}}' }\n",
    },
    { text: "RamRole: '{{ oos:<|ACS-role|> }}'\n" },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
RamRole: '{{ oos:my-role }}'
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  a: { Type: String, Value: '{{ oos-secret:my_role.v2 }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: stop, Action: ACS::Pause, Description: '{{ resolve:oos:name }}' }
Outputs:
  a: { Type: String, Value: '{{ oos:aliyun/services/ecs/image }}' }
`,
  ],

  check(context) {
    for (const { expression, place } of context.template.uses) {
      if (!isEvaluated(place)) continue;
      if (expression.body.kind === 'store') reportStore(context, expression, expression.body);
      else if (expression.body.kind === 'malformed') reportForeign(context, expression, expression.body.text);
    }
  },
});

type StoreBody = Extract<ExpressionBody, { kind: 'store' }>;

function reportStore({ report }: RuleContext, { range }: Expression, body: StoreBody): void {
  const words = nameProblem(body);
  if (words) report(body.name.text === '' ? range : body.name.range, words);
}

function reportForeign({ document, report }: RuleContext, { range }: Expression, body: string): void {
  const instead = foreignStoreReference(body);
  if (instead === undefined) return;
  const start = document.text.indexOf(body, range.start);
  const written = { start, end: start + body.length };
  report(
    written,
    {
      en: `'resolve:' is how ROS templates read the parameter store. In OOS write {{ ${instead} }}.`,
      zh: `“resolve:”是 ROS 模板读取参数仓库的写法。OOS 中应写作 {{ ${instead} }}。`,
    },
    [changeText(written, instead)],
  );
}

function nameProblem({ name, secret }: StoreBody): Words | undefined {
  const { text } = name;
  const most = secret ? 180 : 200;
  if (text === '') return { en: 'The name of the stored parameter is missing.', zh: '缺少参数仓库中的参数名称。' };
  const bad = /[^\w./-]/.exec(text)?.[0];
  if (bad !== undefined)
    return {
      en: `The name of a stored parameter cannot have '${bad}': letters, digits, - and _ are possible.`,
      zh: `参数仓库中的参数名称不能含有“${bad}”，只能使用字母、数字、- 和 _。`,
    };
  if (text.length > most)
    return {
      en: `The name of a stored parameter has at most ${most} characters; this has ${text.length}.`,
      zh: `参数仓库中的参数名称最长 ${most} 个字符，这里有 ${text.length} 个。`,
    };
  // Names with a slash belong to the service, which may begin them as it likes.
  const reserved = text.includes('/') ? undefined : /^(?:ALIYUN|ACS|ALIBABA|ALICLOUD|OOS)/.exec(text)?.[0];
  return reserved === undefined
    ? undefined
    : {
        en: `The name of a stored parameter cannot begin with '${reserved}', which is reserved.`,
        zh: `参数仓库中的参数名称不能以保留词“${reserved}”开头。`,
      };
}
