import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type ClientCapabilities,
  ExecuteCommandRequest,
  ShowMessageRequest,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import type { Emulator } from '../../server/src/emulator/emulator.ts';
import { allCaches } from '../../server/src/workspace/actionCache/actionKnowledge.ts';
import { localOos, until } from '../support/localOos.ts';
import { LspClient } from '../support/lspClient.ts';

const uri = 'file:///home/dev/nap.oos.yml';
const text = (duration: string) => `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: nap
    Action: ACS::Sleep
    Properties:
      Duration: ${duration}
`;
const questions: ClientCapabilities = { window: { showMessage: {} } };

function environment({ endpoint, accessKeyId, accessKeySecret, region }: Emulator) {
  return {
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ALIBABA_CLOUD_REGION_ID: region,
    ALIBABA_CLOUD_ENDPOINT: endpoint,
  };
}

interface Situation {
  readonly capabilities?: ClientCapabilities;
  readonly env?: Record<string, string>;
  readonly locale?: string;
  /** The title of the button that is pressed; undefined: the question is closed. */
  readonly press?: string | undefined;
}

/** A client with an open template, and a Local OOS that its server calls. */
async function working({ capabilities = questions, env = {}, locale, press }: Situation = {}) {
  const oos = await localOos();
  const asked: string[] = [];
  const { client } = await LspClient.start({
    capabilities,
    ...(locale !== undefined && { locale }),
    env: { ...environment(oos), ...env },
    answer: (connection) =>
      connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
        asked.push(message);
        return actions?.find(({ title }) => title === press) ?? null;
      }),
  });
  onTestFinished(() => client.connection.sendRequest(ShutdownRequest.type));
  await client.open(uri, 'oos-yaml', text('PT1S'));
  const run = (command: string, options: object = {}) =>
    client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [{ uri, ...options }] });
  return { oos, client, run, asked };
}

