import { describe, expect, test } from 'vitest';
import { until } from '../support/localOos.ts';
import { type Body, type Caller, refusal } from './callers.ts';
import { calling, failing, sleeping, template } from './contents.ts';
import { rig } from './rig.ts';

describe('waiting executions', () => {
  const approving = template(
    "\n  - { Name: ask, Action: 'ACS::Approve', Properties: { NotifyType: WebHook, WebHook: { URI: 'https://example.com', Content: { a: b } } } }",
  );

  test.each([
    ['Approve', 'Success'],
    ['Reject', 'Cancelled'],
  ])('ACS::Approve: %s ends it as %s', async (NotifyType, Status) => {
    const { call, start, waits, end } = await rig();
    const { ExecutionId } = await start({ TemplateContent: approving });
    expect(await waits(ExecutionId)).toMatchObject({ WaitingStatus: 'approval', CurrentTasks: [{ TaskName: 'ask' }] });
    await call('NotifyExecution', { ExecutionId, NotifyType, NotifyNote: 'so be it' });
    expect((await end(ExecutionId)).Status).toBe(Status);
    const [task] = (await call('ListTaskExecutions', { ExecutionId })).TaskExecutions;
    expect(task.ExtraData.NotifyNote).toContain('so be it');
  });

  test('the only user there is stands for all approvers', async () => {
    const { call, start, waits, end } = await rig();
    const two = approving.replace('NotifyType:', 'Approvers: [alice, bob], MinRequiredApprovals: 2, NotifyType:');
    const { ExecutionId } = await start({ TemplateContent: two });
    await waits(ExecutionId);
    await call('NotifyExecution', { ExecutionId, NotifyType: 'Approve' });
    expect((await waits(ExecutionId)).WaitingStatus).toBe('approval');
    await call('NotifyExecution', { ExecutionId, NotifyType: 'Approve' });
    expect((await end(ExecutionId)).Status).toBe('Success');
  });

  test('a risky task waits for a confirmation, unless nobody wants to be asked', async () => {
    const { call, start, waits, end } = await rig();
    const TemplateContent = template(calling('remove', 'DeleteInstance'));
    const { ExecutionId } = await start({ TemplateContent });
    expect((await waits(ExecutionId)).WaitingStatus).toBe('risk');
    await call('NotifyExecution', { ExecutionId, NotifyType: 'Approve', TaskExecutionId: `${ExecutionId}.t0001` });
    expect((await end(ExecutionId)).Status).toBe('Success');
    const unasked = await start({ TemplateContent, SafetyCheck: 'Skip' });
    expect((await end(unasked.ExecutionId)).Status).toBe('Success');
    // Skip counts with Mode Automatic only.
    const debugged = await start({ TemplateContent, SafetyCheck: 'Skip', Mode: 'Debug' });
    await waits(debugged.ExecutionId);
    await call('NotifyExecution', { ExecutionId: debugged.ExecutionId, NotifyType: 'ExecuteTask' });
    await until(
      () => waits(debugged.ExecutionId),
      ({ WaitingStatus }) => WaitingStatus === 'risk',
    );
  });

  test('Debug goes from task to task as it is told', async () => {
    const { call, start, waits, end } = await rig();
    const TemplateContent = template(calling('one', 'StartInstance') + calling('two', 'StopInstance'));
    const { ExecutionId } = await start({ TemplateContent, Mode: 'Debug' });
    await waits(ExecutionId);
    await call('NotifyExecution', {
      ExecutionId,
      NotifyType: 'ExecuteTask',
      TaskName: 'two',
      Parameters: { Parameters: { InstanceId: 'i-9' } },
    });
    const done = (it: Body) => it.Status === 'Waiting' && it.Counters.Success === 1;
    await until(async () => (await call('ListExecutions', { ExecutionId })).Executions[0], done);
    const [task] = (await call('ListTaskExecutions', { ExecutionId })).TaskExecutions;
    expect(task).toMatchObject({ TaskName: 'two', Properties: expect.stringContaining('i-9') });
    await call('NotifyExecution', { ExecutionId, NotifyType: 'CompleteExecution', ExecutionStatus: 'Failed' });
    expect((await end(ExecutionId)).Status).toBe('Failed');
  });

  test.each([
    ['RetryTask', 'Success', { Success: 2 }],
    ['SkipTask', 'Success', { Success: 1, Skipped: 1 }],
  ])('FailurePause: %s goes on', async (NotifyType, Status, Counters) => {
    const { call, start, waits, end } = await rig({ answers: { 'ECS:StartInstance': [failing('busy'), {}] } });
    const TemplateContent = template(calling('one', 'StartInstance') + calling('two', 'StopInstance'));
    const { ExecutionId } = await start({ TemplateContent, Mode: 'FailurePause' });
    expect((await waits(ExecutionId)).WaitingStatus).toBe('failure');
    await call('NotifyExecution', { ExecutionId, NotifyType });
    expect(await end(ExecutionId)).toMatchObject({ Status, Counters });
  });

  test('a trigger waits until it is cancelled', async () => {
    const { call, start, waits, end } = await rig();
    const { ExecutionId } = await start({ TemplateName: 'ACS-Local-NightlySleep' });
    expect(await waits(ExecutionId)).toMatchObject({ WaitingStatus: 'trigger', Category: 'TimerTrigger' });
    await call('CancelExecution', { ExecutionId });
    expect((await end(ExecutionId)).Status).toBe('Cancelled');
  });

  test('what nobody waits for is refused', async () => {
    const { call, start, waits } = await rig();
    const { ExecutionId } = await start({ TemplateContent: approving });
    await waits(ExecutionId);
    const code = async (parameters: Body) =>
      (await refusal(call('NotifyExecution', { ExecutionId, ...parameters }))).code;
    expect(await code({ NotifyType: 'RetryTask' })).toBe('ExecutionNotifyFailed');
    expect(await code({ NotifyType: 'Approve', TaskExecutionId: 'exec-1.t0001' })).toBe(
      'InvalidParameter.TaskExecutionId',
    );
    expect(await code({ NotifyType: 'Approve', ExecutionId: 'exec-1' })).toBe('EntityNotExists.Execution');
  });
});

