import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { approve, template } from '../run/templates.ts';
import { gateBefore } from './gate.ts';
import { type Running, sharedProgram } from './program.ts';
import { sleeping } from './service.ts';
import { standingService } from './standing.ts';

// Programs are bundled and started, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { service, ids, expectUntouched } = standingService();
const files = {
  'good.oos.yml': sleeping('after'),
  'new.oos.yml': sleeping('new'),
  'newer.oos.yml': sleeping('newer'),
  'newest.oos.yml': sleeping('newest'),
  'ask.oos.yml': template([approve('ask')]),
  'askTwice.oos.yml': template([approve('ask'), approve('again')]),
};
const program = sharedProgram(service, files, ids);

/** How long a program may take to end: far less than the time limit of a call, and enough on a busy machine. */
const PROMPT = 12_000;

async function stopped(running: Running, signal: NodeJS.Signals = 'SIGINT') {
  const start = performance.now();
  running.child.kill(signal);
  const { code, ...ended } = await running.ended;
  expect(performance.now() - start).toBeLessThan(PROMPT);
  // Not killed: it has ended by itself.
  expect(ended.signal).toBeNull();
  return { code, stdout: ended.stdout, stderr: ended.stderr };
}

/** Starts the program and waits until one of its calls is held. */
async function waiting(line: string, operation: string, nth = 1) {
  const gate = await gateBefore(service.emulator.endpoint, operation, nth);
  const running = program.start(line, { endpoint: gate.endpoint });
  void running.ended.finally(() => gate.close());
  await Promise.race([gate.held, running.ended.then((it) => Promise.reject(new Error(it.stderr)))]);
  return { running, gate };
}

const unknown = (what: string) =>
  `Stopped before an answer came, so it is not known whether ${what}. Look before you try again:`;
const nothingChanged = 'oos: Stopped before an answer came. Nothing was changed.\n';

/** The command line of a test, with the ids in it. */
const withIds = (line: string) => line.replace(/@(\w+)/g, (_, name) => ids[name] ?? '');

