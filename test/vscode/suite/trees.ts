import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ActionNode } from '../../../client/src/actions/actionsView.ts';
import type { TemplateNode, TemplatesView } from '../../../client/src/templates/templatesView.ts';
import { closeAll, openFile, openUntitled, uriOf, waitFor } from './editor.ts';
import { toolkit } from './toolkit.ts';

const text = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration: PT1M
`;

/** Does what a click on a node does. */
async function click(item: vscode.TreeItem): Promise<void> {
  assert.ok(item.command, 'the node does something');
  await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
}

async function mine(view: TemplatesView): Promise<TemplateNode[]> {
  const [own] = await view.getChildren();
  assert.ok(own, 'there is a group');
  return view.getChildren(own);
}

const isTemplate = ({ kind }: TemplateNode): boolean => kind === 'template';

/** Through the command of the language server, as publishing does it. */
async function publishMany(uri: vscode.Uri, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => `tree-${String(index).padStart(3, '0')}`);
  for (let start = 0; start < count; start += 25) {
    const made = names.slice(start, start + 25).map((name) =>
      vscode.commands.executeCommand<{ ok: boolean }>('oos.createTemplate', {
        uri: uri.toString(),
        name,
        confirmed: true,
      }),
    );
    for (const answer of await Promise.all(made)) assert.ok(answer.ok, JSON.stringify(answer));
  }
}

describe('the view of templates', function () {
  this.timeout(120_000);
  afterEach(closeAll);

  it('is empty without a connection, so that it says what to do first', async () => {
    const { views } = await toolkit();
    assert.deepEqual(await views.templates.getChildren(), []);
  });

  it('lists 500 templates of the Local OOS page by page', async () => {
    const { document } = await openFile('many.oos.yml', text);
    const { views } = await toolkit();
    await vscode.commands.executeCommand('oos.useLocalOos');
    await publishMany(document.uri, 500);
    await vscode.commands.executeCommand('oos.templates.refresh');
    const first = await mine(views.templates);
    assert.equal(first.filter(isTemplate).length, 50);
    for (let page = 0; page < 9; page += 1) {
      const last = (await mine(views.templates)).at(-1);
      assert.equal(last?.kind, 'more');
      await click(views.templates.getTreeItem(last));
    }
    const all = await mine(views.templates);
    assert.equal(all.length, 500);
    assert.ok(all.every(isTemplate));
  });

  it('searches by a part of the name, opens, and clones', async () => {
    const { views } = await toolkit();
    views.templates.search('tree-49');
    const [found, ...others] = await mine(views.templates);
    assert.equal(others.length, 9);
    assert.ok(found);
    const item = views.templates.getTreeItem(found);
    assert.equal(item.label, 'tree-490');
    assert.match(String(item.description), /^v1 · YAML · \d{4}-\d\d-\d\d$/);
    await click(item);
    const editor = await waitFor('the template', () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor?.document.uri.scheme === 'oos-template' && activeTextEditor;
    });
    assert.equal(editor.document.languageId, 'oos-yaml');
    assert.equal(editor.document.getText(), text);
    const target = uriOf('cloned.oos.yml');
    await vscode.commands.executeCommand('oos.templates.clone', found, target);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString());
    assert.equal(vscode.window.activeTextEditor.document.getText(), text);
    views.templates.search('');
  });

  it('copies the name', async () => {
    const { views } = await toolkit();
    const [found] = await mine(views.templates);
    await vscode.commands.executeCommand('oos.templates.copyName', found);
    assert.equal(await vscode.env.clipboard.readText(), 'tree-000');
  });
});

async function actionNode(name: string): Promise<ActionNode> {
  const { views } = await toolkit();
  for (const group of await views.actions.getChildren()) {
    const found = (await views.actions.getChildren(group)).find(
      (it) => it.kind === 'action' && it.action.name === name,
    );
    if (found) return found;
  }
  return assert.fail(`no action ${name}`);
}

describe('the view of actions', () => {
  afterEach(closeAll);

  it('lists the products, and shows the page of an action', async () => {
    const { views } = await toolkit();
    const [atomic, ...products] = (await views.actions.getChildren()).map((it) => views.actions.getTreeItem(it));
    assert.equal(atomic?.id, 'atomic');
    assert.ok(products.some(({ id }) => id === 'ECS'));
    await click(views.actions.getTreeItem(await actionNode('ACS::ECS::RebootInstance')));
    await waitFor('the page', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('RebootInstance'))),
    );
  });

  it('inserts a task behind the one around the cursor, and takes it back with one undo', async () => {
    const more = '  - Name: again\n    Action: ACS::Sleep\n    Properties:\n      Duration: PT2M\n';
    const editor = await openUntitled('oos-yaml', text + more);
    editor.selection = new vscode.Selection(3, 8, 3, 8);
    await vscode.commands.executeCommand('oos.actions.insert', await actionNode('ACS::Sleep'));
    const inserted = '  - Name: sleep\n    Action: ACS::Sleep\n    Properties:\n      Duration: PT1M\n';
    assert.equal(editor.document.getText(), text + inserted + more);
    assert.equal(editor.document.getText(editor.selection), 'sleep');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text + more);
  });

  it('inserts a task in the layout of JSON, and at the end of a text without a line break', async () => {
    const json = JSON.stringify(
      { FormatVersion: 'OOS-2019-06-01', Tasks: [{ Name: 'a', Action: 'ACS::Sleep' }] },
      null,
      2,
    );
    const editor = await openUntitled('oos-json', json);
    await vscode.commands.executeCommand('oos.actions.insert', 'ACS::ECS::StartInstance');
    const written = editor.document.getText();
    assert.equal(written, JSON.stringify(JSON.parse(written), null, 2));
    assert.equal(JSON.parse(written).Tasks[1].Name, 'startInstance');
    const yaml = await openUntitled('oos-yaml', text.trimEnd());
    await vscode.commands.executeCommand('oos.actions.insert', 'ACS::TimerTrigger');
    assert.match(yaml.document.getText(), /\nTasks:\n {2}- Name: timerTrigger\n {4}Action: ACS::TimerTrigger\n/);
    const last = await openUntitled('oos-yaml', text.trimEnd());
    await vscode.commands.executeCommand('oos.actions.insert', 'ACS::Sleep');
    assert.match(last.document.getText(), /PT1M\n {2}- Name: sleep\n {4}Action: ACS::Sleep\n/);
  });

  it('fetches the actions from the service', async () => {
    const { views } = await toolkit();
    assert.equal((await views.actions.actions()).cached, null);
    await vscode.commands.executeCommand('oos.actions.refresh');
    const { cached } = await views.actions.actions();
    assert.equal(cached?.region, 'cn-hangzhou');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

describe('a new template', () => {
  afterEach(closeAll);

  for (const [notation, language] of [
    ['YAML', 'oos-yaml'],
    ['JSON', 'oos-json'],
  ] as const) {
    it(`comes from the gallery in ${notation}, not saved yet`, async () => {
      await vscode.commands.executeCommand('oos.newTemplate', { template: 'run-command', notation });
      const { document } = await waitFor('the template', () => vscode.window.activeTextEditor);
      assert.equal(document.uri.scheme, 'untitled');
      assert.equal(document.languageId, language);
      assert.match(document.getText(), /ACS::ECS::RunCommand/);
    });
  }
});
