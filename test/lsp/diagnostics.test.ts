import { expect, onTestFinished, test, vi } from 'vitest';
import { DiagnosticTag, DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog, catalogIn } from '../../server/src/workspace/bundledCatalog.ts';
import { LspClient } from '../support/lspClient.ts';

const uri = 'file:///home/dev/a.yml';

const template = (name: string) => `FormatVersion: OOS-2019-06-01
Parameters:
  regionId: {Type: String}
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: {Duration: '{{ ${name} }}'}
`;
const good = template('regionId');
const bad = template('regionIb');

/** Waits until the server has handled everything that was sent before, another document included. */
async function settled(client: LspClient): Promise<void> {
  const other = `file:///home/dev/other${client.published.length}.oos.yml`;
  await client.open(other, 'oos-yaml', good);
  await client.diagnostics(other, 1);
}

const publishedFor = (client: LspClient, wanted: string) => client.published.filter((it) => it.uri === wanted);
const versionsOf = (client: LspClient, wanted: string) => publishedFor(client, wanted).map(({ version }) => version);

test.each(['yaml', 'oos-yaml'])('publishes what is wrong with a %s text, as of its version', async (languageId) => {
  const { client } = await LspClient.start();
  await client.open(uri, languageId, bad, 7);
  const { diagnostics } = await client.diagnostics(uri, 7);
  expect(diagnostics).toHaveLength(1);
  const line = bad.split('\n').findIndex((it) => it.includes('regionIb'));
  const character = bad.split('\n')[line]?.indexOf('regionIb') ?? -1;
  expect(diagnostics[0]).toMatchObject({
    range: { start: { line, character }, end: { line, character: character + 'regionIb'.length } },
    severity: 1,
    source: 'oos',
    code: expect.stringMatching(/^[a-z]+(-[a-z]+)+$/),
    message: expect.stringContaining('regionIb'),
  });
});

test.each(['json', 'jsonc', 'oos-json'])('reads a %s text as JSON', async (languageId) => {
  const { client } = await LspClient.start();
  const properties = { Duration: '{{ nobody }}' };
  const text = JSON.stringify({
    FormatVersion: 'OOS-2019-06-01',
    Tasks: [{ Name: 'wait', Action: 'ACS::Sleep', Properties: properties }],
  });
  await client.open('file:///home/dev/a.json', languageId, text);
  const { diagnostics } = await client.diagnostics('file:///home/dev/a.json', 1);
  const start = { line: 0, character: text.indexOf('nobody') };
  expect(diagnostics.map(({ range }) => range.start)).toEqual([start]);
});

test('publishes an empty list for a template without findings', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', good);
  expect((await client.diagnostics(uri, 1)).diagnostics).toEqual([]);
});

test('counts positions in UTF-16 units', async () => {
  const { client } = await LspClient.start();
  const text = bad.replace("'{{", "'😀 中 {{");
  await client.open(uri, 'yaml', text);
  const { diagnostics } = await client.diagnostics(uri, 1);
  const line = text.split('\n').find((it) => it.includes('regionIb')) ?? '';
  expect(diagnostics[0]?.range.start.character).toBe(line.indexOf('regionIb'));
});

test('follows incremental changes, each version published once and in order', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', good);
  await client.diagnostics(uri, 1);
  const line = good.split('\n').findIndex((it) => it.includes('{{'));
  const character = good.split('\n')[line]?.indexOf('Id }}') ?? -1;
  const range = { start: { line, character }, end: { line, character: character + 2 } };
  await client.change(uri, 2, { range, text: 'Ix' });
  expect((await client.diagnostics(uri, 2)).diagnostics).toHaveLength(1);
  await client.change(uri, 3, { range, text: 'Ib' }, { range, text: 'Id' });
  expect((await client.diagnostics(uri, 3)).diagnostics).toEqual([]);
  expect(versionsOf(client, uri)).toEqual([1, 2, 3]);
});

test('of a burst of changes publishes the newest version only', async () => {
  const { client } = await LspClient.start();
  const textDocument = { uri, languageId: 'yaml', version: 1, text: good };
  const end = { line: good.split('\n').length, character: 0 };
  const changes = Array.from({ length: 50 }, (_, index) => ({
    method: 'textDocument/didChange',
    params: {
      textDocument: { uri, version: index + 2 },
      contentChanges: [{ range: { start: end, end }, text: `# ${index}\n` }],
    },
  }));
  const last = { textDocument: { uri, version: 52 }, contentChanges: [{ text: bad }] };
  client.burst([
    { method: 'textDocument/didOpen', params: { textDocument } },
    ...changes,
    { method: 'textDocument/didChange', params: last },
  ]);
  expect((await client.diagnostics(uri, 52)).diagnostics).toHaveLength(1);
  await settled(client);
  expect(versionsOf(client, uri)).toEqual([52]);
});

