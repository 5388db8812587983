import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { LspClient } from '../support/lspClient.ts';
import { bad, off, publishedFor, settled, silent, told } from '../support/settingsCases.ts';

const nowhere = 'untitled:a.yml';
const asked = { workspace: { configuration: true } };

/** Until the test is over, the server waits for its editor for as long as that takes, which may be slow on a busy machine. */
function waitPatiently(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
}

/** An editor that answers what its settings for `oos` are, by the text that they are for. */
const answering = (settings: (uri: string) => unknown) => (connection: ProtocolConnection) => {
  waitPatiently();
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
    waitPatiently();
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

  test('is waited for by who asks what is wrong, unless the text is closed meanwhile', async () => {
    waitPatiently();
    const question = questioned();
    const { client } = await LspClient.start({ capabilities: asked, answer: question.take });
    const pull = () =>
      client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: nowhere } });
    await client.open(nowhere, 'yaml', bad);
    const found = pull();
    (await question.asked)({ rules: { 'unknown-parameter': 'hint' } });
    expect(await found).toMatchObject({ items: [{ code: 'unknown-parameter', severity: 4 }] });
    await client.close(nowhere);
    await client.open(nowhere, 'yaml', bad);
    const late = pull();
    await client.close(nowhere);
    expect(await late).toMatchObject({ items: [] });
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
