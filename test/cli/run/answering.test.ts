import { describe, expect, test } from 'vitest';
import { until } from '../../support/localOos.ts';
import { away, sharedService } from '../cloud/service.ts';
import { approve, call, loopOver, sleep, template } from './templates.ts';

const failure = { $error: { code: 'Busy', message: 'Not now.' } };
const service = sharedService({ answers: { 'ECS:StartInstance': failure } });

/** Starts a text and answers its id when it has got to this status. */
async function started(text: string, status: string, argv: readonly string[] = []): Promise<string> {
  const { stdout } = await service.oos(['run', '-', '--yes', '--no-follow', ...argv], { stdin: text });
  await until(
    () => statusOf(stdout.trim()),
    (it) => it === status,
  );
  return stdout.trim();
}

async function statusOf(id: string): Promise<string> {
  const { stdout } = await service.oos(['executions', 'show', id, '--format', 'json']);
  return JSON.parse(stdout).execution.Status;
}

const ending = (id: string) =>
  until(
    () => statusOf(id),
    (it) => ['Success', 'Failed', 'Cancelled'].includes(it),
  );

describe('oos notify', () => {
  test('shows what is waiting, and approves it with a note', async () => {
    const id = await started(template([approve('ask'), sleep('rest')]), 'Waiting');
    const argv = ['notify', id, 'approve', '--note', 'checked'];
    const { code, stdout, stderr } = await service.oos(argv, { terminal: true, answers: ['y'] });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${id} was told: approve.\n` });
    expect(stderr).toMatch(new RegExp(`Tell the execution ${id}, started \\S+, now Waiting: approve\\.\\n`));
    expect(stderr).toContain('ask waits for an approval: It waits to be approved.\n  {"NotifyType":"WebHook"');
    expect(await ending(id)).toBe('Success');
    const { stdout: tasks } = await service.oos(['executions', 'tasks', id, '--format', 'json']);
    expect(JSON.parse(tasks).tasks[0].ExtraData).toEqual({ NotifyNote: 'checked' });
  });

  test('rejects, in the words of the API too, and tells it as JSON', async () => {
    const id = await started(template([approve('ask')]), 'Waiting');
    const { code, stdout } = await service.oos(['notify', id, 'Reject', '--yes', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ version: 1, notified: id, type: 'Reject', requestId: expect.any(String) });
    expect(await ending(id)).toBe('Cancelled');
  });

  test('finds the waiting task by its name', async () => {
    const id = await started(template([approve('one'), approve('two')]), 'Waiting');
    for (const name of ['one', 'TWO']) {
      await until(
        () => service.oos(['notify', id, 'approve', '--task', name, '--yes']),
        ({ code }) => code === 0,
      );
    }
    expect(await ending(id)).toBe('Success');
    const late = await service.oos(['notify', id, 'approve', '--task', 'one', '--yes']);
    expect(late).toMatchObject({ code: 2, stderr: expect.stringContaining('The task "one" waits for nobody.') });
  });

  test('goes step by step', async () => {
    const id = await started(template([sleep('one'), sleep('two')]), 'Waiting', ['--mode', 'debug']);
    const tell = (...argv: string[]) => service.oos(['notify', id, ...argv, '--yes']);
    expect((await tell('execute-task', '--task', 'two', '--parameters', '{"Duration": "PT2S"}')).code).toBe(0);
    await until(
      () => tell('complete', '--status', 'failed'),
      ({ code }) => code === 0,
    );
    expect(await statusOf(id)).toBe('Failed');
    const { stdout } = await service.oos(['executions', 'tasks', id, '--format', 'json']);
    expect(JSON.parse(stdout).tasks).toMatchObject([{ TaskName: 'two', Properties: { Duration: 'PT2S' } }]);
  });

  test('retries and skips what has failed', async () => {
    const id = await started(template([call('wake', 'StartInstance')]), 'Waiting', ['--mode', 'failure-pause']);
    const skipped = await service.oos(['notify', id, 'skip-task', '--task', 'wake', '--yes']);
    expect({ code: skipped.code, stderr: skipped.stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('wake has failed and waits for a decision'),
    });
    expect(await ending(id)).toBe('Success');
  });

  test.each([
    [[], /Say which execution/],
    [['exec-1'], /Say which execution/],
    [['exec-1', 'aprove'], /Did you mean approve\?/],
    [['exec-1', 'approve', '--status', 'success'], /takes --status only with complete, not with approve/],
    [['exec-1', 'approve', '--parameters', '{}'], /takes --parameters only with execute-task/],
    [['exec-1', 'execute-task'], /needs --task with execute-task/],
    [['exec-1', 'execute-task', '--task', 'a', '--parameters', 'planted'], /--parameters needs a JSON object/],
    [['exec-1', 'execute-task', '--task', 'a', '--parameters', '["planted"]'], /--parameters needs a JSON object/],
  ])('%j is refused', async (argv, message) => {
    const { code, stdout, stderr } = await service.oos(['notify', ...argv, '--yes'], { env: away });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(stderr).not.toContain('planted');
  });

  test('what the service refuses is told', async () => {
    const id = await started(template([sleep('rest')]), 'Success');
    const { code, stderr } = await service.oos(['notify', id, 'approve', '--yes']);
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('ExecutionNotifyFailed') });
    const unknown = await service.oos(['notify', id, 'approve', '--task', 'nobody', '--yes']);
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('no task "nobody"') });
  });
});

describe('oos cancel', () => {
  test('asks, then stops the execution', async () => {
    const id = await started(template([approve('ask')]), 'Waiting');
    const declined = await service.oos(['cancel', id], { terminal: true, answers: ['n'] });
    expect(declined).toMatchObject({ code: 2, stdout: '' });
    expect(declined.stderr).toContain(`Cancel the execution ${id}, started `);
    expect(await statusOf(id)).toBe('Waiting');
    const { code, stdout } = await service.oos(['cancel', id], { terminal: true, answers: ['y'] });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${id} was told to stop.\n` });
    expect(await statusOf(id)).toBe('Cancelled');
    const again = await service.oos(['cancel', id, '--yes']);
    expect(again).toMatchObject({ code: 3, stderr: expect.stringContaining('cannot be cancelled any more') });
  });

  test('is told as JSON, and in Chinese', async () => {
    const [one, two] = [
      await started(template([approve('a')]), 'Waiting'),
      await started(template([approve('b')]), 'Waiting'),
    ];
    const { stdout } = await service.oos(['cancel', one, '--yes', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({ version: 1, cancelled: one, requestId: expect.any(String) });
    const chinese = await service.oos(['cancel', two, '--yes', '--lang', 'zh-cn']);
    expect(chinese.stdout).toBe(`已请求取消 ${two}。\n`);
    expect(chinese.stderr).toContain(`取消执行 ${two}（开始于 `);
  });

  test('changes nothing where nobody can be asked', async () => {
    const id = await started(template([approve('ask')]), 'Waiting');
    expect(await service.oos(['cancel', id])).toMatchObject({ code: 2, stdout: '' });
    expect(await service.oos(['notify', id, 'approve'])).toMatchObject({ code: 2, stdout: '' });
    expect(await statusOf(id)).toBe('Waiting');
  });
});