describe('more executions than run at a time', () => {
  test('are Queued, and begin one after another', async () => {
    const { call, start, end } = await rig({ quotas: { running: 1 } });
    const ids: string[] = [];
    for (let count = 0; count < 3; count++)
      ids.push((await start({ TemplateContent: sleeping('PT9999H') })).ExecutionId);
    const [first, second, third] = ids;
    const listed = async (Status: string) =>
      (await call('ListExecutions', { Status, SortOrder: 'Ascending' })).Executions.map((it: Body) => it.ExecutionId);
    expect(await listed('Queued')).toEqual([second, third]);
    await call('CancelExecution', { ExecutionId: second });
    await call('CancelExecution', { ExecutionId: first });
    await until(
      () => listed('Running'),
      ([id]) => id === third,
    );
    expect(await listed('Queued')).toEqual([]);
    expect((await end(first ?? '')).Status).toBe('Cancelled');
  });

  test('do not keep the templates from running that a task starts', async () => {
    const { call, start, end } = await rig({ quotas: { running: 1 } });
    await call('CreateTemplate', { TemplateName: 'nap', Content: sleeping() });
    const content = template("\n  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: nap } }");
    expect((await end((await start({ TemplateContent: content })).ExecutionId)).Status).toBe('Success');
  });
});

