import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  type ProtocolConnection,
  RegistrationRequest,
} from 'vscode-languageserver/node';
import { folderWith, writeInto } from '../support/folder.ts';
import { LspClient } from '../support/lspClient.ts';

const bad = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ gone }}' }
`;
const nowhere = 'untitled:a.yml';
const off = { 'unknown-parameter': 'off' };
const asked = { workspace: { configuration: true } };

/** The severities of what the server has published for a text, one list for each time. */
const publishedFor = (client: LspClient, uri: string) =>
  client.published
    .filter((it) => it.uri === uri)
    .map(({ version, diagnostics }) => `${version}: ${diagnostics.map(({ code, severity }) => `${code} ${severity}`)}`);
const told = (version: number) => `${version}: unknown-parameter 1`;
const silent = (version: number) => `${version}: `;

/** Waits until the server has handled everything that was sent before. */
async function settled(client: LspClient): Promise<void> {
  const other = `untitled:other${client.published.length}.oos.yml`;
  await client.open(other, 'oos-yaml', bad);
  await client.diagnostics(other, 1);
}

/** An editor that answers what its settings for `oos` are, by the text that they are for. */
const answering = (settings: (uri: string) => unknown) => (connection: ProtocolConnection) => {
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ scopeUri = '', section }) => (section === 'oos' ? settings(scopeUri) : 'not asked for')),
  );
};

/** An editor that answers when the test does. */
function questioned() {
  let ask = (_: (settings: unknown) => void): void => undefined;
  const asked = new Promise<(settings: unknown) => void>((resolve) => {
    ask = resolve;
  });
  const take = (connection: ProtocolConnection): void => {
    const answer = () => new Promise<unknown[]>((resolve) => ask((settings) => resolve([settings])));
    connection.onRequest(ConfigurationRequest.type, answer);
  };
  return { asked, take };
}

const changed = (client: LspClient, settings: unknown) =>
  client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });

describe('an editor that can be asked', () => {
  test('is asked for each text, and its settings count from the first time on', async () => {
    const settings = (uri: string) => (uri.includes('quiet') ? { preset: 'recommended', rules: off } : {});
    const { client } = await LspClient.start({ capabilities: asked, answer: answering(settings) });
    await client.open('untitled:quiet.yml', 'yaml', bad);
    await client.diagnostics('untitled:quiet.yml', 1);
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    expect(publishedFor(client, 'untitled:quiet.yml')).toEqual([silent(1)]);
    expect(publishedFor(client, nowhere)).toEqual([told(1)]);
  });

  test('is asked once for a text, and again when it is opened again', async () => {
    const questions: string[] = [];
    const settings = (uri: string) => questions.push(uri) && {};
    const { client } = await LspClient.start({ capabilities: asked, answer: answering(settings) });
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    await client.change(nowhere, 2, { text: bad });
    await client.diagnostics(nowhere, 2);
    expect(questions).toEqual([nowhere]);
    await client.close(nowhere);
    await client.open(nowhere, 'yaml', bad, 3);
    await client.diagnostics(nowhere, 3);
    expect(questions).toEqual([nowhere, nowhere]);
  });

  test('is not asked about a text that is no template', async () => {
    const questions: string[] = [];
    const settings = (uri: string) => questions.push(uri) && {};
    const { client } = await LspClient.start({ capabilities: asked, answer: answering(settings) });
    await client.open('untitled:compose.yml', 'yaml', 'services: {}\n');
    await client.open('untitled:notes.md', 'markdown', bad);
    await settled(client);
    expect(questions.filter((it) => !it.includes('other'))).toEqual([]);
  });

  test('that takes its time gets the newest version only, once', async () => {
    const question = questioned();
    const { client } = await LspClient.start({ capabilities: asked, answer: question.take });
    await client.open(nowhere, 'yaml', bad);
    await client.change(nowhere, 2, { text: bad });
    await client.change(nowhere, 3, { text: bad });
    (await question.asked)({ rules: { 'unknown-parameter': 'hint' } });
    await client.diagnostics(nowhere, 3);
    await client.change(nowhere, 4, { text: bad });
    await client.diagnostics(nowhere, 4);
    expect(publishedFor(client, nowhere)).toEqual(['3: unknown-parameter 4', '4: unknown-parameter 4']);
  });

  test('that never answers keeps nothing back', async () => {
    const { client } = await LspClient.start({
      capabilities: asked,
      answer: (connection) =>
        connection.onRequest(ConfigurationRequest.type, () => new Promise<unknown[]>(() => undefined)),
    });
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    await client.change(nowhere, 2, { text: bad });
    await client.diagnostics(nowhere, 2);
    expect(publishedFor(client, nowhere)).toEqual([told(1), told(2)]);
  });

  test('that answers late is heard nevertheless', async () => {
    const question = questioned();
    const { client } = await LspClient.start({ capabilities: asked, answer: question.take });
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    const again = client.next((it) => it.uri === nowhere);
    (await question.asked)({ rules: off });
    expect(await again).toMatchObject({ version: 1, diagnostics: [] });
  });

  test('that knows no answer is taken to have no settings', async () => {
    const { client } = await LspClient.start({ capabilities: asked });
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    expect(publishedFor(client, nowhere)).toEqual([told(1)]);
  });

  test('is asked again when its settings have changed, and texts are checked again if that matters to them', async () => {
    let rules: object = {};
    const settings = (uri: string) => ({ rules: uri === nowhere ? rules : {} });
    const { client } = await LspClient.start({ capabilities: asked, answer: answering(settings) });
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    await client.open('untitled:b.yml', 'yaml', bad);
    await client.diagnostics('untitled:b.yml', 1);
    rules = off;
    const again = client.next((it) => it.uri === nowhere);
    await changed(client, null);
    await again;
    await changed(client, null);
    await settled(client);
    expect(publishedFor(client, nowhere)).toEqual([told(1), silent(1)]);
    expect(publishedFor(client, 'untitled:b.yml')).toEqual([told(1)]);
  });

  test('may send its settings as well, which count where its answers say nothing', async () => {
    const { client } = await LspClient.start({ capabilities: asked, answer: answering(() => ({})) });
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    const again = client.next((it) => it.uri === nowhere);
    await changed(client, { oos: { rules: off } });
    await again;
    await settled(client);
    expect(publishedFor(client, nowhere)).toEqual([told(1), silent(1)]);
  });

  test('falls back on what it has sent at the start', async () => {
    const { client } = await LspClient.start({
      capabilities: asked,
      answer: answering(() => null),
      initializationOptions: { rules: off },
    });
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    expect(publishedFor(client, nowhere)).toEqual([silent(1)]);
  });
});

describe('an editor that cannot be asked', () => {
  test.each([
    ['rules', { rules: off }],
    ['rules under oos', { language: 'en', oos: { preset: 'strict', rules: off } }],
  ])('sends %s at the start', async (_, initializationOptions) => {
    const { client } = await LspClient.start({ initializationOptions });
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    expect(publishedFor(client, nowhere)).toEqual([silent(1)]);
  });

  test('sends them when they change, and every text is checked again', async () => {
    const { client } = await LspClient.start();
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    const again = client.next((it) => it.uri === nowhere);
    await changed(client, { oos: { rules: off } });
    await again;
    const back = client.next((it) => it.uri === nowhere);
    await changed(client, { oos: { rules: {} } });
    await back;
    expect(publishedFor(client, nowhere)).toEqual([told(1), silent(1), told(1)]);
  });

  test('sends the preset', async () => {
    const style = bad.replace('ACS::Sleep', 'ACS::sleep');
    const { client } = await LspClient.start({ initializationOptions: { preset: 'strict' } });
    await client.open(nowhere, 'yaml', style);
    const strict = (await client.diagnostics(nowhere, 1)).diagnostics.length;
    await changed(client, { oos: { preset: 'recommended' } });
    await client.change(nowhere, 2, { text: style });
    expect((await client.diagnostics(nowhere, 2)).diagnostics.length).toBeLessThan(strict);
  });
});

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('settings that make no sense', () => {
  test.each([
    ['nothing', null],
    ['a text', 'strict'],
    ['a number', 1],
    ['a list', [1, [2]]],
    ['other settings', { yaml: { rules: 'x' } }],
    ['a foreign oos', { oos: 'strict' }],
    ['rules that are a text', { oos: { rules: 'off' } }],
    ['rules that are a list', { oos: { rules: ['unknown-parameter'] } }],
    ['a preset that is a map', { oos: { preset: {}, rules: null } }],
    ['levels that are none', { oos: { rules: { 'unknown-parameter': { off: true } } } }],
    ['rules that do not exist', { oos: { rules: { constructor: 'off', toString: 'off', '': 'off' } } }],
    ['a prototype', JSON.parse('{"oos": {"rules": {"__proto__": {"unknown-parameter": "off"}}}}')],
    ['very deep rules', { oos: { rules: deep(3_000) } }],
    [
      'very many rules',
      { oos: { rules: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`x${i}`, 'off'])) } },
    ],
  ])('do no harm: %s', async (_, settings) => {
    const { client } = await LspClient.start({ initializationOptions: settings });
    await changed(client, settings);
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    expect(publishedFor(client, nowhere)).toEqual([told(1)]);
    expect(client.logged.filter((it) => it.includes('Error'))).toEqual([]);
  });

  test.each([
    ['en', /There is no rule 'unknown-taks'\. Did you mean 'unknown-task'\?/],
    ['zh-cn', /没有规则“unknown-taks”/],
  ])('are told once, in %s, and what is right among them counts', async (language, message) => {
    const rules = { ...off, 'unknown-taks': 'off' };
    const { client } = await LspClient.start({ initializationOptions: { language, rules } });
    await changed(client, { oos: { rules } });
    await client.open(nowhere, 'yaml', bad);
    await client.diagnostics(nowhere, 1);
    expect(publishedFor(client, nowhere)).toEqual([silent(1)]);
    expect(client.shown).toEqual([expect.stringMatching(message)]);
  });
});

describe('a settings file', () => {
  const quiet = JSON.stringify({ rules: off });
  const uriOf = (folder: string, path: string) => pathToFileURL(join(folder, path)).href;

  test('counts for the templates below it, more than what the editor says', async () => {
    const folder = folderWith({ '.oosrc.json': '{"rules": {"unknown-parameter": "hint"}}', 'b/.oosrc.json': '{}' });
    const { client } = await LspClient.start({ initializationOptions: { rules: off } });
    for (const path of ['a/x.yml', 'b/x.yml']) {
      await client.open(uriOf(folder, path), 'yaml', bad);
      await client.diagnostics(uriOf(folder, path), 1);
    }
    expect(publishedFor(client, uriOf(folder, 'a/x.yml'))).toEqual(['1: unknown-parameter 4']);
    expect(publishedFor(client, uriOf(folder, 'b/x.yml'))).toEqual([silent(1)]);
  });

  test('that changes is noticed with the next change of a template, for all of them', async () => {
    const folder = folderWith({ '.oosrc.json': '{}' });
    const [a, b] = [uriOf(folder, 'a.yml'), uriOf(folder, 'b.yml')];
    const { client } = await LspClient.start();
    for (const uri of [a, b]) {
      await client.open(uri, 'yaml', bad);
      await client.diagnostics(uri, 1);
    }
    writeInto(folder, '.oosrc.json', quiet);
    const other = client.next((it) => it.uri === b);
    await client.change(a, 2, { text: bad });
    await client.diagnostics(a, 2);
    await other;
    rmSync(join(folder, '.oosrc.json'));
    await client.change(a, 3, { text: bad });
    await client.diagnostics(a, 3);
    await settled(client);
    expect(publishedFor(client, a)).toEqual([told(1), silent(2), told(3)]);
    expect(publishedFor(client, b)).toEqual([told(1), silent(1), told(1)]);
  });

  test.each([
    ['when any file is saved', DidSaveTextDocumentNotification.method],
    ['when the editor says so', DidChangeWatchedFilesNotification.method],
  ])('that changes is noticed %s', async (_, method) => {
    const folder = folderWith({ '.oosrc.json': '{}' });
    const uri = uriOf(folder, 'a.yml');
    const { client } = await LspClient.start();
    await client.open(uri, 'yaml', bad);
    await client.diagnostics(uri, 1);
    const news = async () => {
      const settingsUri = uriOf(folder, '.oosrc.json');
      const params = { textDocument: { uri: settingsUri }, changes: [{ uri: settingsUri, type: 2 }] };
      await client.connection.sendNotification(method, params);
    };
    await news();
    await settled(client);
    expect(publishedFor(client, uri)).toEqual([told(1)]);
    writeInto(folder, '.oosrc.json', quiet);
    const again = client.next((it) => it.uri === uri);
    await news();
    expect(await again).toMatchObject({ version: 1, diagnostics: [] });
  });

  test('is watched by an editor that offers to, and then not looked at with every change', async () => {
    const registered: unknown[] = [];
    const folder = folderWith({ '.oosrc.json': '{}' });
    const uri = uriOf(folder, 'a.yml');
    const dynamicRegistration = true;
    const { client } = await LspClient.start({
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration }, didChangeConfiguration: { dynamicRegistration } },
      },
      answer: (connection) =>
        connection.onRequest(RegistrationRequest.type, ({ registrations }) => void registered.push(...registrations)),
    });
    await client.open(uri, 'yaml', bad);
    await client.diagnostics(uri, 1);
    expect(registered).toEqual([
      expect.objectContaining({
        method: 'workspace/didChangeWatchedFiles',
        registerOptions: { watchers: [{ globPattern: '**/.oosrc.json' }] },
      }),
      expect.objectContaining({ method: 'workspace/didChangeConfiguration', registerOptions: { section: 'oos' } }),
    ]);
    writeInto(folder, '.oosrc.json', quiet);
    await client.change(uri, 2, { text: bad });
    await client.diagnostics(uri, 2);
    expect(publishedFor(client, uri)).toEqual([told(1), told(2)]);
  });

  test('is looked at with every change by an editor that refuses to watch', async () => {
    const folder = folderWith({ '.oosrc.json': '{}' });
    const uri = uriOf(folder, 'a.yml');
    const { client } = await LspClient.start({
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    await client.open(uri, 'yaml', bad);
    await client.diagnostics(uri, 1);
    writeInto(folder, '.oosrc.json', quiet);
    await client.change(uri, 2, { text: bad });
    await client.diagnostics(uri, 2);
    expect(publishedFor(client, uri)).toEqual([told(1), silent(2)]);
  });

  test('with mistakes is told once, with the place of the first, and the rest counts', async () => {
    const text = JSON.stringify({ rules: { ...off, 'unknown-taks': 'off', 'missing-tasks': 'no' } }, null, 2);
    const folder = folderWith({ '.oosrc.json': text });
    const uri = uriOf(folder, 'a.yml');
    const { client } = await LspClient.start();
    await client.open(uri, 'yaml', bad);
    await client.diagnostics(uri, 1);
    await client.change(uri, 2, { text: bad });
    await client.diagnostics(uri, 2);
    expect(publishedFor(client, uri)).toEqual([silent(1), silent(2)]);
    expect(client.shown).toEqual([expect.stringMatching(/\.oosrc\.json:4:5 There is no rule 'unknown-taks'.*1 more/)]);
    expect(client.logged).toEqual([
      expect.stringContaining("no rule 'unknown-taks'"),
      expect.stringMatching(/:5:22 'no' is no level/),
    ]);
  });

  test('is no template, so nothing is published about it', async () => {
    const folder = folderWith({ '.oosrc.json': '{"rules": []}' });
    const uri = uriOf(folder, '.oosrc.json');
    const { client } = await LspClient.start();
    await client.open(uri, 'json', '{"rules": []}');
    await settled(client);
    expect(publishedFor(client, uri)).toEqual([]);
  });

  test('has no meaning for a text whose address is no file', async () => {
    const { client } = await LspClient.start();
    for (const uri of ['file://%', 'file:', 'file://host/a.yml', 'vscode-vfs://github/a/b.yml', 'a.yml', '']) {
      await client.open(uri, 'yaml', bad);
      await client.diagnostics(uri, 1);
      expect(publishedFor(client, uri)).toEqual([told(1)]);
    }
  });
});
