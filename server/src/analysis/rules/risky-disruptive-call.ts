import { placeWords, riskyPlaces } from '../risk/riskyCalls.ts';
import { defineRule } from '../rule.ts';

export const riskyDisruptiveCall = defineRule({
  id: 'risky-disruptive-call',
  severity: 'information',
  summary: {
    en: 'A task makes a call that destroys data or interrupts a service.',
    zh: '任务的调用会销毁数据或中断服务。',
  },
  why: {
    en: 'OOS lists releasing and stopping as irrevocable; that the others do damage is known from what they do: a restart, a disk that is reinitialised, data replaced by an older state. It is not documented whether OOS asks before them, so put an ACS::Approve task in front where somebody should agree.',
    zh: 'OOS 文档将释放和停止列为不可撤销的操作；其余操作的危害来自其作用：重启、重新初始化磁盘、用较早的状态覆盖数据等。文档未说明 OOS 是否会在执行前请求确认，如需人工确认，请在前面加上 ACS::Approve 任务。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: reboot
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: <|RebootInstance|>, Parameters: { InstanceId: i-1 } }
  - Name: anew
    Action: <|ACS::ECS::ReplaceSystemDisk|>
    Properties: { instanceId: i-1, imageId: img-1 }
`,
    },
    {
      text: `
Tasks:
  - Name: free
    Action: ACS::ExecuteAPI
    Properties:
      Service: VPC
      API: <|ReleaseEipAddress|>
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: reboot
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: i-1 }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: change
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: ModifyInstanceAttribute, Parameters: { InstanceId: i-1, Description: web } }
`,
  ],

  check(context) {
    for (const place of riskyPlaces(context, (task) => !task.documented && !task.overridden)) {
      context.report(place.range, placeWords(place));
    }
  },
});
