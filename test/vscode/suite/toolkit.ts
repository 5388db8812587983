import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OosToolkit } from '../../../client/src/extension.ts';

/** What the extension tells other extensions, once it runs. */
export async function toolkit(): Promise<OosToolkit> {
  const extension = vscode.extensions.getExtension<OosToolkit>('oos-toolkit.oos-toolkit');
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}
