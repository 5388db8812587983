import * as vscode from 'vscode';
import type { Execution } from '../../../server/src/cloud/api/answers.ts';

const key = 'oos.startedFrom';
const MOST = 100;

type Origins = Readonly<Record<string, string>>;

/** The file whose text an execution was started from, by the windows of this workspace. */
export function startedFrom(state: vscode.Memento, executionId: string): vscode.Uri | undefined {
  const uri = state.get<Origins>(key, {})[executionId];
  return uri === undefined ? undefined : vscode.Uri.parse(uri);
}

/** What people call an execution: by its template, else by the file that it was started from. */
export function executionName(
  state: vscode.Memento,
  { ExecutionId, TemplateName, TemplateVersion }: Pick<Execution, 'ExecutionId' | 'TemplateName' | 'TemplateVersion'>,
): string {
  if (TemplateName) return [TemplateName, TemplateVersion].filter(Boolean).join(' ');
  return startedFrom(state, ExecutionId)?.path.split('/').at(-1) ?? vscode.l10n.t('A text');
}

/** Keeps from which file an execution was started. The oldest of many are forgotten. */
export async function rememberOrigin(state: vscode.Memento, executionId: string, uri: vscode.Uri): Promise<void> {
  const all = [...Object.entries(state.get<Origins>(key, {})), [executionId, uri.toString()] as const];
  await state.update(key, Object.fromEntries(all.slice(-MOST)));
}
