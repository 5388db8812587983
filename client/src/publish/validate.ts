import * as vscode from 'vscode';
import type { Toolkit } from '../toolkit.ts';
import { refusalText, serverCommand } from './serverCommand.ts';
import { subjectOf } from './subject.ts';

/** `OOS: Validate with OOS`: what the service says lands as a diagnostic. */
export async function validate(toolkit: Toolkit, given: unknown): Promise<void> {
  const { t } = vscode.l10n;
  const { uri } = await subjectOf(given);
  // Before the server asks for a call, so that a question about the connection is not part of its time.
  const { connection } = await toolkit.connections.cloud();
  const answer = await serverCommand<{ readonly tasks: readonly unknown[] }>(
    toolkit,
    t('OOS in {0} checks the template', connection.region),
    'oos.validateTemplate',
    { uri: uri.toString() },
  );
  if (answer.ok) {
    vscode.window.showInformationMessage(t('OOS accepts the template: {0} tasks.', answer.tasks.length));
    return;
  }
  if (answer.code === 'cancelled') return;
  const show = t('Show Problems');
  const isFinding = answer.code === 'TemplateValidationError';
  const chosen = await vscode.window.showErrorMessage(refusalText(answer), ...(isFinding ? [show] : []));
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
