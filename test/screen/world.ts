import * as fs from 'node:fs';
import * as path from 'node:path';
import { createOosApi, type OosApi } from '../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../server/src/emulator/emulator.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

/** A service, and the profiles of a person who works with it. */
export interface World {
  readonly local: Emulator;
  /** Somebody else, with the same account and in the first profile's region. */
  readonly colleague: OosApi;
  /** Where the Alibaba Cloud CLI keeps the profiles `work` (cn-hangzhou), `second` (cn-shanghai) and `unfinished`. */
  readonly home: string;
  close(): Promise<void>;
}

/** @param folder a folder that the caller removes */
export async function makeWorld(folder: string, options: Partial<EmulatorOptions> = {}): Promise<World> {
  const faults: unknown[] = [];
  const local = await startEmulator({
    catalog: bundledCatalog(),
    speed: 20,
    onFault: (error) => faults.push(error),
    ...options,
  });
  const home = path.join(folder, 'home');
  writeProfiles(home, local);
  const credential = { accessKeyId: local.accessKeyId, accessKeySecret: local.accessKeySecret };
  const connection = explicitConnection({
    name: 'colleague',
    region: 'cn-hangzhou',
    endpoint: local.endpoint,
    credential,
  });
  return {
    local,
    colleague: createOosApi(createTransport(connection)),
    home,
    close: async () => {
      await local.close();
      if (faults.length > 0) throw faults[0];
    },
  };
}

function writeProfiles(home: string, { accessKeyId, accessKeySecret }: Emulator): void {
  const keys = { mode: 'AK', access_key_id: accessKeyId, access_key_secret: accessKeySecret };
  const profiles = [
    { name: 'work', ...keys, region_id: 'cn-hangzhou' },
    { name: 'second', ...keys, region_id: 'cn-shanghai' },
    { name: 'unfinished', mode: 'AK', access_key_id: '', access_key_secret: '', region_id: 'cn-beijing' },
  ];
  fs.mkdirSync(path.join(home, '.aliyun'), { recursive: true });
  fs.writeFileSync(path.join(home, '.aliyun', 'config.json'), JSON.stringify({ current: 'work', profiles }));
}
