import * as vscode from 'vscode';

/** The scheme of the documents with the logs of executions. */
export const logScheme = 'oos-logs';
/** The scheme of the documents with the templates that executions ran, and with their values. */
export const executionScheme = 'oos-execution';

/** What a document says whose content cannot be had any more. `why`: the reason; empty where there is none to give. */
export function lostText(executionId: string, why: string): string {
  const how = vscode.l10n.t('Open the execution {0} again, and this from there.', executionId);
  return [why, how].filter(Boolean).join(' ');
}
