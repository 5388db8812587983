import * as vscode from 'vscode';

/** What was answered is not waited for any more, which is nobody's mistake. */
export class NoLongerWaits extends Error {
  constructor() {
    super(vscode.l10n.t('It no longer waits for that. Somebody may have answered already.'));
  }
}
