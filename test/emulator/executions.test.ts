import { describe, expect, test } from 'vitest';
import { localOos } from '../support/localOos.ts';
import { type Body, refusal } from './callers.ts';
import { calling, failing, listing, sleeping, template } from './contents.ts';
import { rig } from './rig.ts';

const instances = {
  'ecs:describeinstances': { Instances: { Instance: [{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }] } },
};

describe('an execution', () => {
  test('is answered before it begins, and ends with the outputs that the answers give', async () => {
    const { call, start, end } = await rig({ answers: instances });
    await call('CreateTemplate', { TemplateName: 'list', Content: listing });
    const execution = await start({
      TemplateName: 'list',
      Parameters: { status: 'Running' },
      Description: 'a try',
      Tags: { a: 'b' },
    });
    expect(execution).toMatchObject({
      Status: 'Started',
      CurrentTasks: [],
      Parameters: '{"status":"Running"}',
      Outputs: '{}',
    });
    expect(execution.ExecutionId).toMatch(/^exec-[0-9a-f]{20}$/);
    const done = await end(execution.ExecutionId);
    expect(done).toMatchObject({
      Status: 'Success',
      TemplateName: 'list',
      TemplateVersion: 'v1',
      Parameters: { status: 'Running' },
      Outputs: '{"ids":["i-1","i-2"]}',
      Counters: { Total: 1, Success: 1 },
      Mode: 'Automatic',
      ExecutedBy: 'root(1000000000000001)',
      IsParent: false,
      Description: 'a try',
      Tags: { a: 'b' },
      Category: 'Other',
    });
    expect(Date.parse(done.EndDate)).toBeGreaterThanOrEqual(Date.parse(done.StartDate));
    const { TaskExecutions } = await call('ListTaskExecutions', { ExecutionId: done.ExecutionId });
    expect(TaskExecutions).toMatchObject([
      {
        TaskExecutionId: `${done.ExecutionId}.t0001`,
        TaskName: 'describe',
        Status: 'Success',
        Properties: '{"Service":"ECS","API":"DescribeInstances","Parameters":{"Status":"Running"}}',
        Outputs: '{"ids":["i-1","i-2"]}',
      },
    ]);
    expect((await call('ListTemplates', { ShareType: 'Private' })).Templates[0].TotalExecutionCount).toBe(1);
  });

  test('comes to its end also where the clock has run to the last of all dates', async () => {
    const { start, end } = await rig({ speed: 1e15 });
    expect((await end((await start({ TemplateContent: sleeping('PT9999999H') })).ExecutionId)).Status).toBe('Success');
  });

  test('sleeps as long as it says, on a clock that runs fast', async () => {
    const { call, start, end } = await rig();
    const { ExecutionId } = await start({ TemplateContent: sleeping('PT2H') });
    const { StartDate, EndDate, Status } = await end(ExecutionId);
    expect(Status).toBe('Success');
    const seconds = (Date.parse(EndDate) - Date.parse(StartDate)) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(7200);
    const { ExecutionLogs } = await call('ListExecutionLogs', { ExecutionId });
    expect(ExecutionLogs[0].Message).toBe('The execution ended: Success.');
    expect(ExecutionLogs.at(-1)).toMatchObject({ Message: 'The execution started.', LogType: 'System' });
    const one = await call('ListExecutionLogs', {
      ExecutionId,
      TaskExecutionId: `${ExecutionId}.t0001`,
      MaxResults: 1,
    });
    expect(one).toMatchObject({
      IsTruncated: true,
      NextToken: expect.any(String),
      ExecutionLogs: [{ Message: 'The task nap completed.' }],
    });
  });

  test('answers in turn, and fails with the code that was prepared', async () => {
    const { call, start, end } = await rig({ answers: { 'ECS:StopInstance': [{}, failing('There is no i-1.')] } });
    const Content = template(calling('stop', 'StopInstance'));
    expect((await end((await start({ TemplateContent: Content })).ExecutionId)).Status).toBe('Success');
    const { ExecutionId } = await start({ TemplateContent: Content });
    expect(await end(ExecutionId)).toMatchObject({
      Status: 'Failed',
      StatusMessage: expect.stringContaining('There is no i-1.'),
    });
    const { TaskExecutions } = await call('ListTaskExecutions', { ExecutionId });
    expect(TaskExecutions[0]).toMatchObject({
      Status: 'Failed',
      StatusMessage: expect.stringContaining('InvalidInstance.NotFound'),
    });
  });

  test('runs the items of a loop, which are listed when they are asked for', async () => {
    const { call, start, end } = await rig();
    const loop = '\n    Loop: { Items: [a, b, c], RateControl: { Mode: Concurrency, MaxErrors: 0, Concurrency: 2 } }';
    const { ExecutionId } = await start({ TemplateContent: template(calling('each', 'StartInstance', loop)) });
    await end(ExecutionId);
    const listed = async (more: Body) =>
      (await call('ListTaskExecutions', { ExecutionId, SortOrder: 'Ascending', ...more })).TaskExecutions;
    const [parent, ...none] = await listed({});
    expect(none).toEqual([]);
    expect(parent.Loop).toMatchObject({ Counters: { Total: 3, Success: 3, Failed: 0 } });
    const children = await listed({ ParentTaskExecutionId: parent.TaskExecutionId });
    expect(children.map((it: Body) => it.LoopItem).toSorted()).toEqual(['a', 'b', 'c']);
    const all = await listed({ IncludeChildTaskExecution: true });
    const ids = ['t0001', 't0002', 't0003', 't0004'].map((it) => `${ExecutionId}.${it}`);
    expect(all.map((it: Body) => it.TaskExecutionId)).toEqual(ids);
    const newest = await listed({ IncludeChildTaskExecution: true, SortOrder: 'Descending' });
    expect(newest.map((it: Body) => it.TaskExecutionId)).toEqual(ids.toReversed());
  });

  test('starts the templates that its tasks name, and gets their outputs', async () => {
    const { call, start, end } = await rig({ answers: instances });
    await call('CreateTemplate', { TemplateName: 'list', Content: listing });
    const parent = template(
      `
  - Name: child
    Action: ACS::Template
    Properties: { TemplateName: list, Parameters: { status: Stopped } }
    Outputs: { ids: { Type: List, ValueSelector: ids } }`,
      "Outputs: { ids: { Type: List, Value: '{{ child.ids }}' } }\n",
    );
    const { ExecutionId } = await start({ TemplateContent: parent });
    expect(await end(ExecutionId)).toMatchObject({ Outputs: '{"ids":["i-1","i-2"]}', IsParent: true });
    const [child] = (await call('ListExecutions', { ParentExecutionId: ExecutionId })).Executions;
    expect(child).toMatchObject({ TemplateName: 'list', ParentExecutionId: ExecutionId, Status: 'Success' });
    const [task] = (await call('ListTaskExecutions', { ExecutionId })).TaskExecutions;
    expect(task.ChildExecutionId).toBe(child.ExecutionId);
    const count = async (more: Body) => (await call('ListExecutions', more)).Executions.length;
    expect(await count({})).toBe(1);
    expect(await count({ IncludeChildExecution: true })).toBe(2);
    expect(await count({ Depth: 'RootDepth' })).toBe(1);
    expect(await count({ Depth: 'FirstChildDepth' })).toBe(2);
  });

  test('fails when a template that it names is not there', async () => {
    const { start, end } = await rig();
    const content = template("\n  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: gone } }");
    const { ExecutionId } = await start({ TemplateContent: content });
    expect(await end(ExecutionId)).toMatchObject({ Status: 'Failed', StatusMessage: expect.stringContaining('gone') });
  });

  test('keeps the template that it began with', async () => {
    const { call, start, end } = await rig();
    await call('CreateTemplate', { TemplateName: 'nap', Content: sleeping('PT1M') });
    const { ExecutionId } = await start({ TemplateName: 'nap' });
    await call('UpdateTemplate', { TemplateName: 'nap', Content: sleeping('PT9M') });
    await call('DeleteTemplate', { TemplateName: 'nap' });
    await end(ExecutionId);
    const { Content, Template } = await call('GetExecutionTemplate', { ExecutionId });
    expect(Content).toBe(sleeping('PT1M'));
    expect(Template).toMatchObject({ TemplateName: 'nap', TemplateVersion: 'v1', TemplateFormat: 'YAML' });
    expect(Template).not.toHaveProperty('HasTrigger');
  });
});

