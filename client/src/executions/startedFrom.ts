import * as vscode from 'vscode';

const key = 'oos.startedFrom';
const MOST = 100;

type Origins = Readonly<Record<string, string>>;

/** The file whose text an execution was started from, by the windows of this workspace. */
export function startedFrom(state: vscode.Memento, executionId: string): vscode.Uri | undefined {
  const uri = state.get<Origins>(key, {})[executionId];
  return uri === undefined ? undefined : vscode.Uri.parse(uri);
}

export async function rememberOrigin(state: vscode.Memento, executionId: string, uri: vscode.Uri): Promise<void> {
  const all = [...Object.entries(state.get<Origins>(key, {})), [executionId, uri.toString()] as const];
  await state.update(key, Object.fromEntries(all.slice(-MOST)));
}
