import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  type Position,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixture } from '../support/fixture.ts';
import { folderWith } from '../support/folder.ts';
import { LspClient } from '../support/lspClient.ts';

const uri = 'file:///home/dev/a.oos.yml';
const textDocument = { uri };

/** What VS Code says of itself. */
const rich: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        documentationFormat: ['markdown', 'plaintext'],
        tagSupport: { valueSet: [1] },
      },
      completionList: { itemDefaults: ['editRange', 'insertTextMode'] },
    },
  },
};

interface Asked {
  readonly client: LspClient;
  readonly lines: TextDocument;
  readonly position: Position;
  ask(sign?: string): Promise<{ items: CompletionItem[]; itemDefaults?: unknown; isIncomplete: boolean }>;
}

async function opened(marked: string, capabilities: ClientCapabilities = {}, options?: unknown): Promise<Asked> {
  const { text, cursors } = fixture(marked);
  const { client } = await LspClient.start({ capabilities, initializationOptions: options });
  await client.open(uri, 'oos-yaml', text);
  const lines = TextDocument.create(uri, 'yaml', 1, text);
  const position = lines.positionAt(cursors[0] ?? 0);
  const ask: Asked['ask'] = async (sign) => {
    const context =
      sign === undefined
        ? { triggerKind: CompletionTriggerKind.Invoked }
        : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: sign };
    const list = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position, context });
    if (!list || Array.isArray(list)) throw new Error('a list is wanted');
    return list;
  };
  return { client, lines, position, ask };
}

const named = (items: readonly CompletionItem[], label: string): CompletionItem => {
  const found = items.find((it) => it.label === label);
  if (!found) throw new Error(`${label} is not among ${items.map((it) => it.label)}`);
  return found;
};

const action = 'Tasks:\n  - Name: 😀\n    Action: "😀 <|>"\n'.replace('😀 <|>', 'ACS::ECS::Reb<|>');

test('a client without snippets gets plain text at plain ranges', async () => {
  const { ask, lines, position } = await opened(action);
  const { items, itemDefaults, isIncomplete } = await ask();
  expect([itemDefaults, isIncomplete]).toEqual([undefined, false]);
  const [first] = items;
  expect(first).toMatchObject({ label: 'ACS::ECS::RebootInstance', kind: 3, sortText: '00000', detail: 'ECS' });
  expect(first?.insertTextFormat).toBeUndefined();
  const start = lines.positionAt(lines.getText().indexOf('ACS'));
  const end = { line: position.line, character: position.character + 1 };
  expect(first?.textEdit).toEqual({
    range: { start, end },
    newText: 'ACS::ECS::RebootInstance"\n    Properties:\n      instanceId: ',
  });
});

test('a client with everything gets snippets, and once what the items share', async () => {
  const { ask } = await opened(action.replaceAll('"', ''), rich, { suggest: true });
  const { items, itemDefaults } = await ask();
  expect(itemDefaults).toMatchObject({ insertTextMode: 1, editRange: { start: { line: 2, character: 12 } } });
  expect(items[0]).toEqual({
    label: 'ACS::ECS::RebootInstance',
    kind: 3,
    sortText: '00000',
    labelDetails: { description: 'ECS' },
    textEditText: 'ACS::ECS::RebootInstance\n    Properties:\n      instanceId: $0',
    insertTextFormat: 2,
    command: { title: '', command: 'editor.action.triggerSuggest' },
    data: { list: 1, index: 0 },
  });
});

test('a client that indents snippets by itself gets them without the indentation of their line', async () => {
  const capabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
  const { ask } = await opened('Tasks:\n  - Name: a\n    Action: Reb<|>\n', capabilities);
  const { textEdit } = named((await ask()).items, 'ACS::ECS::RebootInstance');
  expect(textEdit?.newText).toBe('ACS::ECS::RebootInstance\nProperties:\n  instanceId: $0');
});

test('edits elsewhere come along', async () => {
  const { ask } = await opened('Parameters: {a: {}}\nRamRole: {{ a<|> }}\n');
  const item = named((await ask()).items, 'a');
  expect(item.additionalTextEdits).toEqual([
    { range: { start: { line: 1, character: 9 }, end: { line: 1, character: 9 } }, newText: "'" },
    { range: { start: { line: 1, character: 16 }, end: { line: 1, character: 16 } }, newText: "'" },
  ]);
});

test('the documentation of an item of the last list is told when it is asked for', async () => {
  const { ask, client } = await opened(action, rich);
  const item = named((await ask()).items, 'ACS::ECS::RebootInstance');
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
  expect(resolved).toMatchObject({ ...item, documentation: { kind: 'markdown' } });
  await ask();
  expect(await client.connection.sendRequest(CompletionResolveRequest.type, item)).toEqual(item);
  expect(await client.connection.sendRequest(CompletionResolveRequest.type, { label: 'x' })).toEqual({ label: 'x' });
});

