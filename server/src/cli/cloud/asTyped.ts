import { OosError } from '../../cloud/oosError.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { loopModes, modes, safetyChecks } from '../executions/names.ts';
import { notifyVerbs } from '../notifyVerbs.ts';

/** What is typed for a parameter of the API: an option, or something that has no option of its own. */
const typed: Readonly<Record<string, string | Words>> = {
  TemplateName: { en: 'the name of the template', zh: '模板名称' },
  TemplateVersion: '--version',
  Content: { en: 'the text of the template', zh: '模板内容' },
  TemplateContent: { en: 'the text of the template', zh: '模板内容' },
  Tags: '--tag',
  TagKeys: '--key',
  VersionName: '--version-name',
  ResourceGroupId: '--resource-group',
  CreatedBy: '--created-by',
  ExecutionId: 'ID',
  ExecutionIds: { en: 'the list of IDs', zh: 'ID 列表' },
  ResourceIds: { en: 'the list of names', zh: '名称列表' },
  Description: '--description',
  Mode: '--mode',
  LoopMode: '--loop-mode',
  SafetyCheck: '--safety-check',
  TaskName: '--task',
  TaskExecutionId: '--task',
  NotifyNote: '--note',
  Parameters: '--parameters',
  ExecutionStatus: '--status',
  RamRole: '--ram-role',
};

/** The only command that can be told the name of a template which it makes up otherwise. */
const typedForPublish: typeof typed = {
  ...typed,
  TemplateName: { en: 'the name of the template (--name)', zh: '模板名称（--name）' },
};

/** What is typed for a value of the API. */
const values: ReadonlyMap<string, string> = new Map(
  [notifyVerbs, modes, loopModes, safetyChecks].flatMap((names) =>
    Object.entries<string>(names).map(([word, value]) => [value, word] as const),
  ),
);

/**
 * The same error in the words of the command line: what was found wrong with the arguments before they were sent is told by the
 * options that were typed. `command`: such as `notify`. Other errors stay as they are.
 */
export function asTyped(error: OosError, command: string): OosError {
  const { words, facts } = error;
  if (facts.kind !== 'argument' || facts.operation === undefined) return error;
  const spelling = { command, operation: facts.operation, names: command === 'publish' ? typedForPublish : typed };
  return new OosError({ en: respelt(words.en, spelling, 'en'), zh: respelt(words.zh, spelling, 'zh-cn') }, facts);
}

interface Spelling {
  readonly command: string;
  readonly operation: string;
  readonly names: typeof typed;
}

/** What the person typed is quoted, and stays as it is. */
function respelt(text: string, spelling: Spelling, language: Language): string {
  const { operation } = spelling;
  const pieces = withoutJson(text)
    .replace(new RegExp(`(\\w+) of ${operation}\\b`), '$1')
    .replace(new RegExp(`${operation} 的 `), '')
    .split(/("[^"]*")/);
  const told = pieces.map((it) => (it.startsWith('"') ? it : wordByWord(it, spelling, language))).join('');
  return told.startsWith('the ') ? `T${told.slice(1)}` : told;
}

/** On a command line a list or a map is typed one by one. */
const withoutJson = (text: string): string =>
  text
    .replace(/a JSON (?:array|object) of 1 to (\d+) .*?, such as [[{].*?[\]}]/, '1 to $1 of them')
    .replace(/由( 1 至 \d+ 个).*?JSON .*?，如 [[{].*?[\]}]/, '$1')
    .replace('the text of a template, ', '')
    .replace('应为模板内容，', '应为');

function wordByWord(text: string, { command, operation, names }: Spelling, language: Language): string {
  return text.replace(/NotifyType (?:为 )?/g, '').replace(/ ?\b([A-Z]\w+)\b ?/g, (whole, word: string) => {
    if (word === operation) return whole.replace(word, command);
    const found = Object.hasOwn(names, word) ? names[word] : values.get(word);
    if (found === undefined) return whole;
    const spelt = typeof found === 'string' ? found : inLanguage(found, language);
    // Chinese sets blanks around Latin letters only.
    return /[^\x21-\x7e]$/.test(spelt) && language === 'zh-cn' ? spelt : whole.replace(word, spelt);
  });
}
