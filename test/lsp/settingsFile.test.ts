import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  RegistrationRequest,
} from 'vscode-languageserver/node';
import { folderWith, writeInto } from '../support/folder.ts';
import { LspClient } from '../support/lspClient.ts';
import { bad, off, publishedFor, settled, silent, told } from '../support/settingsCases.ts';

const quiet = JSON.stringify({ rules: off });
const uriOf = (folder: string, path: string) => pathToFileURL(join(folder, path)).href;

test('a settings file counts for the templates below it, more than what the editor says', async () => {
  const folder = folderWith({ '.oosrc.json': '{"rules": {"unknown-parameter": "hint"}}', 'b/.oosrc.json': '{}' });
  const { client } = await LspClient.start({ initializationOptions: { rules: off } });
  for (const path of ['a/x.yml', 'b/x.yml']) {
    await client.open(uriOf(folder, path), 'yaml', bad);
    await client.diagnostics(uriOf(folder, path), 1);
  }
  expect(publishedFor(client, uriOf(folder, 'a/x.yml'))).toEqual(['1: unknown-parameter 4']);
  expect(publishedFor(client, uriOf(folder, 'b/x.yml'))).toEqual([silent(1)]);
});

test('a settings file that changes is noticed with the next change of a template, for all of them', async () => {
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
])('a settings file that changes is noticed %s', async (_, method) => {
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

test('a settings file is watched by an editor that offers to, and then not looked at with every change', async () => {
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

test('a settings file is looked at with every change by an editor that refuses to watch', async () => {
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

test('a settings file with mistakes is told once, with the place of the first, and the rest counts', async () => {
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
    expect.stringMatching(/:5:22 'no' is not a level/),
  ]);
});

test('what a settings file says becomes no link in a message', async () => {
  const folder = folderWith({ '.oosrc.json': '{"rules": {"[Repair](command:x)": "off"}}' });
  const uri = uriOf(folder, 'a.yml');
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', bad);
  await client.diagnostics(uri, 1);
  expect(client.shown).toEqual([expect.stringContaining("There is no rule '[Repair] (command:x)'")]);
});

test('a settings file is no template, so nothing is published about it', async () => {
  const folder = folderWith({ '.oosrc.json': '{"rules": []}' });
  const uri = uriOf(folder, '.oosrc.json');
  const { client } = await LspClient.start();
  await client.open(uri, 'json', '{"rules": []}');
  await settled(client);
  expect(publishedFor(client, uri)).toEqual([]);
});

test('a settings file has no meaning for a text whose address is no file', async () => {
  const { client } = await LspClient.start();
  for (const uri of ['file://%', 'file:', 'file://host/a.yml', 'vscode-vfs://github/a/b.yml', 'a.yml', '']) {
    await client.open(uri, 'yaml', bad);
    await client.diagnostics(uri, 1);
    expect(publishedFor(client, uri)).toEqual([told(1)]);
  }
});
