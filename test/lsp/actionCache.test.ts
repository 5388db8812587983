import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ShutdownRequest } from 'vscode-languageserver/node';
import { writeCache } from '../../server/src/workspace/actionCache/cacheFiles.ts';
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