describe('starting', () => {
  const secret = template(
    calling('call', 'RunCommand').replace('i-1', "'{{ password }}'"),
    'Parameters:\n  password: { Type: String, NoEcho: true, MinLength: 8 }\n  size: { Type: Number, Default: 1, MaxValue: 3 }\n',
  );
  const password = 'planted-pass-word';

  test.each([
    [{}, /password/],
    [{ password: 'short' }, /password: .*MinLength 8/],
    [{ password, size: 4 }, /size: .*MaxValue 3/],
    [{ password, size: 'many' }, /size/],
    [{ password, other: 1 }, /other/],
  ])('is refused with the parameters %j', async (given, message) => {
    const { call } = await rig();
    const refused = await refusal(call('StartExecution', { TemplateContent: secret, Parameters: given }));
    expect(refused).toMatchObject({ code: 'InvalidParameter.Parameters', status: 400 });
    expect(refused.message).toMatch(message);
    expect((await call('ListExecutions')).Executions).toEqual([]);
  });

  test('values with NoEcho are shown nowhere', async () => {
    const { call, start, end } = await rig({ answers: { 'ECS:RunCommand': failing(`${password} is wrong`) } });
    const { ExecutionId } = await start({ TemplateContent: secret, Parameters: { password } });
    expect(await end(ExecutionId)).toMatchObject({ Parameters: { password: '******', size: 1 }, Status: 'Failed' });
    const answers = [
      await call('ListExecutions', { ExecutionId }),
      await call('ListTaskExecutions', { ExecutionId }),
      await call('ListExecutionLogs', { ExecutionId }),
    ];
    expect(JSON.stringify(answers)).not.toContain(password);
  });

  test.each([
    [{ TemplateName: 'none' }, 'EntityNotExists.Template'],
    [{}, 'MissingTemplateName'],
    [{ TemplateContent: 'Tasks: x' }, 'TemplateValidationError'],
    [{ TemplateContent: sleeping(), ParentExecutionId: 'exec-0' }, 'EntityNotExists.Execution'],
  ])('%j is refused with %s', async (parameters, code) => {
    const { call } = await rig();
    expect((await refusal(call('StartExecution', parameters))).code).toBe(code);
  });

  test('the same ClientToken starts nothing twice', async () => {
    const { call, start } = await rig();
    const wanted = { TemplateContent: sleeping(), ClientToken: 'token-1' };
    const { ExecutionId } = await start(wanted);
    expect((await start(wanted)).ExecutionId).toBe(ExecutionId);
    expect((await refusal(call('StartExecution', { ...wanted, Mode: 'Debug' }))).code).toBe(
      'IdempotentParameterMismatch',
    );
    expect((await start({ ...wanted, ClientToken: 'token-2' })).ExecutionId).not.toBe(ExecutionId);
    expect((await call('ListExecutions')).TotalCount).toBe(2);
  });

  test('a ClientToken that comes late starts nothing again when its execution has been deleted', async () => {
    const { call, start } = await rig();
    const wanted = { TemplateContent: sleeping(), ClientToken: 'token-1' };
    const { ExecutionId } = await start(wanted);
    await call('DeleteExecutions', { ExecutionIds: [ExecutionId], Force: true });
    expect((await refusal(call('StartExecution', wanted))).code).toBe('EntityNotExists.Execution');
    expect((await call('ListExecutions')).TotalCount).toBe(0);
  });

  test('too many at a time are refused', async () => {
    const { call, start } = await rig({ quotas: { executions: 1 } });
    await start({ TemplateContent: sleeping('PT9999H') });
    const refused = await refusal(call('StartExecution', { TemplateContent: sleeping() }));
    expect(refused).toMatchObject({ code: 'QuotaExceed', message: 'The Quota (executions) exceeded (1).' });
  });
});

test('answers that cannot be used are told', async () => {
  for (const answers of [[], { 'a b': 1 }, { 'ECS:X': [] }, { 'ECS:X': { $error: {} } }]) {
    await expect(localOos({ answers })).rejects.toMatchObject({
      name: 'AnswersError',
      words: { zh: expect.any(String) },
    });
  }
});
