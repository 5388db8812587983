import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  CodeLensRequest,
  DidChangeWorkspaceFoldersNotification,
  DidSaveTextDocumentNotification,
  ExecuteCommandRequest,
  HoverRequest,
  RegistrationRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { contentHash } from '../../server/src/cloud/contentHash.ts';
import { tokenModifiers, tokenTypes } from '../../server/src/features/semanticTokens.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { LspClient } from '../support/lspClient.ts';
import { toJson } from '../support/toJson.ts';

const uri = 'file:///home/dev/tidy.oos.yml';
const textDocument = { uri };
const template = (api: string, more = '') => `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: outer
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Tasks:
          - Name: inner
            Action: ACS::ExecuteAPI
            Properties: { Service: ECS, API: ${api}, Parameters: { InstanceId: i-1 }${more} }
`;

test('lenses have a command where the client has it, and only a text elsewhere', async () => {
  const ask = async (initializationOptions: object, text: string, languageId: string) => {
    const { client } = await LspClient.start({ initializationOptions });
    await client.open(uri, languageId, text);
    return client.connection.sendRequest(CodeLensRequest.type, { textDocument });
  };
  const yaml = template('DeleteInstance');
  expect(await ask({ lenses: true }, yaml, 'oos-yaml')).toEqual([
    {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
      command: {
        title: '1 high-risk task · 1 cannot be undone',
        command: 'oos.showRiskyTasks',
        arguments: [{ uri }],
      },
    },
    {
      range: { start: { line: 8, character: 18 }, end: { line: 8, character: 23 } },
      command: {
        title: 'High-risk to OOS: ECS DeleteInstance · cannot be undone · nothing guards it',
        command: 'oos.showRiskyTasks',
        arguments: [{ uri, task: ['outer', 'inner'] }],
      },
    },
  ]);
  const plain = await ask({ language: 'zh-cn' }, toJson(yaml), 'oos-json');
  expect(plain?.map((it) => it.command)).toEqual([
    { title: '1 个高风险任务 · 1 个无法撤销', command: '' },
    { title: 'OOS 高风险操作：ECS DeleteInstance · 无法撤销 · 执行前没有任何确认或检查', command: '' },
  ]);
  expect(await ask({ lenses: true }, template('DescribeInstances'), 'oos-yaml')).toEqual([]);
});

test('semantic tokens of a range are those of the whole text that stand in it', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'oos-yaml', template('DeleteInstance'));
  const full = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  expect(full?.data).toHaveLength(5 * 5);
  const range = { start: { line: 10, character: 0 }, end: { line: 11, character: 0 } };
  const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
  const [type, risky] = [tokenTypes.indexOf('method'), 1 << tokenModifiers.indexOf('risky')];
  expect(part?.data).toEqual([10, 45, 'DeleteInstance'.length, type, risky]);
  expect(full?.data.slice(-5)).toEqual([1, 45, 'DeleteInstance'.length, type, risky]);
  expect(
    await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri: 'file:///no' } }),
  ).toEqual({
    data: [],
  });
});

