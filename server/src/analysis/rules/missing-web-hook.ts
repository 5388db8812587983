import { stringOf, valueFor } from '../../syntax/navigate.ts';
import { absenceOf, tasksOf } from '../flow/statedProperties.ts';
import { defineRule } from '../rule.ts';

/** What each kind of message needs, with the keys that it cannot do without. */
const NEEDED = new Map<string, Readonly<Record<string, string>>>([
  ['WebHook', { URI: '', Content: '' }],
  ['Mail', { Host: '' }],
]);

export const missingWebHook = defineRule({
  id: 'missing-web-hook',
  severity: 'warning',
  summary: {
    en: 'NotifyType says how a message is sent, but the receiver is missing.',
    zh: 'NotifyType 指定了发送方式，但没有写接收方。',
  },
  why: {
    en: 'With NotifyType WebHook the message goes to the address in WebHook, with Mail to the server in Mail. Without it nobody is told.',
    zh: 'NotifyType 为 WebHook 时消息发往 WebHook 中的地址，为 Mail 时通过 Mail 中的服务器发送。缺少它就无法通知任何人。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: tell\n    Action: ACS::Notify\n    Properties:\n      NotifyType: <|WebHook|>\n',
      fixed:
        "Tasks:\n  - Name: tell\n    Action: ACS::Notify\n    Properties:\n      NotifyType: WebHook\n      WebHook:\n        URI: ''\n        Content: ''\n",
    },
    {
      text: 'Tasks:\n  - Name: tell\n    Action: ACS::Notify\n    Properties: { NotifyType: <|Mail|>, AppendExecutionLink: true }\n  - Name: ask\n    Action: ACS::Approve\n    Properties: { NotifyType: <|WebHook|>, Approvers: [alice] }\n',
      fixed:
        'Tasks:\n  - Name: tell\n    Action: ACS::Notify\n    Properties: { NotifyType: Mail, AppendExecutionLink: true, Mail: {"Host":""} }\n  - Name: ask\n    Action: ACS::Approve\n    Properties: { NotifyType: WebHook, Approvers: [alice], WebHook: {"URI":"","Content":""} }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: tell
    Action: ACS::Notify
    Properties:
      NotifyType: WebHook
      WebHook: { URI: 'https://example.com/h', Content: { msgtype: text } }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: tell
    Action: ACS::Notify
    Properties: { NotifyType: Mail, Mail: { Host: smtp.example.com } }
`,
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::Notify', 'ACS::Approve')) {
      const node = valueFor(task.properties?.value, 'NotifyType');
      const type = stringOf(node);
      if (!node || type === undefined || !NEEDED.has(type)) continue;
      const absence = absenceOf(context, task, [type], { key: type, value: NEEDED.get(type) });
      if (!absence) continue;
      context.report(
        absence.misspelt ? absence.range : node.range,
        {
          en: `With NotifyType ${type} the task needs the property '${type}'.`,
          zh: `NotifyType 为 ${type} 时，任务需要属性“${type}”。`,
        },
        absence.fixes,
      );
    }
  },
});
