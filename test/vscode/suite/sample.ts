import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, uriOf, waitFor } from './editor.ts';
import { toolkit } from './toolkit.ts';

const { fs } = vscode.workspace;
const namesIn = async (folder: vscode.Uri): Promise<string[]> => (await fs.readDirectory(folder)).map(([name]) => name);
const textOf = async (uri: vscode.Uri): Promise<string> => new TextDecoder().decode(await fs.readFile(uri));

describe('the sample workspace', () => {
  afterEach(closeAll);

  it('is copied into a new folder each time, with a guide in the language of the editor, which is shown', async () => {
    await toolkit();
    const parent = uriOf('samples');
    await fs.createDirectory(parent);
    await vscode.commands.executeCommand('oos.openSample', parent);
    const first = vscode.Uri.joinPath(parent, 'oos-sample');
    const names = await namesIn(first);
    assert.deepEqual(
      names.filter((name) => /^README/.test(name)),
      ['README.md'],
    );
    assert.ok(names.includes('fix-me.oos.yml') && names.includes('prepare-instance.oos.json'), names.join(' '));
    const guide = await textOf(vscode.Uri.joinPath(first, 'README.md'));
    assert.equal(/\p{Script=Han}/u.test(guide), vscode.env.language.startsWith('zh'));
    await waitFor('the guide', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('README.md'));
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview, false);

    const own = vscode.Uri.joinPath(first, 'fix-me.oos.yml');
    await fs.writeFile(own, new TextEncoder().encode('mine'));
    await vscode.commands.executeCommand('oos.openSample', parent);
    assert.deepEqual((await namesIn(parent)).sort(), ['oos-sample', 'oos-sample-2']);
    assert.equal(await textOf(own), 'mine');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