test('of a burst of changes only the newest version is read', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', good);
  await client.diagnostics(uri, 1);
  const read = vi.spyOn(TemplateDocument.prototype, 'template', 'get');
  onTestFinished(() => read.mockRestore());
  client.burst(
    Array.from({ length: 50 }, (_, index) => ({
      method: 'textDocument/didChange',
      params: { textDocument: { uri, version: index + 2 }, contentChanges: [{ text: `${good}# ${index}\n` }] },
    })),
  );
  await client.diagnostics(uri, 51);
  const documents = read.mock.contexts as readonly TemplateDocument[];
  expect([...new Set(documents.map(({ text }) => text))]).toEqual([`${good}# 49\n`]);
});

test('publishes every change that comes after the answer to the one before', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', good);
  await client.diagnostics(uri, 1);
  for (let version = 2; version < 12; version++) {
    await client.change(uri, version, { text: version % 2 ? good : bad });
    expect((await client.diagnostics(uri, version)).diagnostics).toHaveLength(version % 2 ? 0 : 1);
  }
  expect(versionsOf(client, uri)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('takes the findings back when the template is closed, and gives them again when it is opened', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', bad, 3);
  await client.diagnostics(uri, 3);
  const closed = client.next((it) => it.uri === uri);
  await client.close(uri);
  expect(await closed).toEqual({ uri, diagnostics: [] });
  const opened = client.next((it) => it.uri === uri);
  await client.open(uri, 'yaml', bad, 1);
  expect(await opened).toMatchObject({ version: 1, diagnostics: [{ source: 'oos' }] });
});

test('closing right after a change publishes nothing but the empty list', async () => {
  const { client } = await LspClient.start();
  const textDocument = { uri, languageId: 'yaml', version: 1, text: bad };
  client.burst([
    { method: 'textDocument/didOpen', params: { textDocument } },
    { method: 'textDocument/didClose', params: { textDocument: { uri } } },
  ]);
  await settled(client);
  expect(publishedFor(client, uri)).toEqual([{ uri, diagnostics: [] }]);
});

test.each([
  ['yaml', 'file:///home/dev/compose.yml', 'services:\n  web:\n    image: x\n'],
  ['json', 'file:///home/dev/tsconfig.json', '{"compilerOptions": {'],
  ['yaml', 'file:///home/dev/ros.yml', "ROSTemplateFormatVersion: '2015-09-01'\nResources: {}\n"],
  ['markdown', 'file:///home/dev/readme.md', good],
])('says nothing about a %s text that is no template', async (languageId, other, text) => {
  const { client } = await LspClient.start();
  await client.open(other, languageId, text);
  await client.change(other, 2, { text: `${text}\n` });
  await settled(client);
  await client.close(other);
  await settled(client);
  expect(publishedFor(client, other)).toEqual([]);
});

test('takes an unknown language by the name of the file', async () => {
  const { client } = await LspClient.start();
  const named = 'file:///home/dev/my%20plan.oos.yml';
  await client.open(named, 'plaintext', bad);
  expect((await client.diagnostics(named, 1)).diagnostics).toHaveLength(1);
});

test('recognises a template while its first line is being typed, and keeps it when the line goes', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', 'Description: something\n');
  await settled(client);
  expect(publishedFor(client, uri)).toEqual([]);
  await client.change(uri, 2, { text: good });
  expect((await client.diagnostics(uri, 2)).diagnostics).toEqual([]);
  await client.change(uri, 3, { text: 'Description: [\n' });
  expect((await client.diagnostics(uri, 3)).diagnostics).not.toEqual([]);
});

test('a version that a burst has overtaken still makes the text a template', async () => {
  const { client } = await LspClient.start();
  const change = (version: number, text: string) => ({
    method: 'textDocument/didChange',
    params: { textDocument: { uri, version }, contentChanges: [{ text }] },
  });
  const textDocument = { uri, languageId: 'yaml', version: 1, text: 'a: b\n' };
  client.burst([{ method: 'textDocument/didOpen', params: { textDocument } }, change(2, good), change(3, 'a: b\n')]);
  await client.diagnostics(uri, 3);
});

