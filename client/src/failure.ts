import * as vscode from 'vscode';
import { OosError, type OosErrorKind } from '../../server/src/cloud/oosError.ts';
import { isRead } from '../../server/src/cloud/retry.ts';
import { withoutLinks } from '../../server/src/words/withoutLinks.ts';
import { Dismissed, Untrusted } from './connection/connections.ts';
import { isServerGone } from './languageServer/serverGone.ts';
import { mayPass } from './mayPass.ts';
import { say } from './say.ts';

/** What went wrong, in words for the person; undefined where the person ended it. */
export function failureText(error: unknown): string | undefined {
  if (error instanceof Dismissed || (error instanceof OosError && error.facts.kind === 'cancelled')) return undefined;
  if (error instanceof OosError) return say(error.words);
  if (isServerGone(error))
    return vscode.l10n.t('The OOS language server ended in the middle of this, and is being restarted.');
  return error instanceof Error ? error.message : String(error);
}

/**
 * Carries out a command of a person, and shows and logs what went wrong. The message has buttons that lead on: once more from the
 * start, another connection, the log. Resolves with what `work` does, and with undefined after a failure; does not reject.
 */
export async function tellingFailures<T>(log: vscode.LogOutputChannel, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const text = failureText(error);
    if (text === undefined) return undefined;
    log.error(error instanceof OosError ? text : error instanceof Error ? error : text);
    offerWaysOut(log, text, error, work).catch(() => undefined);
    return undefined;
  }
}

/** Failures that another connection may help against. */
const aboutConnection: readonly OosErrorKind[] = ['connection', 'network', 'proxy', 'refused'];

async function offerWaysOut(
  log: vscode.LogOutputChannel,
  text: string,
  error: unknown,
  work: () => Promise<unknown>,
): Promise<void> {
  const { t } = vscode.l10n;
  const kind = error instanceof OosError ? error.facts.kind : undefined;
  const ways = new Map<string, () => unknown>();
  // A change may have taken effect all the same; whoever made it has to look first.
  const isWorthAnother = (mayPass(error) && isRead(error.facts.operation ?? '')) || isServerGone(error);
  if (isWorthAnother) ways.set(t('Try again'), () => tellingFailures(log, work));
  if (kind && aboutConnection.includes(kind)) {
    ways.set(t('Choose a connection'), () => vscode.commands.executeCommand('oos.chooseConnection'));
  }
  if (error instanceof Untrusted) {
    ways.set(t('Manage Workspace Trust'), () => vscode.commands.executeCommand('workbench.trust.manage'));
  }
  ways.set(t('Show the log'), () => log.show());
  const chosen = await vscode.window.showErrorMessage(withoutLinks(text), ...ways.keys());
  if (chosen !== undefined) await ways.get(chosen)?.();
}
