import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExecutionView } from '../../../client/src/executions/page/executionMessages.ts';
import type { ToForm } from '../../../client/src/run/formMessages.ts';
import type { OpenPage } from '../../../client/src/webview/panel.ts';
import { closeAll, openFile, replaceText, uriOf, waitFor } from './editor.ts';
import { openPage, review, sent, shown, start } from './pages.ts';
import { toolkit } from './toolkit.ts';

const asking = `FormatVersion: OOS-2019-06-01
Parameters:
  who: { Type: String, AllowedPattern: '^[a-z]+$', Label: { en: Who, zh-cn: 谁 } }
  count: { Type: Number, Default: 1, MaxValue: 9 }
  password: { Type: String, NoEcho: true, MinLength: 8 }
Tasks:
  - Name: ask
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook: { URI: 'https://example.com/{{ who }}', Content: { text: '{{ password }}' } }
  - Name: remove
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DeleteInstance, Parameters: { InstanceId: '{{ who }}' } }
Outputs:
  who: { Type: String, Value: '{{ who }}' }
`;

const sleeping = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: nap
    Action: ACS::Sleep
    Properties: { Duration: PT1H }
`;

const failing = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: look
    Action: ACS::CheckFor
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: { RegionId: cn-hangzhou }
      PropertySelector: TotalCount
      DesiredValues: [1]
  - Name: after
    Action: ACS::Sleep
    Properties: { Duration: PT1S }
`;

/** Without the words of a language. */
const statusOf = ({ status }: ExecutionView) => status.tone;
const verbsOf = ({ waits }: ExecutionView) => waits.flatMap(({ verbs }) => verbs.map(({ verb }) => verb));

async function openForm(name: string, text: string): Promise<OpenPage> {
  const { document } = await openFile(name, text);
  await vscode.commands.executeCommand('oos.run', { uri: document.uri });
  return openPage('runForm');
}

function answer(page: OpenPage, view: ExecutionView, verb: string, note = ''): void {
  const [wait] = view.waits;
  page.receive({ type: 'notify', verb, wait: wait?.key ?? '', note, taskName: '', properties: '', status: '' });
}

