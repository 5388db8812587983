import { closestAction } from '../../analysis/closestAction.ts';
import type { ActionSpec, Catalog } from '../../catalog/catalog.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { ActionKnowledge, ActionsOwner } from '../../workspace/actionCache/actionKnowledge.ts';
import { clearCache } from '../../workspace/actionCache/cacheFiles.ts';
import { type CloudOption, cloudOptions, connectionChoice, outputOptions } from '../cloud/options.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import { meaning } from '../commandLine/didYouMean.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { commandOfVerbs, namesOf, type Verbs } from '../commandLine/verbs.ts';
import { exitCode } from '../exitCode.ts';
import { codeOf } from '../files/inputs.ts';
import { formatActionList, formatActionsJson } from '../formats/actionList.ts';
import { ageOf } from '../formats/actionOrigin.ts';
import { formatActionPage } from '../formats/actionPage.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { actionsFolder, knownActions } from '../knownActions.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';

type Given = Arguments<CloudOption>;

const output = namesOf(outputOptions);
/** Nothing is called for what is known, so no address has a meaning. */
const asked = [...output, 'profile', 'region'] as const;

const verbs: Verbs<CloudOption> = {
  list: { operands: '[WORD]', options: asked, run: async ([word], ...rest) => list(word, ...rest) },
  show: { operands: 'NAME', options: asked, run: async ([name], ...rest) => show(name, ...rest) },
  refresh: {
    operands: '',
    options: namesOf(cloudOptions),
    run: async (_, ...rest) => (await import('../cloud/fetchActions.ts')).fetchActions(...rest),
  },
  clear: { operands: '', options: output, run: (_, ...rest) => clear(...rest) },
};

/** `oos actions list|show|refresh|clear`: what is known about actions. */
export const actions = commandOfVerbs('actions', verbs, {
  about: {
    en: [
      'list: the actions that are known, or those with WORD in their name. show: what is known about one.',
      'refresh: ask the service for the actions of the account, and keep them. clear: forget what was fetched.',
      'Of several accounts and regions that were fetched, the one counts that would be called now, or that --profile and --region name.',
    ].join('\n'),
    zh: [
      'list：列出已知的动作，或名称中含有 WORD 的动作。show：显示某个动作的已知信息。',
      'refresh：向服务查询账号可用的动作并保存。clear：清除从服务获取的内容。',
      '获取过多个账号或地域的动作时，以当前会使用的账号和地域为准，也可用 --profile 和 --region 指定。',
    ].join('\n'),
  },
  options: cloudOptions,
  examples: [
    { line: 'oos actions list snapshot', does: { en: 'What is there for snapshots?', zh: '查找与快照有关的动作' } },
    {
      line: 'oos actions show ACS::ECS::RebootInstance',
      does: { en: 'Its properties and what it calls', zh: '查看其属性和调用的操作' },
    },
    {
      line: 'oos actions refresh --profile test --region cn-beijing',
      does: { en: 'What the service offers there', zh: '查询该地域的服务提供的动作' },
    },
  ],
});

async function list(word: string, given: Given, io: Io, terminalLanguage: Language): Promise<number> {
  const language = languageFor(given, terminalLanguage);
  const knowledge = await askedActions(given, io, language);
  const found = allActions(knowledge).filter(({ name }) => name.toLowerCase().includes(word.toLowerCase()));
  if (given.value('format') === 'json') io.stdout.write(formatActionsJson(found, knowledge.cached, language));
  else {
    io.stdout.write(formatActionList(found, terminalOf(io.stdout, io.env), language));
    if (found.length === 0) io.stderr.write(`${inLanguage(noneWith(word), language)} `);
    io.stderr.write(`${inLanguage(sourceLine(knowledge), language)}\n`);
  }
  return exitCode.clean;
}

/** What is known to whom the command line names. Rejects with an OosError where it names nobody that there is. */
async function askedActions(given: Given, io: Io, language: Language): Promise<ActionKnowledge> {
  const choice = connectionChoice(given);
  const knowledge = await knownActions(io, language, choice);
  if (choice.profile === undefined && choice.region === undefined) return knowledge;
  const { chosenCaller } = await import('../../cloud/chosenCaller.ts');
  const caller = await chosenCaller(choice, io.env);
  knowledge.choose(caller);
  if (!knowledge.own) io.stderr.write(`${printable(inLanguage(nothingFetched(caller), language))}\n`);
  return knowledge;
}

