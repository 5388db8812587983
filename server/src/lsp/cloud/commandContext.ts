import { MessageType, ShowMessageNotification, ShowMessageRequest } from 'vscode-languageserver/node';
import { templateNameOf } from '../../cloud/templateName.ts';
import { withoutLinks } from '../../words/withoutLinks.ts';
import { inLanguage, type Words } from '../../words/words.ts';
import type { OpenDocument } from '../documents/documentStore.ts';
import { decodedUri } from '../documents/documentUri.ts';
import type { Session } from '../session.ts';
import { CommandFault } from './commandFault.ts';
import { type GivenOptions, textOption } from './commandOptions.ts';
import { callerWords, type SessionCloud, sessionCloud } from './sessionCloud.ts';

/** What a server command works with. */
export interface CommandContext {
  readonly session: Session;
  readonly given: GivenOptions;
  readonly signal: AbortSignal;
  /** Says in the progress that the client shows what is being done. */
  readonly tell: (words: Words) => void;
}

/** Shows a message to the person, and waits for nothing. */
export function show({ session: { connection } }: CommandContext, type: MessageType, message: string): void {
  connection
    .sendNotification(ShowMessageNotification.type, { type, message: withoutLinks(message) })
    .catch(() => undefined);
}

/** The service for this command. Rejects with an OosError where there is no connection. */
export const cloudOf = async ({ session, given }: CommandContext): Promise<SessionCloud> =>
  sessionCloud(session, textOption(given, 'caller'));

/** The open text that the command is about. */
export function openOf({ session, given }: CommandContext): OpenDocument {
  const uri = textOption(given, 'uri');
  const open = uri === undefined ? undefined : session.documents.get(uri);
  if (open) return open;
  throw new CommandFault('DocumentNotOpen', {
    en: 'The template is not open in the editor. Open it and try again.',
    zh: '该模板未在编辑器中打开。请打开后重试。',
  });
}

/** The name of the template that the command is about: the one that was given, or the one that the file suggests. */
export function templateNameFor(context: CommandContext): string {
  const { given } = context;
  const name = textOption(given, 'name') ?? textOption(given, 'templateName');
  return name ?? templateNameOf(decodedUri(openOf(context).lines.uri));
}

const goOn: Words = { en: 'Go on', zh: '继续' };
const leaveIt: Words = { en: 'Cancel', zh: '取消' };

/** Asks before something in the cloud changes, unless the client has asked already. Returns only when it may be done. */
export async function confirm(context: CommandContext, cloud: SessionCloud, what: Words): Promise<void> {
  const { session, given } = context;
  if (given.confirmed === true) return;
  if (!session.client.asks) {
    throw new CommandFault('ConfirmationRequired', {
      en: `Nothing was changed. ${what.en} To do it, send the command with confirmed: true.`,
      zh: `未作任何更改。${what.zh}如需执行，请在命令中加上 confirmed: true。`,
    });
  }
  const say = (words: Words) => inLanguage(words, session.client.language);
  const caller = say(callerWords(cloud));
  const chosen = await session.connection.sendRequest(ShowMessageRequest.type, {
    type: MessageType.Warning,
    message: withoutLinks(caller === '' ? say(what) : `${say(what)}\n${caller}`),
    actions: [{ title: say(goOn) }, { title: say(leaveIt) }],
  });
  if (chosen?.title === say(goOn)) return;
  throw new CommandFault('Declined', { en: 'Nothing was changed.', zh: '未作任何更改。' });
}
