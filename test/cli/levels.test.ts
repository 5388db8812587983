import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { oos, type Surroundings, template } from './runOos.ts';

vi.mock('../../server/src/analysis/rules/index.ts', () => import('./fakeRules.ts'));

/** `path rule severity` of each finding. */
async function findings(argv: readonly string[], surroundings: Surroundings) {
  const { code, stdout, stderr } = await oos(['check', ...argv, '--format', 'json'], surroundings);
  const files: readonly JsonFile[] = JSON.parse(stdout).files;
  return {
    code,
    stderr,
    found: files.flatMap((it) => it.diagnostics.map(({ rule, severity }) => `${it.path} ${rule} ${severity}`)),
  };
}

interface JsonFile {
  readonly path: string;
  readonly diagnostics: readonly { readonly rule: string; readonly severity: string }[];
}

const rulesFile = (rules: Record<string, string>, more: object = {}): string => JSON.stringify({ ...more, rules });

describe('--rule', () => {
  test('sets how a rule reports, and what that means for the exit code', async () => {
    const cwd = folderWith({ 'a.yml': template('BAD ODD') });
    const argv = ['a.yml', '--rule', 'unknown-bad=off', '--rule=unused-odd=ERROR'];
    expect(await findings(argv, { cwd })).toEqual({ code: 1, stderr: '', found: ['a.yml unused-odd error'] });
  });

  test('may say the same rule twice; the last one counts', async () => {
    const cwd = folderWith({ 'a.yml': template('BAD') });
    const argv = ['a.yml', '--rule', 'unknown-bad=off', '--rule', 'unknown-bad=hint'];
    expect((await findings(argv, { cwd })).found).toEqual(['a.yml unknown-bad hint']);
  });

  test('switches on a rule of the strict preset', async () => {
    const cwd = folderWith({ 'a.yml': template('STYLE') });
    expect((await findings(['a.yml'], { cwd })).found).toEqual([]);
    expect((await findings(['a.yml', '--rule', 'misplaced-style=warning'], { cwd })).found).toEqual([
      'a.yml misplaced-style warning',
    ]);
  });

  test.each([
    ['unknown-bda=off', 'There is no rule unknown-bda. Did you mean unknown-bad? oos rules lists all of them.'],
    ['zzz=off', 'There is no rule zzz. oos rules lists all of them.'],
    ['unknown-bad=warn', '--rule unknown-bad cannot be "warn". Did you mean warning? It can be: error, warning,'],
    ['unknown-bad=', '--rule unknown-bad cannot be ""'],
    ['unknown-bad', '--rule unknown-bad says no level: write --rule unknown-bad=off'],
    ['constructor=off', 'There is no rule constructor.'],
  ])('%s is refused', async (value, expected) => {
    const cwd = folderWith({ 'a.yml': template('BAD') });
    const { code, stdout, stderr } = await oos(['check', 'a.yml', '--rule', value], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`oos: ${expected}`);
  });

  test('is refused in Chinese too', async () => {
    const { stderr } = await oos(['check', '--rule', 'unknown-bda=off', '--lang', 'zh-cn'], { cwd: folderWith({}) });
    expect(stderr).toContain('oos: 没有规则 unknown-bda。是否想写 unknown-bad？');
  });
});