describe('a run', function () {
  this.timeout(90_000);
  before(() => vscode.commands.executeCommand('oos.useLocalOos'));
  afterEach(closeAll);

  it('is prepared in a form that judges what is typed', async () => {
    const page = await openForm('asking.oos.yml', asking);
    const form = await waitFor('the form', () => sent<ToForm, 'form'>(page, 'form')?.form);
    const fields = form.groups.flatMap((it) => it.fields);
    assert.deepEqual(
      fields.map(({ name, kind, value, required }) => ({ name, kind, value, required })),
      [
        { name: 'who', kind: 'text', value: '', required: true },
        { name: 'count', kind: 'number', value: '1', required: false },
        { name: 'password', kind: 'secret', value: '', required: true },
      ],
    );
    page.receive({ type: 'changed', values: { who: 'Ann', count: '10', password: 'short' }, options: {} });
    const { problems } = await waitFor('the judgement', () => sent<ToForm, 'problems'>(page, 'problems'));
    assert.deepEqual(Object.keys(problems).sort(), ['parameter.count', 'parameter.password', 'parameter.who']);
    assert.doesNotMatch(JSON.stringify(problems), /short/);
  });

  it('is confirmed, followed, approved, and jumps to its tasks', async () => {
    await openForm('asking.oos.yml', asking);
    const { page, review: summary } = await review({ who: 'ann', password: 'correct horse' }, { Mode: 'Automatic' });
    assert.match(JSON.stringify(summary.facts), /cn-hangzhou/);
    assert.match(JSON.stringify(summary.risks), /DeleteInstance/);
    assert.doesNotMatch(JSON.stringify([...page.sent]), /correct horse/);
    const execution = await start(page);
    const waiting = await shown(execution, ({ waits }) => waits.length > 0);
    assert.deepEqual(verbsOf(waiting), ['Approve', 'Reject']);
    assert.doesNotMatch(JSON.stringify(waiting), /correct horse/);

    execution.receive({ type: 'source', task: 'remove' });
    const editor = await waitFor('the task in the text', () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor?.document.getText(activeTextEditor.selection) === 'remove' && activeTextEditor;
    });
    assert.match(editor.document.uri.path, /asking\.oos\.yml$/);

    answer(execution, waiting, 'Approve', 'go on');
    // Nobody has chosen a safety check, so the service asks before what is risky.
    const risky = await shown(execution, ({ waits }) => waits[0]?.title.includes('remove') === true);
    answer(execution, risky, 'Approve');
    const ended = await shown(execution, ({ ended: at }) => at !== undefined);
    assert.equal(statusOf(ended), 'good');
    assert.deepEqual(
      ended.tasks.map(({ name, status }) => [name, status.tone]),
      [
        ['ask', 'good'],
        ['remove', 'good'],
      ],
    );
    assert.match(ended.outputs, /ann/);
    execution.receive({ type: 'openValue', task: '', value: 'outputs' });
    await waitFor('the outputs in an editor', () =>
      vscode.workspace.textDocuments
        .find(({ uri }) => uri.path.endsWith('/outputs.json'))
        ?.getText()
        .includes('ann'),
    );

    execution.receive({ type: 'do', action: 'logs' });
    const logs = await waitFor('the logs', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'oos-logs'),
    );
    await waitFor('a line of the task', () => logs.getText().includes('── remove'));
    assert.doesNotMatch(logs.getText(), /correct horse/);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      logs.uri,
    );
    assert.ok(folds.some(({ start: line }) => logs.lineAt(line).text === '── remove'));
  });

  it('offers the same values the next time, but no secret', async () => {
    const page = await openForm('asking.oos.yml', asking);
    const form = await waitFor('the form', () => sent<ToForm, 'form'>(page, 'form')?.form);
    const values = form.groups.flatMap((it) => it.fields.map(({ name, value }) => [name, value]));
    assert.deepEqual(values, [
      ['who', 'ann'],
      ['count', '1'],
      ['password', ''],
    ]);
    assert.equal(form.options.find(({ name }) => name === 'Mode')?.value, 'Automatic');
  });

  it('can be cancelled', async () => {
    await openForm('sleeping.oos.yml', sleeping);
    const execution = await start((await review({})).page);
    const running = await shown(execution, ({ tasks }) => tasks.length > 0);
    const { id } = running;
    await vscode.commands.executeCommand('oos.executions.cancel', { executionId: id, confirmed: true });
    assert.equal(statusOf(await shown(execution, ({ ended }) => ended !== undefined)), 'off');
    await vscode.commands.executeCommand('oos.executions.delete', { executionId: id, confirmed: true });
    const { openPages } = await toolkit();
    await waitFor('the end of its page', () => !openPages().includes(execution));
  });

  it('waits after a failure, is tried again, and skips', async () => {
    await openForm('failing.oos.yml', failing);
    const execution = await start((await review({}, { Mode: 'FailurePause' })).page);
    const failed = await shown(execution, (it) => verbsOf(it).includes('RetryTask'));
    answer(execution, failed, 'RetryTask');
    const again = await shown(
      execution,
      (it) => verbsOf(it).includes('SkipTask') && it.waits[0]?.key !== failed.waits[0]?.key,
    );
    answer(execution, again, 'SkipTask');
    const ended = await shown(execution, ({ ended: at }) => at !== undefined);
    assert.equal(statusOf(ended), 'good');
  });

  it('is rejected with a note', async () => {
    await openForm('asking.oos.yml', asking);
    const execution = await start((await review({ who: 'bob', password: 'battery staple' })).page);
    const waiting = await shown(execution, ({ waits }) => waits.length > 0);
    answer(execution, waiting, 'Reject', 'not today');
    const ended = await shown(execution, ({ ended: at }) => at !== undefined);
    assert.equal(statusOf(ended), 'off');
    assert.match(ended.message, /not today/);
  });

  it('is not started when the text has changed since it was looked at', async () => {
    const form = await openForm('changing.oos.yml', sleeping);
    const { page } = await review({});
    const document = await vscode.workspace.openTextDocument(uriOf('changing.oos.yml'));
    await replaceText(document, sleeping.replace('nap', 'doze'));
    page.receive({ type: 'start' });
    await waitFor('the form again', () => !form.sent.has('review'));
    assert.equal((await toolkit()).openPages().filter(({ name }) => name === 'executionView').length, 0);
  });

  it('of a published template says its version and opens it at a task', async () => {
    const { document } = await openFile('published.oos.yml', sleeping.replace('PT1H', 'PT1S'));
    const given = { uri: document.uri.toString(), name: 'published-nap', confirmed: true };
    const answered = await vscode.commands.executeCommand<{ ok: boolean }>('oos.createTemplate', given);
    assert.ok(answered.ok, JSON.stringify(answered));
    await vscode.commands.executeCommand('oos.run', { templateName: 'published-nap' });
    const { page, review: summary } = await review({});
    assert.ok(summary.facts.some(({ value }) => value === 'v1'));
    const execution = await start(page);
    assert.equal((await shown(execution, ({ ended }) => ended !== undefined)).heading, 'published-nap v1');
    execution.receive({ type: 'source', task: 'nap' });
    await waitFor('the task in the published text', () => {
      const { activeTextEditor } = vscode.window;
      return (
        activeTextEditor?.document.uri.scheme === 'oos-template' &&
        activeTextEditor.document.getText(activeTextEditor.selection) === 'nap'
      );
    });
  });

  it('in Mode Debug goes from task to task as it is told', async () => {
    await openForm('debug.oos.yml', failing);
    const execution = await start((await review({}, { Mode: 'Debug' })).page);
    const waiting = await shown(execution, ({ waits }) => waits[0]?.tasks.length === 2);
    assert.equal(waiting.waits[0]?.next, 'look');
    const [wait] = waiting.waits;
    const said = { type: 'notify', wait: wait?.key, note: '', status: '', properties: '{"Duration": "PT2S"}' };
    execution.receive({ ...said, verb: 'ExecuteTask', taskName: 'after' });
    const done = await shown(execution, ({ tasks, waits }) => tasks.length === 1 && waits.length === 1);
    assert.match(done.tasks[0]?.inputs ?? '', /PT2S/);
    const next = { ...said, wait: done.waits[0]?.key, properties: '', taskName: '' };
    execution.receive({ ...next, verb: 'CompleteExecution', status: 'Failed' });
    assert.equal(statusOf(await shown(execution, ({ ended }) => ended !== undefined)), 'bad');
  });
});
