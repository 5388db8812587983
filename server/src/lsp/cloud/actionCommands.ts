import { MessageType } from 'vscode-languageserver/node';
import { callerName } from '../../cloud/callerName.ts';
import { inLanguage } from '../../words/words.ts';
import { refreshActions } from '../../workspace/actionCache/refreshActions.ts';
import { sessionCacheFolder } from '../actions/sessionCacheFolder.ts';
import { type CommandContext, cloudOf, show } from './commandContext.ts';
import { CommandFault } from './commandFault.ts';
import { type GivenOptions, textOption } from './commandOptions.ts';
import type { SessionCloud } from './sessionCloud.ts';

/** `oos.refreshActions`: fetches the list of actions, which then is in force in all open templates. */
export async function refreshActionList(context: CommandContext): Promise<object> {
  const { session, given, signal } = context;
  const folder = sessionCacheFolder(session, 'actions');
  if (folder === undefined) {
    throw new CommandFault('NoCacheFolder', {
      en: 'There is no folder to keep the list of actions in: set HOME, or XDG_CACHE_HOME.',
      zh: '没有可用于保存动作列表的文件夹：请设置 HOME 或 XDG_CACHE_HOME。',
    });
  }
  const cloud = await cloudOf(context);
  const { account, region, actions, fetched } = await refreshActions(
    (stop) => cloud.api.each('ListActions', {}, { signal: stop }),
    {
      owner: () => ownerOf(cloud, given),
      folder,
      signal,
      progress: (count) => {
        context.tell({ en: `${count} actions`, zh: `${count} 个动作` });
      },
    },
  );
  session.actions.choose({ account, region });
  const known = { en: `${actions.length} actions are known now.`, zh: `现已获取 ${actions.length} 个动作。` };
  if (given.tell === true) show(context, MessageType.Info, inLanguage(known, session.client.language));
  return { account, region, count: actions.length, fetched: fetched.toISOString() };
}

/** A client that calls by itself says whom it calls as. */
function ownerOf({ connection, caller }: SessionCloud, given: GivenOptions): { account: string; region: string } {
  if (!connection) {
    const told = caller();
    return {
      account: told?.account ?? textOption(given, 'account') ?? 'editor',
      region: told?.region ?? textOption(given, 'region') ?? 'default',
    };
  }
  return { account: callerName(connection), region: connection.region };
}
