import { closest } from '../../template/closest.ts';
import { changeText } from '../fixes.ts';
import { defineSuppressionRule } from '../rule.ts';

export const unknownSuppression = defineSuppressionRule({
  id: 'unknown-suppression',
  severity: 'warning',
  notation: 'yaml',
  summary: { en: 'A comment silences a rule that does not exist.', zh: '注释要屏蔽的规则不存在。' },
  why: {
    en: 'A comment such as # oos-disable-line names the rules that it silences; a misspelt name silences nothing.',
    zh: '# oos-disable-line 之类的注释需要写明要屏蔽的规则，写错名称则不会屏蔽任何内容。',
  },
  invalid: [
    {
      text: 'Tasks: [] # oos-disable-line <|missing-taks|>\n',
      fixed: 'Tasks: [] # oos-disable-line missing-tasks\n',
    },
    { text: '# <|oos-disable|>\nTasks: []\n' },
    {
      text: '# oos-disable missing-tasks\nTasks: []\n# oos-enable <|missing-task|>\n',
      fixed: '# oos-disable missing-tasks\nTasks: []\n# oos-enable missing-tasks\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\n# words about oos-disable are no comment to us\nTasks:\n  - { Name: stop, Action: ACS::Pause } # the end\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  # oos-disable-next-line unknown-product-action -- it is newer than the catalogue
  - { Name: stop, Action: 'ACS::Quantum::Teleport' }
`,
  ],

  checkSuppressions({ directives, ruleIds, report }) {
    for (const { word, id, range } of directives) {
      if (id === '') {
        report(range, {
          en: `Say which rules are meant, by their ids: # ${word} ID.`,
          zh: `请写明规则 ID：# ${word} ID。`,
        });
      } else if (!ruleIds.has(id)) {
        const near = closest(id, ruleIds);
        report(
          range,
          { en: `There is no rule '${id}'.`, zh: `没有规则“${id}”。` },
          near === undefined ? [] : [changeText(range, near)],
        );
      }
    }
  },
});
