import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OosToolkit } from '../../../client/src/extension.ts';
import { closeAll, openFile, ownDiagnostics, settle, waitFor } from './editor.ts';

function toolkit(): vscode.Extension<OosToolkit> {
  const extension = vscode.extensions.getExtension<OosToolkit>('oos-toolkit.oos-toolkit');
  assert.ok(extension, 'the extension is installed');
  return extension;
}

const activated = () => waitFor('activation', () => toolkit().isActive);

describe('before the first template', () => {
  afterEach(closeAll);

  it('leaves YAML of other kinds alone and starts no server', async () => {
    await openFile('inventory.yaml', 'services:\n  web: { image: nginx }\n');
    await activated();
    const { document } = await openFile('stack.yml', "ROSTemplateFormatVersion: '2015-09-01'\nResources: {}\n");
    await settle();
    assert.equal(document.languageId, 'yaml');
    assert.equal(toolkit().exports.isServerStarted(), false);
  });

  it('leaves JSON of other kinds alone and starts no server', async () => {
    const { document } = await openFile('data.json', '{ "inner": { "FormatVersion": "OOS-2019-06-01" } }\n');
    await activated();
    await settle();
    assert.equal(document.languageId, 'json');
    assert.equal(toolkit().exports.isServerStarted(), false);
  });

  it('starts the server when a template is opened', async () => {
    const { document } = await openFile(
      'first.oos.yml',
      "FormatVersion: OOS-2019-06-01\nRamRole: '{{ noParameter }}'\n",
    );
    await waitFor('the server', () => toolkit().exports.isServerStarted());
    await waitFor('a finding', () => ownDiagnostics(document).length > 0);
  });
});