test.each([
  ['escaped as Markdown', rich, { kind: 'markdown', value: '\\<b\\> of \\[x\\](command:y)' }],
  ['as it stands in plain text', {}, { kind: 'plaintext', value: '<b> of [x](command:y)' }],
])('a text of the template is told %s', async (_, capabilities, documentation) => {
  const marked = "Parameters: {a: {Description: '<b> of [x](command:y)'}}\nTasks: []\nRamRole: '{{ <|> }}'";
  const { ask, client } = await opened(marked, capabilities);
  const item = named((await ask()).items, 'a');
  expect(await client.connection.sendRequest(CompletionResolveRequest.type, item)).toMatchObject({ documentation });
});

test('words are Chinese for a Chinese client', async () => {
  const { ask, client } = await opened('Tasks:\n  - Name: a\n    <|>', {}, { language: 'zh-cn' });
  const { items } = await ask();
  expect(named(items, 'Action').detail).toBe('必填');
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, named(items, 'When'));
  expect(JSON.stringify(resolved.documentation)).toContain('任务');
});

test('whole constructs have Chinese labels for a Chinese client, and are found by the words of either language', async () => {
  const { ask } = await opened('Tasks:\n  - 审批<|>', {}, { language: 'zh-cn' });
  expect((await ask()).items.map(({ label, filterText }) => [label, filterText])).toEqual([
    ['任务：审批', 'task: approval 任务：审批'],
  ]);
  const english = await opened('Tasks:\n  - approv<|>', {}, { language: 'zh-cn' });
  expect(named((await english.ask()).items, '任务：审批').filterText).toBe('task: approval 任务：审批');
});

const choosing: ClientCapabilities = {
  textDocument: { completion: { completionItem: { insertReplaceSupport: true } } },
};

test('a client that knows it gets a range to insert in and one to replace', async () => {
  const { ask, position } = await opened('Parameters: {a: {}}\nTasks: []\nRamRole: <|>some text\n', choosing);
  const replace = { start: position, end: { ...position, character: position.character + 'some text'.length } };
  const { textEdit, additionalTextEdits } = named((await ask()).items, '{{ a }}');
  expect(textEdit).toEqual({ newText: "'{{ a }}", insert: { start: position, end: position }, replace });
  expect(additionalTextEdits).toEqual([{ range: { start: replace.end, end: replace.end }, newText: "'" }]);
});

test('items that share what they replace share both ranges', async () => {
  const capabilities: ClientCapabilities = {
    textDocument: {
      completion: {
        completionItem: { insertReplaceSupport: true },
        completionList: { itemDefaults: ['editRange'] },
      },
    },
  };
  const { ask, position } = await opened("Parameters: {a: {}}\nTasks: []\nRamRole: '<|>x'", capabilities);
  const { items, itemDefaults } = await ask();
  const end = { ...position, character: position.character + 1 };
  expect(itemDefaults).toEqual({
    editRange: { insert: { start: position, end: position }, replace: { start: position, end } },
  });
  expect(items.filter(({ textEdit }) => textEdit)).toEqual([]);
});

test.each([
  ['Tasks:\n  - Action: <|>', ' ', true],
  ['Tasks:\n  - <|>', ' ', true],
  ['Tasks:\n  - Action: ACS::<|>', ':', true],
  ["Tasks: []\nRamRole: '{{ a.<|> }}'", '.', false],
  ["Tasks: []\nRamRole: '{{<|>}}'", '{', true],
  ["Tasks:\n  - Action: '<|>'", "'", true],
  ["Tasks:\n  - Action: 'ACS::Sleep'<|>", "'", false],
  ['Tasks:\n  - Action: ACS::Sleep <|>', ' ', false],
  ['Tasks:\n  - Description: a text <|>', ' ', false],
  ['Tasks:\n  - Description: a text.<|>', '.', false],
  ['# a text: <|>', ' ', false],
])('%j: a list after %j: %s', async (marked, sign, opens) => {
  const { ask } = await opened(marked);
  expect((await ask(sign)).items.length > 0).toBe(opens);
});

test('templates beside the text are named, with their parameters', async () => {
  const folder = folderWith({
    'child.oos.yml': 'FormatVersion: OOS-2019-06-01\nParameters: {size: {Type: Number}}\nTasks: []\n',
    'other.yml': 'services: {}\n',
  });
  const { text, cursors } = fixture(
    'Tasks:\n  - Action: ACS::Template\n    Properties:\n      TemplateName: child\n      Parameters: {<|>}\n',
  );
  const around = pathToFileURL(join(folder, 'a.oos.yml')).href;
  const { client } = await LspClient.start();
  await client.open(around, 'oos-yaml', text);
  const ask = async (offset: number) => {
    const position = TextDocument.create(around, 'yaml', 1, text).positionAt(offset);
    const params = { textDocument: { uri: around }, position };
    const list = await client.connection.sendRequest(CompletionRequest.type, params);
    return list && !Array.isArray(list) ? list.items.map(({ label }) => label) : [];
  };
  expect((await ask(text.indexOf('ild')))[0]).toBe('child');
  expect((await ask(cursors[0] ?? 0))[0]).toBe('size');
});

test('other texts are left alone', async () => {
  const { client } = await LspClient.start();
  await client.open('file:///a.yml', 'yaml', 'a: ');
  const params = { textDocument: { uri: 'file:///a.yml' }, position: { line: 0, character: 3 } };
  expect(await client.connection.sendRequest(CompletionRequest.type, params)).toEqual({
    isIncomplete: false,
    items: [],
  });
});
