import { approvalFix } from '../risk/approvalFix.ts';
import { callsText, riskyPlaces } from '../risk/riskyCalls.ts';
import { isUnguarded } from '../risk/unguarded.ts';
import { defineRule } from '../rule.ts';

export const riskyUnguarded = defineRule({
  id: 'risky-unguarded',
  severity: 'hint',
  summary: {
    en: 'Nothing guards a task that cannot be undone.',
    zh: '无法撤销的任务之前没有任何确认或检查。',
  },
  why: {
    en: 'Whether OOS asks depends on how an execution is started. An ACS::Approve task in front asks every time, an ACS::CheckFor task makes sure that the right thing is hit. Tasks that only remove what the execution itself has made, and product actions that do so in passing, are not reported.',
    zh: 'OOS 是否请求确认取决于启动执行的方式。在前面加上 ACS::Approve 任务可保证每次都请求确认，ACS::CheckFor 任务可确认对象无误。只清理本次执行所创建内容的任务，以及仅顺带清理的云产品动作不在此列。',
  },
  invalid: [
    {
      text: `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: look
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
  # No way back.
  - Name: remove
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: <|DeleteInstance|>
      Parameters: { InstanceId: i-1 }
`,
      fixed: `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: look
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
  - Name: approveRemove
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook:
        URI: "https://example.com/hook"
        Headers:
          Content-Type: "application/json"
        Content:
          msgtype: text
          text:
            content: "{{ ACS::ExecutionId }}: ECS DeleteInstance"
  # No way back.
  - Name: remove
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DeleteInstance
      Parameters: { InstanceId: i-1 }
`,
    },
    {
      text: `
Tasks:
  - { Name: look, Action: ACS::Pause, OnError: each }
  - { Name: wait, Action: ACS::Pause, OnSuccess: ACS::END }
  - { Name: each, Action: ACS::Loop, Properties: { LoopItems: [d-1], LoopTasks: [{ Name: reset, Action: <|ACS::ECS::ResetDisk|> }] } }
`,
      fixed: `
Tasks:
  - { Name: look, Action: ACS::Pause, OnError: approveEach }
  - { Name: wait, Action: ACS::Pause, OnSuccess: ACS::END }
  - { Name: approveEach, Action: ACS::Approve, Properties: { NotifyType: WebHook, WebHook: { URI: "https://example.com/hook", Headers: { Content-Type: "application/json" }, Content: { msgtype: text, text: { content: "{{ ACS::ExecutionId }}: ACS::ECS::ResetDisk" } } } } }
  - { Name: each, Action: ACS::Loop, Properties: { LoopItems: [d-1], LoopTasks: [{ Name: reset, Action: ACS::ECS::ResetDisk }] } }
`,
    },
  ],
  valid: [
    {
      text: `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::Approve
    Properties: { NotifyType: WebHook, WebHook: { URI: 'https://example.com/h', Content: { msgtype: text } } }
  - Name: remove
    Action: ACS::ExecuteAPI
    # oos-disable-next-line risky-documented-call -- somebody has agreed
    Properties: { Service: ECS, API: DeleteInstance, Parameters: { InstanceId: i-1 } }
`,
      notation: 'yaml',
    },
    {
      text: `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: make
    Action: ACS::ExecuteAPI
    Properties: { Service: ROS, API: CreateStack, Parameters: { RegionId: cn-hangzhou, StackName: s } }
    Outputs: { id: { Type: String, ValueSelector: StackId } }
  - Name: cleanUp
    Action: ACS::ExecuteAPI
    # oos-disable-next-line risky-documented-call -- the execution has made it
    Properties: { Service: ROS, API: DeleteStack, Parameters: { RegionId: cn-hangzhou, StackId: '{{ make.id }}' } }
`,
      notation: 'yaml',
    },
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: i-1 }
`,
  ],

  check(context) {
    for (const place of riskyPlaces(context, (task) => task.irreversible === true && !task.overridden)) {
      if (!isUnguarded(place)) continue;
      const calls = callsText(place);
      context.report(
        place.range,
        {
          en: `Nobody is asked and nothing is checked before ${calls}, which cannot be undone.`,
          zh: `在 ${callsText(place, '、')} 之前既不请求确认，也不做检查，而该操作无法撤销。`,
        },
        approvalFix(context, place),
      );
    }
  },
});
