import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitCommand } from '../../server/src/cloud/splitCommand.ts';
import { folderWith } from '../support/folder.ts';
import { asCredential, connectionWith, failure, inMinutes } from './connectionWith.ts';

describe('External', () => {
  /** A program that prints these lines, one a run. */
  function program(...lines: string[]): { command: string; runs: () => number } {
    const folder = folderWith({ 'count.txt': '', 'lines.json': JSON.stringify(lines) });
    const script = join(folder, 'keys.mjs');
    writeFileSync(
      script,
      `import { appendFileSync, readFileSync } from 'node:fs';
       const at = (name) => new URL(name, import.meta.url);
       appendFileSync(at('count.txt'), 'x');
       const lines = JSON.parse(readFileSync(at('lines.json'), 'utf8'));
       const run = readFileSync(at('count.txt'), 'utf8').length;
       console.error('hush on standard error');
       console.log(lines[Math.min(run, lines.length) - 1].replace('ARG', process.argv[2] ?? ''));`,
    );
    const command = `"${process.execPath}" '${script}' "two words"`;
    return { command, runs: () => readFileSync(join(folder, 'count.txt'), 'utf8').length };
  }
  const cli = (id: string, more: object = {}) =>
    JSON.stringify({
      mode: 'StsToken',
      access_key_id: id,
      access_key_secret: 'hush',
      sts_token: 'hush-token',
      ...more,
    });

  test('runs its program with its arguments, once while the keys hold', async () => {
    const { command, runs } = program(cli('ARG', { expiration: inMinutes(60) }));
    const connection = await connectionWith([{ mode: 'External', process_command: command }]);
    expect(connection.accessKeyId).toBeUndefined();
    expect(await connection.credential()).toEqual(asCredential('two words'));
    expect(await Promise.all([connection.credential(), connection.credential()])).toHaveLength(2);
    expect(runs()).toBe(1);
  });

  test('is run again for fresh keys, and when they are about to end', async () => {
    const { command, runs } = program(
      cli('first', { expiration: inMinutes(60) }),
      cli('second', { expiration: inMinutes(2) }),
      cli('third'),
    );
    const connection = await connectionWith([{ mode: 'External', process_command: command }]);
    await connection.credential();
    expect(await connection.credential({ fresh: true })).toEqual(asCredential('second'));
    expect(await connection.credential()).toEqual(asCredential('third'));
    expect(await connection.credential()).toEqual(asCredential('third'));
    expect(runs()).toBe(3);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', 'hush', /holds no keys/],
    ['JSON without keys', '{"access_key_id": "hush"}', /holds no keys/],
    ['nothing', '', /holds no keys/],
    ['far too much', 'hush'.repeat(100_000), /ETOOLARGE/],
  ])('that prints %s is told', async (_, line, reason) => {
    const connection = await connectionWith([{ mode: 'External', process_command: program(line).command }]);
    expect(await failure(connection)).toMatch(reason);
  });

  test.each<[string, string, RegExp]>([
    ['that does not exist', 'no-such-program-here hush', /ENOENT|EACCES/],
    ['with an open quote', 'tool "hush', /process_command/],
    ['that fails', `"${process.execPath}" -e "console.log('hush'); process.exit(3)"`, /exit 3/],
    [
      'that asks for input',
      `"${process.execPath}" -e "process.stdin.on('end', () => process.exit(4)).resume()"`,
      /exit 4/,
    ],
  ])('%s is told', async (_, command, reason) => {
    const connection = await connectionWith([{ mode: 'External', process_command: command }]);
    expect(await failure(connection)).toMatch(reason);
  });

  test('that hangs is killed, and a later call tries again', async () => {
    const hang = `"${process.execPath}" -e "setInterval(() => undefined, 1000)"`;
    const connection = await connectionWith([{ mode: 'External', process_command: hang }], { programLimit: 100 });
    expect(await failure(connection)).toMatch(/ETIMEDOUT/);
    expect(await failure(connection)).toMatch(/ETIMEDOUT/);
  });
});

test.each<[string, string[] | undefined, string[] | undefined]>([
  ['tool --a  b', ['tool', '--a', 'b'], ['tool', '--a', 'b']],
  [`'a b' "c d"e ''`, ['a b', 'c de', ''], ['a b', 'c de', '']],
  [
    String.raw`C:\tools\x.exe "C:\Program Files\y" a\ b`,
    ['C:toolsx.exe', String.raw`C:\Program Files\y`, 'a b'],
    [String.raw`C:\tools\x.exe`, String.raw`C:\Program Files\y`, 'a\\', 'b'],
  ],
  [String.raw`"a\"b\$c\d"`, [String.raw`a"b$c\d`], [String.raw`a"b\$c\d`]],
  ['open "quote', undefined, undefined],
  ["open 'quote", undefined, undefined],
  ['   ', [], []],
])('the command %j is split as the CLI does it', (command, posix, windows) => {
  expect(splitCommand(command, false)).toEqual(posix);
  expect(splitCommand(command, true)).toEqual(windows);
});

test('keys that stand in the profile are given without the blanks around them', async () => {
  const connection = await connectionWith([
    { mode: 'StsToken', access_key_id: ' LTAI1 ', access_key_secret: 's\n', sts_token: 't ' },
  ]);
  expect(await connection.credential()).toEqual({ accessKeyId: 'LTAI1', accessKeySecret: 's', securityToken: 't' });
  const ak = await connectionWith([
    { mode: 'AK', access_key_id: 'LTAI1', access_key_secret: 's', sts_token: 'left over' },
  ]);
  expect((await ak.credential()).securityToken).toBeUndefined();
});
