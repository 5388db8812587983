import type { Task } from '../../template/template.ts';
import { changeScalar } from '../fixes.ts';
import { insertProperties, missingProperties } from '../missingProperties.ts';
import { misspelt as misspeltPair } from '../misspelt.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import type { SchemaProblem } from '../schemaCheck.ts';
import { isDynamic } from '../schemaCheck.ts';

export const missingProperty = defineRule({
  id: 'missing-property',
  severity: 'error',
  summary: { en: 'A task lacks a property that its action needs.', zh: '任务缺少动作所必需的属性。' },
  why: {
    en: 'The service refuses the template, or the task fails, when a required property is missing.',
    zh: '缺少必需属性时，服务会拒绝模板，或者任务执行失败。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: reboot
    Action: ACS::ECS::RebootInstance
    <|Properties|>:
      regionId: cn-hangzhou
`,
      fixed: `
Tasks:
  - Name: reboot
    Action: ACS::ECS::RebootInstance
    Properties:
      regionId: cn-hangzhou
      instanceId: ''
`,
    },
    {
      text: 'Tasks:\n  - Name: describe\n    Action: <|ACS::ExecuteAPI|>\n',
      fixed:
        "Tasks:\n  - Name: describe\n    Action: ACS::ExecuteAPI\n    Properties:\n      Service: ''\n      API: ''\n",
    },
    {
      text: 'Tasks:\n  - Name: describe\n    Action: ACS::ExecuteAPI\n    Properties: { <|Sevice|>: ECS, API: DescribeInstances }\n',
      fixed:
        'Tasks:\n  - Name: describe\n    Action: ACS::ExecuteAPI\n    Properties: { Service: ECS, API: DescribeInstances }\n',
    },
    {
      text: `
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - <|When|>: true
`,
    },
    {
      text: `
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - When: true
          <|NextTaks|>: ACS::END
`,
      fixed: `
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - When: true
          NextTask: ACS::END
`,
    },
    {
      text: `
Tasks:
  - Name: tell
    Action: ACS::Notify
    Properties:
      NotifyType: WebHook
      <|WebHook|>:
        URI: https://example.com
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: i-1 }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  all: { Type: Json }
Tasks:
  - Name: child
    Action: ACS::Template
    Properties: { TemplateName: my-own, Parameters: '{{ all }}' }
  - { Name: stop, Action: ACS::Pause }
`,
  ],

  check(context) {
    for (const task of context.template.allTasks) checkTask(context, task);
  },
});

function checkTask(context: RuleContext, task: Task): void {
  const { catalog, document, report, schema } = context;
  const action = catalog.action(task.action ?? '');
  const value = task.properties?.value;
  // A `Properties` that is still empty, or known only at run time, says nothing yet.
  if (!action || (value && (value.kind !== 'mapping' || isDynamic(value)))) return;
  const { misspelt, absent } = missingProperties(task, action);
  for (const { name, pair } of misspelt) {
    report(pair.key.range, missing([name], action.name), [changeScalar(document.text, pair.key, name)]);
  }
  const range = task.properties?.key.range ?? task.actionNode?.range;
  if (absent.length > 0 && range) report(range, missing(absent, action.name), insertFix(context, task, absent));
  for (const problem of schema.properties(task)) if (problem.path.length > 0) reportNested(context, problem);
}

function insertFix({ document }: RuleContext, task: Task, names: readonly string[]): Fix[] {
  const edit = insertProperties(document.tree, task, names);
  const list = names.join(', ');
  return edit ? [{ title: { en: `Add ${list}`, zh: `添加 ${names.join('、')}` }, edits: [edit], guess: true }] : [];
}

function reportNested({ document, report }: RuleContext, problem: SchemaProblem): void {
  if (problem.kind !== 'missing-key') return;
  const { mapping, pair, key } = problem;
  const slip = misspeltPair(mapping, key, problem.known);
  const at = slip?.key.range ?? pair?.key.range ?? mapping.pairs[0]?.key.range ?? mapping.range;
  const inside = problem.path.filter((step) => !/^\d+$/.test(step)).join('.');
  report(
    at,
    { en: `'${key}' is missing in this entry of ${inside}.`, zh: `${inside} 的该项缺少“${key}”。` },
    slip ? [changeScalar(document.text, slip.key, key)] : [],
  );
}

function missing(names: readonly string[], action: string) {
  const list = names.map((name) => `'${name}'`).join(', ');
  return {
    en: `${action} needs the ${names.length > 1 ? 'properties' : 'property'} ${list}.`,
    zh: `${action} 需要属性 ${names.map((name) => `“${name}”`).join('、')}。`,
  };
}
