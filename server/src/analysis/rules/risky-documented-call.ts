import { placeWords, riskyPlaces } from '../risk/riskyCalls.ts';
import { defineRule } from '../rule.ts';

export const riskyDocumentedCall = defineRule({
  id: 'risky-documented-call',
  severity: 'information',
  summary: {
    en: 'A task makes a call that OOS treats as high-risk.',
    zh: '任务会发起 OOS 视为高风险的调用。',
  },
  why: {
    en: 'OOS documented that names which begin with Delete, Remove, Terminate or Drop are high-risk, and that Risk in the properties of a task decides otherwise. With SafetyCheck ConfirmEveryHighRiskAction the execution waits before such a task until somebody confirms it. The service publishes no list, so this is an estimate.',
    zh: '根据 OOS 文档，以 Delete、Remove、Terminate 或 Drop 开头的操作为高风险操作，任务属性中的 Risk 可另行指定。以 SafetyCheck ConfirmEveryHighRiskAction 启动时，执行会在此类任务前等待人工确认。服务没有公布完整列表，因此这只是估计。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: remove
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: <|DeleteInstance|>, Parameters: { InstanceId: i-1 } }
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [img-1, img-2]
      LoopTasks:
        - Name: removeImage
          Action: <|ACS::ECS::DeleteImage|>
          Properties: { imageId: '{{ ACS::TaskLoopItem }}' }
`,
    },
    {
      text: `
Tasks:
  - Name: run
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: <|RunCommand|>
      Risk: High
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Tasks:
          - { Name: drop, Action: ACS::ExecuteAPI, Properties: { Service: SLB, API: <|RemoveBackendServers|> } }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: look
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
  - Name: untag
    Action: ACS::ExecuteAPI
    Properties:
      { Service: ECS, API: UntagResources, Parameters: { RegionId: cn-hangzhou, ResourceType: instance, ResourceId: [i-1] } }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: i-1 }
`,
  ],

  check(context) {
    for (const place of riskyPlaces(context, (task) => task.documented && !task.overridden)) {
      context.report(place.range, placeWords(place));
    }
  },
});
