import { pairOf } from '../../syntax/navigate.ts';
import { callsText, riskyPlaces } from '../risk/riskyCalls.ts';
import { defineRule } from '../rule.ts';

export const riskyOverride = defineRule({
  id: 'risky-override',
  severity: 'information',
  summary: {
    en: 'Risk: Normal keeps OOS from asking before a high-risk call.',
    zh: 'Risk: Normal 使 OOS 在高风险调用前不再请求确认。',
  },
  why: {
    en: 'The mark counts in every execution, also when somebody starts it with SafetyCheck ConfirmEveryHighRiskAction. Whoever reviews the template should know that nobody will be asked.',
    zh: '该标记在每次执行中都有效，即使以 SafetyCheck ConfirmEveryHighRiskAction 启动也是如此。审阅模板的人应当知道此处不会请求确认。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: remove
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DeleteInstance
      Risk: <|Normal|>
      Parameters:
        InstanceId: i-1
`,
    },
    {
      text: `
Tasks:
  - Name: stop
    Action: ACS::ExecuteAPI
    Properties: { Service: RDS, API: StopDBInstance, Risk: <|'Normal'|> }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: look
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances, Risk: Normal }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: change
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: ModifyInstanceAttribute, Parameters: { InstanceId: i-1 }, Risk: Normal }
`,
  ],

  check(context) {
    for (const place of riskyPlaces(context, (task) => task.overridden)) {
      const mark = pairOf(place.first.tasks.at(-1)?.properties?.value, 'Risk')?.value;
      const calls = callsText(place);
      context.report(mark?.range ?? place.range, {
        en: `Nobody is asked before ${calls}, since the task is marked with Risk: Normal.`,
        zh: `任务标记了 Risk: Normal，因此在 ${callsText(place, '、')} 之前不会请求确认。`,
      });
    }
  },
});