describe('a template that embeds another one of the workspace', () => {
  const root = `FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: tidy, Action: ACS::Template, Properties: { TemplateName: cleanUp } }
`;
  const child = (api: string) =>
    `FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: drop, Action: ACS::ExecuteAPI, Properties: { Service: VPC, API: ${api} } }\n`;

  async function working(capabilities: ClientCapabilities = {}) {
    const folder = folderWith({ 'templates/cleanUp.oos.yml': child('DeleteVpc') });
    const asked: string[] = [];
    const address = (path: string) => pathToFileURL(join(folder, path)).href;
    const { client } = await LspClient.start({
      capabilities,
      initializationOptions: { lenses: true },
      rootUri: pathToFileURL(folder).href,
      answer: (connection) => {
        connection.onRequest(CodeLensRefreshRequest.type, () => void asked.push('lenses'));
        connection.onRequest(SemanticTokensRefreshRequest.type, () => void asked.push('tokens'));
      },
    });
    const own = address('roots/root.oos.yml');
    await client.open(own, 'oos-yaml', root);
    const lenses = async () => {
      const found = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: own } });
      return found?.map((it) => it.command?.title);
    };
    return { client, folder, own, lenses, address, asked };
  }

  test('is seen through, as the other one stands in the editor and on the disk', async () => {
    const { client, folder, lenses, address, own } = await working();
    expect(await lenses()).toEqual([
      '1 high-risk task · 1 cannot be undone',
      'High-risk to OOS: VPC DeleteVpc · cannot be undone · nothing guards it',
    ]);
    const position = { line: 2, character: root.split('\n')[2]?.indexOf('cleanUp') ?? 0 };
    const said = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: own }, position });
    expect(JSON.stringify(said?.contents)).toContain('tidy/drop');
    const inner = address('templates/cleanUp.oos.yml');
    await client.open(inner, 'oos-yaml', child('DescribeVpcs'));
    expect(await lenses()).toEqual([]);
    await client.change(inner, 2, { text: child('DeleteRouteEntry') });
    expect((await lenses())?.[1]).toContain('VPC DeleteRouteEntry');
    await client.close(inner);
    writeInto(folder, 'templates/cleanUp.oos.yml', child('ReleaseEipAddress'));
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: own } });
    expect((await lenses())?.[1]).toContain('High risk: VPC ReleaseEipAddress');
  });

  test('is seen through when its folder joins the workspace, and no more when that leaves', async () => {
    const folder = folderWith({ 'cleanUp.yml': child('DeleteVpc') });
    const registered: string[] = [];
    const { client } = await LspClient.start({
      capabilities: { workspace: { workspaceFolders: true } },
      initializationOptions: { lenses: true },
      answer: (connection) =>
        connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
          registered.push(...registrations.map(({ method }) => method));
        }),
    });
    await client.open('untitled:Untitled-1', 'oos-yaml', root);
    const lenses = async () =>
      client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: 'untitled:Untitled-1' } });
    await expect.poll(() => registered).toEqual(['workspace/didChangeWorkspaceFolders']);
    const change = async (added: readonly string[], removed: readonly string[]) => {
      const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: 'folder' }));
      await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: named(added), removed: named(removed) },
      });
    };
    const address = pathToFileURL(folder).href;
    expect(await lenses()).toEqual([]);
    await change([address], []);
    expect(await lenses()).toHaveLength(2);
    await change([], [address]);
    expect(await lenses()).toEqual([]);
  });

  test('is shown anew when something was saved, to a client that can be asked', async () => {
    const { client, own, asked, lenses } = await working({
      workspace: { codeLens: { refreshSupport: true }, semanticTokens: { refreshSupport: true } },
    });
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: own } });
    await lenses();
    await expect.poll(() => asked).toEqual(['lenses', 'tokens']);
  });
});

describe('oos/preflight', () => {
  test('is the report as data and as a page, in the language that is wanted', async () => {
    const { client } = await LspClient.start();
    await client.open(uri, 'oos-yaml', template('DeleteInstance'));
    const ask = (params: object) => client.connection.sendRequest('oos/preflight', params);
    expect(await ask({ uri })).toMatchObject({
      version: 1,
      markdown: expect.stringMatching(
        /^\*\*Look before you start: 1 risky call.*\n\n### Findings\n\nNone\.\n\n### Risks\n/,
      ),
      report: {
        verdict: 'care',
        riskyTasks: [
          {
            Service: 'ECS',
            API: 'DeleteInstance',
            Task: ['outer', 'inner'],
            Template: ['tidy'],
            range: { start: { line: 10, character: 45 } },
          },
        ],
        rights: { policy: { Statement: [{ Action: ['ecs:DeleteInstance'] }] } },
      },
    });
    const chinese = await ask({ uri, language: 'zh-cn' });
    expect(chinese).toMatchObject({ markdown: expect.stringContaining('### 风险\n\n| 行 | 任务 | 调用 |') });
    expect(chinese).toMatchObject({
      markdown: expect.stringContaining('| 11 | `outer/inner` | `ECS DeleteInstance` |'),
    });
    expect(await ask({ uri: 'file:///no' })).toBeNull();
    expect(await ask({})).toBeNull();
  });
});

