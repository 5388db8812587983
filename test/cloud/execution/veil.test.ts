import { expect, test } from 'vitest';
import type { Execution, TaskExecution } from '../../../server/src/cloud/api/answers.ts';
import { ExecutionWatch } from '../../../server/src/cloud/execution/executionWatch.ts';
import { failedTasks } from '../../../server/src/cloud/execution/failedTasks.ts';
import { veilOver } from '../../../server/src/cloud/execution/veil.ts';
import { Script } from './scriptedApi.ts';

test('values of the person are hidden, and what the service says of itself stays', () => {
  const veil = veilOver(['2026', 'Total', 'exec', 'no']);
  const execution = {
    ExecutionId: 'exec-2026',
    Status: 'Failed',
    StatusMessage: 'no exec today',
    IsParent: false,
    CreateDate: '2026-01-01T00:00:00Z',
    Parameters: { exec: 'exec', year: 2026, more: [12026, true] },
    Counters: { Total: 2026 },
  } as unknown as Execution;
  expect(veil.execution(execution)).toMatchObject({
    ...execution,
    StatusMessage: 'no *** today',
    Parameters: { exec: '***', year: '***', more: [12026, true] },
  });
  const task = {
    TaskExecutionId: 'exec-2026.t1',
    TaskName: 'exec',
    LoopItem: '2026',
    Loop: { Items: ['2026', 'a'], Counters: { Total: 2026 } },
  } as unknown as TaskExecution;
  expect(veil.task(task)).toMatchObject({
    ...task,
    LoopItem: '***',
    Loop: { Items: ['***', 'a'], Counters: { Total: 2026 } },
  });
});

const id = 'exec-1';
const asTold = { Properties: { a: 'hush-hush' }, StatusMessage: 'say hush-hush' };

test('also in what waits below, and in what failed', async () => {
  const script = new Script()
    .answer('ListExecutions', ({ ParentExecutionId }) => ({
      Executions: [
        ParentExecutionId === id
          ? { ExecutionId: 'exec-2', Status: 'Waiting', Parameters: { a: 'hush-hush' } }
          : { ExecutionId: id, Status: 'Running' },
      ],
    }))
    .answer('ListTaskExecutions', ({ ExecutionId }) => ({
      TaskExecutions: [
        ExecutionId === id
          ? { TaskExecutionId: 't1', Status: 'Running', ChildExecutionId: 'exec-2' }
          : { TaskExecutionId: 't2', Status: 'Waiting', TaskAction: 'ACS::Approve', ...asTold },
      ],
    }));
  const { waits } = await new ExecutionWatch(script.api, id, { secrets: ['hush-hush'] }).look();
  expect(waits).toMatchObject([{ kind: 'approval', tasks: [{ TaskExecutionId: 't2' }] }]);
  expect(JSON.stringify(waits)).not.toContain('hush');

  script
    .answer('ListTaskExecutions', { TaskExecutions: [{ TaskExecutionId: 't3', Status: 'Failed', ...asTold }] })
    .answer('ListExecutionLogs', { ExecutionLogs: [{ TaskExecutionId: 't3', Message: 'at "hush-hush"' }] });
  const failed = await failedTasks(script.api, id, { secrets: ['hush-hush'] });
  expect(failed).toMatchObject([{ task: { StatusMessage: 'say ***' }, logs: [{ log: { Message: 'at "***"' } }] }]);
  expect(JSON.stringify(failed)).not.toContain('hush');
});
