import { closest } from '../../template/closest.ts';
import { changeScalar } from '../fixes.ts';
import { mayHaveLostParameter } from '../lostNames.ts';
import { defineRule } from '../rule.ts';

export const unknownGroupParameter = defineRule({
  id: 'unknown-group-parameter',
  severity: 'warning',
  summary: { en: 'A parameter group lists a parameter that is not declared.', zh: '参数分组中列出了未声明的参数。' },
  why: {
    en: 'Groups lay out the form of the console. A name that is not a parameter shows nothing, so most likely it is misspelt or was renamed.',
    zh: '分组决定控制台表单的布局。不存在的参数不会显示，多半是拼写错误或参数已改名。',
  },
  invalid: [
    {
      text: `
Parameters:
  instanceId: { Type: String }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [<|instanceIds|>]
`,
      fixed: `
Parameters:
  instanceId: { Type: String }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [instanceId]
`,
    },
    {
      text: `
Parameters:
  instanceId: { Type: String }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters:
          - instanceId
          - <|password|>
          - <|instanceID2|>
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  seconds: { Type: Number }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Label: { default: { en: Time, zh-cn: 时间 } }
        Parameters: [seconds]
Tasks:
  - { Name: wait, Action: ACS::Sleep, Properties: { Duration: 'PT{{ seconds }}S' } }
`,
    'FormatVersion: OOS-2019-06-01\nMetadata:\n  ALIYUN::OOS::Interface:\n    ParameterGroups: []\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
  ],

  check({ document, template, report }) {
    if (mayHaveLostParameter(template)) return;
    const { parameters, groupUses } = template;
    const listed = new Set(groupUses.map(({ name }) => name.toLowerCase()));
    const absent = parameters.names().filter((name) => !listed.has(name.toLowerCase()));
    for (const { name, node } of groupUses) {
      if (parameters.has(name)) continue;
      const meant = closest(name, absent);
      report(
        node.range,
        { en: `There is no parameter '${name}' to show in this group.`, zh: `没有可以在该分组中显示的参数“${name}”。` },
        meant === undefined ? [] : [changeScalar(document.text, node, meant)],
      );
    }
  },
});
