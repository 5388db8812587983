import { expect, test } from 'vitest';
import { HoverRequest, PrepareRenameRequest, RenameRequest } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixture } from '../support/fixture.ts';
import { type ClientOptions, LspClient } from '../support/lspClient.ts';
import { navigationTemplates } from '../support/navigationTemplates.ts';

const [path, marked] = Object.entries(navigationTemplates)[0] ?? [];
const uri = `file:///home/dev/${path}`;
const textDocument = { uri };
const { text, ranges } = fixture(marked ?? '');
const lines = TextDocument.create(uri, 'yaml', 1, text);
const rangesOf = ranges.map(({ start, end }) => ({ start: lines.positionAt(start), end: lines.positionAt(end) }));
const [declared, , use, secondUse] = rangesOf;
const position = use?.start ?? { line: 0, character: 0 };
const start = { line: 0, character: 0 };

async function opened(options: ClientOptions = {}) {
  const { client } = await LspClient.start(options);
  await client.open(uri, 'yaml', text);
  return client.connection;
}

const markdown = { textDocument: { hover: { contentFormat: ['markdown' as const, 'plaintext' as const] } } };

test('says in Markdown what stands at a position, and in which line it is declared', async () => {
  const server = await opened({ capabilities: markdown });
  expect(await server.sendRequest(HoverRequest.type, { textDocument, position })).toEqual({
    contents: {
      kind: 'markdown',
      value: '**`zoneId`** (parameter)\n\n- Type: String\n- Default: none, it must be given\n- Declared in line: 3',
    },
    range: use,
  });
  const nowhere = { line: 2, character: 1 };
  expect(await server.sendRequest(HoverRequest.type, { textDocument, position: nowhere })).toBeNull();
});

test('in plain text for a client that shows no Markdown, in the language of the client', async () => {
  const server = await opened({ locale: 'zh-cn' });
  const found = await server.sendRequest(HoverRequest.type, { textDocument, position });
  expect(found?.contents).toEqual({
    kind: 'plaintext',
    value: 'zoneId（参数）\n\n- 类型：String\n- 默认值：无，必须填写\n- 声明所在行：3',
  });
  expect(await server.sendRequest(HoverRequest.type, { textDocument, position: start })).toMatchObject({
    contents: { value: expect.stringContaining('模板语言的版本。') },
  });
});

test('is silent in a text that is no template', async () => {
  const other = { uri: 'file:///home/dev/compose.yml' };
  const { client } = await LspClient.start();
  await client.open(other.uri, 'yaml', 'Parameters: {a: 1}\n');
  const asked = { textDocument: other, position: start };
  expect(await client.connection.sendRequest(HoverRequest.type, asked)).toBeNull();
  expect(await client.connection.sendRequest(PrepareRenameRequest.type, asked)).toBeNull();
});

test('renames, with the version for clients that take one', async () => {
  const newText = 'zone';
  const edits = [declared, use, secondUse].map((range) => ({ range, newText }));
  const server = await opened();
  expect(await server.sendRequest(PrepareRenameRequest.type, { textDocument, position })).toEqual({
    range: use,
    placeholder: 'zoneId',
  });
  const answer = await server.sendRequest(RenameRequest.type, { textDocument, position, newName: newText });
  expect(answer).toEqual({ changes: { [uri]: edits } });
  const versioned = await opened({ capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
  expect(await versioned.sendRequest(RenameRequest.type, { textDocument, position, newName: newText })).toEqual({
    documentChanges: [{ textDocument: { uri, version: 1 }, edits }],
  });
});

test('says why a name cannot be renamed, in the language of the client', async () => {
  const english = await opened();
  await expect(english.sendRequest(PrepareRenameRequest.type, { textDocument, position: start })).rejects.toThrow(
    'Only parameters, tasks, outputs and conditions',
  );
  const chinese = await opened({ locale: 'zh-CN' });
  await expect(chinese.sendRequest(RenameRequest.type, { textDocument, position, newName: '有 空格' })).rejects.toThrow(
    '名称只能由字母、数字、- 和 _ 组成。',
  );
});