test('a change of a text that was never opened is ignored', async () => {
  const { client } = await LspClient.start();
  await client.change('file:///home/dev/never.yml', 2, { text: bad });
  await client.close('file:///home/dev/never.yml');
  await settled(client);
  expect(publishedFor(client, 'file:///home/dev/never.yml')).toEqual([]);
});

test.each([
  ['English by default', {}, /^[\x20-\x7e]*$/],
  ['the locale of the client', { locale: 'zh-CN' }, /\p{Script=Han}/u],
  ['any Chinese locale', { locale: 'zh-Hans' }, /\p{Script=Han}/u],
  ['English for other locales', { locale: 'de' }, /^[\x20-\x7e]*$/],
  ['the option over the locale', { locale: 'zh-cn', initializationOptions: { language: 'en' } }, /^[\x20-\x7e]*$/],
  ['the option alone', { initializationOptions: { language: 'zh-cn' } }, /\p{Script=Han}/u],
  ['no option that does not exist', { initializationOptions: { language: 'xx' } }, /^[\x20-\x7e]*$/],
  ['options of another kind', { initializationOptions: 'zh-cn' }, /^[\x20-\x7e]*$/],
])('words messages by %s', async (_, options, expected) => {
  const { client } = await LspClient.start(options);
  await client.open(uri, 'yaml', bad);
  const { diagnostics } = await client.diagnostics(uri, 1);
  expect(diagnostics[0]?.message).toMatch(expected);
});

test('a text over one mebibyte is answered by one finding', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', good + '# much more\n'.repeat(100_000));
  const { diagnostics } = await client.diagnostics(uri, 1);
  expect(diagnostics.map(({ code }) => code)).toEqual(['content-too-large']);
});

test('a fault in the analysis is logged and leaves an empty list and a living server', async () => {
  let broken = true;
  const { client } = await LspClient.start({
    catalog: () => {
      if (broken) throw new Error('the catalogue is broken');
      return bundledCatalog();
    },
  });
  await client.open(uri, 'yaml', bad);
  expect((await client.diagnostics(uri, 1)).diagnostics).toEqual([]);
  expect(client.logged).toEqual([expect.stringContaining('the catalogue is broken')]);
  broken = false;
  await client.change(uri, 2, { text: bad });
  expect((await client.diagnostics(uri, 2)).diagnostics).toHaveLength(1);
});

test.each([
  ['en', /^[\x20-\x7e]*schemas[\x20-\x7e]*$/],
  ['zh-cn', /\p{Script=Han}/u],
])('tells the user once, in %s, that the installation is broken', async (language, message) => {
  const catalog = () => catalogIn(() => '/nowhere/schemas');
  const { client } = await LspClient.start({ initializationOptions: { language }, catalog });
  await client.open(uri, 'yaml', good);
  await client.diagnostics(uri, 1);
  await client.change(uri, 2, { text: bad });
  await client.diagnostics(uri, 2);
  expect(client.shown).toEqual([expect.stringMatching(message)]);
});

test('what is deprecated is struck out, what is unused is faint', async () => {
  const { client } = await LspClient.start();
  const uri = 'file:///old.oos.yml';
  const text = `FormatVersion: OOS-2019-06-01
Parameters: { spare: { Type: String } }
Tasks:
  - { Name: look, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeVSwitches } }
`;
  await client.open(uri, 'oos-yaml', text);
  const { diagnostics } = await client.diagnostics(uri, 1);
  expect(diagnostics.map(({ code, tags }) => [code, tags])).toEqual([
    ['unused-parameter', [DiagnosticTag.Unnecessary]],
    ['deprecated-operation', [DiagnosticTag.Deprecated]],
  ]);
});

test('answers at once with what is wrong with the text as it is now, for who cannot wait until it is published', async () => {
  const { client, server } = await LspClient.start();
  expect(server.capabilities).not.toHaveProperty('diagnosticProvider');
  await client.open(uri, 'yaml', good);
  await client.diagnostics(uri, 1);
  const pull = () => client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  expect(await pull()).toEqual({ kind: 'full', items: [] });
  await client.change(uri, 2, { text: bad });
  const answer = await pull();
  expect(answer).toEqual({ kind: 'full', items: (await client.diagnostics(uri, 2)).diagnostics });
  expect(answer).toMatchObject({ items: [{ message: expect.stringContaining('regionIb') }] });
  await client.close(uri);
  expect(await pull()).toEqual({ kind: 'full', items: [] });
});
