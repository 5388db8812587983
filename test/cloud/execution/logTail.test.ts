import { describe, expect, test } from 'vitest';
import { LogTail } from '../../../server/src/cloud/execution/logTail.ts';
import { Script, unreachable } from './scriptedApi.ts';

const id = 'exec-1';
const minute = (count: number) => `2025-01-31T08:${String(count).padStart(2, '0')}:00Z`;
const line = (Message: string, Timestamp: string, TaskExecutionId = '') => ({ Message, Timestamp, TaskExecutionId });

async function told(tail: LogTail): Promise<string[]> {
  return (await tail.next()).map(({ log, task }) =>
    task === undefined ? `${log.Message}` : `${task}: ${log.Message}`,
  );
}

describe.each([
  ['the newest first', (lines: object[]) => lines.toReversed()],
  ['the oldest first', (lines: object[]) => lines],
])('logs that come with %s', (_, order) => {
  test('are told with the oldest first, each line once', async () => {
    const script = new Script();
    const all = [line('a', minute(1)), line('b', minute(1)), line('c', minute(2)), line('d', minute(3))];
    const tail = new LogTail(script.api, { ExecutionId: id });
    script.paged('ListExecutionLogs', 'ExecutionLogs', order(all.slice(0, 3)));
    expect(await told(tail)).toEqual(['a', 'b', 'c']);
    expect(await told(tail)).toEqual([]);
    script.paged('ListExecutionLogs', 'ExecutionLogs', order(all));
    expect(await told(tail)).toEqual(['d']);
  });

  test('are told twice when they were written twice', async () => {
    const script = new Script();
    const tail = new LogTail(script.api, { ExecutionId: id });
    const same = line('again', minute(1));
    script.paged('ListExecutionLogs', 'ExecutionLogs', order([same, same]));
    expect(await told(tail)).toEqual(['again', 'again']);
    script.paged('ListExecutionLogs', 'ExecutionLogs', order([same, same, same]));
    expect(await told(tail)).toEqual(['again']);
  });

  test('are all told although some of them come late', async () => {
    const script = new Script();
    const tail = new LogTail(script.api, { ExecutionId: id });
    const all = [line('a', minute(1)), line('late', '2025-01-31T08:04:30Z'), line('b', minute(5))];
    script.paged('ListExecutionLogs', 'ExecutionLogs', order(all.filter(({ Message }) => Message !== 'late')));
    expect(await told(tail)).toEqual(['a', 'b']);
    script.paged('ListExecutionLogs', 'ExecutionLogs', order(all));
    expect(await told(tail)).toEqual(['late']);
  });
});

test('what is long known is not fetched again', async () => {
  const script = new Script();
  const all = Array.from({ length: 20 }, (_, at) => line(`line ${at}`, minute(at)));
  const tail = new LogTail(script.api, { ExecutionId: id });
  script.paged('ListExecutionLogs', 'ExecutionLogs', all.slice(0, 19).toReversed());
  await tail.next();
  script.asked.length = 0;
  script.paged('ListExecutionLogs', 'ExecutionLogs', all.toReversed());
  expect(await told(tail)).toEqual(['line 19']);
  expect(script.asked).toHaveLength(2);
});

test('lines without a time that can be read are told, once', async () => {
  const script = new Script();
  const tail = new LogTail(script.api, { ExecutionId: id });
  script.paged('ListExecutionLogs', 'ExecutionLogs', [line('b', 'soon'), line('a', minute(1))]);
  expect(await told(tail)).toEqual(['a', 'b']);
  expect(await told(tail)).toEqual([]);
});

test('tasks are named, also those in loops, and asked for only when there is a new one', async () => {
  const script = new Script();
  const tail = new LogTail(script.api, { ExecutionId: id });
  script.paged('ListTaskExecutions', 'TaskExecutions', [{ TaskExecutionId: 't1', TaskName: 'stop' }]);
  script.paged('ListExecutionLogs', 'ExecutionLogs', [line('x', minute(1), 't1')]);
  expect(await told(tail)).toEqual(['stop: x']);
  await tail.next();
  const questions = script.asked.filter((it) => it.startsWith('ListTaskExecutions'));
  expect(questions).toEqual([expect.stringContaining('IncludeChildTaskExecution=true')]);
});

test.each(['ListExecutionLogs', 'ListTaskExecutions'])('no line is lost when %s fails', async (operation) => {
  const script = new Script();
  const tail = new LogTail(script.api, { ExecutionId: id });
  const answers = () =>
    script
      .paged('ListTaskExecutions', 'TaskExecutions', [{ TaskExecutionId: 't1', TaskName: 'stop' }])
      .paged('ListExecutionLogs', 'ExecutionLogs', [line('x', minute(1), 't1')]);
  answers().answer(operation, unreachable);
  await expect(tail.next()).rejects.toBe(unreachable);
  answers();
  expect(await told(tail)).toEqual(['stop: x']);
});
