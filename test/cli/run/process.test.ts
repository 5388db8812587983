import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Installed, installedPackage } from '../../support/bundles.ts';
import { folderWith } from '../../support/folder.ts';
import { away, expectNoSecret, planted, sharedService } from '../cloud/service.ts';
import { approve, secret, sleep, taking, template } from './templates.ts';

// Programs are bundled and started, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const service = sharedService({ speed: 2000 });
let installed: Installed;

beforeAll(async () => {
  installed = await installedPackage();
});
afterAll(() => installed.remove());

const slow = template([sleep('rest', 'PT24H')]);

interface Manner {
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  /** The program takes its streams for a terminal. */
  readonly terminal?: boolean;
  /** Called with all that was written, whenever something is, and with the process. */
  readonly onOutput?: (written: string, child: ReturnType<typeof spawn>) => void;
}

/** Runs the program in a folder with templates until it ends by itself. */
async function oos(argv: readonly string[], { env = {}, stdin, terminal = false, onOutput }: Manner = {}) {
  const cwd = folderWith({
    'good.oos.yml': template([sleep('rest')]),
    'taking.oos.yml': taking,
    'slow.oos.yml': slow,
    'asking.oos.yml': template([approve('ask')]),
    'bad.oos.yml': 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n',
  });
  const preload = terminal ? ['--require', join(import.meta.dirname, '../../support/asTerminal.cjs')] : [];
  const child = spawn(process.execPath, [...preload, join(installed.folder, 'dist/oos.cjs'), ...argv], {
    cwd,
    env: { HOME: cwd, USERPROFILE: cwd, NO_COLOR: '1', ...service.envOf(planted), ...env },
  });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
      onOutput?.(written.stdout + written.stderr, child);
    });
  }
  if (stdin !== undefined) child.stdin.end(stdin);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [code] = await once(child, 'close');
  expectNoSecret(written.stdout + written.stderr);
  return { code, ...written };
}

const idIn = (text: string) => /exec-[0-9a-f]{20}/.exec(text)?.[0] ?? '';

async function statusOf(id: string): Promise<string> {
  const { stdout } = await service.oos(['executions', 'show', id, '--format', 'json']);
  return JSON.parse(stdout).execution.Status;
}

/** An execution that has ended, or one that waits. */
async function started(text: string, ...argv: string[]): Promise<string> {
  const { stdout } = await service.oos(['run', '-', '--yes', '--format', 'json', ...argv], { stdin: text });
  return JSON.parse(stdout).execution.ExecutionId;
}

describe('oos as a program', () => {
  test('runs, shows, answers, cancels and deletes', async () => {
    const ran = await oos(['run', 'good.oos.yml', '--yes']);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Success {2}exec-/),
    });
    const id = idIn(ran.stdout);
    const waiting = await started(template([approve('ask')]), '--no-follow');
    const other = await started(template([approve('ask')]), '--no-follow');
    const lines: readonly (readonly [argv: string[], stdout: RegExp])[] = [
      [['executions', 'list'], new RegExp(`^${id} +Success `, 'm')],
      [['executions', 'show', id], new RegExp(`^${id} {2}Success\n`)],
      [['executions', 'tasks', id], /^rest +ACS::Sleep +Success /m],
      [['executions', 'template', id], /^FormatVersion: OOS-2019-06-01\nTasks:\n/],
      [['logs', id, '--follow'], /The execution started\.\n(?:.*\n)*.*The execution ended: Success\.\n$/],
      [['notify', waiting, 'approve', '--yes'], new RegExp(`^${waiting} was told: approve\\.\n$`)],
      [['cancel', other, '--yes'], new RegExp(`^${other} was told to stop\\.\n$`)],
      [['executions', 'delete', id, other, '--yes'], /^Deleted 2 executions\.\n$/],
    ];
    for (const [argv, expected] of lines) {
      const { code, stdout } = await oos(argv);
      expect({ argv, code, stdout }).toEqual({ argv, code: 0, stdout: expect.stringMatching(expected) });
    }
  });

  test('asks at a terminal, and does not show what is secret', async () => {
    const answers: [RegExp, string][] = [
      [/password: /, `${secret}\r`],
      [/\[y\/N\] /, 'y\r'],
    ];
    const { code, stdout, stderr } = await oos(['run', 'taking.oos.yml', '-p', 'size=1'], {
      terminal: true,
      onOutput: (written, child) => {
        const [question, answer] = answers[0] ?? [];
        if (!question?.test(written)) return;
        answers.shift();
        child.stdin?.write(answer);
        if (answers.length === 0) child.stdin?.end();
      },
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('told: 1 ******') });
    expect(stdout + stderr).not.toContain(secret);
  });

  test('takes secrets from standard input', async () => {
    const { code, stdout, stderr } = await oos(['run', 'taking.oos.yml', '--yes', '--params-file', '-'], {
      stdin: JSON.stringify({ size: 2, password: secret }),
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('told: 2 ******') });
    expect(stderr).not.toContain(secret);
  });

  test('checks before it asks the service', async () => {
    expect(await oos(['run', 'bad.oos.yml', '--yes'], { env: away })).toMatchObject({ code: 1, stdout: '' });
    expect(await oos(['run', 'taking.oos.yml', '--yes', '-p', 'size=3'])).toMatchObject({ code: 2, stdout: '' });
  });
});

