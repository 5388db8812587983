import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { jsonTemplate, oos, type Surroundings, template } from './runOos.ts';

vi.mock('../../server/src/analysis/rules/index.ts', () => import('./fakeRules.ts'));

async function github(operands: readonly string[], surroundings: Surroundings): Promise<string> {
  return (await oos(['check', ...operands, '--format', 'github'], surroundings)).stdout;
}

/** Reads a command as the runner of GitHub does. */
function readCommand(line: string) {
  const [, name, list = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const plain = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = list.split(',').map((it) => it.split('=', 2).map(plain));
  return { name, properties: Object.fromEntries(properties), message: plain(message) };
}

test('each finding is a command with its place', async () => {
  const cwd = folderWith({ 'a.yml': template('测试 BAD') });
  expect(await github(['a.yml'], { cwd })).toBe(
    '::error file=a.yml,line=2,endLine=2,col=17,endColumn=20,title=unknown-bad::"BAD" is wrong. (a.yml:2:17)\n',
  );
});

test('the gravest come first, also over several files in both notations', async () => {
  const cwd = folderWith({ 'a.yml': template('WHIM ODD BAD'), 'b.json': jsonTemplate('NOTE BAD ODD') });
  const commands = (await github(['.'], { cwd })).trimEnd().split('\n').map(readCommand);
  expect(commands.map(({ name, properties }) => `${name} ${properties.file} ${properties.title}`)).toEqual([
    'error a.yml unknown-bad',
    'error b.json unknown-bad',
    'warning a.yml unused-odd',
    'warning b.json unused-odd',
    'notice b.json unused-note',
    'notice a.yml unused-whim',
  ]);
});

test.each([
  ['./a, b:c%0A.yml', 'a, b:c%0A.yml'],
  ['c:\\d::e.yml', 'c:\\d::e.yml'],
  ['模板.yml', '模板.yml'],
])('the file %j and a message with signs of the format come through', async (path, file) => {
  const output = await github([path], { cwd: folderWith({ [path]: template('NASTY') }) });
  expect(output.trimEnd().split('\n')).toHaveLength(1);
  const { properties, message } = readCommand(output.trimEnd());
  expect(properties).toEqual({ file, line: '2', endLine: '2', col: '14', endColumn: '19', title: 'invalid-nasty' });
  expect(message).toBe(`100% <a> & "b" 'c' ::d, e: {{ f }}\r\ng\x1b[31m\u{1F600} (${file}:2:14)`);
});

test('paths are those of the repository', async () => {
  const cwd = folderWith({ 'dir/a.yml': template('BAD') });
  expect(readCommand((await github([join(cwd, 'dir/a.yml')], { cwd })).trimEnd()).properties.file).toBe('dir/a.yml');
});

test('no findings are no commands', async () => {
  expect(await github(['a.yml'], { cwd: folderWith({ 'a.yml': template() }) })).toBe('');
});

test('what could not be checked is an error', async () => {
  const { stdout, code } = await oos(['check', 'missing.yml', '--format', 'github'], { cwd: folderWith({}) });
  expect(code).toBe(2);
  expect(stdout).toBe(
    '::error title=oos::"missing.yml" does not exist. Check the spelling, or the folder you are in.\n',
  );
});

test('speaks English unless it is told otherwise', async () => {
  const surroundings = { cwd: folderWith({ 'a.yml': template('BAD') }), env: { LANG: 'zh_CN.UTF-8' } };
  expect(await github(['a.yml'], surroundings)).toContain('is wrong.');
  expect(await github(['a.yml', '--lang', 'zh-cn'], surroundings)).toContain('::“BAD”有误。 (a.yml:2:14)\n');
});
