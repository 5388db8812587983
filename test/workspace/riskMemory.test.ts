import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type RememberedRisk, rememberedRisk, rememberRisk } from '../../server/src/workspace/riskMemory.ts';
import { folderWith } from '../support/folder.ts';

const answer: RememberedRisk = {
  hash: 'ABC123',
  template: 'cleanup',
  version: 'v3',
  region: 'cn-test',
  asked: new Date('2026-01-02T03:04:05Z'),
  tasks: [{ Service: 'ECS', API: undefined, Task: ['each', 'remove'], Template: ['cleanup'] }],
};

const memory = () => join(folderWith({}), 'oos-toolkit', 'risk');

test('an answer is remembered by the hash of the text, in any letter case', async () => {
  const folder = memory();
  await rememberRisk(folder, answer);
  expect(rememberedRisk(folder, 'abc123')).toEqual(answer);
  expect(rememberedRisk(folder, 'abc124')).toBeUndefined();
  const [name = ''] = readdirSync(folder);
  if (process.platform !== 'win32') expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('a later answer takes the place of an earlier one, and nothing else is left', async () => {
  const folder = memory();
  await rememberRisk(folder, answer);
  await rememberRisk(folder, { ...answer, version: undefined, tasks: [] });
  expect(rememberedRisk(folder, answer.hash)).toMatchObject({ version: undefined, tasks: [] });
  expect(readdirSync(folder)).toHaveLength(1);
});

test('an answer that is asked for again is not read again, until another process has written it', async () => {
  const folder = memory();
  await rememberRisk(folder, answer);
  const first = rememberedRisk(folder, answer.hash);
  expect(rememberedRisk(folder, answer.hash)).toBe(first);
  await rememberRisk(folder, { ...answer, version: 'v4' });
  expect(rememberedRisk(folder, answer.hash)?.version).toBe('v4');
});

test('a hash cannot lead out of the folder', async () => {
  const folder = memory();
  const hash = '../../../../tmp/x';
  await rememberRisk(folder, { ...answer, hash });
  expect(rememberedRisk(folder, hash)?.hash).toBe(hash);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)]);
});

test('what is broken or of another kind is not believed', async () => {
  const folder = memory();
  await rememberRisk(folder, answer);
  const [name = ''] = readdirSync(folder);
  const path = join(folder, name);
  const good = readFileSync(path, 'utf8');
  const bad = [
    good.slice(0, -10),
    'null',
    good.replace('"format":1', '"format":2'),
    good.replace('ABC123', 'ABC124'),
    good.replace('"each"', '7'),
    good.replace('"cn-test"', '7'),
    good.replace(/"asked":"[^"]*"/, '"asked":"once"'),
    good.padEnd(2 << 20),
  ];
  for (const text of bad) {
    writeFileSync(path, text);
    expect(rememberedRisk(folder, answer.hash)).toBeUndefined();
  }
  writeFileSync(path, good);
  expect(rememberedRisk(folder, answer.hash)).toEqual(answer);
});

test('the oldest answers make room', async () => {
  const folder = memory();
  await rememberRisk(folder, { ...answer, hash: 'old' });
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1);
  for (let index = 1; index < 500; index++) await rememberRisk(folder, { ...answer, hash: `h${index}` });
  expect(rememberedRisk(folder, 'old')).toBeDefined();
  await rememberRisk(folder, { ...answer, hash: 'new' });
  expect(readdirSync(folder)).toHaveLength(500);
  expect(['old', 'h1', 'new'].map((hash) => rememberedRisk(folder, hash)?.hash)).toEqual([undefined, 'h1', 'new']);
});

test('a folder that cannot be written is told', async () => {
  const folder = folderWith({ risk: 'a file' });
  await expect(rememberRisk(join(folder, 'risk'), answer)).rejects.toHaveProperty('code');
  expect(rememberedRisk(join(folder, 'risk'), answer.hash)).toBeUndefined();
});
