import type { Severity, TextRule } from '../../server/src/analysis/rule.ts';

const nothing = { en: '', zh: '' };

/** Reports each `word` in a text; the repair writes `repair` in its place. */
function wordRule(id: string, severity: Severity, word: string, repair?: string): TextRule {
  return {
    id,
    severity,
    summary: nothing,
    why: nothing,
    invalid: [],
    valid: [],
    checkText({ document: { text }, report }) {
      for (const { index } of text.matchAll(new RegExp(word, 'g'))) {
        const range = { start: index, end: index + word.length };
        const title = { en: `Change to ${repair}`, zh: `改为 ${repair}` };
        const fixes = repair === undefined ? [] : [{ title, edits: [{ range, newText: repair }] }];
        report(range, { en: `"${word}" is wrong.`, zh: `“${word}”有误。` }, fixes);
      }
    },
  };
}

/** Takes the place of the rules, so that the tests of the command do not depend on what the rules say. */
export const rules = [
  wordRule('unknown-bad', 'error', 'BAD', 'GOOD'),
  wordRule('unused-odd', 'warning', 'ODD'),
  wordRule('unused-note', 'information', 'NOTE'),
  wordRule('unused-whim', 'hint', 'WHIM'),
];
