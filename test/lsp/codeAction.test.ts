import { describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionRequest, type Command, type Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LspClient } from '../support/lspClient.ts';

const uri = 'file:///home/dev/a.yml';
const textDocument = { uri };
const bad = `FormatVersion: OOS-2019-06-01
Tasks:
  - name: wait
    Action: ACS::Sleep
    Properties: { Duration: {{ gone }} }
`;
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

async function actions(client: LspClient, only?: string[], range = everything): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  const found = await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context });
  return (found ?? []).filter((it: CodeAction | Command): it is CodeAction => typeof it.command !== 'string');
}

const applied = (before: string, action: CodeAction | undefined) =>
  TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, before), action?.edit?.changes?.[uri] ?? []);

test('the ways to silence a finding come after all fixes, first on the line, then in the file', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', bad);
  const offered = await actions(client);
  expect(offered.every(({ kind }) => kind === 'quickfix')).toBe(true);
  const groups = offered.map(({ title }) => /^Silence .* (line|file)$/.exec(title)?.[1] ?? 'fix');
  expect(groups).toEqual([...groups].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect([...new Set(groups)]).toEqual(order);
  expect(offered.filter((it) => it.isPreferred).every(({ title }) => !title.startsWith('Silence'))).toBe(true);
});
const order = ['fix', 'line', 'file'];

test.each([
  ['in this file', `# oos-disable unquoted-reference\n${bad}`],
  ['on this line', bad.replace('    Properties', '    # oos-disable-next-line unquoted-reference\n    Properties')],
])('a finding silenced %s is gone', async (where, expected) => {
  const { client } = await LspClient.start();
  await client.open(uri, 'yaml', bad);
  const before = (await client.diagnostics(uri, 1)).diagnostics.map(({ code }) => code);
  const silence = (await actions(client)).find(({ title }) => title === `Silence unquoted-reference ${where}`);
  expect(silence?.diagnostics).toMatchObject([{ code: 'unquoted-reference' }]);
  const text = applied(bad, silence);
  expect(text).toBe(expected);
  await client.change(uri, 2, { text });
  const after = (await client.diagnostics(uri, 2)).diagnostics.map(({ code }) => code);
  expect(after).toEqual(before.filter((code) => code !== 'unquoted-reference'));
});

test('nothing is silenced in JSON', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'json', '{"FormatVersion": "OOS-2019-06-01", "Tasks": [{"name": "a"}]}');
  const offered = await actions(client);
  expect(offered).not.toEqual([]);
  expect(offered.filter(({ title }) => title.startsWith('Silence'))).toEqual([]);
});

