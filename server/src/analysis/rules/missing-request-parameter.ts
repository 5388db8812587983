import { insertPairs } from '../../syntax/edit.ts';
import { type ApiCallTask, apiCalls, callName } from '../calls/apiCalls.ts';
import { missingParameters, unknownNames } from '../calls/requestNames.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

export const missingRequestParameter = defineRule({
  id: 'missing-request-parameter',
  severity: 'warning',
  summary: { en: 'A parameter that an operation requires is missing.', zh: '缺少操作必需的请求参数。' },
  why: {
    en: 'The product refuses the call, and the task fails while the execution runs. RegionId is never asked for: OOS fills it in.',
    zh: '云产品会拒绝该调用，任务在执行过程中失败。RegionId 由 OOS 填写，因此不要求。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: stop
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: StopInstance
      <|Parameters|>:
        ForceStop: true
`,
      fixed: `
Tasks:
  - Name: stop
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: StopInstance
      Parameters:
        ForceStop: true
        InstanceId: ''
`,
    },
    {
      text: `
Tasks:
  - Name: stop
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: <|StopInstance|>
`,
      fixed: `
Tasks:
  - Name: stop
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: StopInstance
      Parameters:
        InstanceId: ''
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: start, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: StartInstance, Parameters: { InstanceId: i-1 } } }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeInstances } }
`,
  ],

  check(context) {
    for (const call of apiCalls(context)) {
      const { api, parameters, task } = call;
      if (!api?.operation || parameters === 'unknown') continue;
      const unknown = unknownNames(context).filter(({ operation }) => operation === api.operation);
      const names = missingParameters(api.operation, parameters, unknown).map(({ name }) => name);
      if (names.length === 0) continue;
      const key = typeof parameters === 'string' ? undefined : parametersKey(call);
      const list = names.join(', ');
      const name = callName(api.operation);
      context.report(
        key ?? api.node.range,
        { en: `${name} requires ${list}.`, zh: `${name} 必须有 ${names.join('、')}。` },
        addition(context, task, parameters, names),
      );
    }
  },
});

function parametersKey({ task, parameters }: ApiCallTask) {
  const properties = task.properties?.value;
  if (properties?.kind !== 'mapping') return undefined;
  return properties.pairs.find(({ value }) => value === parameters)?.key.range;
}

function addition(
  { document }: RuleContext,
  { properties }: ApiCallTask['task'],
  parameters: Exclude<ApiCallTask['parameters'], 'unknown'>,
  names: readonly string[],
): Fix[] {
  const list = names.join(', ');
  const title = { en: `Add ${list}`, zh: `添加 ${names.join('、')}` };
  if (parameters !== 'none') {
    const pairs = names.map((key) => ({ key, value: '' }));
    return [{ title, edits: [insertPairs(document.tree, parameters, pairs)], guess: true }];
  }
  const around = properties?.value;
  // A key without a value stays where it is; a second one beside it would be a mistake.
  if (around?.kind !== 'mapping' || around.pairs.some(({ key }) => key.value === 'Parameters')) return [];
  const value = Object.fromEntries(names.map((name) => [name, '']));
  return [{ title, edits: [insertPairs(document.tree, around, [{ key: 'Parameters', value }])], guess: true }];
}
