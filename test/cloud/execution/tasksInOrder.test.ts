import { expect, test } from 'vitest';
import type { TaskExecution } from '../../../server/src/cloud/api/answers.ts';
import { tasksInOrder } from '../../../server/src/cloud/execution/tasksInOrder.ts';

const at = (second: number) => `2025-01-31T08:00:0${second}Z`;
const ordered = (tasks: readonly (readonly [id: string, date?: string])[]) =>
  tasksInOrder(tasks.map(([TaskExecutionId, StartDate]) => ({ TaskExecutionId, StartDate }) as TaskExecution)).map(
    ({ TaskExecutionId }) => TaskExecutionId,
  );

test('tasks of one second are in the order of their numbers', () => {
  expect(
    ordered([
      ['e.t0010', at(1)],
      ['e.t0009', at(1)],
      ['e.t0001', at(2)],
      ['e.t0002', at(0)],
    ]),
  ).toEqual(['e.t0002', 'e.t0009', 'e.t0010', 'e.t0001']);
  expect(
    ordered([
      ['task-exec-x#10', at(1)],
      ['task-exec-x#9', at(1)],
    ]),
  ).toEqual(['task-exec-x#9', 'task-exec-x#10']);
});

test('what tells no number, or no time, stays where it is', () => {
  const b = ['exec-b7', at(1)] as const;
  const a = ['exec-a8', at(1)] as const;
  expect(ordered([a, b])).toEqual(['exec-a8', 'exec-b7']);
  expect(ordered([b, a])).toEqual(['exec-b7', 'exec-a8']);
  expect(ordered([['e.t2'], ['e.t1']])).toEqual(['e.t2', 'e.t1']);
  expect(
    ordered([
      ['e.t2', 'soon'],
      ['e.t1', 'later'],
    ]),
  ).toEqual(['e.t2', 'e.t1']);
});

test('a task that has not begun has the time when it was made', () => {
  const tasks = [
    { TaskExecutionId: 'e.t2', StartDate: '', CreateDate: at(2) },
    { TaskExecutionId: 'e.t1', StartDate: at(1), CreateDate: at(0) },
  ] as TaskExecution[];
  expect(tasksInOrder(tasks).map(({ TaskExecutionId }) => TaskExecutionId)).toEqual(['e.t1', 'e.t2']);
});
