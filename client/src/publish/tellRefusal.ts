import * as vscode from 'vscode';
import { withoutLinks } from '../../../server/src/words/withoutLinks.ts';
import { type Refusal, refusalText } from '../languageServer/serverCommand.ts';

/** What was agreed to is no longer what would happen: somebody else was faster, or the text is another one. */
const races = ['TemplateChanged', 'TextChanged', 'TemplateUpdateFailed', 'EntityAlreadyExists.Template'];
/** The text is wrong, and the Problems view says where. */
const findings = ['TemplateValidationError', 'TemplateHasErrors'];

/**
 * Says why nothing was done, with what leads on. Answers whether the person wants to try again, from the look at what is
 * published on.
 */
export async function tellRefusal(refusal: Refusal): Promise<boolean> {
  const { t } = vscode.l10n;
  const { code } = refusal;
  if (code === 'cancelled') return false;
  const text = withoutLinks(refusalText(refusal));
  if (findings.includes(code)) {
    await offerProblems(text);
    return false;
  }
  const again = races.includes(code) ? t('Compare again') : t('Try again');
  const other = t('Choose a connection');
  const chosen = await vscode.window.showErrorMessage(text, again, ...(races.includes(code) ? [] : [other]));
  if (chosen === other) await vscode.commands.executeCommand('oos.chooseConnection');
  return chosen === again;
}

/** Tells what is wrong with a text, with a way to where it is listed. */
export async function offerProblems(text: string): Promise<void> {
  const show = vscode.l10n.t('Show Problems');
  if ((await vscode.window.showErrorMessage(text, show)) !== show) return;
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}
