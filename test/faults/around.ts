import { inspect } from 'node:util';
import { onTestFinished, vi } from 'vitest';
import { oos } from '../cli/runOos.ts';
import { folderWith } from '../support/folder.ts';
import { Evidence } from './evidence.ts';
import { files, type Line } from './lines.ts';
import { planted } from './planted.ts';
import type { Site } from './sites.ts';

export interface Around {
  readonly env: Readonly<Record<string, string>>;
  readonly evidence: Evidence;
  /** Runs a command line in both languages; tells what came of it in English. */
  oos(line: Line): ReturnType<typeof oos>;
  /** Where the service keeps its data. */
  readonly data: string;
  /** The evidence, with all that was printed past the programs, and all files, also those of the service that goes on. */
  gathered(): Evidence;
}

/** The keys in the environment, folders in which programs may leave something, and a service, until the test is over. */
export async function around(site: Site, home: Readonly<Record<string, string>> = {}): Promise<Around> {
  const [cwd, homeFolder, cache, temporary] = [folderWith(files), folderWith(home), folderWith({}), folderWith({})];
  const data = folderWith({});
  const evidence = new Evidence();
  const known = new Map([
    [cwd, Object.keys(files)],
    [homeFolder, Object.keys(home)],
  ]);
  const folders = [cwd, homeFolder, cache, temporary, data];
  for (const folder of folders) onTestFinished(evidence.watch(folder, known.get(folder)));
  const { endpoint } = await site(data);
  vi.stubEnv('TMPDIR', temporary);
  const streams = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'));
  const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  const keys = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: planted.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: planted.accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: planted.securityToken,
    ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
    ALIBABA_CLOUD_ENDPOINT: endpoint,
  };
  const isInHome = Object.keys(home).length > 0;
  const env = {
    ...{ HOME: homeFolder, USERPROFILE: homeFolder, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, XDG_STATE_HOME: cache },
    ...(isInHome ? {} : keys),
  };
  return {
    env,
    data,
    evidence,
    oos: async ({ argv, ...person }) => {
      const english = await oos(argv, { cwd, env, ...person });
      const chinese = await oos([...argv, '--lang', 'zh-cn'], { cwd, env, ...person });
      const name = `oos ${argv.slice(0, 3).join(' ')}`;
      for (const { stdout, stderr } of [english, chinese]) evidence.add(name, stdout + stderr);
      return english;
    },
    gathered: () => {
      for (const spy of [...streams, ...consoles]) evidence.add('what was printed', inspect(spy.mock.calls));
      for (const folder of folders) evidence.addFiles(folder, known.get(folder));
      return evidence;
    },
  };
}
