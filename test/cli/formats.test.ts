import { describe, expect, test, vi } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { oos, type Surroundings, template } from './runOos.ts';

vi.mock('../../server/src/analysis/rules/index.ts', () => import('./fakeRules.ts'));

describe('json', () => {
  test('is one value in the shape that other programs rely on', async () => {
    const cwd = folderWith({ 'b.yml': template('ODD BAD'), 'a.yml': template() });
    const { stdout, stderr } = await oos(['check', 'b.yml', 'a.yml', '--format', 'json'], { cwd });
    expect(stderr).toBe('');
    expect(stdout.endsWith('}\n')).toBe(true);
    // Compared as text, because the order of the keys is part of it.
    expect(JSON.stringify(JSON.parse(stdout))).toBe(
      JSON.stringify({
        version: 1,
        files: [
          { path: 'a.yml', diagnostics: [] },
          {
            path: 'b.yml',
            diagnostics: [
              {
                rule: 'unused-odd',
                severity: 'warning',
                message: '"ODD" is wrong.',
                range: { start: { line: 1, character: 13 }, end: { line: 1, character: 16 } },
                fixes: [],
              },
              {
                rule: 'unknown-bad',
                severity: 'error',
                message: '"BAD" is wrong.',
                range: { start: { line: 1, character: 17 }, end: { line: 1, character: 20 } },
                fixes: [
                  {
                    title: 'Change to GOOD',
                    edits: [
                      {
                        range: { start: { line: 1, character: 17 }, end: { line: 1, character: 20 } },
                        newText: 'GOOD',
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        summary: { files: 2, error: 1, warning: 1, information: 0, hint: 0 },
      }),
    );
  });

  test('is the same for the same input', async () => {
    const cwd = folderWith({ 'a.yml': template('BAD'), 'b.yml': template('ODD') });
    const [first, second] = [
      await oos(['check', '--format=json'], { cwd }),
      await oos(['check', '--format=json'], { cwd }),
    ];
    expect(first).toEqual(second);
  });

  test('speaks English unless it is told otherwise', async () => {
    const surroundings = { cwd: folderWith({ 'a.yml': template('BAD') }), env: { LANG: 'zh_CN.UTF-8' } };
    const english = await oos(['check', '--format', 'json'], surroundings);
    expect(english.stdout).toContain('is wrong.');
    const chinese = await oos(['check', '--format', 'json', '--lang', 'zh-cn'], surroundings);
    expect(chinese.stdout).toContain('“BAD”有误。');
    expect(chinese.stdout).toContain('"title": "改为 GOOD"');
  });
});

describe('pretty', () => {
  async function pretty(word: string, surroundings: Surroundings = {}, options: readonly string[] = []) {
    return oos(['check', 'a.yml', ...options], { cwd: folderWith({ 'a.yml': template(word) }), ...surroundings });
  }

  test('shows each finding with its line, its place and its repair', async () => {
    const { stdout, stderr } = await pretty('测试 BAD and ODD');
    expect(stdout).toMatchInlineSnapshot(`
      "a.yml:2:17 error "BAD" is wrong. (unknown-bad)
        2 | Description: 测试 BAD and ODD
          |                   ^^^
          = fix: Change to GOOD

      a.yml:2:25 warning "ODD" is wrong. (unused-odd)
        2 | Description: 测试 BAD and ODD
          |                           ^^^

      Checked 1 file: 1 error, 1 warning.
      "
    `);
    expect(stderr).toBe('1 of them can be repaired at once: run again with --fix.\n');
  });

  test('speaks Chinese', async () => {
    const { stdout, stderr } = await pretty('BAD NOTE NOTE WHIM', {}, ['--lang', 'zh-cn']);
    expect(stdout).toContain('a.yml:2:14 错误 “BAD”有误。 (unknown-bad)\n');
    expect(stdout).toContain('    = 修复：改为 GOOD\n');
    expect(stdout).toContain('已检查 1 个文件：1 个错误，2 条信息，1 条提示。\n');
    expect(stderr).toBe('其中 1 个可以直接修复：请加上 --fix 再次运行。\n');
  });

  test('tells repairs that want a look from those that do not', async () => {
    expect((await pretty('NAEM BAD NAEM ODD')).stderr).toBe(
      '1 of them can be repaired at once: run again with --fix.\n' +
        '2 of them can be repaired by a quick fix that you should look at: open the file in your editor, or read the edits with --format json.\n',
    );
    expect((await pretty('NAEM', {}, ['--lang', 'zh-cn'])).stderr).toContain('其中 1 个有需要您确认的快速修复');
    expect((await pretty('ODD')).stderr).toBe('');
  });

  test.each<[Record<string, string>, boolean]>([
    [{ LANG: 'zh_CN.UTF-8' }, true],
    [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, true],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, false],
    [{ LC_ALL: '', LANG: 'zh' }, true],
    [{ LANG: 'zha_XX' }, false],
    [{}, false],
  ])('takes the language of the terminal: %j', async (env, chinese) => {
    expect((await pretty('fine', { env })).stdout.includes('已检查')).toBe(chinese);
  });

  test('says when nothing was found', async () => {
    expect(await pretty('fine')).toEqual({ code: 0, stdout: 'Checked 1 file: no problems found.\n', stderr: '' });
  });

  test('says nothing but the findings when it is to be quiet', async () => {
    const { stdout, stderr } = await pretty('BAD', {}, ['--quiet']);
    expect(stdout).toContain('BAD');
    expect(stdout).not.toContain('Checked');
    expect(stderr).toBe('');
  });

  test.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
  ])('is coloured with %j, terminal %s: %s', async (env, terminal, coloured) => {
    expect((await pretty('BAD', { env, terminal })).stdout.includes('\x1b[31merror')).toBe(coloured);
  });

  test('lets no escape sequence of a file through to the terminal', async () => {
    const { stdout } = await pretty('"\x1b]0;x\x07" BAD', { terminal: true, env: { NO_COLOR: '1' } });
    expect(stdout).toContain('BAD');
    expect(stdout).not.toContain('\x1b');
  });
});
