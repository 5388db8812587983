import type { ActionSpec } from '../catalog/catalog.ts';
import { inLanguage, type Language, languages, type Words } from '../words/words.ts';
import type { ActionKnowledge } from '../workspace/actionCache/actionKnowledge.ts';
import { clearCache } from '../workspace/actionCache/cacheFiles.ts';
import type { Arguments } from './arguments.ts';
import type { Command } from './command.ts';
import { exitCode } from './exitCode.ts';
import { formatActionList, formatActionsJson } from './formats/actionList.ts';
import { ageOf } from './formats/actionOrigin.ts';
import { formatActionPage } from './formats/actionPage.ts';
import type { Io } from './io.ts';
import { actionsFolder, knownActions } from './knownActions.ts';
import { didYouMean } from './nearest.ts';
import { terminalOf } from './terminal.ts';
import { UsageError } from './usageError.ts';

type Option = 'format' | 'lang';
type Given = Arguments<Option>;

/** `oos actions list|show|refresh|clear`: what is known about actions. */
export const actions: Command<Option> = {
  operands: 'list [WORD] | show NAME | clear [OPTIONS]',
  about: {
    en: 'list: the actions that are known, or those with WORD in their name. show: what is known about one. clear: forget what was fetched from the service.',
    zh: 'list：列出已知的动作，或名称中含有 WORD 的动作。show：显示某个动作的已知信息。clear：清除从服务获取的内容。',
  },
  options: {
    format: {
      choices: ['pretty', 'json'],
      summary: { en: 'For people (the default), or for programs', zh: '供人阅读（默认），或供程序读取' },
    },
    lang: {
      choices: languages,
      summary: {
        en: 'The language of the words; by default that of the terminal, for programs English',
        zh: '输出文字的语言；默认与终端相同，供程序读取时默认英文',
      },
    },
  },

  async run(given, io, terminalLanguage) {
    const [verb, name, ...more] = given.operands;
    const language = given.value('format') === 'json' && !given.has('lang') ? 'en' : terminalLanguage;
    if (more.length > 0) throw new UsageError(tooMany);
    if (verb === 'list') return list(name, given, io, language);
    if (verb === 'show' && name !== undefined) return show(name, given, io, language);
    if (verb === 'clear' && name === undefined) return clear(io, language);
    throw new UsageError(verbs);
  },
};

function list(word: string | undefined, given: Given, io: Io, language: Language): number {
  const knowledge = knownActions(io, language);
  const found = allActions(knowledge).filter(({ name }) => name.toLowerCase().includes(word?.toLowerCase() ?? ''));
  if (given.value('format') === 'json') io.stdout.write(formatActionsJson(found, knowledge.cached, language));
  else {
    io.stdout.write(formatActionList(found, terminalOf(io.stdout, io.env), language));
    io.stderr.write(`${inLanguage(sourceLine(knowledge), language)}\n`);
  }
  return exitCode.clean;
}

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

function show(name: string, given: Given, io: Io, language: Language): number {
  const knowledge = knownActions(io, language);
  const action = knowledge.catalog.action(name);
  if (!action) throw new UsageError(unknown(name, knowledge.catalog.actionNames));
  if (given.value('format') === 'json') io.stdout.write(formatActionsJson([action], knowledge.cached, language));
  else io.stdout.write(formatActionPage(action, terminalOf(io.stdout, io.env), language));
  return exitCode.clean;
}

async function clear(io: Io, language: Language): Promise<number> {
  const folder = actionsFolder(io);
  const count = folder === undefined ? 0 : await clearCache(folder);
  io.stderr.write(`${inLanguage(count > 0 ? cleared : nothingToClear, language)}\n`);
  return exitCode.clean;
}

const cleared: Words = {
  en: 'Forgot what the service had listed. The actions that come with this program are used.',
  zh: '已清除从服务获取的动作列表，将使用程序自带的动作。',
};
const nothingToClear: Words = { en: 'There was nothing to clear.', zh: '没有需要清除的内容。' };

const verbs: Words = {
  en: 'Say what to do: oos actions list [WORD], oos actions show NAME, or oos actions clear.',
  zh: '请说明要做什么：oos actions list [WORD]、oos actions show NAME 或 oos actions clear。',
};
const tooMany: Words = { en: 'oos actions takes one name at a time.', zh: 'oos actions 一次只接受一个名称。' };

function unknown(name: string, names: readonly string[]): Words {
  const guess = didYouMean(name, names);
  return { en: `No action ${name} is known.${guess.en}`, zh: `没有已知的动作 ${name}。${guess.zh}` };
}
