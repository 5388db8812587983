import { keyName, stringOf } from '../../syntax/navigate.ts';
import type { MappingNode } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import type { Words } from '../../words/words.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { type ShownText, shownTexts } from '../shownTexts.ts';
import { addLanguages, type Language, languageOf, toLanguageMap } from '../style/languageMap.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh-cn'];
const KNOWN = ['en', 'zh-cn', 'name-en', 'name-zh-cn', 'categories'];
const NAMES = { en: { en: 'English', zh: '英文' }, 'zh-cn': { en: 'Chinese', zh: '中文' } } as const;

export const missingDescriptionLanguage = defineRule({
  id: 'missing-description-language',
  severity: 'information',
  strict: true,
  summary: {
    en: 'A description or a label is not there in English and Chinese.',
    zh: '描述或标签没有同时提供英文和中文。',
  },
  why: {
    en: 'The console shows a description in the language of its user, from en or zh-cn. Who reads the other language sees nothing, or a text that they cannot read.',
    zh: '控制台按用户语言显示 en 或 zh-cn 中的描述。缺少其中一种时，另一种语言的用户看不到内容或看不懂。',
  },
  invalid: [
    {
      text: `
Description: <|Stops an instance|> # for now
Parameters:
  id:
    Label:
      <|zh-cn|>: 实例
  regionId: { Label: <|'Region'|> }
Tasks:
  - Name: stop
    Action: ACS::Pause
    Description: <|停止|>
`,
      fixed: `
Description:
  en: Stops an instance # for now
  zh-cn: ''
Parameters:
  id:
    Label:
      zh-cn: 实例
      en: ''
  regionId: { Label: { en: 'Region', zh-cn: '' } }
Tasks:
  - Name: stop
    Action: ACS::Pause
    Description:
      en: ''
      zh-cn: 停止
`,
    },
    {
      text: `
Description: <||
  Stops an instance,
    as it says|>
Parameters:
  id: { Description: { <|en|>: Instance } }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Label: { default: { <|en|>: Basics } }
        Parameters: [id]
`,
      fixed: `
Description:
  en: |
    Stops an instance,
      as it says
  zh-cn: ''
Parameters:
  id: { Description: { en: Instance, zh-cn: '' } }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Label: { default: { en: Basics, zh-cn: '' } }
        Parameters: [id]
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Description: { en: Stops it, zh-cn: 停止, name-en: Stop, categories: [security] }
Tasks:
  - { Name: stop, Action: ACS::Pause, Description: { zh-cn: 停止, en: Stops it } }
`,
    `
FormatVersion: OOS-2019-06-01
Description:
Tasks:
  - { Name: stop, Action: ACS::Pause }
`,
  ],

  check(context) {
    for (const shown of shownTexts(context.template)) {
      const { value } = shown.pair;
      if (keyName(shown.pair) === 'ConstraintDescription') continue;
      if (value?.kind === 'mapping') reportMap(context, value);
      else reportString(context, shown);
    }
  },
});

function reportMap({ document, report }: RuleContext, map: MappingNode): void {
  const names = map.pairs.map(keyName);
  const absent = LANGUAGES.filter((it) => !names.includes(it));
  // A misspelt language is reported as such.
  const isMeant = names.some((it) => !KNOWN.includes(it) && closest(it.replaceAll('_', '-'), absent) !== undefined);
  if (absent.length === 0 || isMeant) return;
  const edits = addLanguages(document.tree, map, absent);
  const title = { en: 'Add what is missing', zh: '添加缺少的语言' };
  report(map.pairs[0]?.key.range ?? map.range, missing(absent), edits ? [{ title, edits, guess: true }] : []);
}

function reportString({ document, report }: RuleContext, { pair, parent }: ShownText): void {
  const text = stringOf(pair.value);
  if (!pair.value || text === undefined) return;
  const absent = LANGUAGES.filter((it) => it !== languageOf(text));
  const edits = toLanguageMap(document.tree, pair, parent.flow);
  const title = { en: 'Make it a map of both languages', zh: '改为两种语言的映射' };
  const fixes: Fix[] = edits ? [{ title, edits, guess: true }] : [];
  report(pair.value.range, missing(absent), fixes);
}

function missing(absent: readonly Language[]): Words {
  return {
    en: `There is no text in ${absent.map((it) => `${NAMES[it].en} (${it})`).join(' and ')}.`,
    zh: `缺少${absent.map((it) => `${NAMES[it].zh}（${it}）`).join('和')}文本。`,
  };
}