function nothingFetched({ account, region }: ActionsOwner): Words {
  const forWhom = account === undefined ? '' : ` for ${account}`;
  const where = region === undefined ? '' : ` in ${region}`;
  return {
    en: `Nothing has been fetched${forWhom}${where} so far; "oos actions refresh" does it.`,
    zh: `尚未获取过${account === undefined ? '' : ` ${account} `}${region === undefined ? '' : `在 ${region} `}的动作列表，可用“oos actions refresh”获取。`,
  };
}

const noneWith = (word: string): Words => ({
  en: `None has "${word}" in its name.`,
  zh: `没有名称中含有“${word}”的动作。`,
});

/** Programs get English unless they ask for something else. */
const languageFor = (given: Given, terminalLanguage: Language): Language =>
  given.value('format') === 'json' && !given.has('lang') ? 'en' : terminalLanguage;

const allActions = ({ catalog }: ActionKnowledge): ActionSpec[] =>
  catalog.actionNames.flatMap((name) => catalog.action(name) ?? []);

function sourceLine({ cached, catalog }: ActionKnowledge): Words {
  const { length } = catalog.actionNames;
  if (!cached) {
    return {
      en: `${length} actions, as they come with this program.`,
      zh: `共 ${length} 个动作，来自程序自带的数据。`,
    };
  }
  const age = ageOf(cached.fetched);
  return {
    en: `${length} actions; ${cached.actions.length} of them as the service in ${cached.region} listed them for ${cached.account}, ${age.en}.`,
    zh: `共 ${length} 个动作，其中 ${cached.actions.length} 个由 ${cached.region} 的服务为 ${cached.account} 列出（${age.zh}）。`,
  };
}

async function show(name: string, given: Given, io: Io, terminalLanguage: Language): Promise<number> {
  const language = languageFor(given, terminalLanguage);
  const knowledge = await askedActions(given, io, language);
  const action = knowledge.catalog.action(name);
  if (!action) throw new UsageError(unknown(name, knowledge.catalog));
  if (given.value('format') === 'json') io.stdout.write(formatActionsJson([action], knowledge.cached, language));
  else io.stdout.write(formatActionPage(action, terminalOf(io.stdout, io.env), language));
  return exitCode.clean;
}

async function clear(given: Given, io: Io, language: Language): Promise<number> {
  const folder = actionsFolder(io);
  let count = 0;
  try {
    if (folder !== undefined) count = await clearCache(folder);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    io.stderr.write(`oos: ${printable(inLanguage(notCleared(folder ?? '', codeOf(error)), language))}\n`);
    return exitCode.unusable;
  }
  if (given.value('format') === 'json') io.stdout.write(formatValue({ version: 1, cleared: count }));
  else io.stderr.write(`${inLanguage(count > 0 ? cleared : nothingToClear, language)}\n`);
  return exitCode.clean;
}

const cleared: Words = {
  en: 'Forgot what the service had listed. The actions that come with this program are used.',
  zh: '已清除从服务获取的动作列表，将使用程序自带的动作。',
};
const nothingToClear: Words = { en: 'There was nothing to clear.', zh: '没有需要清除的内容。' };

const notCleared = (folder: string, code: string): Words => ({
  en: `What the service had listed cannot be removed from "${folder}" (${code}). Remove it by hand, or make the folder writable.`,
  zh: `无法从“${folder}”中删除已获取的动作列表（${code}）。请手动删除，或使该文件夹可写。`,
});

/** People know an action by the last part of its name, which several products have. Else what the checker would say. */
function unknown(name: string, catalog: Catalog): Words {
  const ending = catalog.actionNames.filter((it) => it.toLowerCase().endsWith(`::${name.toLowerCase()}`));
  const guess = ending.length > 0 ? fullNames(ending) : meaning(meantBy(name, catalog));
  const { en, zh } = guess.en === '' ? byWord : guess;
  return { en: `No action ${name} is known.${en}`, zh: `没有已知的动作 ${name}。${zh}` };
}

const byWord: Words = {
  en: ' "oos actions list WORD" finds actions by a part of their name.',
  zh: '可用“oos actions list WORD”按名称的一部分查找动作。',
};

function meantBy(name: string, catalog: Catalog): readonly string[] {
  const near = closestAction(name, catalog);
  return catalog.invention(name) ?? (near === undefined ? [] : [near]);
}

const fullNames = (names: readonly string[]): Words => ({
  en: ` These are called so: ${names.join(', ')}.`,
  zh: `以此为名的动作有：${names.join('、')}。`,
});
