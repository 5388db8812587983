import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExecutionsView } from '../../../client/src/executions/tree/executionsView.ts';
import type { ExecutionNode } from '../../../client/src/executions/tree/nodes.ts';
import { closeAll, openFile, waitFor } from './editor.ts';
import { openPage, shown } from './pages.ts';
import { toolkit } from './toolkit.ts';

const napping = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: nap
    Action: ACS::Sleep
    Properties: { Duration: PT1S }
`;

const looping = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: each
    Action: ACS::Sleep
    Loop: { Items: [first, second] }
    Properties: { Duration: PT1S }
  - Name: below
    Action: ACS::Template
    Properties:
      TemplateName: tree-nap
`;

/** Through the command of the language server, so that no form has to be filled in. */
async function start(uri: vscode.Uri, description: string): Promise<string> {
  const given = { uri: uri.toString(), description, confirmed: true };
  const answer = await vscode.commands.executeCommand<{ ok: boolean; executionId: string }>(
    'oos.startExecution',
    given,
  );
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.executionId;
}

async function labels(view: ExecutionsView, nodes: readonly ExecutionNode[]): Promise<unknown[]> {
  const items = await Promise.all(nodes.map((it) => view.getTreeItem(it)));
  return items.map(({ label }) => label);
}

describe('the view of executions', function () {
  this.timeout(120_000);
  let view: ExecutionsView;
  before(async () => {
    await vscode.commands.executeCommand('oos.useLocalOos');
    view = (await toolkit()).views.executions;
  });
  after(async () => vscode.commands.executeCommand('oos.executions.showAll'));
  afterEach(closeAll);

  it('lists a thousand executions page by page, and narrows them', async () => {
    const { document } = await openFile('tree-nap.oos.yml', napping);
    for (let batch = 0; batch < 40; batch += 1) {
      await Promise.all(Array.from({ length: 25 }, (_, index) => start(document.uri, `run ${batch * 25 + index}`)));
    }
    await vscode.commands.executeCommand('oos.executions.refresh');
    assert.equal((await view.getChildren()).length, 51);
    for (let page = 0; page < 19; page += 1) await vscode.commands.executeCommand('oos.executions.loadMore');
    const all = (await view.getChildren()).filter(({ kind }) => kind === 'execution');
    assert.ok(all.length >= 1000, `${all.length} executions`);
    const tree = await view.tree();
    tree.filters = { status: 'Failed', template: 'no-such-template' };
    const [none, ...others] = await view.getChildren();
    assert.deepEqual([none?.kind, others.length], ['note', 0]);
    tree.filters = {};
  });

  it('shows tasks, items of loops and executions below when they are opened', async () => {
    const nap = await openFile('tree-nap.oos.yml', napping);
    const given = { uri: nap.document.uri.toString(), name: 'tree-nap', confirmed: true };
    await vscode.commands.executeCommand('oos.publishTemplate', given);
    const { document } = await openFile('tree-loop.oos.yml', looping);
    const id = await start(document.uri, 'loops');
    await vscode.commands.executeCommand('oos.executions.open', { executionId: id });
    const page = await openPage('executionView');
    const ended = await shown(page, (it) => it.ended !== undefined);
    assert.equal(ended.status.tone, 'good');

    await vscode.commands.executeCommand('oos.executions.refresh');
    const root = (await view.getChildren()).find((it) => it.kind === 'execution' && it.execution.ExecutionId === id);
    assert.ok(root);
    const tasks = await view.getChildren(root);
    const [each, below] = tasks;
    assert.deepEqual(await labels(view, tasks), ['each', 'below']);
    assert.deepEqual(await labels(view, await view.getChildren(each)), ['first', 'second']);
    const [child] = await view.getChildren(below);
    assert.equal(child?.kind === 'execution' && child.execution.TemplateName, 'tree-nap');

    const [task] = ended.tasks;
    page.receive({ type: 'loop', task: task?.id, isOpen: true });
    const open = await shown(page, (it) => it.tasks[0]?.loop?.items.length === 2);
    assert.match(open.tasks[0]?.progress ?? '', /2\D+2/);
    page.receive({ type: 'openExecution', id: open.tasks[1]?.child });
    const { openPages } = await toolkit();
    const second = await waitFor('the page of the child', () => openPages().find((it) => it !== page));
    assert.equal((await shown(second, () => true)).parent, id);
  });

  it('opens a task where it is written', async () => {
    const { document } = await openFile('tree-loop.oos.yml', looping);
    const id = await start(document.uri, 'loops');
    await vscode.commands.executeCommand('oos.executions.template', { executionId: id, taskName: 'below' });
    const editor = await waitFor('the text', () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor?.document.getText(activeTextEditor.selection) === 'below' && activeTextEditor;
    });
    assert.equal(editor.document.uri.scheme, 'oos-execution');
    assert.equal(editor.document.getText(), looping);
  });
});
