import { afterAll, beforeAll, expect } from 'vitest';
import type { KnownKey } from '../../../server/src/emulator/callers/accounts.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../server/src/emulator/emulator.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { oos, type Surroundings } from '../runOos.ts';

/** Keys that must appear nowhere. */
export const planted = { accessKeyId: 'LTAIplantedKeyId0001', accessKeySecret: 'planted/secret+of=0001' };

/** A Local OOS for all tests of a file, and `oos` in an environment that leads to it. */
export interface Service {
  readonly emulator: Emulator;
  /** Runs `oos` and looks for the planted keys in everything that it writes. */
  oos(argv: readonly string[], surroundings?: Surroundings): ReturnType<typeof oos>;
  /** The environment of somebody else than the owner. */
  envOf(key: Pick<KnownKey, 'accessKeyId' | 'accessKeySecret'>): Record<string, string>;
}

export function sharedService(options: Partial<EmulatorOptions> = {}): Service {
  let emulator: Emulator | undefined;
  const faults: unknown[] = [];
  beforeAll(async () => {
    const onFault = (error: unknown) => faults.push(error);
    emulator = await startEmulator({ catalog: bundledCatalog(), owner: planted, speed: 20_000, onFault, ...options });
  });
  afterAll(async () => {
    await emulator?.close();
    expect(faults).toEqual([]);
  });
  const running = (): Emulator => {
    if (!emulator) throw new Error('the service runs only during tests');
    return emulator;
  };
  const envOf: Service['envOf'] = ({ accessKeyId, accessKeySecret }) => ({
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
    ALIBABA_CLOUD_ENDPOINT: running().endpoint,
  });
  return {
    get emulator() {
      return running();
    },
    envOf,
    oos: async (argv, surroundings = {}) => {
      const done = await oos(argv, { ...surroundings, env: { ...envOf(planted), ...surroundings.env } });
      expectNoSecret(done.stdout + done.stderr);
      return done;
    },
  };
}

/** The id may be shown with its middle left out, the secret not at all, nor percent-encoded or in base64. */
export function expectNoSecret(text: string): void {
  const { accessKeyId, accessKeySecret } = planted;
  const forms = [accessKeyId, accessKeySecret, encodeURIComponent(accessKeySecret), btoa(accessKeySecret)];
  for (const form of forms) expect(text).not.toContain(form);
}

/** An address where nothing listens. */
export const away = { ALIBABA_CLOUD_ENDPOINT: 'http://127.0.0.1:9' };

/** A template that the service accepts, with a word that tells it from others. */
export const sleeping = (word: string): string => `FormatVersion: OOS-2019-06-01
Description: ${word}
Parameters:
  time:
    Type: String
    Default: PT1S
Tasks:
  - Name: rest
    Action: ACS::Sleep
    Properties:
      Duration: '{{ time }}'
Outputs:
  slept:
    Type: String
    Value: '{{ time }}'
`;

/** One that it does not. */
export const sleepless = sleeping('no duration').replace('Duration:', 'Durration:');
