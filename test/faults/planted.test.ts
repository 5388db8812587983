import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { maskedKey } from '../../server/src/cloud/credential.ts';
import { toXml } from '../../server/src/emulator/wire/xml.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { Evidence } from './evidence.ts';
import { leaksIn, planted } from './planted.ts';

const values = Object.entries(planted);

// The controls of the scan for secrets.
describe('a leak is found', () => {
  test.each<[string, (value: string) => string]>([
    ['as it is', (value) => `before ${value} after`],
    ['in part', (value) => `before ${value.slice(4, -4)}`],
    ['in other letters', (value) => value.toUpperCase()],
    ['as JSON in JSON', (value) => JSON.stringify({ a: JSON.stringify({ b: value }) })],
    ['percent-encoded twice', (value) => encodeURIComponent(encodeURIComponent(value))],
    ['as a form', (value) => new URLSearchParams({ a: value }).toString()],
    ['in base64', (value) => Buffer.from(value).toString('base64')],
    ['in base64 behind one character', (value) => Buffer.from(`:${value}`).toString('base64')],
    ['in base64 behind two', (value) => Buffer.from(`x:${value}`).toString('base64url')],
    ['as hexadecimal digits', (value) => Buffer.from(value).toString('hex')],
    ['as XML', (value) => toXml('Error', { Message: value })],
    ['in the cause of an error', (value) => inspect(new Error('why', { cause: { value } }), { depth: 9 })],
  ])('%s', (_, write) => {
    for (const [name, value] of values) expect(leaksIn(write(value))).toEqual([name]);
  });

  test('in files, and in their names', () => {
    const evidence = new Evidence();
    const files = { 'known.txt': planted.noEcho, 'deep/er/leak.txt': planted.accessKeySecret };
    evidence.addFiles(folderWith({ ...files, [encodeURIComponent(planted.securityToken)]: '' }), ['known.txt']);
    expect(evidence.leaks().sort()).toEqual([
      expect.stringMatching(/^accessKeySecret in deep.er.leak\.txt/),
      expect.stringMatching(/^securityToken in the name of /),
    ]);
  });
});

test('a leak is found in a file that is gone at the end', async () => {
  const evidence = new Evidence();
  const folder = folderWith({ 'deep/known.txt': '' });
  onTestFinished(evidence.watch(folder, ['known.txt']));
  const seen = (name: string) => vi.waitUntil(() => evidence.seen.includes(name), { interval: 5, timeout: 20_000 });
  for (const name of ['short.txt', join('deep', 'short.txt')]) {
    const path = writeInto(folder, name, planted.noEcho);
    await seen(name);
    rmSync(path);
  }
  writeInto(folder, 'known.txt', planted.noEcho);
  writeInto(folder, 'fine.txt', 'fine');
  await seen('fine.txt');
  expect(evidence.leaks().filter((it) => !/^noEcho in (deep.)?short\.txt/.test(it))).toEqual([]);
  expect(evidence.leaks()).toHaveLength(2);
});

test('what may be shown is no leak', () => {
  const { accessKeyId, accessKeySecret, noEcho } = planted;
  const shown = [maskedKey(accessKeyId), '******', noEcho.slice(0, 4), accessKeySecret.slice(-4)];
  expect(leaksIn(shown.join(' '))).toEqual([]);
});
