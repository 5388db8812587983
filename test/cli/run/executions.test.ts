import { beforeAll, describe, expect, test } from 'vitest';
import { momentFrom } from '../../../server/src/cli/executions/moment.ts';
import { answered, fakeService } from '../../support/fakeService.ts';
import { sharedService } from '../cloud/service.ts';
import type { Surroundings } from '../runOos.ts';
import { approve, call, loopOver, sleep, template } from './templates.ts';

const service = sharedService({
  answers: { 'ECS:StartInstance': { $error: { code: 'Busy', message: 'Not \x1b[31mnow.' } } },
});

const nested = template([
  sleep('first'),
  sleep('each', 'PT1S', loopOver('[x, y]')),
  '  - Name: outer\n    Action: ACS::Template\n    Properties: { TemplateName: inner }\n',
]);
/** By what they are, and so in the command lines below: `@failed`. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  await publish('inner', template([sleep('within')], 'Outputs:\n  word: { Type: String, Value: done }\n'));
  await publish('nested', nested);
  ids.nested = await start('nested', ['--tag', 'team=web', '--description', 'Weekly.']);
  ids.failed = await start('-', [], template([call('wake', 'StartInstance')]));
  ids.waiting = await start('-', ['--mode', 'failure-pause', '--no-follow'], template([approve('ask')]));
});

async function publish(name: string, stdin: string) {
  expect(await service.oos(['publish', '-', '--name', name, '--yes'], { stdin })).toMatchObject({ code: 0 });
}

async function start(name: string, argv: readonly string[] = [], stdin = '') {
  const { stdout } = await service.oos(['run', name, '--yes', '--format', 'json', ...argv], { stdin });
  return JSON.parse(stdout).execution.ExecutionId;
}

const oos = (line: string, more: Surroundings = {}) =>
  service.oos(
    line.split(' ').map((word) => (word.startsWith('@') ? (ids[word.slice(1)] ?? '') : word)),
    more,
  );
const json = async (line: string) => JSON.parse((await oos(`${line} --format json`)).stdout);

describe('list', () => {
  test('shows the executions, the youngest first', async () => {
    const { code, stdout, stderr } = await oos('executions list');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const rows = stdout.split('\n').map((line) => line.split(/ {2,}/));
    expect(rows[0]).toEqual(['ID', 'Status', 'Template', 'Version', 'Mode', 'Started', 'Ended', 'By']);
    expect(rows.slice(1, 4).map(([id]) => id)).toEqual([ids.waiting, ids.failed, ids.nested]);
    expect(rows[3]?.slice(1, 5)).toEqual(['Success', 'nested', 'v1', 'Automatic']);
    expect((await oos('executions list --lang zh-cn')).stdout).toMatch(/^ID +状态 +模板 /);
  });

  test.each([
    ['--status failed', ['failed']],
    ['--template neste', ['nested']],
    ['--mode failure-pause', ['waiting']],
    ['--tag team=web', ['nested']],
    ['--since 2020-01-31', ['waiting', 'failed', 'nested']],
    ['--until 2020-01-31T08:00:00Z', []],
  ])('with %s', async (options, names) => {
    const { version, executions } = await json(`executions list ${options}`);
    expect(version).toBe(1);
    expect(executions.map((it: { ExecutionId: string }) => it.ExecutionId)).toEqual(names.map((it) => ids[it]));
  });

  test('times that are told as so long ago are measured by the clock of the service, which may be ahead', async () => {
    const found = async (line: string) =>
      (await json(line)).executions.map((it: { ExecutionId: string }) => it.ExecutionId);
    // It ended seconds before the others began, and hours ahead of this machine.
    expect(await found('executions list --since 1s')).not.toContain(ids.nested);
    expect(await found('executions list --until 1s')).toContain(ids.nested);
    expect(await found('executions list --since 10000d')).toContain(ids.nested);
  });

  test('those that others have started are shown when they are asked for', async () => {
    expect((await json('executions list')).executions).toHaveLength(3);
    const { executions } = await json('executions list --all');
    expect(executions.map((it: { ParentExecutionId: string }) => it.ParentExecutionId)).toContain(ids.nested);
  });

  test('stops at the limit', async () => {
    const { stdout, stderr } = await oos('executions list --limit 1');
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('there are more');
    expect(await json('executions list --limit 1')).toMatchObject({ more: true, executions: { length: 1 } });
  });

  test.each(['--since yesterday', '--until 2025-13-01', '--status great', '--task x', '--force'])(
    '%s is refused',
    async (options) => {
      expect(await oos(`executions list ${options}`)).toMatchObject({ code: 2, stdout: '' });
    },
  );
});

test('show tells all about one', async () => {
  const { code, stdout } = await oos('executions show @nested');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^exec-[0-9a-f]+ {2}Success\nTemplate +nested v1\nDescription +Weekly\.\nMode +Automatic\n/);
  expect(stdout).toMatch(/^Tags +team=web$/m);
  expect((await oos('executions show @nested --lang zh-cn')).stdout).toMatch(/^模板 +nested v1$/m);
  expect((await oos('executions show @waiting')).stdout).toMatch(
    /\nCurrent tasks\n {2}ask {2}ACS::Approve {2}exec-\S+\n$/,
  );
  expect((await oos('executions show @failed')).stdout).toContain('\uFFFD[31mnow.');
  expect(await json('executions show @failed')).toMatchObject({ version: 1, execution: { ExecutionId: ids.failed } });
});

describe('tasks', () => {
  const names = async (line: string) =>
    (await oos(line)).stdout
      .split('\n')
      .slice(1, -1)
      .map((row) => row.slice(0, row.indexOf('  ACS::')).trimEnd());

  test('shows them in the order in which they started', async () => {
    expect(await names('executions tasks @nested')).toEqual(['first', 'each', 'outer']);
    expect((await oos('executions tasks @nested')).stdout).toMatch(/^each +ACS::Sleep +Success 2\/2 /m);
    const { version, id, tasks } = await json('executions tasks @nested');
    expect({ version, id, count: tasks.length }).toEqual({ version: 1, id: ids.nested, count: 3 });
  });

  test('shows those of one second in the order of their numbers, whatever that of the service', async () => {
    const tasks = ['d', 'c', 'b', 'a'].map((TaskName, at) => ({
      TaskName,
      TaskAction: 'ACS::Sleep',
      TaskExecutionId: `exec-1.t${4 - at}`,
      StartDate: '2025-01-31T08:00:00Z',
    }));
    const { endpoint } = await fakeService(answered({ RequestId: 'R', TaskExecutions: tasks }));
    const { stdout } = await oos('executions tasks exec-1', { env: { ALIBABA_CLOUD_ENDPOINT: endpoint } });
    expect(stdout.match(/^[a-d](?= )/gm)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('shows them as a tree with --all', async () => {
    expect(await names('executions tasks @nested --all')).toEqual([
      'first',
      'each',
      '  each [x]',
      '  each [y]',
      'outer',
      '  within',
    ]);
  });
});

test('template writes the text that was run', async () => {
  expect(await oos('executions template @nested')).toEqual({ code: 0, stdout: nested, stderr: '' });
  expect(await json('executions template @nested')).toMatchObject({
    version: 1,
    content: nested,
    contentIsOriginal: true,
  });
});

describe('delete', () => {
  test('forgets several, after a question', async () => {
    const ids = [await start('inner'), await start('inner')];
    const argv = ['executions', 'delete', ...ids];
    const declined = await service.oos(argv, { terminal: true, answers: ['n'] });
    expect(declined).toMatchObject({ code: 2, stdout: '' });
    expect(declined.stderr).toContain(
      `Delete 2 executions with their tasks and logs, which cannot be undone: ${ids.join(', ')}.`,
    );
    const { code, stdout } = await service.oos([...argv, '--yes', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, deleted: ids, requestId: expect.any(String) });
    expect(await service.oos(['executions', 'show', ids[0] ?? ''])).toMatchObject({ code: 3 });
  });

  test('those that have not ended only with --force', async () => {
    const id = await start('-', ['--no-follow'], template([approve('ask')]));
    const refused = await service.oos(['executions', 'delete', id, '--yes']);
    expect([refused.code, refused.stderr]).toEqual([
      3,
      expect.stringMatching(/ExecutionDeleteFailed.+ or deleted with --force\.\n$/),
    ]);
    const { code, stdout } = await service.oos(['executions', 'delete', id, '--force', '--yes', '--lang', 'zh-cn']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '已删除 1 个执行。\n' });
  });

  test('no more than a hundred at once', async () => {
    const many = Array.from({ length: 101 }, (_, at) => `exec-${at}`);
    expect(await service.oos(['executions', 'delete', ...many, '--yes'])).toMatchObject({ code: 2, stdout: '' });
  });
});

test.each(['show', 'tasks', 'template'])('%s of an execution that there is none', async (verb) => {
  const { code, stderr } = await oos(`executions ${verb} exec-0`);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('There is no execution "exec-0"') });
});

test('times can be told in several ways', () => {
  const now = Date.parse('2025-01-31T08:00:00.123Z');
  const read = (text: string) => momentFrom('since', text, now);
  expect(['90s', '2h', '7D'].map(read)).toEqual([
    '2025-01-31T07:58:30Z',
    '2025-01-31T06:00:00Z',
    '2025-01-24T08:00:00Z',
  ]);
  expect(['2025-01-31', '2025-01-31T08:00:00+08:00'].map(read)).toEqual([
    '2025-01-31T00:00:00Z',
    '2025-01-31T00:00:00Z',
  ]);
  for (const wrong of ['yesterday', '5', '2025-02-30', '-2h'])
    expect(() => read(wrong)).toThrow(/--since needs a time/);
});
