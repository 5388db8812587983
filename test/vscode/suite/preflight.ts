import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, ownDiagnostics, waitFor } from './editor.ts';

const text = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: away
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DeleteInstance, Parameters: { InstanceId: i-1 } }
`;

describe('before a run', () => {
  afterEach(closeAll);

  it('shows the rights that a template needs, to be copied or saved', async () => {
    const { document } = await openFile('rights.oos.yml', text);
    await vscode.commands.executeCommand('oos.showRights', { uri: document.uri.toString() });
    const shown = await waitFor('the policy', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.languageId === 'json' && active;
    });
    assert.deepEqual(JSON.parse(shown.getText()), {
      Version: '1',
      Statement: [{ Action: ['ecs:DeleteInstance'], Resource: '*', Effect: 'Allow' }],
    });
  });

  it('shows the report as a page, and its findings in the editor', async () => {
    const { document } = await openFile('report.oos.yml', text);
    const codes = await waitFor('the findings', () => {
      const found = ownDiagnostics(document).map(({ code }) => code);
      return found.length > 0 && found;
    });
    assert.ok(codes.includes('risky-documented-call'), String(codes));
    await vscode.commands.executeCommand('oos.preflight', { uri: document.uri.toString() });
    await waitFor('the page', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('report.oos.yml - '))),
    );
  });
});