/** Presses Ctrl-C once the task runs, and types an answer to the question that follows. */
function pressing(answer: string): NonNullable<Manner['onOutput']> {
  let state: 'watching' | 'pressed' | 'answered' = 'watching';
  return (written, child) => {
    if (state === 'watching' && /rest {2}Running/.test(written)) {
      state = 'pressed';
      child.kill('SIGINT');
    } else if (state === 'pressed' && /go on watching: /.test(written)) {
      state = 'answered';
      child.stdin?.end(answer);
    }
  };
}

describe('Ctrl-C', () => {
  test.each([
    ['c to cancel', 'c\r', 1, 'Cancelled'],
    ['s to stop watching', 's\r', 0, 'Running'],
    ['Ctrl-C again', '\x03', 0, 'Running'],
  ])('and %s', async (_, answer, expected, status) => {
    const argv = ['run', 'slow.oos.yml', '--yes'];
    const { code, stdout, stderr } = await oos(argv, { terminal: true, onOutput: pressing(answer) });
    expect(stderr).toContain('Cancel the execution, or just stop watching?');
    expect({ code, stdout }).toEqual({ code: expected, stdout: expect.stringMatching(new RegExp(`^${status} `)) });
    expect(await statusOf(idIn(stdout))).toBe(status);
  });

  test('without a terminal stops watching', async () => {
    const { code, stdout, stderr } = await oos(['run', 'slow.oos.yml', '--yes'], { onOutput: pressing('') });
    const id = idIn(stdout);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `Running  ${id}\n` });
    expect(stderr).toContain(`  oos cancel ${id}\n`);
    expect(await statusOf(id)).toBe('Running');
  });
});

const calls = [
  'run good.oos.yml --yes',
  'run good --yes',
  'executions list',
  'executions show exec-1',
  'executions tasks exec-1',
  'executions template exec-1',
  'executions delete exec-1 --yes',
  'logs exec-1 --follow',
  'notify exec-1 approve --yes',
  'cancel exec-1 --yes',
];

test.each(calls)('oos %s tells a refusal, and a service that is away', async (line) => {
  const refused = await oos(line.split(' '), { env: service.envOf(service.emulator.accounts.powerless) });
  expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 3, stdout: '' });
  expect(refused.stderr).toMatch(/User\.NoPermission, HTTP 401, request ID/);
  const lost = await oos([...line.split(' '), '--lang', 'zh-cn'], { env: away });
  expect({ code: lost.code, stdout: lost.stdout }).toEqual({ code: 3, stdout: '' });
  expect(lost.stderr).toContain('请检查接入点');
});

test.each(['run good.oos.yml', 'executions delete exec-1'])(
  'oos %s changes nothing where nobody can be asked',
  async (line) => {
    const before = await service.oos(['executions', 'list', '--format', 'json']);
    const { code, stdout, stderr } = await oos(line.split(' '));
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining('Add --yes') });
    const ids = (text: string) => JSON.parse(text).executions.map((it: { ExecutionId: string }) => it.ExecutionId);
    expect(ids((await service.oos(['executions', 'list', '--format', 'json'])).stdout)).toEqual(ids(before.stdout));
  },
);