describe('oos logs', () => {
  test('shows the lines of all tasks, the oldest first', async () => {
    const id = await started(template([sleep('one'), sleep('two')]), 'Success');
    const { code, stdout, stderr } = await service.oos(['logs', id]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2}/));
    const times = lines.map(([time]) => time);
    expect(times).toEqual([...times].sort());
    expect(times[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(lines.map(([, ...rest]) => rest)).toEqual([
      ['-', 'The execution started.'],
      ['one', 'The task one started.'],
      ['one', expect.any(String)],
      ['one', 'The task one completed.'],
      ['two', 'The task two started.'],
      ['two', expect.any(String)],
      ['two', 'The task two completed.'],
      ['-', 'The execution ended: Success.'],
    ]);
    const { stdout: some } = await service.oos(['logs', id, '--task', 'TWO']);
    expect(some.trimEnd().split('\n')).toEqual(stdout.split('\n').slice(4, 7));
    const { version, logs } = JSON.parse((await service.oos(['logs', id, '--format', 'json'])).stdout);
    expect({ version, count: logs.length }).toEqual({ version: 1, count: 8 });
    expect(logs[1]).toMatchObject({ TaskName: 'one', Message: 'The task one started.', Timestamp: times[1] });
  });

  test('says which item of a loop a line is about', async () => {
    const id = await started(template([sleep('each', 'PT1S', loopOver('[web-1, web-2]'))]), 'Success');
    const { stdout } = await service.oos(['logs', id]);
    expect(stdout).toMatch(/ {2}each \[web-1\] {2}The task each started\.\n/);
    expect(stdout).toMatch(/ {2}each \[web-2\] {2}The task each started\.\n/);
    const { logs } = JSON.parse((await service.oos(['logs', id, '--format', 'json'])).stdout);
    expect(logs).toContainEqual(expect.objectContaining({ TaskName: 'each', LoopItem: 'web-2' }));
  });

  test('says that there is no such task, rather than nothing', async () => {
    const id = await started(template([sleep('one')]), 'Success');
    for (const more of [[], ['--follow'], ['--format', 'json']]) {
      const { code, stderr } = await service.oos(['logs', id, '--task', 'typo', ...more]);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('has no task "typo" so far') });
    }
  });

  test('follows until the execution is over', async () => {
    const id = await started(template([approve('ask'), sleep('rest')]), 'Waiting');
    let told: Promise<unknown> | undefined;
    const { code, stdout } = await service.oos(['logs', id, '--follow'], {
      onWait: () => {
        told ??= service.oos(['notify', id, 'approve', '--yes']);
      },
    });
    await told;
    expect(code).toBe(0);
    expect(stdout).toBe((await service.oos(['logs', id])).stdout);
    expect(stdout).toMatch(/The execution ended: Success\.\n$/);
    const json = await service.oos(['logs', id, '-f', '--format', 'json', '--task', 'rest']);
    const lines = json.stdout
      .trimEnd()
      .split('\n')
      .map((it) => JSON.parse(it).Message);
    expect([lines[0], lines.at(-1)]).toEqual(['The task rest started.', 'The task rest completed.']);
  });

  test('stops with Ctrl-C', async () => {
    const id = await started(template([approve('ask')]), 'Waiting');
    const { code } = await service.oos(['logs', id, '--follow'], { onWait: ({ interrupt }) => void interrupt() });
    expect(code).toBe(0);
    expect(await statusOf(id)).toBe('Waiting');
  });

  test.each([[[]], [['a', 'b']]])('%j is refused', async (ids) => {
    expect(await service.oos(['logs', ...ids])).toMatchObject({ code: 2, stdout: '' });
  });
});