describe.concurrent('Ctrl-C while the service thinks', () => {
  test.each([
    ['validate good.oos.yml new.oos.yml', 'ValidateTemplateContent'],
    ['validate good.oos.yml --format json', 'ValidateTemplateContent'],
    ['publish good.oos.yml --yes --format json', 'GetTemplate'],
    ['run good --yes --format json', 'GetTemplate'],
    ['templates list --format json', 'ListTemplates'],
    ['templates show good --format json', 'GetTemplate'],
    ['templates versions good --format json', 'ListTemplateVersions'],
    ['templates delete good --yes --format json', 'GetTemplate'],
    ['executions list', 'ListExecutions'],
    ['executions show @waiting --format json', 'ListExecutions'],
    ['executions tasks @waiting --format json', 'ListTaskExecutions'],
    ['executions template @waiting --format json', 'GetExecutionTemplate'],
    ['logs @waiting --format json', 'ListExecutionLogs'],
    ['notify @waiting approve --yes --format json', 'ListExecutions'],
    ['cancel @waiting --yes --format json', 'ListExecutions'],
    ['tags list good --format json', 'ListTagResources'],
    ['api ListTemplates', 'ListTemplates'],
    ['actions refresh --format json', 'ListActions'],
    ['risk good.oos.yml --ask-service good --format json', 'ListExecutionRiskyTasks'],
    ['policy good', 'GenerateExecutionPolicy'],
    ['policy good.oos.yml --ask-service --format json', 'GenerateExecutionPolicy'],
  ])('ends oos %s at once', async (line, operation) => {
    const { running, gate } = await waiting(line, operation);
    expect(await stopped(running)).toEqual({ code: 2, stdout: '', stderr: nothingChanged });
    expect(gate.seen.filter((it) => !/^(?:Get|List|Validate|Generate)/.test(it))).toEqual([]);
  });

  test.each([
    ['templates delete good --yes --format json', 'DeleteTemplate', 'oos templates show good'],
    ['executions delete @other --force --yes --format json', 'DeleteExecutions', 'oos executions show @other'],
    ['notify @waiting approve --yes --format json', 'NotifyExecution', 'oos executions tasks @waiting'],
    ['cancel @waiting --yes', 'CancelExecution', 'oos executions show @waiting'],
    ['tags add good --tag c=d --yes --format json', 'TagResources', 'oos tags list good --type template'],
    ['tags remove good --all --yes', 'UntagResources', 'oos tags list good --type template'],
    ['api DeleteTemplate --TemplateName good --yes', 'DeleteTemplate', 'oos templates versions good'],
    [
      'api NotifyExecution --ExecutionId @waiting --NotifyType Approve --yes',
      'NotifyExecution',
      'oos executions show @waiting',
    ],
  ])('tells of oos %s that nobody knows, and how to look', async (line, operation, look) => {
    const { running } = await waiting(`${line} --region cn-hangzhou`, operation);
    const { code, stdout, stderr } = await stopped(running);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const told = `oos: ${unknown('this took effect')} ${withIds(look)} --region cn-hangzhou\n`;
    expect(stderr.endsWith(`\n${told}`)).toBe(true);
  });

  test.each([
    ['', 'CreateTemplate', 'new (new.oos.yml): sent, but not known whether it was published\n'],
    ['--format json', 'CreateTemplate', { name: 'new', result: 'unknown' }],
    ['--name good', 'UpdateTemplate', 'good (new.oos.yml): sent, but not known whether it was published\n'],
  ])('tells of oos publish %s while it sends %s that nobody knows', async (options, operation, expected) => {
    const { running } = await waiting(`publish new.oos.yml --yes ${options}`.trim(), operation);
    const { code, stdout, stderr } = await stopped(running);
    const name = options === '--name good' ? 'good' : 'new';
    expect(code).toBe(2);
    expect(stderr).toMatch(
      new RegExp(`^oos: ${unknown(`${name} was published`)} oos templates versions ${name}\n$`, 'm'),
    );
    if (typeof expected === 'string') expect(stdout.endsWith(expected)).toBe(true);
    else expect(JSON.parse(stdout).templates).toMatchObject([expected]);
  });

  test('has to be pressed twice while an execution starts, since nobody would know its ID', async () => {
    const { running } = await waiting('run good --yes --format json', 'StartExecution');
    running.child.kill('SIGINT');
    await running.wrote('Waiting to hear whether it has started.');
    const { code, stdout, stderr } = await stopped(running);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^It is not known whether .* Look before you try again: oos executions list --since 10m\n$/m,
    );
  });

  test('ends a command that waits for its input', async () => {
    const running = program.start('validate good.oos.yml -');
    await running.wrote('good.oos.yml: valid');
    const stdout = expect.stringMatching(/^good.*\n$/);
    expect(await stopped(running)).toEqual({ code: 2, stdout, stderr: '' });
  });

  test.each(['', ' --format json'])('ends the following of logs%s as its user wants it', async (options) => {
    const running = program.start(`logs @waiting --follow${options}`);
    await running.wrote('The execution started.');
    const stdout = expect.stringMatching(/\n$/);
    expect(await stopped(running)).toEqual({ code: 0, stdout, stderr: '' });
  });
});

