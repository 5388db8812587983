import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { oos, type Surroundings, template } from './runOos.ts';

vi.mock('../../server/src/analysis/rules/index.ts', () => import('./fakeRules.ts'));

/** The paths that were checked, with the code and what went to standard error. */
async function checked(operands: readonly string[], surroundings: Surroundings) {
  const { code, stdout, stderr } = await oos(['check', ...operands, '--format', 'json'], surroundings);
  return { code, stderr, paths: JSON.parse(stdout).files.map(({ path }: { path: string }) => path) };
}

describe('exit codes', () => {
  test.each([
    ['fine', [], 0],
    ['BAD', [], 1],
    ['ODD', [], 0],
    ['NOTE WHIM', ['--max-warnings', '0'], 0],
    ['ODD ODD', ['--max-warnings', '2'], 0],
    ['ODD ODD', ['--max-warnings=1'], 1],
  ])('%s with %j', async (word, options, expected) => {
    const cwd = folderWith({ 'a.yml': template(word) });
    expect((await oos(['check', 'a.yml', ...options], { cwd })).code).toBe(expected);
  });

  test('too many warnings are told', async () => {
    const cwd = folderWith({ 'a.yml': template('ODD ODD') });
    const { stderr } = await oos(['check', 'a.yml', '--max-warnings', '1', '--quiet'], { cwd });
    expect(stderr).toBe('oos: There are 2 warnings; --max-warnings allows 1.\n');
  });
});

describe('what is checked', () => {
  test('files, as they were given', async () => {
    const cwd = folderWith({ 'a.yml': template(), 'dir/b.txt': template() });
    const absolute = join(cwd, 'a.yml');
    expect(await checked(['./dir/b.txt', absolute], { cwd })).toEqual({
      code: 0,
      stderr: '',
      paths: ['./dir/b.txt', absolute],
    });
  });

  test('the templates of a folder, sorted and each once', async () => {
    const cwd = folderWith({
      'dir/b.yml': template(),
      'dir/B.YAML': template(),
      'dir/sub/deep/a.json': '{"FormatVersion": "OOS-2019-06-01"}',
      'dir/sub.yml': template(),
      'dir/other.yml': 'a: 1',
      'dir/notes.txt': template(),
      'dir/package.json': '{}',
      'dir/node_modules/x.yml': template(),
      'dir/.hidden/x.yml': template(),
      'dir/.dot.yml': template(),
    });
    const found = ['dir/.dot.yml', 'dir/B.YAML', 'dir/b.yml', 'dir/sub.yml', 'dir/sub/deep/a.json'];
    expect(await checked(['dir'], { cwd })).toEqual({ code: 0, stderr: '', paths: found });
    expect((await checked(['dir/', 'dir', './dir/b.yml'], { cwd })).paths).toHaveLength(found.length);
  });

  test('the current folder when nothing is given', async () => {
    const cwd = folderWith({ 'a.yml': template() });
    expect((await checked([], { cwd })).paths).toEqual(['./a.yml']);
  });

  test('links only where they are given', async () => {
    const cwd = folderWith({ 'real/a.yml': template(), 'dir/own.yml': template() });
    symlinkSync(join(cwd, 'real'), join(cwd, 'dir/linked'));
    symlinkSync(join(cwd, 'dir'), join(cwd, 'dir/round'));
    symlinkSync(join(cwd, 'real/a.yml'), join(cwd, 'dir/a.yml'));
    expect((await checked(['dir'], { cwd })).paths).toEqual(['dir/own.yml']);
    expect((await checked(['dir/linked', 'dir/a.yml'], { cwd })).paths).toEqual(['dir/a.yml', 'dir/linked/a.yml']);
  });

  test('standard input, also beside files', async () => {
    const cwd = folderWith({ 'a.yml': template() });
    const stdin = template('测试');
    expect((await checked(['-'], { cwd, stdin })).paths).toEqual(['-']);
    expect((await checked(['-', 'a.yml'], { cwd, stdin })).paths).toEqual(['-', 'a.yml']);
    expect((await checked(['-', '--stdin-filename', 'x/b.yml'], { cwd, stdin })).paths).toEqual(['x/b.yml']);
  });

  test('standard input is JSON by its name or its first character', async () => {
    const json = '{"FormatVersion": "OOS-2019-06-01", "Tasks": []}';
    expect((await checked(['-'], { stdin: json })).paths).toEqual(['-']);
    expect((await checked(['-', '--stdin-filename', 'x.oos.json'], { stdin: 'BAD' })).code).toBe(1);
  });
});

