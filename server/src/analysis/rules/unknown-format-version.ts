import { toData } from '../../syntax/navigate.ts';
import { closest } from '../../template/closest.ts';
import { problemsAt } from '../languageProblems.ts';
import { asWord, shown } from '../literals.ts';
import { defineRule } from '../rule.ts';

const VERSION = 'OOS-2019-06-01';

export const unknownFormatVersion = defineRule({
  id: 'unknown-format-version',
  severity: 'error',
  checksState: true,
  summary: { en: 'The FormatVersion is not one that OOS has.', zh: 'FormatVersion 不是 OOS 支持的版本。' },
  why: {
    en: `The service refuses a template of another version. There is one: ${VERSION}.`,
    zh: `服务会拒绝其他版本的模板。目前只有一个版本：${VERSION}。`,
  },
  invalid: [
    {
      text: 'FormatVersion: <|OOS-2020-01-01|>\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
      fixed: 'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    },
    {
      text: "FormatVersion: <|'oos-2019-06-01'|>\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n",
      fixed: "FormatVersion: 'OOS-2019-06-01'\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n",
    },
    {
      text: 'FormatVersion: <|2019|>\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
      fixed: 'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    },
    {
      text: 'FormatVersion: <|OOS-2019-6-1-State|>\nStates: []\n',
      fixed: 'FormatVersion: OOS-2019-06-01-State\nStates: []\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    `
FormatVersion: "OOS-2019-06-01"
Description: Waits until someone goes on
Tasks:
  - Name: wait
    Action: ACS::Pause
`,
  ],

  check(context) {
    const { tree } = context.document;
    for (const { node } of problemsAt(context, ['choice', 'type'], ['FormatVersion'])) {
      const written = shown(toData(node));
      const meant = closest(written, [VERSION, `${VERSION}-State`]) ?? VERSION;
      context.report(
        node.range,
        {
          en: `'${written}' is not a version of OOS templates; write ${VERSION}.`,
          zh: `OOS 模板没有“${written}”版本，请写 ${VERSION}。`,
        },
        node.kind === 'scalar' ? [asWord(tree, node, meant)] : [],
      );
    }
  },
});
