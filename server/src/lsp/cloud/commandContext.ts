import { MessageType, ShowMessageNotification, ShowMessageRequest } from 'vscode-languageserver/node';
import { withoutLinks } from '../../words/withoutLinks.ts';
import { inLanguage, type Words } from '../../words/words.ts';
import type { OpenDocument } from '../documentStore.ts';
import type { Session } from '../session.ts';
import { CommandFault } from './commandFault.ts';
import { callerWords, type SessionCloud, sessionCloud } from './sessionCloud.ts';

/** What a server command works with. Options are as the client sent them, which may be anything. */
export interface CommandContext {
  readonly session: Session;
  readonly given: Readonly<Record<string, unknown>>;
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

export const cloudOf = async ({ session, given }: CommandContext): Promise<SessionCloud> =>
  sessionCloud(session, text(given, 'caller'));

/** The open text that the command is about. */
export function openOf({ session, given }: CommandContext): OpenDocument {
  const uri = text(given, 'uri');
  const open = uri === undefined ? undefined : session.documents.get(uri);
  if (open) return open;
  throw new CommandFault('DocumentNotOpen', {
    en: 'The template is not open in the editor. Open it and try again.',
    zh: '该模板未在编辑器中打开。请打开后重试。',
  });
}

/** An option that is a text. Throws where it is something else. */
export function text(given: CommandContext['given'], name: string): string | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value || undefined;
  throw wrong(name, { en: 'a text', zh: '文本' });
}

/** An option that is one of some words. */
export function choice<W extends string>(
  given: CommandContext['given'],
  name: string,
  words: readonly W[],
): W | undefined {
  const value = text(given, name);
  const found = words.find((it) => it === value);
  if (value === undefined || found !== undefined) return found;
  const list = words.join(', ');
  throw wrong(name, { en: `one of ${list}`, zh: `以下之一：${list}` });
}

/** An option that is a map. */
export function map(given: CommandContext['given'], name: string): Readonly<Record<string, unknown>> | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return { ...value };
  throw wrong(name, { en: 'a map', zh: '映射' });
}

/** Tags by their keys. */
export function tagsOf(given: CommandContext['given']): Readonly<Record<string, string>> | undefined {
  const tags = map(given, 'tags');
  if (tags && Object.values(tags).some((value) => typeof value !== 'string')) {
    throw wrong('tags', { en: 'a map of texts', zh: '值为文本的映射' });
  }
  return tags as Readonly<Record<string, string>> | undefined;
}

function wrong(name: string, wanted: Words): CommandFault {
  return new CommandFault('InvalidArgument', {
    en: `The option '${name}' must be ${wanted.en}.`,
    zh: `选项“${name}”必须是${wanted.zh}。`,
  });
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
