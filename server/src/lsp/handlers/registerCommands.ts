import type { CancellationToken, ExecuteCommandParams, WorkDoneProgressReporter } from 'vscode-languageserver/node';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { inLanguage } from '../../words/words.ts';
import type { CommandAnswer } from '../cloud/runCommand.ts';
import { type ServerCommand, serverCommands } from '../cloud/serverCommands.ts';
import type { Session } from '../session.ts';

/** The commands that ask the service. Their code is loaded with the first one. */
export function registerCommands(session: Session): void {
  const { connection } = session;
  connection.onExecuteCommand(
    async (params: ExecuteCommandParams, token: CancellationToken, progress: WorkDoneProgressReporter) => {
      const command = serverCommands.find((it) => it === params.command);
      if (command === undefined) {
        return new ResponseError<void>(LSPErrorCodes.RequestFailed, `There is no command ${params.command}.`);
      }
      try {
        return await answer(session, { command, given: params.arguments?.[0] }, token, progress);
      } catch (error) {
        connection.console.error(`${params.command}: ${error instanceof Error ? error.stack : error}`);
        const message = inLanguage(ownFault, session.client.language);
        return { ok: false, code: 'InternalError', message } satisfies CommandAnswer;
      }
    },
  );
}

async function answer(
  session: Session,
  { command, given }: { readonly command: ServerCommand; readonly given: unknown },
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<CommandAnswer> {
  const { runCommand } = await import('../cloud/runCommand.ts');
  const stop = new AbortController();
  if (token.isCancellationRequested) stop.abort();
  token.onCancellationRequested(() => stop.abort());
  const { language } = session.client;
  progress.begin('OOS', undefined, undefined, true);
  try {
    return await runCommand(command, {
      session,
      given: typeof given === 'object' ? { ...given } : {},
      signal: stop.signal,
      tell: (words) => progress.report(inLanguage(words, language)),
    });
  } finally {
    progress.done();
  }
}

const ownFault = {
  en: 'The language server made a mistake; its log has the details.',
  zh: '语言服务器内部出错，详情见其日志。',
};
