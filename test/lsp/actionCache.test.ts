import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type PublishDiagnosticsParams, ShutdownRequest } from 'vscode-languageserver/node';
import { writeCache } from '../../server/src/workspace/actionCache/cacheFiles.ts';
import { folderWith } from '../support/folder.ts';
import { LspClient } from '../support/lspClient.ts';

const template = 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n    Action: ACS::ECS::Polish\n';

test.each(['the cache folder of the system', 'the folder that the client names'])(
  'a running server takes in what another program puts into %s',
  async (where) => {
    const root = mkdtempSync(join(tmpdir(), 'oos-server-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const named = where.includes('client');
    const { client } = await LspClient.start({
      env: { XDG_CACHE_HOME: named ? join(root, 'elsewhere') : root },
      ...(named && { initializationOptions: { cacheFolder: join(root, 'own') } }),
    });
    onTestFinished(() => client.connection.sendRequest(ShutdownRequest.type));
    const uri = 'file:///a.oos.yml';
    await client.open(uri, 'oos-yaml', template);
    const before = await client.diagnostics(uri, 1);
    expect(before.diagnostics.map(({ code }) => code)).toContain('unknown-product-action');
    const settled = client.next(({ diagnostics }) =>
      diagnostics.every(({ code }) => code !== 'unknown-product-action'),
    );
    await writeCache(join(root, named ? 'own' : 'oos-toolkit', 'actions'), {
      account: 'me',
      region: 'cn-test',
      fetched: new Date(),
      actions: [{ name: 'ACS::ECS::Polish', type: 'Product.ECS', properties: [] }],
    });
    expect((await settled).version).toBe(1);
  },
);

test("of several lists the one of the connection counts, the server's own or the one that the client tells", async () => {
  const home = folderWith({
    '.aliyun/config.json': JSON.stringify({
      current: 'a',
      profiles: [{ name: 'a', mode: 'AK', access_key_id: 'LTAInobody', access_key_secret: 'no', region_id: 'cn-one' }],
    }),
  });
  const env = { HOME: home, USERPROFILE: home, XDG_CACHE_HOME: home };
  const list = (account: string, region: string, name: string) =>
    writeCache(join(home, 'oos-toolkit', 'actions'), {
      ...{ account: `${account} (LTAI****)`, region, fetched: new Date() },
      actions: [{ name, type: 'Product.ECS', properties: [] }],
    });
  const older = await list('a', 'cn-one', 'ACS::ECS::Polish');
  // Both may be written in one tick of the clock of the file system.
  utimesSync(older, 1, 1);
  await list('b', 'cn-two', 'ACS::ECS::Paint');
  const uri = 'file:///a.oos.yml';
  const isKnown = ({ diagnostics }: PublishDiagnosticsParams) =>
    diagnostics.every(({ code }) => code !== 'unknown-product-action');

  const own = await LspClient.start({ env });
  onTestFinished(() => own.client.connection.sendRequest(ShutdownRequest.type));
  const settled = own.client.next(isKnown);
  await own.client.open(uri, 'oos-yaml', template);
  await settled;

  const told = await LspClient.start({ env, initializationOptions: { cloud: 'client' } });
  onTestFinished(() => told.client.connection.sendRequest(ShutdownRequest.type));
  await told.client.open(uri, 'oos-yaml', template);
  expect(isKnown(await told.client.diagnostics(uri, 1))).toBe(false);
  const follows = told.client.next(isKnown);
  await told.client.connection.sendNotification('oos/connection', { account: 'a', region: 'cn-one' });
  await follows;
});
