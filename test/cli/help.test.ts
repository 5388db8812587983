import { describe, expect, test } from 'vitest';
import { readArguments } from '../../server/src/cli/commandLine/arguments.ts';
import { commonOptions } from '../../server/src/cli/commandLine/commonOptions.ts';
import { commands } from '../../server/src/cli/commands/commands.ts';
import { oos } from './runOos.ts';

/** The words of a command line, without what the shell does with its output. */
const wordsOf = (line: string): string[] =>
  Array.from(line.replace(/ [>|] .*$/, '').matchAll(/'([^']*)'|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '');

describe.each([...commands])('oos %s', (name, { load }) => {
  test('its examples are command lines that it takes', async () => {
    const { examples, options, moreOptions, firstOperands } = await load();
    expect(examples).not.toEqual([]);
    for (const { line } of examples) {
      if (line.startsWith('source ')) continue;
      const [command, ...argv] = wordsOf(line.replace(/^.*?\boos /, ''));
      expect(command).toBe(name);
      const { operands } = readArguments(argv, { ...moreOptions?.(argv), ...options, ...commonOptions });
      if (firstOperands && name !== 'api') expect(firstOperands).toContain(operands[0]);
    }
  });

  test('explains itself in both languages', async () => {
    const english = await oos([name, '--help']);
    const chinese = await oos([name, '--help', '--lang', 'zh-cn']);
    expect(english.stdout).not.toMatch(/[\u4e00-\u9fff]/);
    const untranslated = chinese.stdout
      .split('\n')
      .filter((line) => /^ {2}(?:-\w, )?--\S.* {2}[^\u4e00-\u9fff]*$/.test(line));
    expect(untranslated).toEqual([]);
  });
});

test.each([
  'validate',
  'publish',
  'templates',
  'tags',
  'profiles',
  'api',
  'convert',
  'completion',
  'actions',
  'emulator',
])('the help of oos %s has examples', async (name) => {
  expect((await oos([name, '--help'])).stdout).toMatch(/\nExamples:\n {2}\S/);
  expect((await oos([name, '--help', '--lang', 'zh-cn'])).stdout).toMatch(/\n示例：\n {2}\S/);
});

test('a long option does not push the words of the others out of a narrow window', async () => {
  const { stdout } = await oos(['executions', '--help']);
  expect(stdout).toMatch(/^ {2}--status started\|\S+\n {20,36}Only those with this status$/m);
  expect(stdout).toMatch(/^ {2}--force {2,24}\S/m);
});
