import * as vscode from 'vscode';
import { OosError } from '../../server/src/cloud/oosError.ts';
import { Left } from './connection/connections.ts';
import { say } from './language.ts';

/** What went wrong, in words for the person; undefined where the person has ended it by himself. */
export function failureText(error: unknown): string | undefined {
  if (error instanceof Left || (error instanceof OosError && error.facts.kind === 'cancelled')) return undefined;
  if (error instanceof OosError) return say(error.words);
  return error instanceof Error ? error.message : String(error);
}

/**
 * Runs a command of a person and tells what went wrong. Buttons lead on: another connection, the log. Answers undefined after a
 * failure.
 */
export async function telling<T>(log: vscode.LogOutputChannel, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const text = failureText(error);
    if (text === undefined) return undefined;
    log.error(error instanceof OosError ? text : error instanceof Error ? error : text);
    offerWaysOut(log, text, error).catch(() => undefined);
    return undefined;
  }
}

async function offerWaysOut(log: vscode.LogOutputChannel, text: string, error: unknown): Promise<void> {
  const other = vscode.l10n.t('Choose a connection');
  const showLog = vscode.l10n.t('Show the log');
  const isAboutConnection =
    error instanceof OosError && ['connection', 'network', 'proxy', 'refused'].includes(error.facts.kind);
  const chosen = await vscode.window.showErrorMessage(text, ...(isAboutConnection ? [other] : []), showLog);
  if (chosen === other) await vscode.commands.executeCommand('oos.chooseConnection');
  if (chosen === showLog) log.show();
}
