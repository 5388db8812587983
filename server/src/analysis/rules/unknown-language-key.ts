import { asMapping, isNull, keyName } from '../../syntax/navigate.ts';
import { closest } from '../../template/closest.ts';
import type { Words } from '../../words/words.ts';
import { changeScalar } from '../fixes.ts';
import { defineRule } from '../rule.ts';
import { shownTexts } from '../shownTexts.ts';

const KNOWN = ['en', 'zh-cn', 'name-en', 'name-zh-cn', 'categories'];
/** Other languages, in which somebody may keep texts of their own. The service shows English and Chinese. */
const OTHER =
  /^(?:name-)?(?:zh-tw|zh-hk|ja|ja-jp|ko|ko-kr|de|de-de|fr|fr-fr|es|es-es|it|pt|pt-br|ru|id|th|vi|ms|ar|tr)$/;
/** Names of the two languages in other systems. */
const MEANT: Readonly<Record<string, string>> = {
  zh: 'zh-cn',
  cn: 'zh-cn',
  ch: 'zh-cn',
  chinese: 'zh-cn',
  'zh-hans': 'zh-cn',
  'en-us': 'en',
  'en-gb': 'en',
  english: 'en',
};

export const unknownLanguageKey = defineRule({
  id: 'unknown-language-key',
  severity: 'information',
  summary: { en: 'A text has a key that is not a language.', zh: '文本中有不是语言的键。' },
  why: {
    en: 'Descriptions and labels are shown in English from en and in Chinese from zh-cn. A text under any other key is never shown.',
    zh: '描述和标签的英文取自 en，中文取自 zh-cn。写在其他键下的文本不会显示。',
  },
  invalid: [
    {
      text: `
Description: { en: A, zh-cn: 甲, <|name-zn-cn|>: 名 }
Parameters:
  regionId:
    Label:
      en: Region
      <|zh-ch|>: 地域
`,
      fixed: `
Description: { en: A, zh-cn: 甲, name-zh-cn: 名 }
Parameters:
  regionId:
    Label:
      en: Region
      zh-cn: 地域
`,
    },
    {
      text: 'Tasks:\n  - Name: stop\n    Action: ACS::Pause\n    Description: { <|En|>: Stop, <|zh_CN|>: 停 }\n',
      fixed: 'Tasks:\n  - Name: stop\n    Action: ACS::Pause\n    Description: { en: Stop, zh-cn: 停 }\n',
    },
    { text: 'Description: { en: A, zh-cn: 甲, <|title|>: A }\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Description: { en: Stop, zh-cn: 停止, name-en: Stop, name-zh-cn: 停止, categories: [security] }
Tasks:
  - { Name: stop, Action: ACS::Pause, Description: { en: Stop, ja: 停止 } }
`,
    'FormatVersion: OOS-2019-06-01\nDescription: Stops it\nTasks:\n  - { Name: stop, Action: ACS::Pause, Description: stop }\n',
  ],

  check({ document, template, report }) {
    for (const map of shownTexts(template).flatMap(({ pair }) => asMapping(pair.value) ?? [])) {
      const absent = KNOWN.filter((key) => !map.pairs.some((pair) => keyName(pair) === key));
      for (const { key } of map.pairs) {
        const name = String(key.value);
        if (KNOWN.includes(name) || OTHER.test(name.toLowerCase()) || isNull(key)) continue;
        const meant = meantKey(name, absent);
        report(key.range, message(name, meant), meant === undefined ? [] : [changeScalar(document.text, key, meant)]);
      }
    }
  },
});

function meantKey(name: string, absent: readonly string[]): string | undefined {
  const word = name.toLowerCase().replaceAll('_', '-');
  const usual = Object.hasOwn(MEANT, word) ? MEANT[word] : undefined;
  return usual !== undefined && absent.includes(usual) ? usual : closest(word, absent);
}

const message = (name: string, meant: string | undefined): Words =>
  meant === undefined
    ? {
        en: `'${name}' is not a language that is shown. The languages are en and zh-cn.`,
        zh: `“${name}”不是可显示的语言。可用的语言为 en 和 zh-cn。`,
      }
    : {
        en: `'${name}' is not a language that is shown. Did you mean '${meant}'?`,
        zh: `“${name}”不是可显示的语言。是否应为“${meant}”？`,
      };