describe('what cannot be checked', () => {
  const other = '"other.yml" is not an OOS template';

  test.each([
    ['a missing file', ['missing.yml'], '"missing.yml" does not exist.'],
    ['a path through a file', ['other.yml/x.yml'], '"other.yml/x.yml" does not exist.'],
    ['a file of another kind', ['other.yml'], other],
    ['a ROS template', ['ros.yml'], '"ros.yml" is a ROS template'],
    ['a binary file', ['binary.yml'], '"binary.yml" is a binary file'],
    ['a file in UTF-16', ['utf16.yml'], '"utf16.yml" is saved as UTF-16.'],
    ['a file in GBK', ['gbk.yml'], '"gbk.yml" is not UTF-8 text (line 2 is the first that is not).'],
    ['a name that is not UTF-8', ['\uFFFD.yml'], 'The name "\uFFFD.yml" is not UTF-8'],
    ['a pattern that nothing fits', ['*.yaml'], 'No file fits the pattern "*.yaml".'],
    ['an empty file', ['empty.yml'], '"empty.yml" is empty.'],
    ['a folder without templates', ['nothing'], 'No OOS template was found in the folder "nothing".'],
  ])('%s', async (_, operands, expected) => {
    const cwd = folderWith({
      'other.yml': 'a: 1\n',
      'ros.yml': "ROSTemplateFormatVersion: '2015-09-01'\n",
      'binary.yml': Buffer.from([0x46, 0, 1, 2]),
      'utf16.yml': Buffer.from(`\uFEFF${template()}`, 'utf16le'),
      'gbk.yml': Buffer.concat([Buffer.from('FormatVersion: OOS-2019-06-01\n#'), Buffer.from([0xc4, 0xe3])]),
      'empty.yml': '',
      'nothing/other.yml': 'a: 1\n',
    });
    const { code, stderr, paths } = await checked(operands, { cwd });
    expect({ code, paths }).toEqual({ code: 2, paths: [] });
    expect(stderr).toContain(`oos: ${expected}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('empty standard input', async () => {
    expect(await checked(['-'], { stdin: '' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Standard input is empty.'),
    });
  });

  test.skipIf(process.platform === 'win32')('a link that leads back to itself', async () => {
    const cwd = folderWith({});
    symlinkSync('a.yml', join(cwd, 'a.yml'));
    expect(await checked(['a.yml'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"a.yml" is a link that leads back to itself. Name the file itself.'),
    });
  });

  test.skipIf(process.getuid?.() === 0)(
    'of a folder that may not be listed it is not said that it holds nothing',
    async () => {
      const cwd = folderWith({ 'shut/a.yml': template() });
      chmodSync(join(cwd, 'shut'), 0);
      const { code, stderr } = await checked(['shut'], { cwd });
      chmodSync(join(cwd, 'shut'), 0o700);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringMatching(/^oos: "shut" may not be read\. .+\n$/),
      });
    },
  );

  test('a file that is longer than anything is read', async () => {
    const cwd = folderWith({ 'huge.yml': Buffer.alloc(33 * 1024 * 1024, 'a: 1\n'), 'dir/a.yml': template() });
    expect(await checked(['huge.yml'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('32 MiB') });
    expect(await checked(['.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('does not keep the rest from being checked', async () => {
    const cwd = folderWith({ 'a.yml': template('BAD'), 'other.yml': 'a: 1\n' });
    const { code, stderr, paths } = await checked(['missing.yml', 'other.yml', 'a.yml'], { cwd });
    expect({ code, paths }).toEqual({ code: 2, paths: ['a.yml'] });
    expect(stderr).toContain('"missing.yml" does not exist.');
    expect(stderr).toContain(other);
  });

  test('is passed over in a folder, unless it is a template that cannot be read', async () => {
    const cwd = folderWith({ 'a.yml': template(), 'other.yml': Buffer.from([0xc4, 0xe3]), 'b.json': Buffer.from([0]) });
    expect(await checked(['.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const windows = folderWith({ 'a.yml': Buffer.from(`\uFEFF${template()}`, 'utf16le') });
    const { code, stderr } = await checked(['.'], { cwd: windows });
    expect({ code, lines: stderr.trim().split('\n') }).toEqual({ code: 2, lines: [expect.stringContaining('UTF-16')] });
  });

  test('a template named *.oos.yml is checked though it is empty', async () => {
    const cwd = folderWith({ 'a.oos.yml': '' });
    expect((await checked(['a.oos.yml'], { cwd })).paths).toEqual(['a.oos.yml']);
  });

  test('is told in Chinese too', async () => {
    const cwd = folderWith({ 'other.yml': 'a: 1\n' });
    mkdirSync(join(cwd, 'empty'));
    const { stderr } = await oos(['check', 'missing.yml', 'other.yml', 'empty', '--lang', 'zh-cn'], { cwd });
    expect(stderr).toContain('oos: “missing.yml”不存在。');
    expect(stderr).toContain('oos: “other.yml”不是 OOS 模板');
    expect(stderr).toContain('oos: 文件夹“empty”中没有 OOS 模板。');
  });
});

test('a byte order mark and Windows line ends do not move the places', async () => {
  const cwd = folderWith({ 'a.yml': `\uFEFF${template('BAD').replaceAll('\n', '\r\n')}` });
  const { stdout } = await oos(['check', 'a.yml', '--format', 'json'], { cwd });
  const [{ range }] = JSON.parse(stdout).files[0].diagnostics;
  expect(range).toEqual({ start: { line: 1, character: 13 }, end: { line: 1, character: 16 } });
});

describe('progress', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.yml`, template()]));

  test('is shown on a terminal and taken away again', async () => {
    const { stderr } = await oos(['check', '.'], { cwd: folderWith(many), terminal: true });
    expect(stderr).toContain('\r\x1b[K1/30 ./0.yml\r');
    expect(stderr.endsWith('\r\x1b[K')).toBe(true);
  });

  test('is not shown where a line cannot be rewritten', async () => {
    const { stderr } = await oos(['check', '.'], { cwd: folderWith(many), terminal: true, env: { TERM: 'dumb' } });
    expect(stderr).toBe('');
  });

  test.each([
    ['elsewhere', ['check', '.'], false],
    ['when it is to be quiet', ['check', '.', '--quiet'], true],
    ['for a few files', ['check', '1.yml'], true],
  ])('is not shown %s', async (_, argv, terminal) => {
    expect((await oos(argv, { cwd: folderWith(many), terminal })).stderr).toBe('');
  });
});
