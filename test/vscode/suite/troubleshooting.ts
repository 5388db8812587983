import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, openFile, ownDiagnostics, waitFor } from './editor.ts';

const broken = "FormatVersion: OOS-2019-06-01\nRamRole: '{{ noParameter }}'\n";

/** The process of the language server that this extension host has started. */
function serverProcess(): number | undefined {
  const children = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = children.find((id) => {
    try {
      const [, parent] = /\) \S (\d+) /.exec(fs.readFileSync(`/proc/${id}/stat`, 'utf8')) ?? [];
      const command = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8');
      return Number(parent) === process.pid && command.includes('oos-language-server.cjs');
    } catch {
      return false; // It has ended in the meantime.
    }
  });
  return found === undefined ? undefined : Number(found);
}

describe('when something does not work', () => {
  afterEach(closeAll);

  it('starts the server anew by command', async () => {
    const { document } = await openFile('restart.oos.yml', broken);
    await waitFor('a finding', () => ownDiagnostics(document).length > 0);
    const before = process.platform === 'linux' ? serverProcess() : 'not looked for';
    assert.ok(before, 'the server runs');
    await vscode.commands.executeCommand('oos.restartServer');
    await waitFor('a finding of the new server', () => ownDiagnostics(document).length > 0);
    if (process.platform === 'linux') assert.notEqual(serverProcess(), before);
  });

  it('starts the server again when it was killed', async function () {
    if (process.platform !== 'linux') this.skip();
    const before = serverProcess();
    assert.ok(before, 'the server runs');
    process.kill(before, 'SIGKILL');
    await waitFor('a new server', () => {
      const now = serverProcess();
      return now !== undefined && now !== before;
    });
    const { document } = await openFile('killed.oos.yml', broken);
    await waitFor('a finding', () => ownDiagnostics(document).length > 0);
  });

  it('starts the server again when it was killed while much was on its way to it', async function () {
    if (process.platform !== 'linux') this.skip();
    const { document } = await openFile('busy.oos.yml', broken);
    await waitFor('a finding', () => ownDiagnostics(document).length > 0);
    const before = serverProcess();
    assert.ok(before, 'the server runs');
    const asked = Array.from({ length: 300 }, (_, count) =>
      vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(count % 2, 2)),
    );
    // Some are answered, the others are on their way.
    await asked[50];
    process.kill(before, 'SIGKILL');
    await Promise.allSettled(asked);
    await waitFor('a new server', () => ![undefined, before].includes(serverProcess()));
    await waitFor('a finding', () => ownDiagnostics(document).length > 0);
  });

  it('writes a report with versions and without secrets', async () => {
    const settings = vscode.workspace.getConfiguration('oos');
    await settings.update('endpoint', 'https://secret.example.com', vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand('oos.reportIssue');
      const { document } = await waitFor('the report', () => vscode.window.activeTextEditor);
      assert.equal(document.languageId, 'markdown');
      assert.match(document.getText(), new RegExp(`VS Code: ${vscode.version.replaceAll('.', '\\.')}`));
      assert.match(document.getText(), /oos\.endpoint: \(/);
      assert.doesNotMatch(document.getText(), /secret\.example/);
    } finally {
      await settings.update('endpoint', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
