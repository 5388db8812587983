import { describe, expect, test } from 'vitest';
import { folderWith } from '../../support/folder.ts';
import { sharedService } from '../cloud/service.ts';
import type { Surroundings } from '../runOos.ts';
import { secret, sleep, taking, template } from './templates.ts';

const service = sharedService();

/** Runs a file, and looks whether the secret is written anywhere. */
async function run(argv: readonly string[], { files = {}, ...more }: Surroundings & { files?: object } = {}) {
  const cwd = folderWith({ 'take.oos.yml': taking, ...files });
  const done = await service.oos(['run', 'take.oos.yml', ...argv], { cwd, ...more });
  for (const form of [secret, JSON.stringify(secret).slice(1, -1)])
    expect(done.stdout + done.stderr).not.toContain(form);
  return done;
}

const values = `size: 2\npassword: ${JSON.stringify(secret)}\n`;
const json = JSON.stringify({ size: 2, password: secret });
const byFile = ['--params-file', 'values.yml', '--yes'];

test.each([
  ['a YAML file', byFile, { files: { 'values.yml': values } }],
  ['a JSON file', ['--params-file', 'values.json', '--yes'], { files: { 'values.json': json } }],
  ['standard input', ['--params-file', '-', '--yes'], { stdin: json }],
  ['the command line', ['-p', 'SIZE=2', '-p', `password=${secret}`, '--yes'], {}],
  ['a file and the command line', [...byFile, '-p', 'size=2'], { files: { 'values.yml': values.replace('2', '9') } }],
  ['a person', [], { terminal: true, answers: ['2', secret, 'y'] }],
] as const)('takes parameters from %s', async (_, argv, more) => {
  const { code, stdout, stderr } = await run(argv, more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('  size = 2\n  password = ******\n') });
  expect(stdout).toContain('  told: 2 ******\n');
  expect(stderr).toContain('With their defaults: time\n');
});

test.each(['false', 'true', 'exec', '2026', 'Success', 'Status'])(
  'a secret may be an ordinary word: %s',
  async (word) => {
    const text = taking.replace(', MinLength: 8', '').replace("Value: '{{ size }}", "Value: 'got {{ size }}");
    const argv = ['run', 'take.oos.yml', '--params-file', '-', '--yes', '--format', 'json'];
    const stdin = JSON.stringify({ size: 2, password: word });
    const { code, stdout } = await service.oos(argv, { cwd: folderWith({ 'take.oos.yml': text }), stdin });
    expect(code).toBe(0);
    const { execution } = JSON.parse(stdout);
    expect(execution).toMatchObject({
      ExecutionId: expect.stringMatching(/^exec-[0-9a-f]+$/),
      Status: 'Success',
      IsParent: false,
      EndDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      Parameters: { password: expect.stringMatching(/^\*+$/) },
    });
    expect(execution.Outputs.told).toMatch(/^got 2 \*+$/);
  },
);

test('warns of a secret on the command line, where others can see it', async () => {
  const argv = ['-p', 'size=2', '-p', `password=${secret}`, '--yes', '--lang', 'zh-cn'];
  expect((await run(argv)).stderr).toContain('“password”是机密参数（NoEcho），而命令行上的内容可能被他人看到。');
  expect((await run(byFile, { files: { 'values.yml': values } })).stderr).not.toContain('NoEcho');
});

test('tells everything that is wrong or missing at once, and starts nothing', async () => {
  const before = await service.oos(['executions', 'list', '--format', 'json']);
  const { code, stdout, stderr } = await run(['-p', 'sice=3', '-p', 'time=PT1S', '--yes']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(
    [
      "oos: The template has no parameter 'sice'. Did you mean 'size'?",
      "oos: 'size' is missing (Number, one of: 1, 2).",
      "oos: 'password' is missing (String, at least 8 characters).",
      'oos: Nothing was started. Give parameters with -p NAME=VALUE or --params-file FILE, secret ones with --params-file.\n',
    ].join('\n'),
  );
  const wrong = await run(['-p', 'size=3', '--params-file', '-', '--yes'], { stdin: '{"password": "planted"}' });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("'size' cannot be '3'. It can be: 1, 2.\n");
  expect(wrong.stderr).toContain("'password' needs at least 8 characters; what was given is less.\n");
  expect(wrong.stderr).not.toContain('planted');
  expect(await service.oos(['executions', 'list', '--format', 'json'])).toEqual(before);
});

describe('at a terminal', () => {
  test('asks again until the answer fits, with what is wanted', async () => {
    const answers = ['', '7', '1', 'short', secret, 'y'];
    const { code, stderr } = await run([], { terminal: true, answers });
    expect(code).toBe(0);
    const told = [
      'size (Number, one of: 1, 2) - How big',
      'It has no default, so a value is needed. Ctrl-C leaves.',
      "'size' cannot be '7'. It can be: 1, 2.",
      'password (String, at least 8 characters)',
      "'password' needs at least 8 characters; what was given is less.",
      'Go on? [y/N]',
    ];
    const places = told.map((it) => stderr.indexOf(it));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('lets the person leave', async () => {
    const { code, stdout, stderr } = await run([], { terminal: true, answers: ['1', undefined] });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Nothing was started.\n');
  });

  test('tells what is wrong rather than asking for the rest', async () => {
    const { code, stderr } = await run(['-p', 'size=3'], { terminal: true, answers: [] });
    expect(code).toBe(2);
    expect(stderr).not.toContain('password');
  });
});

describe('files that cannot be used', () => {
  test.each([
    ['gone.yml', {}, /"gone\.yml" does not exist/],
    ['values.yml', { 'values.yml': 'password: "planted\nsize: 2\n' }, /neither valid YAML nor valid JSON: see line \d/],
    ['values.json', { 'values.json': '{"password": "planted",, }' }, /neither valid YAML nor valid JSON: see line 1/],
    ['values.yml', { 'values.yml': '- planted\n' }, /has to be one map/],
    ['values.yml', { 'values.yml': '' }, /has to be one map/],
    ['values.yml', { 'values.yml': Buffer.from('a: \0planted') }, /is a binary file/],
  ])('%s with %j', async (path, files, message) => {
    const { code, stdout, stderr } = await run(['--params-file', path, '--yes'], { files });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(stderr).not.toContain('planted');
  });
});

test.each([
  ['-p', secret],
  ['-p', `=${secret}`],
])('%s needs a name', async (...argv) => {
  const { code, stderr } = await run([...argv, '--yes']);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('written -p NAME=VALUE') });
});

test('numbers keep the form that they have in the file where a text is wanted', async () => {
  const files = {
    'take.oos.yml': template(
      [sleep('rest')],
      "Parameters:\n  release: { Type: String }\nOutputs:\n  told: { Type: String, Value: '{{ release }}' }\n",
    ),
    'values.yml': 'release: 1.10\n',
  };
  expect((await run(byFile, { files })).stdout).toContain('told: 1.10\n');
});

test('a value that matches a pattern in part goes to the service, with a word of doubt', async () => {
  const files = {
    'take.oos.yml': template([sleep('rest')], "Parameters:\n  id: { Type: String, AllowedPattern: 'i-[0-9]+' }\n"),
  };
  const { code, stderr } = await run(['-p', 'id=my i-1', '--yes', '--force'], { files });
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('only in part') });
});
