import { beforeAll, describe, expect, test } from 'vitest';
import { answered, fakeService, refused } from '../../support/fakeService.ts';
import { folderWith } from '../../support/folder.ts';
import { away, sharedService } from '../cloud/service.ts';
import type { Surroundings } from '../runOos.ts';
import { approve, call, loopOver, sleep, template } from './templates.ts';

const service = sharedService({
  answers: { 'ECS:StartInstance': { $error: { code: 'InvalidInstance', message: 'There is no i-1.' } } },
});

const outputs = 'Outputs:\n  word: { Type: String, Value: done }\n  lines: { Type: String, Value: "a\\nb" }\n';
const good = template([sleep('first'), sleep('each', 'PT1S', loopOver('[x, y, z]'))], outputs);

beforeAll(async () => {
  for (const text of [good, good.replace('done', 'done again')]) await publish('good', text);
});

async function publish(name: string, text: string) {
  const argv = ['publish', '-', '--name', name, '--yes'];
  expect(await service.oos(argv, { stdin: text })).toMatchObject({ code: 0 });
}

/** Starts a text as a file. */
const runText = (text: string, argv: readonly string[], more: Surroundings = {}) =>
  service.oos(['run', 'a.oos.yml', ...argv], { cwd: folderWith({ 'a.oos.yml': text }), ...more });

const statusOf = async (id: string) => {
  const { stdout } = await service.oos(['executions', 'show', id, '--format', 'json']);
  return JSON.parse(stdout).execution.Status;
};
const idIn = (text: string) => /exec-[0-9a-f]+/.exec(text)?.[0] ?? '';
const count = async () =>
  JSON.parse((await service.oos(['executions', 'list', '--format', 'json'])).stdout).executions.length;

describe('a published template', () => {
  test('is run to its end, in the version that was shown', async () => {
    const { code, stdout, stderr } = await service.oos(['run', 'good', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Success {2}exec-[0-9a-f]+ {2}after \d+ .*\nOutputs:\n {2}word: done again\n {2}lines: a\n {4}b\n$/,
    );
    expect(stderr).toContain(`Endpoint: ${service.emulator.endpoint}\nStart an execution of good v2.\nStarted exec-`);
    expect(stderr).toMatch(/^\d\d:\d\d:\d\d {2}first {2}Success$/m);
    expect(stderr).toMatch(/^\d\d:\d\d:\d\d {2}each {2}Success {2}3 of 3$/m);
    expect(stderr).not.toContain('\x1b');
    const older = await service.oos(['run', 'good', '--version', 'v1', '--yes', '--lang', 'zh-cn']);
    expect(older.stdout).toMatch(/^Success {2}exec-[0-9a-f]+ {2}用时 .*\n输出：\n {2}word: done\n/);
    expect(older.stderr).toContain('启动执行：good v1。\n');
  });

  test('is told as JSON', async () => {
    const tags = ['--tag', 'team=web', '--description', 'Weekly.', '--safety-check', 'skip'];
    const { code, stdout, stderr } = await service.oos(['run', 'good', '--yes', '--format', 'json', ...tags]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      execution: {
        ExecutionId: expect.stringMatching(/^exec-/),
        TemplateVersion: 'v2',
        Status: 'Success',
        SafetyCheck: 'Skip',
        Outputs: { word: 'done again' },
        Tags: { team: 'web' },
        Description: 'Weekly.',
      },
    });
    expect(stderr).toContain('Safety check: Skip\nTags: team=web\nDescription: Weekly.\n');
  });

  test('is not waited for with --no-follow', async () => {
    const { code, stdout } = await service.oos(['run', 'good', '--yes', '--no-follow']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^exec-[0-9a-f]+\n$/);
    const json = await service.oos(['run', 'good', '--yes', '--no-follow', '--format', 'json']);
    expect(JSON.parse(json.stdout).execution).toMatchObject({ Status: 'Started' });
  });
});

test('a file is run by its content, with the logs when they are asked for', async () => {
  const { code, stderr } = await runText(good, ['--yes', '--logs']);
  expect(code).toBe(0);
  expect(stderr).toContain('Start an execution of a.oos.yml (by its content, nothing is published).\n');
  const lines = stderr.split('\n').map((line) => line.replace(/^[\d:]{8} {2}/, ''));
  const told = [
    'The execution started.',
    'first | The task first started.',
    'each [x] | The task each completed.',
    'each [y] | The task each completed.',
    'each [z] | The task each completed.',
    'each | The task each completed.',
    'The execution ended: Success.',
  ];
  expect(lines.filter((it) => told.includes(it))).toEqual(told);
});

