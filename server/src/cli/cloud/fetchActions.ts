import { callerName } from '../../cloud/callerName.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { CachedActions } from '../../workspace/actionCache/cachedActions.ts';
import { NoActionsError, refreshActions } from '../../workspace/actionCache/refreshActions.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { codeOf } from '../files/inputs.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { actionsFolder } from '../knownActions.ts';
import { statusLineOn } from '../terminal/statusLine.ts';
import { printable } from '../terminal/terminal.ts';
import { connect } from './connect.ts';
import type { CloudOption } from './options.ts';

/** `oos actions refresh`: asks the service for all its actions and keeps them for the check and for editors. */
export async function fetchActions(given: Arguments<CloudOption>, io: Io, language: Language): Promise<number> {
  const folder = actionsFolder(io);
  if (folder === undefined) throw new UsageError(noFolder);
  const { api, connection } = await connect(given, io);
  const { region } = connection;
  const line = statusLineOn(io.stderr, io.env);
  line.show(inLanguage(counted(0, region), language));
  try {
    const cached = await refreshActions((signal) => api.each('ListActions', {}, { signal }), {
      folder,
      owner: () => ({ account: callerName(connection), region }),
      progress: (count) => line.show(inLanguage(counted(count, region), language)),
    });
    line.end();
    io.stdout.write(given.value('format') === 'json' ? formatFetched(cached) : fetchedLine(cached, language));
    return exitCode.clean;
  } catch (error) {
    line.end();
    return tellFault(error, folder, io, language);
  }
}

/** Tells what the service is not to blame for by an error of its own. */
function tellFault(error: unknown, folder: string, { stderr }: Io, language: Language): number {
  const tell = (words: Words) => stderr.write(`oos: ${printable(inLanguage(words, language))}\n`);
  if (error instanceof NoActionsError) {
    tell(error.words);
    return exitCode.service;
  }
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  tell(unwritable(folder, codeOf(error)));
  return exitCode.unusable;
}

function formatFetched({ account, region, fetched, actions }: CachedActions): string {
  return formatValue({ version: 1, account, region, fetched: fetched.toISOString(), actions: actions.length });
}

function fetchedLine({ account, region, actions }: CachedActions, language: Language): string {
  const words: Words = {
    en: `${actions.length} actions, as the service in ${region} lists them for ${account}.`,
    zh: `共 ${actions.length} 个动作，由 ${region} 的服务为 ${account} 列出。`,
  };
  return `${printable(inLanguage(words, language))}\n`;
}

const counted = (count: number, region: string): Words => ({
  en: `Asking ${region} for its actions: ${count}`,
  zh: `正在向 ${region} 查询动作：${count}`,
});

const noFolder: Words = {
  en: 'There is no place to keep the actions, since the environment names no home folder. Set XDG_CACHE_HOME.',
  zh: '环境变量未指明主文件夹，无处保存动作列表。请设置 XDG_CACHE_HOME。',
};

const unwritable = (folder: string, code: string): Words => ({
  en: `The actions cannot be kept in "${folder}" (${code}). What is known about actions stays as it was. Make the folder writable, or set XDG_CACHE_HOME to another one.`,
  zh: `无法把动作列表保存到“${folder}”（${code}）。已知的动作信息保持不变。请使该文件夹可写，或用 XDG_CACHE_HOME 指定其他文件夹。`,
});
