import { expect, test } from 'vitest';
import {
  CodeActionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Position,
  ReferencesRequest,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixture } from '../support/fixture.ts';
import { LspClient } from '../support/lspClient.ts';

const uri = 'file:///home/dev/a.yml';
const textDocument = { uri };

const { text, cursors, ranges } = fixture(`FormatVersion: OOS-2019-06-01
Parameters:
  # 😀
  <|regionId|>: {Type: String}
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration: '😀 {{ <|reg<|>ionId|> }}'
      # one
      # two
`);
const lines = TextDocument.create(uri, 'yaml', 1, text);
const [declared, used] = ranges.map(({ start, end }) => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
}));
const position = lines.positionAt(cursors[0] ?? 0);
const start: Position = { line: 0, character: 0 };

test('offers what it can do', async () => {
  const { server } = await LspClient.start();
  const { executeCommandProvider, ...capabilities } = server.capabilities;
  expect(capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2, save: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    hoverProvider: true,
    renameProvider: { prepareProvider: true },
    codeLensProvider: { resolveProvider: false },
    semanticTokensProvider: { full: true, range: true },
    completionProvider: { resolveProvider: true },
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.oos'] },
  });
  expect(executeCommandProvider?.commands).toContain('oos.publishTemplate');
});

test('answers definition, references and highlights in lines and UTF-16 characters', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', text);
  const ask = client.connection;
  expect(await ask.sendRequest(DefinitionRequest.type, { textDocument, position })).toEqual([{ uri, range: declared }]);
  expect(
    await ask.sendRequest(ReferencesRequest.type, { textDocument, position, context: { includeDeclaration: true } }),
  ).toEqual([
    { uri, range: declared },
    { uri, range: used },
  ]);
  expect(
    await ask.sendRequest(ReferencesRequest.type, { textDocument, position, context: { includeDeclaration: false } }),
  ).toEqual([{ uri, range: used }]);
  expect(await ask.sendRequest(DocumentHighlightRequest.type, { textDocument, position })).toEqual([
    { range: declared, kind: 3 },
    { range: used, kind: 2 },
  ]);
  expect(await ask.sendRequest(DefinitionRequest.type, { textDocument, position: start })).toBeNull();
});

test('gives a client that takes links the whole declaration', async () => {
  const capabilities = { textDocument: { definition: { linkSupport: true } } };
  const { client } = await LspClient.start({ capabilities });
  await client.open(uri, 'yaml', text);
  const line = declared?.start.line ?? -1;
  expect(await client.connection.sendRequest(DefinitionRequest.type, { textDocument, position })).toEqual([
    {
      originSelectionRange: used,
      targetUri: uri,
      targetRange: {
        start: { line, character: 2 },
        end: { line, character: lines.getText().split('\n')[line]?.length ?? -1 },
      },
      targetSelectionRange: declared,
    },
  ]);
});

test('gives the outline as a tree, or as a list to a client that knows no tree', async () => {
  const capabilities = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
  const { client: modern } = await LspClient.start({ capabilities });
  await modern.open(uri, 'yaml', text);
  expect(await modern.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toMatchObject([
    { name: 'FormatVersion', detail: 'OOS-2019-06-01' },
    { name: 'Parameters', children: [{ name: 'regionId', detail: 'String', kind: 13, selectionRange: declared }] },
    { name: 'Tasks', children: [{ name: 'wait', detail: 'ACS::Sleep', kind: 12, children: [] }] },
  ]);
  const { client: old } = await LspClient.start();
  await old.open(uri, 'yaml', text);
  expect(await old.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toMatchObject([
    { name: 'FormatVersion', location: { uri } },
    { name: 'Parameters', location: { uri } },
    { name: 'regionId', location: { uri, range: { start: declared?.start } }, containerName: 'Parameters' },
    { name: 'Tasks', location: { uri } },
    { name: 'wait', containerName: 'Tasks' },
  ]);
});

test('gives folding ranges by lines', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', text);
  expect(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument })).toEqual([
    { startLine: 1, endLine: 3 },
    { startLine: 4, endLine: 10 },
    { startLine: 5, endLine: 10 },
    { startLine: 7, endLine: 8 },
    { startLine: 9, endLine: 10, kind: 'comment' },
  ]);
});

const misspelt = text.replace('{{ regionId', '{{ regionIt');

/** The text after the edits of a quick fix. */
const applied = (before: string, edits: TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, before), edits);

