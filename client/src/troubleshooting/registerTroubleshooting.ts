import * as vscode from 'vscode';
import { tellingFailures } from '../failure.ts';
import type { Toolkit } from '../toolkit.ts';

/** The commands for when something does not work. */
export function registerTroubleshooting(toolkit: Toolkit): vscode.Disposable {
  const { log } = toolkit;
  const { t } = vscode.l10n;
  return vscode.Disposable.from(
    vscode.commands.registerCommand('oos.showLog', () => log.show()),
    vscode.commands.registerCommand('oos.restartServer', () =>
      tellingFailures(log, () =>
        Promise.resolve(
          vscode.window.withProgress(
            { location: vscode.ProgressLocation.Window, title: t('Starting the OOS language server') },
            () => toolkit.restartServer(),
          ),
        ),
      ),
    ),
    vscode.commands.registerCommand('oos.reportIssue', () =>
      tellingFailures(log, async () => (await import('./reportIssue.ts')).reportIssue(toolkit)),
    ),
  );
}