describe('oos.listRiskyTasks', () => {
  /** A client that calls by itself, and a service that lists `risky` for the published `text`. */
  async function asking(text: string, risky: readonly object[]) {
    const published = template('DeleteInstance');
    const { client } = await LspClient.start({
      initializationOptions: { cloud: 'client', cacheFolder: folderWith({}) },
      answer: (connection) =>
        connection.onRequest('oos/callApi', ({ operation }) => {
          const content = { Template: { TemplateName: 'tidy', TemplateVersion: 'v3', Hash: 'h' }, Content: published };
          return { body: operation === 'GetTemplate' ? content : { RiskyTasks: risky }, requestId: 'R-1' };
        }),
    });
    await client.open(uri, 'oos-yaml', text);
    const run = (options: object) =>
      client.connection.sendRequest(ExecuteCommandRequest.type, {
        command: 'oos.listRiskyTasks',
        arguments: [options],
      });
    return { client, run };
  }

  const listed = { Service: 'ECS', API: 'DeleteInstance', Task: ['outer', 'inner'], Template: ['tidy'] };

  test('agrees where the service says the same', async () => {
    const { run } = await asking(template('DeleteInstance'), [listed]);
    expect(await run({ uri })).toMatchObject({
      ok: true,
      ...{ name: 'tidy', version: 'v3', hash: 'h', requestId: 'R-1', sameText: true, agreed: 1, differences: [] },
      riskyTasks: [listed],
      offline: [{ ...listed, class: 'high', documented: true, range: { start: { line: 10, character: 45 } } }],
    });
  });

  test('tells where the service says otherwise, and why we do not', async () => {
    const other = { Service: 'ECS', API: 'RunCommand', Task: ['outer', 'run'], Template: ['tidy'] };
    const { run } = await asking(template('RebootInstance'), [other]);
    expect(await run({ uri })).toMatchObject({
      sameText: false,
      agreed: 0,
      differences: [
        {
          ...{ task: ['outer', 'run'], service: 'ECS', api: 'RunCommand', only: 'service' },
          reason: 'Nothing in the text leads to such a call.',
        },
        {
          ...{ task: ['outer', 'inner'], service: 'ECS', api: 'RebootInstance', only: 'offline' },
          reason: 'The published template does not make this call, the text here does.',
        },
      ],
    });
  });

  test('looks at the published text where no open one is named', async () => {
    const { run } = await asking(template('DescribeInstances'), []);
    expect(await run({ templateName: 'tidy' })).toMatchObject({
      name: 'tidy',
      riskyTasks: [],
      offline: [{ API: 'DeleteInstance', Task: ['outer', 'inner'] }],
      differences: [{ only: 'offline', api: 'DeleteInstance' }],
    });
  });

  test('is remembered for that text: in the lens and in the report', async () => {
    const content = template('DeleteInstance');
    const { client } = await LspClient.start({
      initializationOptions: { cloud: 'client', cacheFolder: folderWith({}) },
      answer: (connection) =>
        connection.onRequest('oos/callApi', ({ operation }) => {
          const Template = { TemplateName: 'tidy', TemplateVersion: 'v3', Hash: contentHash(content) };
          const body = operation === 'GetTemplate' ? { Template, Content: content } : { RiskyTasks: [] };
          return { body, requestId: 'R-1' };
        }),
    });
    const summary = async () =>
      (await client.connection.sendRequest(CodeLensRequest.type, { textDocument }))?.[0]?.command?.title;
    await client.open(uri, 'oos-yaml', content);
    const before = await summary();
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'oos.listRiskyTasks',
      arguments: [{ uri }],
    });
    expect(await summary()).toBe(`${before} · OOS differs about 1 call`);
    expect(await client.connection.sendRequest('oos/preflight', { uri })).toMatchObject({
      service: { name: 'tidy', version: 'v3', differences: [{ only: 'offline', api: 'DeleteInstance' }] },
    });
    await client.change(uri, 2, { text: `${content}# another\n` });
    expect(await summary()).toBe(before);
  });
});