describe('publishing', () => {
  test('counts what goes with the text as a change', async () => {
    const { oos, run } = await working();
    const credential = { accessKeyId: oos.accessKeyId, accessKeySecret: oos.accessKeySecret };
    const { endpoint, region } = oos;
    const api = createOosApi(createTransport(explicitConnection({ name: 'local', region, endpoint, credential })));
    const publish = (more: object) => run('oos.publishTemplate', { confirmed: true, ...more });
    expect(await publish({ tags: { a: '1' } })).toMatchObject({ outcome: 'created' });
    expect(await publish({ tags: { a: '1' } })).toMatchObject({ outcome: 'unchanged', version: 'v1' });
    expect(await publish({ tags: { a: 'zzz' } })).toMatchObject({ outcome: 'updated' });
    expect((await api.getTemplate({ TemplateName: 'nap' })).Template.Tags).toMatchObject({ a: 'zzz' });
    expect(await publish({ versionName: 'Second' })).toMatchObject({ outcome: 'updated' });
    expect(await publish({ versionName: 'Second', tags: { a: 'zzz' } })).toMatchObject({ outcome: 'unchanged' });
    expect(await publish({ resourceGroupId: 'rg-1' })).toMatchObject({ outcome: 'updated' });
  });

  test.each([{ tags: { a: 5 } }, { tags: 'a=5' }, { versionName: 5 }, { resourceGroupId: ['rg-1'] }])(
    'refuses %j, also where the text is published already',
    async (wrong) => {
      const { run } = await working();
      await run('oos.publishTemplate', { confirmed: true });
      const [option] = Object.keys(wrong);
      expect(await run('oos.publishTemplate', { confirmed: true, ...wrong })).toMatchObject({
        ok: false,
        code: 'InvalidArgument',
        message: expect.stringContaining(`'${option}'`),
      });
    },
  );

  test('creates, says when nothing has changed, and updates', async () => {
    const { client, run } = await working();
    const confirmed = { confirmed: true };
    expect(await run('oos.publishTemplate', confirmed)).toMatchObject({ ok: true, outcome: 'created', version: 'v1' });
    expect(await run('oos.publishTemplate')).toMatchObject({
      ok: true,
      outcome: 'unchanged',
      name: 'nap',
      version: 'v1',
    });
    await client.change(uri, 2, { text: text('PT2S') });
    expect(await run('oos.publishTemplate', { ...confirmed, basedOn: 'v7' })).toMatchObject({
      ok: false,
      code: 'TemplateChanged',
    });
    expect(await run('oos.publishTemplate', { ...confirmed, documentVersion: 1 })).toMatchObject({
      ok: false,
      code: 'TextChanged',
    });
    expect(await run('oos.publishTemplate', { ...confirmed, basedOn: 'v1', documentVersion: 2 })).toMatchObject({
      ok: true,
      outcome: 'updated',
      version: 'v2',
    });
    expect(await run('oos.updateTemplate', { ...confirmed, name: 'other' })).toMatchObject({
      ok: false,
      code: 'EntityNotExists.Template',
      requestId: expect.any(String),
    });
    expect(await run('oos.createTemplate', confirmed)).toMatchObject({ ok: false, requestId: expect.any(String) });
  });

  test('asks first, and names account, region and template', async () => {
    const { run, asked, oos } = await working({ press: 'Go on' });
    expect(await run('oos.publishTemplate', { name: 'rest' })).toMatchObject({ ok: true, outcome: 'created' });
    expect(asked).toEqual([expect.stringMatching(/rest[\s\S]*environment[\s\S]*cn-hangzhou/)]);
    expect(asked[0]).not.toContain(oos.accessKeySecret);
  });

  test('changes nothing when the person does not agree', async () => {
    const { run, asked } = await working();
    expect(await run('oos.publishTemplate')).toMatchObject({ ok: false, code: 'Declined' });
    expect(asked).toHaveLength(1);
    expect(await run('oos.updateTemplate', { confirmed: true })).toMatchObject({ code: 'EntityNotExists.Template' });
  });

  test('changes nothing where nobody can be asked', async () => {
    const { run } = await working({ capabilities: {} });
    expect(await run('oos.publishTemplate')).toMatchObject({ ok: false, code: 'ConfirmationRequired' });
  });

  test('does not send what is certain to be refused', async () => {
    const { client, run } = await working();
    await client.change(uri, 2, { text: text('PT1S').replace('ACS::Sleep', 'ACS::Slep') });
    expect(await run('oos.publishTemplate', { confirmed: true })).toMatchObject({
      ok: false,
      code: 'TemplateHasErrors',
    });
  });
});

test('what the service says about a text is a diagnostic until the text changes', async () => {
  const { client, run } = await working();
  expect(await run('oos.validateTemplate')).toMatchObject({ ok: true, tasks: [{ Name: 'nap', Type: 'ACS::Sleep' }] });
  await client.change(uri, 2, { text: text('PT1S').replace('ACS::Sleep', 'ACS::Slep') });
  await client.diagnostics(uri, 2);
  const told = client.next(({ diagnostics }) => diagnostics.some(({ source }) => source === 'OOS'));
  expect(await run('oos.validateTemplate')).toMatchObject({ ok: false, code: 'TemplateValidationError' });
  const { diagnostics, version } = await told;
  const [found] = diagnostics.filter(({ source }) => source === 'OOS');
  expect(version).toBe(2);
  expect(found).toMatchObject({ code: 'TemplateValidationError', severity: 1 });
  expect(found?.range.start.line).toBeGreaterThanOrEqual(2);
  await client.change(uri, 3, { text: text('PT3S') });
  expect((await client.diagnostics(uri, 3)).diagnostics).toEqual([]);
});

