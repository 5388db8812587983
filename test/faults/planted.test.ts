import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { maskedKey } from '../../server/src/cloud/credential.ts';
import { toXml } from '../../server/src/emulator/xml.ts';
import { folderWith } from '../support/folder.ts';
import { Evidence } from './evidence.ts';
import { leaksIn, planted } from './planted.ts';

// The controls of the scan for secrets: it finds a leak, however it is written, and nothing else.
describe.each(Object.entries(planted))('a leaked %s', (name, value) => {
  test.each<[string, string]>([
    ['plain', `before ${value} after`],
    ['cut short', `before ${value.slice(2, -2)}`],
    ['as JSON', JSON.stringify({ a: value })],
    ['as JSON in JSON', JSON.stringify({ a: JSON.stringify({ b: value }) })],
    ['percent-encoded', `?a=${encodeURIComponent(value)}&b`],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(value))],
    ['as a form', new URLSearchParams({ a: value }).toString()],
    ['in base64', Buffer.from(`${value}`).toString('base64')],
    ['in base64 behind something', Buffer.from(`x:${value}`).toString('base64')],
    ['in base64url', Buffer.from(`id:${value}:more`).toString('base64url')],
    ['as hexadecimal digits', Buffer.from(value).toString('hex')],
    ['as XML', toXml('Error', { Message: value })],
    ['in an error', inspect(new Error('cause', { cause: { value } }), { depth: 9 })],
  ])('%s is found', (_, text) => {
    expect(leaksIn(text)).toEqual([name]);
  });

  test('in a file is found, also in the name of one', () => {
    const evidence = new Evidence();
    evidence.addFiles(folderWith({ 'known.txt': value, 'deep/er/leak.txt': `a ${value}` }), ['known.txt']);
    expect(evidence.leaks()).toEqual([expect.stringContaining('leak.txt')]);
    const folder = folderWith({});
    writeFileSync(join(folder, encodeURIComponent(value)), '');
    const named = new Evidence();
    named.addFiles(folder);
    expect(named.leaks()).toHaveLength(1);
  });
});

test('what may be shown is no leak', () => {
  const shown = [
    maskedKey(planted.accessKeyId),
    '******',
    planted.noEcho.slice(0, 4),
    planted.accessKeySecret.slice(-4),
  ];
  expect(leaksIn(shown.join(' '))).toEqual([]);
});