describe.concurrent('SIGTERM', () => {
  test.each([
    ['executions list --format json', 'ListExecutions', nothingChanged],
    ['publish good.oos.yml --yes --format json', 'GetTemplate', nothingChanged],
    ['tags add good --tag c=d --yes --format json', 'TagResources', unknown('this took effect')],
    ['run good --yes --format json', 'StartExecution', 'It is not known whether the execution has started.'],
  ])('ends oos %s as Ctrl-C does, at once', async (line, operation, told) => {
    const { running } = await waiting(line, operation);
    const stderr = expect.stringContaining(told);
    expect(await stopped(running, 'SIGTERM')).toEqual({ code: 2, stdout: '', stderr });
  });

  test('ends the following of logs', async () => {
    const running = program.start('logs @waiting --follow');
    await running.wrote('The execution started.');
    expect(await stopped(running, 'SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  });
});

test('nothing of all that has changed anything', async () => {
  await expectUntouched();
  expect(existsSync(join(program.folder, '.cache'))).toBe(false);
});

describe('oos publish of many files', () => {
  const names = ['good', 'new', 'newer', 'newest'];
  const line = `publish ${names.map((it) => `${it}.oos.yml`).join(' ')}`;

  async function republished() {
    for (const name of [...names, 'guarded']) await service.oos(['templates', 'delete', name, '--yes']);
    await service.oos(['publish', '-', '--name', 'good', '--yes'], { stdin: sleeping('before') });
  }

  async function published(): Promise<string[]> {
    const { stdout } = await service.oos('templates list --share-type private --format json'.split(' '));
    return JSON.parse(stdout)
      .templates.map(({ TemplateName: name, TemplateVersion: version }: Listed) => `${name} ${version}`)
      .sort();
  }

  test('tells what it has published and what not, and of which nobody knows', async () => {
    await republished();
    const { running } = await waiting(`${line} --yes`, 'CreateTemplate', 2);
    const { code, stdout, stderr } = await stopped(running);
    expect(code).toBe(2);
    expect(stdout.split('\n').filter((it) => /^new|^good/.test(it) && it.includes('('))).toEqual([
      'good (good.oos.yml): updated from v1 to v2',
      'new (new.oos.yml): created as v1',
      'newer (newer.oos.yml): sent, but not known whether it was published',
      'newest (newest.oos.yml): not published',
    ]);
    expect(stderr.split('\n').slice(-3)).toEqual([
      `oos: ${unknown('newer was published')} oos templates versions newer`,
      'oos: Stopped. Published: good, new. Not published: newest.',
      '',
    ]);
    expect(await published()).toEqual(['good v2', 'new v1']);
  });

  test('tells programs too, where it has published something', async () => {
    await republished();
    const { running } = await waiting(`${line} --yes --format json`, 'GetTemplate', 2);
    const { code, stdout, stderr } = await stopped(running);
    expect(code).toBe(2);
    const outcomes = JSON.parse(stdout).templates.map(({ name, result }: Outcome) => `${name} ${result}`);
    expect(outcomes).toEqual(['good updated', 'new stopped', 'newer stopped', 'newest stopped']);
    expect(stderr).toMatch(/^oos: Stopped\. Published: good\. Not published: new, newer, newest\.$/m);
    expect(await published()).toEqual(['good v2']);
  });

  test('stops at a question that is left', async () => {
    await republished();
    const running = program.start(line, { terminal: true });
    await running.wrote('Update the template good');
    running.type('y\r');
    await running.wrote('Create the template new ');
    running.child.stdin?.end('\x03');
    const { code, stderr } = await running.ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /new was not changed\.\noos: Stopped\. Published: good\. Not published: new, newer, newest\.\n$/,
    );
    expect(await published()).toEqual(['good v2']);
  });
});

test('oos run leaves its execution alone on SIGTERM, and asks nobody', async () => {
  const running = program.start('run ask.oos.yml --yes', { terminal: true });
  await running.wrote('[a]pprove');
  const { code, stdout, stderr } = await stopped(running, 'SIGTERM');
  const [id = ''] = /exec-\w+/.exec(stdout) ?? [];
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Waiting  ${id}\n` });
  expect(stderr).not.toContain('Cancel the execution');
  expect(stderr).toContain(`  oos cancel ${id}\n`);
});

test('oos logs --follow ends when its reader goes away', async () => {
  const started = await program.start('run askTwice.oos.yml --yes --no-follow').ended;
  const id = started.stdout.trim();
  const running = program.start(`logs ${id} --follow`);
  await running.wrote('It waits to be approved.');
  running.child.stdout?.destroy();
  await service.oos(['notify', id, 'approve', '--yes']);
  expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  expect((await service.oos(['executions', 'show', id])).stdout).toContain('Waiting');
});

interface Listed {
  readonly TemplateName: string;
  readonly TemplateVersion: string;
}

interface Outcome {
  readonly name: string;
  readonly result: string;
}
