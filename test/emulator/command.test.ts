import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Emulator } from '../../server/src/emulator/emulator.ts';
import { oos } from '../cli/runOos.ts';
import { type Installed, installedPackage } from '../support/bundles.ts';
import { folderWith } from '../support/folder.ts';
import { type Body, coreCaller, refusal } from './callers.ts';
import { sleeping } from './contents.ts';

// Programs are started, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let installed: Installed;

beforeAll(async () => {
  installed = await installedPackage();
});

afterAll(() => installed.remove());

/** Starts `oos emulator` and reads the line in which it says that it is ready. */
async function started(...argv: string[]) {
  const child = spawn(process.execPath, [join(installed.folder, 'dist/oos.cjs'), 'emulator', ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', XDG_STATE_HOME: installed.folder },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const stderr = text(child.stderr);
  const said: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => said.push(line));
  await Promise.race([once(lines, 'line'), stderr.then((words) => Promise.reject(new Error(`it ended: ${words}`)))]);
  const ready: Emulator = JSON.parse(said.join('\n'));
  return { child, said, stderr, ready, call: coreCaller(ready, ready) };
}

async function ended(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL') {
  const close = once(child, 'close');
  child.kill(signal);
  const [code] = await close;
  return code;
}

describe('oos emulator as a program', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'says one line when it is ready, serves, and %s ends it well',
    async (signal) => {
      const { child, ready, said, stderr, call } = await started('--speed', '1000');
      expect(Object.keys(ready)).toEqual(['endpoint', 'accessKeyId', 'accessKeySecret', 'region']);
      expect((await call('ListActions')).Actions).toHaveLength(50);
      await call('StartExecution', { TemplateContent: sleeping('PT9999H') });
      expect(await ended(child, signal)).toBe(0);
      expect(said).toHaveLength(1);
      expect(await stderr).toBe('');
    },
  );

  test('lags, fails and takes what is not signed as it is told to', async () => {
    const argv = ['--lag', 'started=9h', '--fault', 'fail:QuotaExceed@CreateTemplate=1', '--signature', 'optional'];
    const { ready, call } = await started(...argv);
    const { Execution } = await call('StartExecution', { TemplateContent: sleeping() });
    const asked = await fetch(`${ready.endpoint}/?Action=ListExecutions&Version=2019-06-01&Format=JSON`);
    const { Executions }: Body = await asked.json();
    expect(Executions).toMatchObject([{ ExecutionId: Execution.ExecutionId, Status: 'Started' }]);
    const create = call('CreateTemplate', { TemplateName: 'nap', Content: sleeping() });
    expect(await refusal(create)).toMatchObject({ code: 'QuotaExceed', status: 403 });
  });

  test('knows no keys of the cloud, and repeats them nowhere', async () => {
    const key = { accessKeyId: 'LTAIplantedKeyId0001', accessKeySecret: 'planted/secret+of=0001' };
    const { child, ready, said, stderr } = await started();
    const refused = await refusal(coreCaller(ready, key)('ListTemplates'));
    expect(refused.code).toBe('InvalidAccessKeyId.NotFound');
    await ended(child, 'SIGTERM');
    const told = [JSON.stringify(refused.data), ...said, await stderr].join('\n');
    for (const word of Object.values(key)) expect(told).not.toContain(word);
  });

  test('ends with the program that has started it', async () => {
    const child = fork(join(installed.folder, 'dist/oos.cjs'), ['emulator'], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    if (child.stdout) await once(child.stdout, 'data');
    const exit = once(child, 'exit');
    // As the death of its parent does.
    child.disconnect();
    expect(await exit).toEqual([0, null]);
  });

  test('has all that it confirmed after being killed while it writes', async () => {
    const data = join(folderWith({}), 'oos.journal');
    const confirmed = new Set<string>();
    for (let round = 0; round < 5; round++) {
      const { child, call } = await started('--data', data);
      const writer = async (name: string) => {
        for (let count = 0; ; count++) {
          const TemplateName = `${name}-${round}-${count}`;
          await call('CreateTemplate', { TemplateName, Content: sleeping() });
          confirmed.add(TemplateName);
        }
      };
      const writers = ['a', 'b', 'c'].map((name) => writer(name).catch(() => undefined));
      const enough = confirmed.size + 10 + 7 * round;
      await vi.waitUntil(() => confirmed.size >= enough, { interval: 1, timeout: 20_000 });
      await ended(child, 'SIGKILL');
      await Promise.all(writers);
    }
    const { call } = await started('--data', data);
    const kept = new Set<string>();
    for (let NextToken: string | undefined; ; ) {
      const page: Body = await call('ListTemplates', {
        ShareType: 'Private',
        MaxResults: 100,
        ...(NextToken ? { NextToken } : {}),
      });
      for (const { TemplateName } of page.Templates) kept.add(TemplateName);
      NextToken = page.NextToken;
      if (!NextToken) break;
    }
    expect([...confirmed].filter((name) => !kept.has(name))).toEqual([]);
    expect(kept.size).toBeGreaterThan(100);
  });

  test('says that a port is taken', async () => {
    const { ready } = await started();
    const port = new URL(ready.endpoint).port;
    await expect(started('--port', port)).rejects.toThrow(`oos: Port ${port} cannot be used.`);
  });
});

describe('oos emulator', () => {
  test.each([
    [['extra'], 'takes options only'],
    [['--port', '70000'], '--port needs a whole number from 0 to 65535, not "70000"'],
    [['--speed', '0'], '--speed needs a number above 0, not "0"'],
    [['--seed', '1.5'], '--seed needs a whole number from 0, not "1.5"'],
    [['--fault', 'slow'], '--fault cannot be "slow"'],
    [['--fault', 'slow@Nope=1'], 'There is no operation "Nope". It can be: CreateTemplate, '],
    [
      ['--lag', 'waiting=5s'],
      '--lag cannot be "waiting=5s". Write STATE=TIME, such as started=30s. STATE can be: queued,',
    ],
    [['--lag', 'started=soon'], '--lag cannot be "started=soon"'],
    [['--signature', 'no'], '--signature cannot be "no"'],
    [['--shape', '2020'], '--shape cannot be "2020"'],
    [['--data', 'notes.txt'], 'notes.txt" cannot be used: line 1 is damaged'],
    [['--data', 'none/oos.journal'], 'oos.journal" cannot be used: its folder does not exist'],
    [['--data', '.'], 'cannot be used: it is a folder. Name a file in it.'],
    [['--answers', 'none.json'], 'none.json" does not exist'],
    [['--answers', 'notes.txt'], 'notes.txt" cannot be used: it is not valid JSON: see line 1, column 1'],
    [['--answers', 'marked.json'], 'marked.json" cannot be used: The answers have to be a JSON object'],
    [['--answers', 'list.json'], 'list.json" cannot be used: The answers have to be a JSON object'],
  ])('refuses %j', async (argv, message) => {
    const cwd = folderWith({ 'notes.txt': 'my notes\n', 'list.json': '[]', 'marked.json': '\uFEFF[]' });
    const { code, stdout, stderr } = await oos(['emulator', ...argv], { cwd, env: { XDG_STATE_HOME: cwd } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('wants a place for its key', async () => {
    const { code, stderr } = await oos(['emulator', '--data', 'oos.journal'], { env: {} });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Set XDG_STATE_HOME.') });
  });

  test('speaks Chinese', async () => {
    const { stderr } = await oos(['emulator', '--fault', 'slow', '--lang', 'zh-cn']);
    expect(stderr).toContain('--fault 不能是“slow”');
  });
});
