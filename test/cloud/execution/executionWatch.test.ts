import { describe, expect, test } from 'vitest';
import type { Execution, TaskExecution } from '../../../server/src/cloud/api/answers.ts';
import { ExecutionWatch, nextPause } from '../../../server/src/cloud/execution/executionWatch.ts';
import { loopProgress } from '../../../server/src/cloud/execution/loopProgress.ts';
import { waitFor } from '../../../server/src/cloud/execution/waits.ts';
import { Script, unreachable } from './scriptedApi.ts';

const id = 'exec-1';
const task = (name: string, Status: string, more: object = {}) => ({
  TaskExecutionId: `${id}.${name}`,
  TaskName: name,
  Status,
  ...more,
});

function show(script: Script, Status: string, ...tasks: object[]): Script {
  return script
    .answer('ListExecutions', { Executions: [{ ExecutionId: id, Status }] })
    .answer('ListTaskExecutions', { TaskExecutions: tasks });
}

const names = (tasks: readonly TaskExecution[]) => tasks.map(({ TaskName, Status }) => `${TaskName} ${Status}`);

describe('what is new', () => {
  test('are tasks that began, that got another status, or got further in their loop', async () => {
    const script = new Script();
    const watch = new ExecutionWatch(script.api, id);
    const looping = (Success: number) => ({ Loop: { Counters: { Total: 3, Success } } });
    show(script, 'Running', task('a', 'Running'), task('each', 'Running', looping(1)));
    expect(names((await watch.look()).changed)).toEqual(['a Running', 'each Running']);
    expect(names((await watch.look()).changed)).toEqual([]);
    show(script, 'Running', task('a', 'Success'), task('each', 'Running', looping(2)), task('b', 'Started'));
    expect(names((await watch.look()).changed)).toEqual(['a Success', 'each Running', 'b Started']);
    expect(script.asked.filter((it) => it.startsWith('ListExecutionLogs'))).toEqual([]);
  });

  test('stands in the order in which it began, also within one second', async () => {
    const script = new Script();
    const began = { StartDate: '2025-01-31T08:00:00Z' };
    show(script, 'Running', task('t2', 'Started', began), task('t1', 'Running', began));
    expect(names((await new ExecutionWatch(script.api, id).look()).changed)).toEqual(['t1 Running', 't2 Started']);
  });

  test('is told by the next look when one fails', async () => {
    const script = new Script();
    const watch = new ExecutionWatch(script.api, id, { logs: true });
    show(script, 'Running', task('a', 'Running')).answer('ListExecutionLogs', unreachable);
    await expect(watch.look()).rejects.toBe(unreachable);
    script.answer('ListExecutionLogs', { ExecutionLogs: [{ Message: 'x', TaskExecutionId: `${id}.a` }] });
    const { changed, logs } = await watch.look();
    expect(names(changed)).toEqual(['a Running']);
    expect(logs).toMatchObject([{ task: 'a', log: { Message: 'x' } }]);
  });
});

test('the pauses grow while nothing happens, up to five seconds', () => {
  const pauses: number[] = [];
  for (let at = 0; at < 8; at++) pauses.push(nextPause(pauses.at(-1), at === 0));
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect([pauses[0], pauses.at(-1)]).toEqual([1000, 5000]);
  expect(nextPause(5000, true)).toBe(1000);
});

describe('waits', () => {
  const of = (more: Partial<Execution>, waiting: Partial<TaskExecution>[], tasks: Partial<TaskExecution>[] = []) => {
    const execution = { ExecutionId: id, Status: 'Waiting', Mode: 'Automatic', ...more } as Execution;
    return waitFor(execution, waiting as TaskExecution[], tasks as TaskExecution[]).kind;
  };

  test.each([
    ['approval', {}, { TaskAction: 'ACS::Approve' }],
    ['pause', {}, { TaskAction: 'ACS::Pause' }],
    ['trigger', {}, { TaskAction: 'ACS::TimerTrigger' }],
    ['risk', {}, { TaskAction: 'ACS::ExecuteAPI', Loop: {} }],
    [
      'risk',
      { WaitingStatus: 'risk', Mode: 'FailurePause' },
      { TaskAction: 'ACS::ECS::StopInstance', StatusMessage: 'x' },
    ],
    ['batch', {}, { TaskAction: 'ACS::Sleep', Loop: { Items: ['a'] } }],
    ['batch', { WaitingStatus: 'batch' }, { TaskAction: 'ACS::Sleep' }],
    ['failure', { Mode: 'FailurePause' }, { TaskAction: 'ACS::Sleep', StatusMessage: 'It failed.' }],
  ] as const)('are told apart: %s', (kind, execution, waiting) => {
    expect(of(execution, [waiting])).toBe(kind);
  });

  test('are told apart without a task that waits', () => {
    expect(of({ Mode: 'Debug' }, [])).toBe('debug');
    expect(of({ Mode: 'FailurePause' }, [], [{ Status: 'Success' }, { Status: 'Failed' }])).toBe('failure');
  });

  test('are found in the executions below', async () => {
    const script = new Script()
      .answer('ListExecutions', ({ ParentExecutionId }) => ({
        Executions:
          ParentExecutionId === id
            ? [
                { ExecutionId: 'exec-2', Status: 'Running' },
                { ExecutionId: 'exec-9', Status: 'Failed' },
              ]
            : ParentExecutionId === 'exec-2'
              ? [{ ExecutionId: 'exec-3', Status: 'Waiting' }]
              : [{ ExecutionId: id, Status: 'Running' }],
      }))
      .answer('ListTaskExecutions', ({ ExecutionId }) => ({
        TaskExecutions:
          ExecutionId === 'exec-3'
            ? [{ TaskExecutionId: 't3', TaskAction: 'ACS::Approve', Status: 'Waiting' }]
            : [{ TaskExecutionId: `t-${ExecutionId}`, Status: 'Running', ChildExecutionId: 'exec-x' }],
      }));
    const { waits } = await new ExecutionWatch(script.api, id).look();
    expect(waits).toMatchObject([
      { kind: 'approval', execution: { ExecutionId: 'exec-3' }, tasks: [{ TaskExecutionId: 't3' }] },
    ]);
    expect(script.asked.filter((it) => it.includes('exec-9'))).toEqual([]);
  });
});

test('how far a loop is, is told only where the numbers are', () => {
  const progress = (Loop: unknown) => loopProgress({ Loop } as TaskExecution);
  expect(progress({ Counters: { Total: 5, Success: 2, Failed: 1 } })).toEqual({ done: 3, total: 5 });
  expect(progress({ Counters: { Total: '5', Success: '9' } })).toEqual({ done: 5, total: 5 });
  for (const none of [undefined, {}, { Counters: {} }, { Counters: { Total: 'many' } }, 'text', []]) {
    expect(progress(none)).toBeUndefined();
  }
});
