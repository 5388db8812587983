import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { jsonTemplate, oos, template } from './runOos.ts';

vi.mock('../../server/src/analysis/rules/index.ts', () => import('./fakeRules.ts'));

const contentOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('a file', () => {
  test.each([
    ['a.yml', template],
    ['a.json', jsonTemplate],
  ])('%s is repaired until nothing changes, and the rest is told', async (path, make) => {
    const cwd = folderWith({ [path]: make('BAD ODD STEP1') });
    const { code, stdout, stderr } = await oos(['check', path, '--fix'], { cwd });
    expect(contentOf(cwd, path)).toBe(make('GOOD ODD DONE'));
    expect(code).toBe(0);
    expect(stderr).toBe(`${path}: 3 repairs made (misplaced-first, unknown-bad)\n`);
    expect(stdout).toContain('unused-odd');
    expect(stdout).toContain('Checked 1 file: 1 warning.\n');
    expect(stdout).not.toContain('BAD');
  });

  test('is the same after a second time', async () => {
    const cwd = folderWith({ 'a.yml': template('BAD STEP1') });
    await oos(['check', 'a.yml', '--fix'], { cwd });
    const once = contentOf(cwd, 'a.yml');
    expect(await oos(['check', 'a.yml', '--fix'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(contentOf(cwd, 'a.yml')).toBe(once);
  });

  test('keeps its byte order mark, its line ends, its comments and its end', async () => {
    const before = `\uFEFF# 注释\r\n${template('BAD').replaceAll('\n', '\r\n')}\r\n\r\n# no line end`;
    const cwd = folderWith({ 'a.yml': before });
    await oos(['check', 'a.yml', '--fix'], { cwd });
    expect(contentOf(cwd, 'a.yml')).toBe(before.replace('BAD', 'GOOD'));
  });

  test('keeps its permissions, and nothing else is left in its folder', async () => {
    const cwd = folderWith({ 'a.yml': template('BAD') });
    chmodSync(join(cwd, 'a.yml'), 0o640);
    await oos(['check', 'a.yml', '--fix'], { cwd });
    expect(statSync(join(cwd, 'a.yml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd)).toEqual(['a.yml']);
  });

  test('is not written when there is nothing to repair', async () => {
    const cwd = folderWith({ 'a.yml': template('ODD') });
    const long = new Date('2020-01-01');
    utimesSync(join(cwd, 'a.yml'), long, long);
    const { ino } = statSync(join(cwd, 'a.yml'));
    await oos(['check', 'a.yml', '--fix'], { cwd });
    expect(statSync(join(cwd, 'a.yml'))).toMatchObject({ mtime: long, ino });
  });

  test('behind a link is repaired, and the link stays', async () => {
    const cwd = folderWith({ 'real/a.yml': template('BAD') });
    symlinkSync('real/a.yml', join(cwd, 'link.yml'));
    await oos(['check', 'link.yml', '--fix'], { cwd });
    expect(contentOf(cwd, 'real/a.yml')).toBe(template('GOOD'));
    expect(lstatSync(join(cwd, 'link.yml')).isSymbolicLink()).toBe(true);
  });

  test('that may not be written is told, and the others are repaired', async () => {
    const cwd = folderWith({ 'a.yml': template('BAD'), 'b.yml': template('BAD') });
    chmodSync(join(cwd, 'a.yml'), 0o444);
    const { code, stdout, stderr } = await oos(['check', 'a.yml', 'b.yml', '--fix'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('oos: "a.yml" may not be written, so it was not repaired.');
    expect(stderr).not.toContain('a.yml: ');
    expect(stdout).toContain('a.yml:2:14 error');
    expect([contentOf(cwd, 'a.yml'), contentOf(cwd, 'b.yml')]).toEqual([template('BAD'), template('GOOD')]);
  });

  test('that may not be written but needs no repair is fine', async () => {
    const cwd = folderWith({ 'a.yml': template() });
    chmodSync(join(cwd, 'a.yml'), 0o444);
    expect(await oos(['check', 'a.yml', '--fix'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});

test('a guess is left alone', async () => {
  const cwd = folderWith({ 'a.yml': template('NAEM BAD') });
  const { code, stdout, stderr } = await oos(['check', 'a.yml', '--fix'], { cwd });
  expect(contentOf(cwd, 'a.yml')).toBe(template('NAEM GOOD'));
  expect(code).toBe(1);
  expect(stdout).toContain('= fix: Change to NAME');
  expect(stderr).toContain('1 of them can be repaired by a quick fix that you should look at');
  expect(stderr).not.toContain('--fix');
});

test('rules that are off repair nothing, those of a preset do', async () => {
  const files = { 'a.yml': template('BAD STYLE') };
  const off = folderWith(files);
  await oos(['check', 'a.yml', '--fix', '--rule', 'unknown-bad=off'], { cwd: off });
  expect(contentOf(off, 'a.yml')).toBe(template('BAD STYLE'));
  const strict = folderWith({ ...files, '.oosrc.json': '{ "extends": "strict" }' });
  await oos(['check', 'a.yml', '--fix'], { cwd: strict });
  expect(contentOf(strict, 'a.yml')).toBe(template('GOOD style'));
});

test('all templates of a folder are repaired, other files are left alone', async () => {
  const cwd = folderWith({ 'a.yml': template('BAD'), 'b/c.json': jsonTemplate('BAD'), 'other.yml': 'a: BAD\n' });
  const { code, stderr } = await oos(['check', '.', '--fix'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toBe('./a.yml: 1 repair made (unknown-bad)\n./b/c.json: 1 repair made (unknown-bad)\n');
  expect(contentOf(cwd, 'b/c.json')).toBe(jsonTemplate('GOOD'));
  expect(contentOf(cwd, 'other.yml')).toBe('a: BAD\n');
});

test('is quiet when it is to be quiet', async () => {
  const cwd = folderWith({ 'a.yml': template('BAD') });
  expect(await oos(['check', 'a.yml', '--fix', '--quiet'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(contentOf(cwd, 'a.yml')).toBe(template('GOOD'));
});

test('speaks Chinese', async () => {
  const cwd = folderWith({ 'a.yml': template('BAD'), 'b.yml': template('BAD') });
  chmodSync(join(cwd, 'b.yml'), 0o444);
  const { stderr } = await oos(['check', '.', '--fix', '--lang', 'zh-cn'], { cwd });
  expect(stderr).toContain('./a.yml：已修复 1 处（unknown-bad）\n');
  expect(stderr).toContain('没有写入“./b.yml”的权限，因此未修复。');
});

test.each(['json', 'sarif', 'junit', 'github'])('in the format %s only what is left is told', async (format) => {
  const cwd = folderWith({ 'a.yml': template('BAD ODD') });
  const { stdout, stderr } = await oos(['check', 'a.yml', '--fix', '--format', format], { cwd });
  expect(stdout).toContain('unused-odd');
  expect(stdout).not.toContain('Change to GOOD');
  expect(stderr).toBe('a.yml: 1 repair made (unknown-bad)\n');
});

describe('standard input', () => {
  test('comes out repaired, and the findings go to standard error', async () => {
    const { code, stdout, stderr } = await oos(['check', '-', '--fix'], { stdin: template('BAD ODD') });
    expect(stdout).toBe(template('GOOD ODD'));
    expect(code).toBe(0);
    expect(stderr).toContain('-: 1 repair made (unknown-bad)\n');
    expect(stderr).toContain('-:2:19 warning "ODD" is wrong. (unused-odd)');
  });

  test('comes out as it was when there is nothing to repair', async () => {
    const stdin = `\uFEFF${jsonTemplate().replaceAll('\n', '\r\n')}`;
    expect((await oos(['check', '-', '--fix', '--quiet'], { stdin })).stdout).toBe(stdin);
  });

  test('that is no template does not come out', async () => {
    expect(await oos(['check', '-', '--fix'], { stdin: 'a: 1\n' })).toMatchObject({ code: 2, stdout: '' });
  });

  test('leaves standard output to the text, whatever the format', async () => {
    const { stdout, stderr } = await oos(['check', '-', '--fix', '--format', 'json', '--quiet'], {
      stdin: template('BAD ODD'),
    });
    expect(stdout).toBe(template('GOOD ODD'));
    expect(JSON.parse(stderr).summary).toMatchObject({ error: 0, warning: 1 });
  });
});
