import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { Io } from '../../../server/src/cli/io.ts';
import { run } from '../../../server/src/cli/run.ts';
import { Interrupts } from '../../../server/src/cli/terminal/interrupts.ts';
import { answered, type FakeService, fakeService, type Step } from '../../support/fakeService.ts';
import { folderWith } from '../../support/folder.ts';
import { planted } from '../cloud/service.ts';
import { sleep, template } from './templates.ts';

const ended = { RequestId: 'R-1', Executions: [{ ExecutionId: 'exec-1', Status: 'Success' }], TaskExecutions: [] };
const started = { RequestId: 'R-2', Execution: { ExecutionId: 'exec-1', Status: 'Started' } };

/** Starts a file; `start` is how the service answers StartExecution, and gets what presses Ctrl-C. */
async function startWith(start: (press: () => boolean) => Step) {
  const written = { stdout: '', stderr: '' };
  const signals = new EventEmitter();
  const interrupts = new Interrupts(signals);
  const press = () => signals.emit('SIGINT');
  const starting = start(press);
  const service: FakeService = await fakeService((response, seen) =>
    (seen.operation === 'StartExecution' ? starting : answered(ended))(response, seen),
  );
  const io: Io = {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    stdin: (async function* () {})(),
    env: {
      ALIBABA_CLOUD_ACCESS_KEY_ID: planted.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: planted.accessKeySecret,
      ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
      ALIBABA_CLOUD_ENDPOINT: service.endpoint,
    },
    cwd: folderWith({ 'a.oos.yml': template([sleep('rest')]) }),
    version: () => '1',
    onInterrupt: interrupts.add.bind(interrupts),
    wait: async () => undefined,
  };
  const code = await run(['run', 'a.oos.yml', '--yes'], io);
  // The first one goes to the calls, of which there are none any more.
  const listening = press() && press();
  return { code, ...written, listening, seen: service.seen.map(({ operation }) => operation) };
}

test('Ctrl-C while it is starting waits for the answer, so that the execution is known', async () => {
  const { code, stdout, stderr, listening } = await startWith((press) => (response, seen) => {
    press();
    answered(started)(response, seen);
  });
  expect({ code, stdout, listening }).toEqual({ code: 0, stdout: 'Started  exec-1\n', listening: false });
  expect(stderr).toContain('Waiting to hear whether it has started.');
  expect(stderr).toContain('Started exec-1.\nNot watching any more.');
});

test('Ctrl-C twice leaves, and says that it may have started', async () => {
  const { code, stdout, stderr, seen } = await startWith((press) => () => {
    press();
    press();
  });
  expect({ code, stdout, seen }).toEqual({ code: 2, stdout: '', seen: ['StartExecution'] });
  expect(stderr).toContain(
    'It is not known whether the execution has started. Look before you try again: oos executions',
  );
});

test('one start takes effect once, also when its answer is lost', async () => {
  const tokens: (string | undefined)[] = [];
  const { code, stdout } = await startWith(() => (response, seen) => {
    if (tokens.push(seen.form.ClientToken) === 1) response.destroy();
    else answered(started)(response, seen);
  });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Success  exec-1\n' });
  expect(tokens).toEqual([expect.stringMatching(/^[\w-]{20,}$/), tokens[0]]);
});
