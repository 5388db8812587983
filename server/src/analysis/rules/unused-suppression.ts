import type { SyntaxTree, TextEdit } from '../../syntax/node.ts';
import { defineSuppressionRule } from '../rule.ts';
import type { Suppression } from '../suppressions.ts';

export const unusedSuppression = defineSuppressionRule({
  id: 'unused-suppression',
  severity: 'warning',
  notation: 'yaml',
  summary: { en: 'A comment silences nothing.', zh: '注释没有屏蔽任何内容。' },
  why: {
    en: 'What it silenced is mended or moved; left where it is, it would hide a mistake that comes later.',
    zh: '原先被屏蔽的问题已修复或已移动；若保留该注释，会掩盖以后出现的错误。',
  },
  invalid: [
    {
      text: 'Tasks: [] # oos-disable-line <|unused-suppression|>\nOutputs: {}\n',
      fixed: 'Tasks: []\nOutputs: {}\n',
    },
    { text: '# oos-disable <|unused-suppression|> -- why\nTasks: []\n', fixed: 'Tasks: []\n' },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause } # nothing to silence\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: stop, Action: 'ACS::Quantum::Teleport' } # oos-disable-line unknown-product-action
`,
  ],

  checkSuppressions({ document, suppressions, needed, ruleIds, report }) {
    for (const suppression of suppressions) {
      if (needed.has(suppression) || !ruleIds.has(suppression.id)) continue;
      const { id, range } = suppression;
      report(
        range,
        { en: `Nothing here is silenced by '${id}'. Remove it.`, zh: `此处没有被“${id}”屏蔽的内容，请删除。` },
        [{ title: { en: 'Remove it', zh: '删除' }, edits: [removal(document.tree, suppression)] }],
      );
    }
  },
});

/** The id alone where the comment names others, else the whole comment with its line if nothing else is on it. */
function removal({ text }: SyntaxTree, { id, range, comment }: Suppression): TextEdit {
  const others = comment.text
    .replace(/\s--\s.*$/s, '')
    .split(/[\s,]+/)
    .filter((it) => it !== '' && it !== '#');
  if (others.length > 2 && others.includes(id)) {
    const after = /^[\s,]*/.exec(text.slice(range.end, comment.range.end))?.[0].length ?? 0;
    return { range: { start: range.start, end: range.end + after }, newText: '' };
  }
  const lineStart = text.lastIndexOf('\n', comment.range.start - 1) + 1;
  const before = text.slice(lineStart, comment.range.start);
  if (before.trim() === '') {
    const lineEnd = text.indexOf('\n', comment.range.end);
    return { range: { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 }, newText: '' };
  }
  return { range: { start: lineStart + before.trimEnd().length, end: comment.range.end }, newText: '' };
}