describe('"Explain"', () => {
  test.each([
    [undefined, 0],
    [{ explain: 'yes' }, 0],
    [{ explain: true }, 1],
    [{ explain: true, language: 'zh-cn' }, 1],
  ])('with the options %j is offered for each rule, so often: %j', async (initializationOptions, expected) => {
    const { client } = await LspClient.start({ initializationOptions });
    await client.open(uri, 'yaml', bad);
    const offered = (await actions(client)).filter(({ command }) => command?.command === 'oos.explainRule');
    const about = offered.filter(({ command }) => command?.arguments?.[0].rule === 'unquoted-reference');
    expect(about).toHaveLength(expected);
    for (const it of about) expect(it.diagnostics?.map(({ code }) => code)).toEqual(['unquoted-reference']);
  });

  test('is the last of the actions', async () => {
    const { client } = await LspClient.start({ initializationOptions: { explain: true } });
    await client.open(uri, 'yaml', bad);
    const explains = (await actions(client)).map(({ command }) => command !== undefined);
    expect(explains.slice(explains.indexOf(true))).not.toContain(false);
  });

  test.each([
    [{ id: 'unknown-task' }, /# unknown-task[\s\S]*##/],
    [{ id: 'unknown-task', language: 'zh-cn' }, /# unknown-task[\s\S]*\p{Script=Han}/u],
    [{ id: 'unknown-task', language: 'xx' }, /# unknown-task/],
  ])('gets the page of the rule for %j', async (params, expected) => {
    const { client } = await LspClient.start();
    expect(await client.connection.sendRequest('oos/rulePage', params)).toEqual({
      markdown: expect.stringMatching(expected),
    });
  });

  test('gets the page in the language of the client', async () => {
    const { client } = await LspClient.start({ locale: 'zh-cn' });
    const page = await client.connection.sendRequest('oos/rulePage', { id: 'unknown-task' });
    expect(page).toEqual({ markdown: expect.stringMatching(/\p{Script=Han}/u) });
  });

  test.each([{}, { id: 'no-such-rule' }, { id: 1 }, { id: 'constructor' }, []])(
    'gets nothing for %j',
    async (params) => {
      const { client } = await LspClient.start();
      expect(await client.connection.sendRequest('oos/rulePage', params)).toBeNull();
      expect(client.logged).toEqual([]);
    },
  );
});

describe('all safe fixes', () => {
  const good = bad.replace('name', 'Name').replace('{{ gone }}', "'{{ gone }}'");

  test.each([['source.fixAll.oos'], ['source.fixAll'], ['source'], ['']])(
    'are applied together for %j',
    async (kind) => {
      const { client } = await LspClient.start();
      await client.open(uri, 'yaml', bad);
      const all = (await actions(client, [kind])).filter((it) => it.kind === 'source.fixAll.oos');
      expect(all).toHaveLength(1);
      expect(all[0]?.title).toMatch(/all/);
      expect(applied(bad, all[0])).toBe(good);
    },
  );

  test.each([[undefined], [['quickfix']], [['source.organizeImports']], [['source.fixAll.eslint']], [[]]])(
    'are not offered for %j',
    async (only) => {
      const { client } = await LspClient.start();
      await client.open(uri, 'yaml', bad);
      expect((await actions(client, only)).filter((it) => it.kind !== 'quickfix')).toEqual([]);
    },
  );

  test('are not offered where there are none', async () => {
    const { client } = await LspClient.start();
    await client.open(uri, 'yaml', good);
    expect(await actions(client, ['source.fixAll'])).toEqual([]);
  });

  test('go by the settings', async () => {
    const rules = { 'unquoted-reference': 'off' };
    const { client } = await LspClient.start({ initializationOptions: { rules } });
    await client.open(uri, 'yaml', bad);
    const [all] = await actions(client, ['source.fixAll']);
    expect(applied(bad, all)).toBe(bad.replace('name', 'Name'));
  });

  test('are written in the language of the client, with the version it has', async () => {
    const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
    const { client } = await LspClient.start({ capabilities, locale: 'zh-cn' });
    await client.open(uri, 'yaml', bad, 5);
    expect(await actions(client, ['source.fixAll'])).toMatchObject([
      {
        title: expect.stringMatching(/\p{Script=Han}/u),
        edit: { documentChanges: [{ textDocument: { uri, version: 5 } }] },
      },
    ]);
  });
});

describe('"Refresh the list of actions"', () => {
  const text = 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n    Action: ACS::ECS::BrandNewThing\n';

  test.each([
    [{}, 'Refresh the list of actions', { command: 'oos.refreshActions', arguments: [{ tell: true }] }],
    [{ refreshActions: true, language: 'zh-cn' }, '刷新动作列表', { command: 'oos.actions.refresh' }],
  ])(
    'with the options %j is offered for an action that is not known',
    async (initializationOptions, title, command) => {
      const { client } = await LspClient.start({ initializationOptions });
      await client.open(uri, 'yaml', text);
      const offered = (await actions(client)).filter((it) => it.command !== undefined);
      expect(offered).toEqual([
        { title, kind: 'quickfix', command: { title, ...command }, diagnostics: [expect.anything()] },
      ]);
      expect(offered[0]?.diagnostics).toMatchObject([{ code: 'unknown-product-action' }]);
    },
  );

  test('is not offered elsewhere', async () => {
    const { client } = await LspClient.start({ initializationOptions: { refreshActions: true } });
    await client.open(uri, 'yaml', bad);
    expect((await actions(client)).filter((it) => it.command !== undefined)).toEqual([]);
  });
});
