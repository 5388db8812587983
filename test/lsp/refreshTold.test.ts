import { expect, test } from 'vitest';
import { ExecuteCommandRequest, ShutdownRequest } from 'vscode-languageserver/node';
import { folderWith } from '../support/folder.ts';
import { localOos } from '../support/localOos.ts';
import { LspClient } from '../support/lspClient.ts';

test('a client that does not look at the answer can let the server tell how the refresh of the actions went', async () => {
  const XDG_CACHE_HOME = folderWith({});
  const { endpoint, accessKeyId, accessKeySecret, region } = await localOos();
  const shown = async (env: Readonly<Record<string, string>>, tell: boolean) => {
    const { client } = await LspClient.start({ env: { ...env, XDG_CACHE_HOME } });
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'oos.refreshActions',
      arguments: [{ tell }],
    });
    await client.connection.sendRequest(ShutdownRequest.type);
    return client.shown;
  };
  const env = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ALIBABA_CLOUD_REGION_ID: region,
    ALIBABA_CLOUD_ENDPOINT: endpoint,
  };
  expect(await shown(env, true)).toEqual([expect.stringMatching(/^[1-9]\d* actions are known now\.$/)]);
  expect(await shown({}, true)).toEqual([expect.stringContaining('No keys were found')]);
  expect(await shown({}, false)).toEqual([]);
});
