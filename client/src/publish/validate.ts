import * as vscode from 'vscode';
import { givenTemplate } from '../givenTemplate.ts';
import { serverCommand } from '../languageServer/serverCommand.ts';
import type { Toolkit } from '../toolkit.ts';
import { tellRefusal } from './tellRefusal.ts';

/** `OOS: Validate with OOS`: what the service says lands as a diagnostic. */
export async function validate(toolkit: Toolkit, given: unknown): Promise<void> {
  const { t } = vscode.l10n;
  const { uri } = await givenTemplate(given);
  for (let again = true; again; ) {
    // Before the server asks for a call, so that a question about the connection is not part of its time.
    const cloud = await toolkit.connections.cloud();
    const answer = await serverCommand<{ readonly tasks: readonly unknown[] }>(toolkit, cloud, {
      title: t('OOS in {0} checks the template', cloud.connection.region),
      command: 'oos.validateTemplate',
      argument: { uri: uri.toString() },
    });
    if (answer.ok) {
      vscode.window.showInformationMessage(t('OOS accepts the template: {0} tasks.', answer.tasks.length));
      return;
    }
    again = await tellRefusal(answer);
  }
}