test.each([
  ['en', /^[\x20-\x7e]+$/],
  ['zh-cn', /\p{Script=Han}/u],
])('a quick fix repairs the text as it stands, with a title in %s', async (language, title) => {
  const { client } = await LspClient.start({ initializationOptions: { language } });
  await client.open(uri, 'yaml', misspelt);
  const { diagnostics } = await client.diagnostics(uri, 1);
  const range = { start: position, end: position };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range,
    context: { diagnostics: [] },
  });
  const [first, ...others] = actions ?? [];
  expect(first).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics });
  expect(first?.title).toMatch(title);
  expect(others.filter((it) => 'isPreferred' in it)).toEqual([]);
  const edits = first && 'edit' in first ? (first.edit?.changes?.[uri] ?? []) : [];
  expect(applied(misspelt, edits)).toBe(text);
});

test('a quick fix names the version for a client that takes it', async () => {
  const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
  const { client } = await LspClient.start({ capabilities });
  await client.open(uri, 'yaml', misspelt, 4);
  const range = { start: position, end: position };
  const context = { diagnostics: [] };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context });
  expect(actions?.[0]).toMatchObject({ edit: { documentChanges: [{ textDocument: { uri, version: 4 } }] } });
});

test.each([
  [['quickfix'], true],
  [[''], true],
  [['refactor', 'quickfix'], true],
  [['refactor'], false],
  [['source.fixAll'], false],
  [['quickfix.other'], false],
])('offers quick fixes when %j is asked for: %j', async (only, expected) => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', misspelt);
  const range = { start, end: lines.positionAt(text.length) };
  const context = { diagnostics: [], only };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context });
  expect((actions ?? []).length > 0).toBe(expected);
});

/** Every request about a text, with a place far outside of it. */
async function askEverything(client: LspClient, ofUri: string) {
  const nowhere: Position = { line: 1000, character: 1000 };
  const document = { textDocument: { uri: ofUri } };
  const at = { ...document, position: nowhere };
  const ask = client.connection;
  return Promise.all([
    ask.sendRequest(DefinitionRequest.type, at),
    ask.sendRequest(ReferencesRequest.type, { ...at, context: { includeDeclaration: true } }),
    ask.sendRequest(DocumentHighlightRequest.type, at),
    ask.sendRequest(DocumentSymbolRequest.type, document),
    ask.sendRequest(FoldingRangeRequest.type, document),
    ask.sendRequest(CodeActionRequest.type, {
      ...document,
      range: { start: nowhere, end: nowhere },
      context: { diagnostics: [] },
    }),
  ]);
}
const nothing = [null, [], [], [], [], []];

test('answers a place outside the text, as a slow client may ask for, with nothing', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', text);
  const [definition, references, highlights, , , actions] = await askEverything(client, uri);
  expect([definition, references, highlights, actions]).toEqual([null, [], [], []]);
});

test('answers nothing for texts that are not open, no longer open, no template, or too large', async () => {
  const { client } = await LspClient.start();
  expect(await askEverything(client, uri)).toEqual(nothing);
  await client.open(uri, 'yaml', text);
  await client.close(uri);
  expect(await askEverything(client, uri)).toEqual(nothing);
  await client.open(uri, 'yaml', 'a:\n  b: 1\n');
  expect(await askEverything(client, uri)).toEqual(nothing);
  await client.change(uri, 2, { text: text + '# much more\n'.repeat(100_000) });
  expect(await askEverything(client, uri)).toEqual(nothing);
});

test('answers from the newest version', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', text);
  await client.change(uri, 2, { range: { start, end: start }, text: '# new first line\n' });
  const moved = { line: position.line + 1, character: position.character };
  const found = await client.connection.sendRequest(DefinitionRequest.type, { textDocument, position: moved });
  expect(found).toMatchObject([{ range: { start: { line: (declared?.start.line ?? 0) + 1 } } }]);
});

test('a fault in a feature is logged and answered with nothing, and the server lives on', async () => {
  const { client } = await LspClient.start({
    catalog: () => {
      throw new Error('planted');
    },
  });
  await client.open(uri, 'yaml', text);
  const range = { start, end: start };
  const context = { diagnostics: [] };
  expect(await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context })).toEqual([]);
  expect(client.logged).toContainEqual(expect.stringMatching(/^code actions: Error: planted/));
  expect(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).not.toEqual([]);
});
