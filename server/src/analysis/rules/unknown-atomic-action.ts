import { defineRule } from '../rule.ts';
import { unknownActions } from '../unknownAction.ts';

export const unknownAtomicAction = defineRule({
  id: 'unknown-atomic-action',
  severity: 'error',
  summary: { en: 'OOS has no such action.', zh: 'OOS 没有该动作。' },
  why: {
    en: 'The atomic actions are few and all known; what is written like one and is none cannot run.',
    zh: '原子动作数量不多且全部已知，不在其中的动作无法执行。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: run\n    Action: <|ACS::RunCommand|>\n',
      fixed: 'Tasks:\n  - Name: run\n    Action: ACS::ECS::RunCommand\n',
    },
    {
      text: 'Tasks:\n  - Name: run\n    Action: <|ACS::ExecuteAPl|>\n',
      fixed: 'Tasks:\n  - Name: run\n    Action: ACS::ExecuteAPI\n',
    },
    {
      text: 'Tasks:\n  - Name: look\n    Action: ACS::ExecuteApi\n  - Name: run\n    Action: <|ACS::ExcuteApi|>\n',
      fixed: 'Tasks:\n  - Name: look\n    Action: ACS::ExecuteApi\n  - Name: run\n    Action: ACS::ExecuteApi\n',
    },
    { text: 'Tasks:\n  - Name: run\n    Action: <|reboot|>\n' },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: stop\n    Action: acs::pause\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: describe
    Action: ACS::ExecuteApi
    Properties: { Service: ECS, API: DescribeRegions }
`,
  ],

  check(context) {
    for (const { node, action, certain, instead, fixes } of unknownActions(context)) {
      if (!certain) continue;
      const names = instead.map((name) => `'${name}'`);
      context.report(
        node.range,
        {
          en: `There is no action '${action}'.${names.length > 0 ? ` ${names.join(' or ')} may be meant.` : ''}`,
          zh: `没有动作“${action}”。${names.length > 0 ? `可能是指 ${names.join(' 或 ')}。` : ''}`,
        },
        fixes,
      );
    }
  },
});
