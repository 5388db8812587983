import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient/node';
import { Crashes } from './crashes.ts';

/**
 * What happens when the server ends by itself: it is started again, after longer and longer pauses, and the log says so. Only
 * when that does not help is the person told, once.
 */
export class ServerEnds implements ErrorHandler {
  readonly #log: vscode.LogOutputChannel;
  readonly #crashes = new Crashes();

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** What was under way to a server that has just ended comes first, and `closed` after it: the library must not give up by then. */
  error(error: Error) {
    this.#log.error(error);
    return { action: ErrorAction.Continue, handled: true };
  }

  async closed(): Promise<CloseHandlerResult> {
    const pause = this.#crashes.next(Date.now());
    if (pause === undefined) {
      this.#log.error('The language server has ended too often and is not started again.');
      this.#crashes.forget();
      offerRestart().catch(() => undefined);
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    this.#log.warn(`The language server has ended. It is started again in ${pause} ms.`);
    await sleep(pause);
    return { action: CloseAction.Restart, handled: true };
  }
}

async function offerRestart(): Promise<void> {
  const { t } = vscode.l10n;
  const restart = t('Restart');
  const showLog = t('Show the log');
  const report = t('Report an issue');
  const text = t('The OOS language server has ended several times, so templates are not checked at the moment.');
  const chosen = await vscode.window.showErrorMessage(text, restart, showLog, report);
  if (chosen === restart) await vscode.commands.executeCommand('oos.restartServer');
  if (chosen === showLog) await vscode.commands.executeCommand('oos.showLog');
  if (chosen === report) await vscode.commands.executeCommand('oos.reportIssue');
}
