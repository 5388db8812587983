import { describe, expect, test, vi } from 'vitest';
import { oos } from './runOos.ts';

vi.mock('../../server/src/analysis/rules/index.ts', () => import('./fakeRules.ts'));

describe('the list', () => {
  test('has a line for each rule', async () => {
    const { code, stdout, stderr } = await oos(['rules']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'unknown-bad       error        The word BAD stands somewhere.',
      'unused-odd        warning      The word ODD stands somewhere.',
      'unused-note       information  The word NOTE stands somewhere.',
    ]);
    expect(stdout).toContain('misplaced-style   hint         (strict) The word STYLE stands somewhere.\n');
  });

  test('is in columns in Chinese too', async () => {
    const { stdout } = await oos(['rules', '--lang', 'zh-cn']);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'unknown-bad       错误  文中有“BAD”。',
      'unused-odd        警告  文中有“ODD”。',
    ]);
  });

  test('is coloured on a terminal only', async () => {
    expect((await oos(['rules'], { terminal: true })).stdout).toContain('\x1b[31merror\x1b[39m');
    expect((await oos(['rules'])).stdout).not.toContain('\x1b');
  });

  test('is one JSON value for programs, in English', async () => {
    const { stdout } = await oos(['rules', '--format', 'json'], { env: { LANG: 'zh_CN.UTF-8' } });
    const { version, rules } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(rules[0]).toEqual({
      id: 'unknown-bad',
      severity: 'error',
      preset: 'recommended',
      fixable: true,
      summary: 'The word BAD stands somewhere.',
      why: 'Nobody wants BAD.',
    });
    expect(rules.find(({ id }: { id: string }) => id === 'misplaced-style').preset).toBe('strict');
    expect(rules.find(({ id }: { id: string }) => id === 'unused-odd').fixable).toBe(false);
  });
});

describe('a rule', () => {
  test('has its page, without marks of Markdown', async () => {
    const { code, stdout, stderr } = await oos(['rules', 'unknown-bad']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^unknown-bad/);
    expect(stdout).toContain('Nobody wants BAD.');
    expect(stdout).toMatch(/^ {4}BAD$/m);
    expect(stdout).not.toMatch(/^#|^```|\*\*/m);
  });

  test('has its page in Chinese', async () => {
    expect((await oos(['rules', 'unknown-bad', '--lang', 'zh-cn'])).stdout).toContain('没有人想要“BAD”。');
  });

  test('has a headline that stands out on a terminal', async () => {
    const { stdout } = await oos(['rules', 'unknown-bad'], { terminal: true });
    expect(stdout.startsWith('\x1b[1munknown-bad\x1b[22m\n')).toBe(true);
  });

  test('can be JSON', async () => {
    const { stdout } = await oos(['rules', 'unused-odd', '--format', 'json', '--lang', 'zh-cn']);
    expect(JSON.parse(stdout).rules).toEqual([expect.objectContaining({ id: 'unused-odd', why: '没有人想要“ODD”。' })]);
  });

  test.each([
    [['unknown-bda'], 'There is no rule unknown-bda. Did you mean unknown-bad?'],
    [['zzz'], 'There is no rule zzz. oos rules lists all of them.'],
    [['unknown-bad', 'unused-odd'], 'oos rules shows one rule at a time'],
    [['--format', 'sarif'], '--format cannot be "sarif"'],
  ])('%j is refused', async (argv, expected) => {
    const { code, stdout, stderr } = await oos(['rules', ...argv]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`oos: ${expected}`);
  });
});
