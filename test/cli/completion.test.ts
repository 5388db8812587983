import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { commands } from '../../server/src/cli/commands/commands.ts';
import { oos } from './runOos.ts';

const { stdout: script } = await oos(['completion', 'bash']);
const hasBash = process.platform !== 'win32' && spawnSync('bash', ['--version']).status === 0;

/** What bash offers for the last word of a command line. */
function offered(line: string): string[] {
  const words = line.split(' ').map((word) => `'${word}'`);
  const ask = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _oos; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', `${script}\n${ask}`], {
    encoding: 'utf8',
    // bash complains of a locale that is not installed.
    env: { ...process.env, LC_ALL: 'C' },
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.split('\n').filter((word) => word !== '');
}

describe.runIf(hasBash)('in bash', () => {
  test.each([
    ['oos ch', ['check']],
    ['oos te', ['templates']],
    ['oos templates s', ['show']],
    ['oos templates show re', []],
    ['oos notify app', []],
    ['oos notify exec-1 app', ['approve']],
    ['oos notify exec-1 approve re', []],
    ['oos api GetT', ['GetTemplate', 'GetTemplateParameterConstraints']],
    ['oos check --ma', ['--max-warnings']],
    ['oos check --format ', ['pretty', 'json', 'sarif', 'junit', 'github']],
    ['oos check --config .oo', []],
    ['oos check --format = s', ['sarif']],
    ['oos check --format =', ['pretty', 'json', 'sarif', 'junit', 'github']],
    ['oos run -p format=js', []],
    ['oos help pub', ['publish']],
    ['oos completion z', ['zsh']],
    ['oos nonsense --f', []],
  ])('%s', (line, expected) => {
    expect(offered(line)).toEqual(expected);
  });

  test('all commands are offered', () => {
    expect(offered('oos ')).toEqual([...commands.keys(), 'help']);
  });
});

const hasFish = process.platform !== 'win32' && spawnSync('fish', ['--version']).status === 0;
const { stdout: fishScript } = await oos(['completion', 'fish']);

describe.runIf(hasFish)('in fish', () => {
  test.each([
    ['oos ch', ['check']],
    ['oos templates s', ['show']],
    ['oos notify exec-1 app', ['approve']],
    ['oos check --format=s', ['--format=sarif']],
    ['oos help pub', ['publish']],
    ['oos actions show run --mo', []],
    ['oos run check --mo', ['--mode']],
  ])('%s', (line, expected) => {
    const ask = `${fishScript}\ncomplete -C '${line}'`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', ask], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.split('\n').flatMap((it) => it.split('\t')[0] || [])).toEqual(expected);
  });
});

test.each([
  ['zsh', /^#compdef oos\n/, `'*--format=[For people (the default), or for programs]:FORMAT:(pretty json)'`],
  ['fish', /^complete -c oos /, `-l format -x -a 'pretty json' -d 'For people (the default), or for programs'`],
])('the script for %s has every command with its options', async (shell, start, line) => {
  const { code, stdout } = await oos(['completion', shell]);
  expect(code).toBe(0);
  expect(stdout).toMatch(start);
  expect(stdout).toContain(line);
  expect(stdout).toMatch(/notify.*approve reject/);
  for (const name of commands.keys()) expect(stdout).toMatch(new RegExp(`\\b${name}\\b`));
  expect((await oos(['completion', shell, '--lang', 'zh-cn'])).stdout).toContain('显示本帮助');
});

test.each([[['completion']], [['completion', 'tcsh']], [['completion', 'bash', 'zsh']]])(
  'oos %j is no command line',
  async (argv) => {
    const { code, stdout, stderr } = await oos(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('oos completion bash, zsh or fish');
  },
);
