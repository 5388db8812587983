import { expect, test } from 'vitest';
import { until } from '../support/localOos.ts';
import type { Body } from './callers.ts';
import { calling, sleeping, template } from './contents.ts';
import { rig } from './rig.ts';

const hours = (count: number) => count * 3_600_000;
/** Longer than any test takes. */
const forever = hours(1_000_000);
const lasted = (it: Body) => Date.parse(it.EndDate) - Date.parse(it.StartDate);

test('executions stay Queued and Started, and calls Started and Running, as long as it is wanted', async () => {
  const { call, start, end } = await rig({ lags: { queued: hours(1), started: hours(2), running: hours(1) } });
  const { ExecutionId, Status } = await start({ TemplateContent: template(calling('stop', 'StopInstance')) });
  expect(Status).toBe('Queued');
  expect(lasted(await end(ExecutionId))).toBeGreaterThanOrEqual(hours(1 + 2 + 2 + 1));
  const [task] = (await call('ListTaskExecutions', { ExecutionId })).TaskExecutions;
  expect(lasted(task)).toBeGreaterThanOrEqual(hours(2 + 1));
});

test('what is Queued or Started is found so, and can be cancelled', async () => {
  for (const [Status, lags] of [
    ['Queued', { queued: forever }],
    ['Started', { started: forever }],
  ] as const) {
    const { call, start } = await rig({ lags });
    const { ExecutionId } = await start({ TemplateContent: sleeping() });
    expect((await call('ListExecutions', { Status })).Executions).toMatchObject([{ ExecutionId, Status }]);
    await call('CancelExecution', { ExecutionId });
    expect((await call('ListExecutions', { Status })).Executions).toEqual([]);
  }
});

test('a task that calls is shown, and found, as Started, then as Running', async () => {
  const { call, start } = await rig({ lags: { started: hours(20), running: forever } });
  const { ExecutionId } = await start({ TemplateContent: template(calling('stop', 'StopInstance')) });
  const found = async (Status: string) =>
    (await call('ListTaskExecutions', { ExecutionId, Status })).TaskExecutions.map((it: Body) => it.Status);
  const isFound = (it: readonly string[]) => it.length > 0;
  expect(await until(() => found('Started'), isFound)).toEqual(['Started']);
  expect(await until(() => found('Running'), isFound)).toEqual(['Running']);
  expect(await found('Started')).toEqual([]);
});

test('one that calls nothing is not held up', async () => {
  const { call, start, end } = await rig({ lags: { running: forever } });
  const { ExecutionId } = await start({ TemplateContent: sleeping('PT3H') });
  expect((await end(ExecutionId)).Status).toBe('Success');
  const [task] = (await call('ListTaskExecutions', { ExecutionId })).TaskExecutions;
  expect(lasted(task)).toBeGreaterThanOrEqual(hours(3));
});