test('on a terminal there are colours, and a line that tells how it stands', async () => {
  const { code, stdout, stderr } = await runText(template([approve('ask')]), [], {
    terminal: true,
    answers: ['y', 'a'],
  });
  expect(code).toBe(0);
  expect(stdout.startsWith('\x1b[32mSuccess\x1b[39m  exec-')).toBe(true);
  expect(stderr).toContain('tasks so far are done. Ctrl-C to stop or cancel.');
  expect((await runText(good, ['--yes'], { terminal: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\x1b');
});

describe('what goes wrong is told', () => {
  test('a task that fails, with its logs', async () => {
    const text = template([sleep('rest'), call('wake', 'StartInstance', loopOver('[i-1]'))]);
    const { code, stdout } = await runText(text, ['--yes', '--safety-check', 'skip']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Failed {2}exec-/);
    expect(stdout).toMatch(
      /^Failed task: wake \(ACS::ExecuteAPI\)\n {2}Loop item: i-1\n {2}InvalidInstance: There is no i-1\.\n(?: {2}[\d:]{8} {2}The task wake .*\n)+/m,
    );
    const json = await runText(text, ['--yes', '--format', 'json']);
    expect([json.code, JSON.parse(json.stdout).execution.Status]).toEqual([1, 'Failed']);
  });

  test('a task that fails in the execution of another template', async () => {
    await publish('inner', template([call('wake', 'StartInstance')]));
    const outer = template(['  - Name: outer\n    Action: ACS::Template\n    Properties: { TemplateName: inner }\n']);
    const { code, stdout } = await runText(outer, ['--yes']);
    expect(code).toBe(1);
    expect(stdout).toContain('Failed task: wake (ACS::ExecuteAPI)\n  InvalidInstance: There is no i-1.\n');
  });

  test('a file with errors, before anything is sent', async () => {
    const text = good.replace('Duration', 'Durration');
    const { code, stdout, stderr } = await runText(text, ['--yes'], { env: away });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^a\.oos\.yml:\d+:\d+ error [\s\S]+\noos: Nothing was started because of the errors above\. .+ --force\.\n$/,
    );
    const forProgram = await runText(text, ['--yes', '--format', 'json'], { env: away });
    expect(forProgram.code).toBe(1);
    expect(JSON.parse(forProgram.stdout)).toEqual({
      version: 1,
      path: 'a.oos.yml',
      diagnostics: [
        expect.objectContaining({ rule: 'missing-sleep-time', severity: 'error', range: expect.anything() }),
      ],
    });
    const forced = await runText(text, ['--yes', '--force']);
    expect(forced.code).toBe(3);
    expect(forced.stderr).toContain('TemplateValidationError');
  });

  test('values for a template that cannot be made out, none of which is shown', async () => {
    const odd = await fakeService(
      answered({
        RequestId: 'R-1',
        Template: { TemplateName: 'odd', TemplateVersion: 'v1' },
        Content: '- no template',
      }),
      refused(400, 'InvalidParameter', {}, { Message: 'The value hush-hush does not fit.' }),
    );
    const argv = ['run', 'odd', '-p', 'word=hush-hush', '--yes'];
    const { code, stderr } = await service.oos(argv, { env: { ALIBABA_CLOUD_ENDPOINT: odd.endpoint } });
    expect(code).toBe(3);
    expect(stderr).toContain('  word = ******\n');
    expect(stderr).toContain('The value *** does not fit.');
    expect(stderr).not.toContain('hush');
  });

  test('a service that refuses, or is away', async () => {
    const env = service.envOf(service.emulator.accounts.powerless);
    expect(await service.oos(['run', 'good', '--yes'], { env })).toMatchObject({ code: 3, stdout: '' });
    const lost = await runText(good, ['--yes'], { env: away });
    expect(lost).toMatchObject({ code: 3, stdout: '' });
    expect(lost.stderr).toContain('Look before you try again: oos executions list --since 10m\n');
    expect((await service.oos(['run', 'nobody', '--yes'])).stderr).toContain('There is no template "nobody"');
  });
});

test.each([
  [['good', 'better'], /Name one template/],
  [[], /Name one template/],
  [['gone.oos.yml'], /"gone\.oos\.yml" does not exist/],
  [['folder/gone'], /"folder\/gone" does not exist/],
  [['notes.txt'], /is not an OOS template/],
  [['./'], /"\.\/" is a folder\. Name the templates in it/],
  [['-', '--params-file', '-'], /Standard input can be the template or its parameters, not both/],
  [['a.oos.yml', '--version', 'v1'], /--version is for published templates/],
  [['good', '--timeout', 'soon'], /--timeout needs a time such as 90s/],
  [['good', '--mode', 'debug', '--safety-check', 'skip'], /takes --safety-check skip only with --mode automatic/],
  [['good', '--version', 'latest'], /is "latest"/],
  [['good', '--tag', 'team'], /A tag is written KEY=VALUE/],
])('%j is refused, and nothing is started', async (argv, message) => {
  const cwd = folderWith({ 'a.oos.yml': good, 'notes.txt': 'Buy milk.' });
  const before = await count();
  const { code, stdout, stderr } = await service.oos(['run', ...argv, '--yes'], { cwd });
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  expect(await count()).toBe(before);
});

test('a name that is also that of a folder is a published template', async () => {
  const cwd = folderWith({ 'good/notes.txt': 'Buy milk.' });
  expect((await service.oos(['run', 'good', '--yes', '--no-follow'], { cwd })).code).toBe(0);
});

test.each([
  ['says no', { terminal: true, answers: ['n'] }],
  ['is not there', {}],
])('nothing is started when the person %s', async (_, surroundings) => {
  const before = await count();
  const { code, stdout, stderr } = await runText(good, [], surroundings);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Nothing was changed');
  expect(await count()).toBe(before);
});

test('risky tasks are shown before the question', async () => {
  const kills = Array.from({ length: 7 }, (_, at) => call(`kill${at}`, 'DeleteInstance'));
  const show = (argv: readonly string[]) => runText(template(kills), argv, { terminal: true, answers: ['n'] });
  const { stderr } = await show([]);
  expect(stderr).toContain('Risky tasks:\n  kill0: ECS DeleteInstance. OOS treats');
  expect(stderr).toContain('\n  and 2 more\nGo on?');
  const skipping = await show(['--safety-check', 'skip', '--lang', 'zh-cn']);
  expect(skipping.stderr).toContain('高风险任务（执行前不会请求确认）：\n');
});

describe('without a terminal', () => {
  test('the commands to type are shown for what waits, and typing one lets it go on', async () => {
    let typed: Promise<unknown> | undefined;
    const { code, stderr } = await runText(template([approve('ask'), sleep('rest')]), ['--yes'], {
      onWait: ({ written }) => {
        const [line] = /^ {2}oos notify \S+ approve .*$/m.exec(written.stderr) ?? [];
        if (line) typed ??= service.oos(line.trim().split(' ').slice(1));
      },
    });
    expect(code).toBe(0);
    expect(await typed).toMatchObject({ code: 0 });
    expect(stderr.match(/ask waits for an approval/g)).toHaveLength(1);
    expect(stderr).toMatch(/^ {2}oos notify exec-\S+ reject --task exec-\S+ --yes$/m);
    expect(stderr).toMatch(/^ {2}\{"NotifyType":"WebHook",/m);
  });

  test('Ctrl-C stops watching, and the execution goes on', async () => {
    const text = template([approve('ask')]);
    const { code, stdout, stderr } = await runText(text, ['--yes', '--region', 'cn-hangzhou'], {
      onWait: ({ interrupt }) => void interrupt(),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^(?:Started|Running|Waiting) {2}exec-/);
    expect(stderr).toContain(`Not watching any more. The execution goes on; it is`);
    expect(stderr).toContain(`  oos cancel ${idIn(stdout)} --region cn-hangzhou\n`);
    expect(['Started', 'Running', 'Waiting']).toContain(await statusOf(idIn(stdout)));
  });

  test('the time to watch can be limited', async () => {
    const { code, stdout, stderr } = await runText(template([approve('ask')]), [
      '--yes',
      '--timeout',
      '1m',
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('The time is up. The execution goes on');
    expect(await statusOf(JSON.parse(stdout).execution.ExecutionId)).not.toBe('Cancelled');
  });
});
