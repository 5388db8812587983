import { indentAt } from '../../syntax/edit.ts';
import { isNull, pairOf } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode, SyntaxTree, TextEdit } from '../../syntax/node.ts';
import { changeScalar } from '../fixes.ts';
import { languageKeys } from '../languageProblems.ts';
import { misspelt } from '../misspelt.ts';
import { mayHaveLostKey, rootHead } from '../rootKeys.ts';
import { defineRule, type Fix } from '../rule.ts';

const VERSION = 'OOS-2019-06-01';

export const missingFormatVersion = defineRule({
  id: 'missing-format-version',
  severity: 'error',
  summary: { en: 'The template has no FormatVersion.', zh: '模板没有 FormatVersion。' },
  why: {
    en: `The service reads the language of a template from it and refuses a template without one. There is one version: ${VERSION}.`,
    zh: `服务据此识别模板语言，缺少时会拒绝模板。目前只有一个版本：${VERSION}。`,
  },
  invalid: [
    {
      text: '<|Tasks|>:\n  - { Name: stop, Action: ACS::Pause }\n',
      fixed: 'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    },
    {
      text: '<|FormatVerison|>: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
      fixed: 'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    },
    {
      text: '<|FormatVersion|>:\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
      fixed: 'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    },
    { notation: 'json', text: '<|{|>}', fixed: `{"FormatVersion": "${VERSION}"}` },
    {
      text: 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: outer\n    Action: ACS::Template\n    Properties:\n      TemplateContent:\n        <|Tasks|>:\n          - { Name: stop, Action: ACS::Pause }\n',
      fixed:
        'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: outer\n    Action: ACS::Template\n    Properties:\n      TemplateContent:\n        FormatVersion: OOS-2019-06-01\n        Tasks:\n          - { Name: stop, Action: ACS::Pause }\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    {
      notation: 'json',
      text: '{ "FormatVersion": "OOS-2019-06-01", "Tasks": [{ "Name": "stop", "Action": "ACS::Pause" }] }',
    },
  ],

  check({ document: { tree }, template: { root }, catalog, report }) {
    const message = {
      en: `FormatVersion is missing; it must be ${VERSION}.`,
      zh: `缺少 FormatVersion，应为 ${VERSION}。`,
    };
    const pair = pairOf(root, 'FormatVersion');
    if (pair) {
      if (isNull(pair.value)) report(pair.key.range, message, [writeValue(tree, pair)]);
      return;
    }
    if (mayHaveLostKey(tree, 'FormatVersion')) return;
    const near = misspelt(root, 'FormatVersion', languageKeys(catalog));
    if (near) report(near.key.range, message, [changeScalar(tree.text, near.key, 'FormatVersion')]);
    else report(rootHead(root), message, [insertFirst(tree, root)]);
  },
});

const title = { en: `Add FormatVersion: ${VERSION}`, zh: `添加 FormatVersion: ${VERSION}` };
const quoted = ({ notation }: SyntaxTree, word: string): string => (notation === 'json' ? JSON.stringify(word) : word);

function writeValue(tree: SyntaxTree, { key, value }: PairNode): Fix {
  const colon = tree.text.slice(key.range.end).match(/^[ \t]*:/)?.[0] ?? '';
  const start = key.range.end;
  const end = value?.range.end ?? start + colon.length;
  return { title, edits: [{ range: { start, end }, newText: `: ${quoted(tree, VERSION)}` }] };
}

/** It is the first key by custom. */
function insertFirst(tree: SyntaxTree, root: MappingNode): Fix {
  const pair = `${quoted(tree, 'FormatVersion')}: ${quoted(tree, VERSION)}`;
  const first = root.pairs[0];
  if (!first) return { title, edits: [edit(root.range.start + 1, pair)] };
  const { start } = first.range;
  const ownLine = tree.text.slice(root.range.start, start).includes('\n') || !root.flow;
  const newline = tree.text.includes('\r\n') ? '\r\n' : '\n';
  const between = ownLine ? `${newline}${indentAt(tree.text, start)}` : ' ';
  return { title, edits: [edit(start, `${pair}${root.flow ? ',' : ''}${between}`)] };
}

const edit = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });
