import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import type { Connection } from '../../server/src/cloud/connection.ts';
import type { Environment } from '../../server/src/cloud/environment.ts';
import { OosError } from '../../server/src/cloud/oosError.ts';
import { type ConnectionSurroundings, resolveConnection } from '../../server/src/cloud/resolveConnection.ts';
import { folderWith } from '../support/folder.ts';

const NOW = Date.UTC(2026, 10, 21);

/** A time after that at which the tests happen. */
export const inMinutes = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

/** As it is, but for what people set for the official tools. */
const surroundingsOfTests = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('ALIBABA')),
);

/** A connection with the first of these profiles. Their file is as it was when the test is over. */
export async function connectionWith(
  profiles: [object, ...object[]],
  surroundings: ConnectionSurroundings = {},
  env: Environment = surroundingsOfTests,
) {
  const named = profiles.map((it, index) => ({ name: `p${index}`, region_id: 'cn-hangzhou', ...it }));
  const home = folderWith({ '.aliyun/config.json': JSON.stringify({ current: 'p0', profiles: named }) });
  const file = join(home, '.aliyun/config.json');
  const before = readFileSync(file, 'utf8');
  onTestFinished(() => expect(readFileSync(file, 'utf8')).toBe(before));
  return resolveConnection({ profile: 'p0' }, env, { home, now: () => NOW, ...surroundings });
}

/** Why there are no keys. Nothing that came from outside may be quoted. */
export async function failure(connection: Connection): Promise<string> {
  const error: unknown = await connection.credential().catch((it) => it);
  if (!(error instanceof OosError)) throw new Error(`expected an OosError, not ${inspect(error)}`);
  expect(error.facts.kind).toBe('connection');
  expect(inspect(error, { depth: 9 })).not.toContain('hush');
  return error.message;
}

export const issued = (id: string, more: object = {}) => ({
  AccessKeyId: id,
  AccessKeySecret: 'hush',
  SecurityToken: 'hush-token',
  ...more,
});
export const asCredential = (id: string) =>
  expect.objectContaining({ accessKeyId: id, accessKeySecret: 'hush', securityToken: 'hush-token' });
