import { describe, expect, test } from 'vitest';
import type { Io } from '../../../server/src/cli/io.ts';
import { followExecution } from '../../../server/src/cli/run/followExecution.ts';
import { Interruption } from '../../../server/src/cli/run/interruption.ts';
import { Screen } from '../../../server/src/cli/run/screen.ts';
import type { Execution } from '../../../server/src/cloud/api/answers.ts';
import { ExecutionWatch } from '../../../server/src/cloud/execution/executionWatch.ts';
import { OosError } from '../../../server/src/cloud/oosError.ts';
import { Script, unreachable } from '../../cloud/execution/scriptedApi.ts';

const id = 'exec-1';

/** Follows an execution of a scripted service without a terminal. `onWait` is called at each pause. */
async function follow(script: Script, onWait: (milliseconds: number) => void, secrets: readonly string[] = []) {
  let written = '';
  const io: Io = {
    stdout: { write: () => undefined },
    stderr: { write: (text) => (written += text) },
    stdin: (async function* () {})(),
    env: {},
    cwd: '/',
    version: () => '1',
    onInterrupt: () => () => undefined,
    wait: async (milliseconds) => onWait(milliseconds),
  };
  const screen = new Screen(io, 'en');
  const { api } = script;
  const done = await followExecution({ ExecutionId: id, Status: 'Started' } as Execution, {
    ...{ api, screen, io, secrets, prompter: undefined, template: undefined, timeout: undefined },
    lineFor: (...words) => words.join(' '),
    watch: new ExecutionWatch(api, id, { logs: true, secrets }),
    interruption: new Interruption(io),
  }).catch((error: unknown) => error);
  return { done, written };
}

const standing = (Status: string, more: object = {}) => ({ Executions: [{ ExecutionId: id, Status, ...more }] });

describe('a service that gives no answer', () => {
  test('is asked again, and the execution is followed on when it comes back', async () => {
    const script = new Script().answer('ListExecutions', unreachable);
    let pauses = 0;
    const { done, written } = await follow(script, () => {
      pauses += 1;
      if (pauses === 5) script.answer('ListExecutions', standing('Success'));
    });
    expect(done).toMatchObject({ Status: 'Success' });
    expect(written).toBe('Out of reach. Trying again; the execution goes on meanwhile.\n');
  });

  test('is given up in the end', async () => {
    const pauses: number[] = [];
    const { done, written } = await follow(new Script().answer('ListExecutions', unreachable), (it) => pauses.push(it));
    expect(done).toBe(unreachable);
    expect(pauses).toHaveLength(5);
    expect(written).toContain('The execution exec-1 cannot be watched any more. It goes on nevertheless.\n');
  });

  test('is not asked again after a refusal', async () => {
    const refusal = new OosError({ en: 'No.', zh: '不。' }, { kind: 'refused', code: 'User.NoPermission' });
    const pauses: number[] = [];
    const { done } = await follow(new Script().answer('ListExecutions', refusal), (it) => pauses.push(it));
    expect({ done, pauses }).toMatchObject({ done: { facts: refusal.facts }, pauses: [] });
  });
});

test('the longer nothing happens, the less often the service is asked', async () => {
  const script = new Script().answer('ListExecutions', standing('Running'));
  const pauses: number[] = [];
  await follow(script, (it) => {
    if (pauses.push(it) === 10) script.answer('ListExecutions', standing('Cancelled'));
  });
  expect([pauses[0], pauses.at(-1)]).toEqual([1000, 5000]);
});

test('a status that is not known yet is none that an execution ends with', async () => {
  const script = new Script().answer('ListExecutions', standing('Pondering'));
  const { done } = await follow(script, () => script.answer('ListExecutions', standing('Failed')));
  expect(done).toMatchObject({ Status: 'Failed' });
});

test('control characters of the service reach no terminal, and secrets that it repeats are left out', async () => {
  const secret = 'planted "key"\nof two lines';
  const script = new Script()
    .answer('ListExecutions', standing('Success'))
    .answer('ListTaskExecutions', {
      TaskExecutions: [
        { TaskExecutionId: 't1', TaskName: '\x1b[31mstop', Status: 'Failed', StatusMessage: `bad ${secret}` },
      ],
    })
    .answer('ListExecutionLogs', {
      ExecutionLogs: [secret, JSON.stringify({ a: secret }), encodeURIComponent(secret), btoa(secret)].map(
        (Message) => ({
          Message: `got ${Message}`,
          TaskExecutionId: 't1',
        }),
      ),
    });
  const { written } = await follow(script, () => undefined, [secret]);
  expect(written).not.toContain('\x1b');
  expect(written).toContain('\uFFFD[31mstop');
  for (const word of ['planted', 'two lines', btoa(secret)]) expect(written).not.toContain(word);
  expect(written.match(/got (?:\{"a":")?\*\*\*/g)).toHaveLength(4);
});
