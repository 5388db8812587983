import { asMapping, keyName } from '../../syntax/navigate.ts';
import type { Task } from '../../template/template.ts';
import { isRetrying, moveToTask, removePairs, retryPairs } from '../flow/retryKeys.ts';
import { defineRule, type RuleContext } from '../rule.ts';

export const misplacedRetry = defineRule({
  id: 'misplaced-retry',
  severity: 'warning',
  summary: {
    en: 'Retry settings are in a place where they have no effect.',
    zh: '重试设置写在了不起作用的位置。',
  },
  why: {
    en: 'Retries, Delay, DelayType, BackOff and MaxRetryInterval belong to tasks of ACS::WaitFor and ACS::CheckFor, beside Properties and not in it.',
    zh: 'Retries、Delay、DelayType、BackOff、MaxRetryInterval 只用于 ACS::WaitFor 和 ACS::CheckFor 任务，与 Properties 并列，而不是写在其中。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      PropertySelector: Status
      <|Retries|>: 20
      <|Delay|>: 5
    Outputs: {}
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      PropertySelector: Status
    Retries: 20
    Delay: 5
    Outputs: {}
`,
    },
    {
      text: `
Tasks:
  - Name: start
    Action: ACS::ExecuteAPI
    <|Retries|>: 3
    Properties: { Service: ECS, API: StartInstance }
  - Name: stop
    Action: ACS::ECS::StopInstance
    Properties: { instanceId: i-1 }
    <|Delay|>: 3
`,
      fixed: `
Tasks:
  - Name: start
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: StartInstance }
  - Name: stop
    Action: ACS::ECS::StopInstance
    Properties: { instanceId: i-1 }
`,
    },
    {
      text: 'Tasks:\n  - { Name: check, Action: ACS::CheckFor, Properties: { <|Retries|>: 2, API: DescribeInstances }, Retries: 3 }\n',
      fixed: 'Tasks:\n  - { Name: check, Action: ACS::CheckFor, Properties: { API: DescribeInstances }, Retries: 3 }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [Running]
    Retries: 20
    DelayType: Constant
    Delay: 5
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: check
    Action: ACS::CheckFor
    Retries: 2
    Properties:
      Service: WYOTA
      API: SendOpsMessageToTerminals
      Parameters: { Delay: 5 }
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [Running]
`,
  ],

  check(context) {
    for (const task of context.template.allTasks) {
      const action = context.catalog.action(task.action ?? '');
      // What the task of an HTTP request takes for its own WaitFor is not documented.
      if (!action || action.name === 'ACS::ExecuteHttpRequest') continue;
      if (!isRetrying(action.name)) reportOnTask(context, task, action.name);
      else reportInProperties(context, task, action.name);
    }
  },
});

function reportOnTask({ report }: RuleContext, task: Task, action: string): void {
  const pairs = retryPairs(task.node);
  const fix = { title: { en: 'Remove it', zh: '删除' }, edits: removePairs(task.node, pairs), guess: true };
  for (const pair of pairs) {
    report(
      pair.key.range,
      {
        en: `'${keyName(pair)}' has no effect on ${action}: only ACS::WaitFor and ACS::CheckFor try again.`,
        zh: `“${keyName(pair)}”对 ${action} 不起作用：只有 ACS::WaitFor 和 ACS::CheckFor 会重试。`,
      },
      [fix],
    );
  }
}

function reportInProperties({ document, report }: RuleContext, task: Task, action: string): void {
  const properties = asMapping(task.properties?.value);
  const pairs = properties ? retryPairs(properties) : [];
  const edits = moveToTask(document.tree, task, pairs);
  const fixes = edits ? [{ title: { en: 'Move it to the task', zh: '移到任务上' }, edits }] : [];
  for (const pair of pairs) {
    report(
      pair.key.range,
      {
        en: `'${keyName(pair)}' is not a property of ${action}. It belongs to the task, beside Properties.`,
        zh: `“${keyName(pair)}”不是 ${action} 的属性，应写在任务上，与 Properties 并列。`,
      },
      fixes,
    );
  }
}