describe('ending', () => {
  test('a running execution is cancelled, with the children that it started, and only once', async () => {
    const { call, start, end } = await rig();
    await call('CreateTemplate', { TemplateName: 'nap', Content: sleeping('PT9999H') });
    const content = template("\n  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: nap } }");
    const { ExecutionId } = await start({ TemplateContent: content });
    const children = async () => (await call('ListExecutions', { ParentExecutionId: ExecutionId })).Executions;
    await until(children, ([child]) => child?.Status === 'Running');
    await call('CancelExecution', { ExecutionId });
    expect((await end(ExecutionId)).Status).toBe('Cancelled');
    expect((await children())[0].Status).toBe('Cancelled');
    const refused = await refusal(call('CancelExecution', { ExecutionId }));
    expect(refused).toMatchObject({
      code: 'ExecutionCancelFailed',
      message: expect.stringContaining('is Cancelled already'),
    });
  });

  test('only what is over is deleted, all of it or nothing, unless it is forced', async () => {
    const { call, start, end } = await rig();
    const over = (await start({ TemplateContent: sleeping() })).ExecutionId;
    const going = (await start({ TemplateContent: sleeping('PT9999H') })).ExecutionId;
    await end(over);
    const both = { ExecutionIds: [over, going] };
    expect((await refusal(call('DeleteExecutions', both))).code).toBe('ExecutionDeleteFailed');
    expect((await refusal(call('DeleteExecutions', { ExecutionIds: [over, 'exec-0'] }))).code).toBe(
      'EntityNotExists.Execution',
    );
    expect((await call('ListExecutions')).TotalCount).toBe(2);
    await call('DeleteExecutions', { ...both, Force: true });
    expect((await call('ListExecutions')).Executions).toEqual([]);
  });

  test('a template takes its executions along when it is told to', async () => {
    const { call, start } = await rig();
    for (const TemplateName of ['kept', 'taken']) {
      await call('CreateTemplate', { TemplateName, Content: sleeping('PT9999H') });
      await start({ TemplateName });
      await call('DeleteTemplate', { TemplateName, AutoDeleteExecutions: TemplateName === 'taken' });
    }
    expect((await call('ListExecutions')).Executions.map((it: Body) => it.TemplateName)).toEqual(['kept']);
  });
});

describe('ListExecutions', () => {
  async function three(): Promise<Caller> {
    const { call, start, end } = await rig();
    await call('CreateTemplate', { TemplateName: 'nap', Content: sleeping() });
    const { ExecutionId } = await start({ TemplateName: 'nap', Description: 'first' });
    await end(ExecutionId);
    await start({ TemplateContent: sleeping('PT9999H'), Description: 'second', Mode: 'FailurePause' });
    await start({ TemplateName: 'ACS-Local-NightlySleep', Description: 'third', ResourceGroupId: 'rg-1' });
    return call;
  }

  test.each([
    [{}, ['third', 'second', 'first']],
    [{ SortOrder: 'Ascending' }, ['first', 'second', 'third']],
    [{ SortField: 'EndDate', SortOrder: 'Ascending' }, ['first', 'second', 'third']],
    [{ Status: 'Success' }, ['first']],
    [{ TemplateName: 'ap' }, ['first']],
    [{ Mode: 'FailurePause' }, ['second']],
    [{ Category: 'TimerTrigger' }, ['third']],
    [{ Categories: 'TimerTrigger,Other', Description: 'ir' }, ['third', 'first']],
    [{ ResourceGroupId: 'rg-1' }, ['third']],
    [{ RamRole: 'None' }, []],
    [{ ExecutedBy: 'root' }, ['third', 'second', 'first']],
    [{ ExecutedBy: 'other' }, []],
    [{ EndDateAfter: '2019-01-01T00:00:00Z' }, ['first']],
    [{ StartDateBefore: '2019-01-01T00:00:00Z' }, []],
    [{ ExecutionId: 'exec-0' }, []],
  ])('%j', async (filter, found) => {
    const call = await three();
    expect((await call('ListExecutions', filter)).Executions.map((it: Body) => it.Description)).toEqual(found);
  });

  test('depth and children exclude each other', async () => {
    const { call } = await rig();
    const refused = await refusal(call('ListExecutions', { Depth: 'RootDepth', IncludeChildExecution: true }));
    expect(refused.code).toBe('InvalidParameter.Depth');
  });
});
