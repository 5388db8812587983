import { defineRule } from '../rule.ts';

export const uncheckedStateDocument = defineRule({
  id: 'unchecked-state-document',
  severity: 'information',
  checksState: true,
  summary: {
    en: 'The document describes states, and its content is not checked.',
    zh: '该文档描述资源状态，其内容不会被检查。',
  },
  why: {
    en: 'A FormatVersion that ends with -State belongs to the state configuration of OOS. Such a document has States instead of Tasks, and the rules for templates do not hold for it.',
    zh: '以 -State 结尾的 FormatVersion 属于 OOS 的状态配置。这类文档用 States 代替 Tasks，模板规则不适用于它。',
  },
  invalid: [
    { text: 'FormatVersion: <|OOS-2019-06-01-State|>\nStates:\n  - { ResourceType: ACS:Inventory, Properties: {} }\n' },
    { text: "FormatVersion: <|'OOS-2019-06-01-State'|>\nParameters: {}\nStates: []\n" },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    'FormatVersion: OOS-2019-06-01\nDescription: -State\nTasks:\n  - { Name: State, Action: ACS::Pause }\n',
  ],

  check({ template, report }) {
    const node = template.formatVersion?.value;
    if (template.kind !== 'state' || !node) return;
    report(node.range, {
      en: 'This is a document of states (OOS-2019-06-01-State), not of tasks; its content is not checked.',
      zh: '这是状态配置文档（OOS-2019-06-01-State），不是任务模板，其内容不会被检查。',
    });
  },
});
