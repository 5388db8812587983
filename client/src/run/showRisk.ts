import * as vscode from 'vscode';
import { visibleColumn } from '../documents/visibleColumn.ts';
import { publishedDocument, type Scene } from './scene.ts';
import type { RunSource } from './source.ts';

/** Shows a risky task, by its index, in its template: where that can be seen already, else in the column `beside`. */
export async function showRisk(
  scene: Scene,
  source: RunSource,
  { index, beside }: { readonly index: number; readonly beside: vscode.ViewColumn },
): Promise<void> {
  const range = scene.facts.riskyTasks[index]?.range;
  const uri = source.kind === 'file' ? source.uri : publishedDocument(scene);
  if (!range || !uri) return;
  const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  await vscode.window.showTextDocument(uri, { selection, viewColumn: visibleColumn(uri, beside) });
}