describe('.oosrc.json', () => {
  test('counts for the files in its folder and below; the nearest alone', async () => {
    const cwd = folderWith({
      '.oosrc.json': rulesFile({ 'unknown-bad': 'off', 'unused-odd': 'off' }),
      'a.yml': template('BAD ODD'),
      'b/c/a.yml': template('BAD ODD'),
      'd/.oosrc.json': rulesFile({ 'unused-odd': 'error' }),
      'd/a.yml': template('BAD ODD'),
    });
    expect((await findings(['.'], { cwd })).found).toEqual([
      './d/a.yml unknown-bad error',
      './d/a.yml unused-odd error',
    ]);
  });

  test('is found above the folder that oos runs in', async () => {
    const root = folderWith({ '.oosrc.json': rulesFile({ 'unknown-bad': 'off' }), 'b/a.yml': template('BAD') });
    expect((await findings(['a.yml'], { cwd: join(root, 'b') })).found).toEqual([]);
  });

  test('gives way to --rule', async () => {
    const cwd = folderWith({ '.oosrc.json': rulesFile({ 'unknown-bad': 'off' }), 'a.yml': template('BAD') });
    expect((await findings(['a.yml', '--rule', 'unknown-bad=hint'], { cwd })).found).toEqual([
      'a.yml unknown-bad hint',
    ]);
  });

  test('goes before its preset', async () => {
    const strict = { extends: 'strict' };
    const cwd = folderWith({
      '.oosrc.json': rulesFile({ 'unused-odd': 'off' }, strict),
      'a.yml': template('STYLE ODD'),
    });
    expect((await findings(['a.yml'], { cwd })).found).toEqual(['a.yml misplaced-style hint']);
  });

  test('counts for standard input by its name', async () => {
    const cwd = folderWith({ 'b/.oosrc.json': rulesFile({ 'unknown-bad': 'off' }) });
    const stdin = template('BAD');
    expect((await findings(['-'], { cwd, stdin })).found).toEqual(['- unknown-bad error']);
    expect((await findings(['-', '--stdin-filename', 'b/new.yml'], { cwd, stdin })).found).toEqual([]);
  });

  test('with mistakes is told with the place, once, and what is right in it counts', async () => {
    const text = '{\n  "rules": {\n    "unknown-bda": "off",\n    "unused-odd": "off"\n  }\n}\n';
    const cwd = folderWith({ 'b/.oosrc.json': text, 'b/a.yml': template('BAD ODD'), 'b/c.yml': template() });
    const { code, stderr, found } = await findings(['b/a.yml', 'b/c.yml'], { cwd });
    expect({ code, found }).toEqual({ code: 2, found: ['b/a.yml unknown-bad error'] });
    expect(stderr).toMatch(
      /^oos: b\/\.oosrc\.json:3:5 There is no rule 'unknown-bda'\. Did you mean 'unknown-bad'\?\n$/,
    );
  });

  test('that is no JSON is told in Chinese too', async () => {
    const cwd = folderWith({ '.oosrc.json': '{ "rules" }', 'a.yml': template() });
    const { code, stderr } = await oos(['check', 'a.yml', '--lang', 'zh-cn'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^oos: \.oosrc\.json:1:\d+ .*\p{Script=Han}/u);
  });

  test('beside files that are not checked does not matter', async () => {
    const cwd = folderWith({ 'b/.oosrc.json': '{', 'a.yml': template() });
    expect(await findings(['a.yml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('--config', () => {
  test('takes the place of the settings files', async () => {
    const cwd = folderWith({
      '.oosrc.json': rulesFile({ 'unknown-bad': 'off' }),
      'ci.json': rulesFile({ 'unused-odd': 'error' }),
      'a.yml': template('BAD ODD'),
    });
    expect((await findings(['a.yml', '--config', 'ci.json'], { cwd })).found).toEqual([
      'a.yml unknown-bad error',
      'a.yml unused-odd error',
    ]);
    expect((await findings(['a.yml', '--config', 'ci.json', '--rule', 'unused-odd=hint'], { cwd })).found).toContain(
      'a.yml unused-odd hint',
    );
  });

  test.each([
    ['missing.json', '"missing.json" does not exist.'],
    ['broken.json', 'broken.json:1:'],
    ['wrong.json', "wrong.json:1:29 'eror' is not a level."],
    ['folder', 'cannot be read (EISDIR)'],
  ])('%s is refused', async (config, expected) => {
    const cwd = folderWith({
      'a.yml': template('BAD'),
      'broken.json': '{ "rules": ',
      'wrong.json': '{ "rules": { "unknown-bad": "eror" } }',
      'folder/x': '',
    });
    const { code, stdout, stderr } = await oos(['check', 'a.yml', '--config', config], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });
});
