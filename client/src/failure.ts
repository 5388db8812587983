import * as vscode from 'vscode';
import { OosError, type OosErrorKind } from '../../server/src/cloud/oosError.ts';
import { isRead } from '../../server/src/cloud/retry.ts';
import { withoutLinks } from '../../server/src/words/withoutLinks.ts';
import { Left, Untrusted } from './connection/connections.ts';
import { say } from './language.ts';
import { isServerGone } from './serverGone.ts';

/** What went wrong, in words for the person; undefined where the person has ended it by himself. */
export function failureText(error: unknown): string | undefined {
  if (error instanceof Left || (error instanceof OosError && error.facts.kind === 'cancelled')) return undefined;
  if (error instanceof OosError) return say(error.words);
  if (isServerGone(error))
    return vscode.l10n.t('The OOS language server ended in the middle of it, and is started again.');
  return error instanceof Error ? error.message : String(error);
}

/**
 * Runs a command of a person and tells what went wrong. Buttons lead on: once more from the begin, another connection, the log.
 * Answers undefined after a failure.
 */
export async function telling<T>(log: vscode.LogOutputChannel, work: () => Promise<T>): Promise<T | undefined> {
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

/** What another connection may help against. */
const aboutConnection: readonly OosErrorKind[] = ['connection', 'network', 'proxy', 'refused'];
/** What may be over a moment later. */
const passing: readonly OosErrorKind[] = ['network', 'proxy', 'timeout', 'throttled', 'server', 'protocol'];

async function offerWaysOut(
  log: vscode.LogOutputChannel,
  text: string,
  error: unknown,
  work: () => Promise<unknown>,
): Promise<void> {
  const { t } = vscode.l10n;
  const { kind, operation = '' } = error instanceof OosError ? error.facts : { kind: undefined };
  const ways = new Map<string, () => unknown>();
  // A change may have taken effect all the same; whoever made it has to look first.
  const mayPass = (kind && passing.includes(kind) && isRead(operation)) || isServerGone(error);
  if (mayPass) ways.set(t('Try again'), () => telling(log, work));
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
