import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, ownDiagnostics, uriOf, waitFor } from './editor.ts';

const bad = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ gone }}' }
`;

const severityOf = (document: vscode.TextDocument) =>
  ownDiagnostics(document).find(({ code }) => code === 'unknown-parameter')?.severity;

const until = (document: vscode.TextDocument, severity: vscode.DiagnosticSeverity | undefined) =>
  waitFor(`the severity ${severity}`, () => severityOf(document) === severity);

describe('settings', () => {
  const rules = (value: object | undefined) =>
    vscode.workspace.getConfiguration('oos').update('rules', value, vscode.ConfigurationTarget.Workspace);
  const settingsFile = uriOf('.oosrc.json');

  afterEach(async () => {
    await closeAll();
    await rules(undefined);
    await vscode.workspace.fs.delete(settingsFile).then(undefined, () => undefined);
  });

  it('of the editor change the severity at once, and switch a rule off', async () => {
    const { document } = await openFile('settings.oos.yml', bad);
    await until(document, vscode.DiagnosticSeverity.Error);
    await rules({ 'unknown-parameter': 'hint' });
    await until(document, vscode.DiagnosticSeverity.Hint);
    await rules({ 'unknown-parameter': 'off' });
    await until(document, undefined);
    await rules(undefined);
    await until(document, vscode.DiagnosticSeverity.Error);
  });

  it('of a file count more than those of the editor, from its writing to its going', async () => {
    await rules({ 'unknown-parameter': 'hint' });
    const { document } = await openFile('settings-file.oos.yml', bad);
    await until(document, vscode.DiagnosticSeverity.Hint);
    const text = JSON.stringify({ rules: { 'unknown-parameter': 'warning' } });
    await vscode.workspace.fs.writeFile(settingsFile, new TextEncoder().encode(text));
    await until(document, vscode.DiagnosticSeverity.Warning);
    await vscode.workspace.fs.delete(settingsFile);
    await until(document, vscode.DiagnosticSeverity.Hint);
  });

  it('in a file are completed and checked by VS Code', async () => {
    const { document } = await openFile('.oosrc.json', '{ "rules": { "unknown-parameter": "of" } }');
    await waitFor('what is wrong with the level', () => vscode.languages.getDiagnostics(document.uri).length === 1);
    const at = document.positionAt(document.getText().indexOf('"unknown') + 1);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    assert.ok(items.some(({ label }) => label === 'unknown-task'));
  });
});

describe('a finding', () => {
  afterEach(closeAll);

  const actionsFor = async (document: vscode.TextDocument) => {
    const finding = await waitFor('a finding', () =>
      ownDiagnostics(document).find(({ code }) => code === 'unknown-parameter'),
    );
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
  };

  it('is silenced by a comment', async () => {
    const { document } = await openFile('silence.oos.yml', bad);
    const [silence] = (await actionsFor(document)).filter(({ edit, command }) => edit && !command);
    assert.ok(silence?.edit);
    assert.ok(await vscode.workspace.applyEdit(silence.edit));
    assert.match(document.getText(), / {4}# oos-disable-next-line unknown-parameter\n {4}Properties/);
    await until(document, undefined);
  });

  it('is explained by the page of its rule', async () => {
    const { document } = await openFile('explain.oos.yml', bad);
    const explain = (await actionsFor(document)).find(({ command }) => command?.command === 'oos.explainRule')?.command;
    assert.ok(explain);
    await vscode.commands.executeCommand(explain.command, ...(explain.arguments ?? []));
    const page = await waitFor('the page', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'oos-rule'),
    );
    assert.equal(page.languageId, 'markdown');
    assert.match(page.getText(), /^# unknown-parameter\n/);
    assert.equal(/\p{Script=Han}/u.test(page.getText()), vscode.env.language === 'zh-cn');
  });

  it('is repaired with all others by "fix all"', async () => {
    const wrong = bad.replace('Name: wait', 'name: wait').replace("'{{ gone }}'", '{{ gone }}');
    const { document } = await openFile('fix-all.oos.yml', wrong);
    await waitFor('findings', () => ownDiagnostics(document).length > 1);
    await vscode.commands.executeCommand('editor.action.fixAll');
    await waitFor('the repaired text', () => document.getText() === bad);
  });
});