describe('an execution', () => {
  test('is started from the open text, after a question', async () => {
    const { run, oos, asked } = await working({ press: '继续', locale: 'zh-cn' });
    const started = await run('oos.startExecution', { mode: 'Automatic' });
    expect(started).toMatchObject({ ok: true, executionId: expect.stringMatching(/^exec-/) });
    expect(asked[0]).toContain('是否启动 nap 的执行？');
    const connection = explicitConnection({ name: 'me', region: oos.region, endpoint: oos.endpoint, credential: oos });
    const api = createOosApi(createTransport(connection));
    expect((await api.getExecution((started as { executionId: string }).executionId)).Mode).toBe('Automatic');
  });

  test('is not started with options that make no sense', async () => {
    const { run } = await working();
    for (const options of [{ mode: 'Fast' }, { parameters: [] }, { tags: { a: 1 } }, { templateName: 7 }]) {
      expect(await run('oos.startExecution', { confirmed: true, ...options })).toMatchObject({
        ok: false,
        code: 'InvalidArgument',
      });
    }
  });
});

test('risky tasks and rights of a published template are asked for', async () => {
  const { run } = await working();
  await run('oos.publishTemplate', { confirmed: true });
  expect(await run('oos.listRiskyTasks')).toMatchObject({ ok: true, name: 'nap', riskyTasks: [] });
  expect(await run('oos.generatePolicy', { templateName: 'nap' })).toMatchObject({
    ok: true,
    policy: { Version: '1' },
  });
});

test('the list of actions is fetched and then in force', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oos-commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { run } = await working({ env: { XDG_CACHE_HOME: folder } });
  expect(await run('oos.refreshActions')).toMatchObject({ ok: true, region: 'cn-hangzhou', count: expect.any(Number) });
  const { run: elsewhere } = await working();
  expect(await elsewhere('oos.refreshActions')).toMatchObject({ ok: false, code: 'NoCacheFolder' });
});

test('the list of actions is fetched in the background where the user wants it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oos-commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const oos = await localOos();
  const { client } = await LspClient.start({
    env: { ...environment(oos), XDG_CACHE_HOME: folder },
    initializationOptions: { actions: { autoRefresh: true } },
  });
  onTestFinished(() => client.connection.sendRequest(ShutdownRequest.type));
  await client.open(uri, 'oos-yaml', text('PT1S'));
  const found = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return allCaches(join(folder, 'oos-toolkit', 'actions'));
  };
  const [cache] = await until(found, ({ length }) => length === 1);
  expect(cache?.cached?.region).toBe('cn-hangzhou');
});

test('without keys the answer says what to do', async () => {
  const { client } = await LspClient.start({ capabilities: questions });
  await client.open(uri, 'oos-yaml', text('PT1S'));
  const answer = await client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'oos.validateTemplate',
    arguments: [{ uri }],
  });
  expect(answer).toMatchObject({ ok: false, code: 'connection', message: expect.any(String) });
  expect(client.shown).toEqual([]);
});

test('a text that is not open is not guessed at', async () => {
  const { run } = await working();
  expect(await run('oos.validateTemplate', { uri: 'file:///elsewhere.yml' })).toMatchObject({
    code: 'DocumentNotOpen',
  });
  expect(await run('oos.listRiskyTasks', { uri: undefined })).toMatchObject({ ok: false, code: 'DocumentNotOpen' });
});

test('what is wrong with the options is told by their names, and no word of the command line is said', async () => {
  const { run } = await working();
  expect(await run('oos.publishTemplate', { name: 'my nap', confirmed: true })).toMatchObject({
    ok: false,
    code: 'argument',
    message: expect.stringMatching(/^The name of the template has the character " "/),
  });
  expect(await run('oos.startExecution', { templateName: 'nap', templateVersion: '1', confirmed: true })).toMatchObject(
    {
      message: expect.stringMatching(/^The option 'templateVersion' is "1"/),
    },
  );
  const placeless = await working({ env: { ALIBABA_CLOUD_REGION_ID: '' } });
  expect(await placeless.run('oos.validateTemplate')).toMatchObject({
    code: 'connection',
    message: expect.stringContaining('Give one with connection.region'),
  });
});

test('a `%` in the name of a text that was never saved is part of the name', async () => {
  const { client, run } = await working();
  const unsaved = 'untitled:nap-100%.oos.yml';
  await client.open(unsaved, 'oos-yaml', text('PT1S'));
  expect(await run('oos.publishTemplate', { uri: unsaved, confirmed: true })).toMatchObject({ ok: true });
});
