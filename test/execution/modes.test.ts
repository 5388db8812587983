import { describe, expect, test } from 'vitest';
import { endOf, Failing, type Plan, runToEnd, traceOf } from '../support/runToEnd.ts';
import { calling, tasks, three } from './threeTasks.ts';

describe('Debug', () => {
  const debug = (notify: NonNullable<Plan['notify']>, text = three(calling)): Plan & { text: string } => ({
    mode: 'Debug',
    notify,
    text,
  });
  const run = ({ text, ...plan }: ReturnType<typeof debug>) => runToEnd(text, plan);

  test('waits before the first task and after every one', () => {
    const { trace, run: after } = run(debug([{ type: 'ExecuteTask' }, { type: 'ExecuteTask' }]));
    expect(trace.filter((line) => /^[>=]|The execution/.test(line))).toEqual([
      'The execution started.',
      'The execution is waiting to be told the next task. The next task is a.',
      '> ExecuteTask',
      'The execution is waiting to be told the next task. The next task is b.',
      '> ExecuteTask',
      'The execution is waiting to be told the next task. The next task is c.',
      '= Waiting for debug',
    ]);
    expect(tasks(after)).toBe('a Success, b Success');
  });

  test('runs any task, with other properties', () => {
    const { trace } = run(debug([{ type: 'ExecuteTask', taskName: 'B', parameters: { API: 'StopInstance' } }]));
    expect(trace).toContain('- ECS StopInstance {}');
    expect(trace).toContain('The execution is waiting to be told the next task. The next task is c.');
  });

  test('waits behind the last task and offers a failed one again', () => {
    const last = run(debug([{ type: 'ExecuteTask', taskName: 'c' }])).run;
    expect(last.debug).toEqual({ next: undefined });
    const failed = runToEnd(three(calling), {
      mode: 'Debug',
      answers: { b: new Failing('no') },
      notify: [{ type: 'ExecuteTask', taskName: 'b' }],
    }).run;
    expect(failed).toMatchObject({ status: 'Waiting', waitingStatus: 'debug', debug: { next: 'b' } });
    expect(tasks(failed)).toBe('b Failed');
  });

  test('a waiting task is answered, or cancelled', () => {
    const paused = three("Action: 'ACS::Pause'");
    const begin = { type: 'ExecuteTask', taskName: 'b' } as const;
    expect(tasks(run(debug([begin, { type: 'Approve' }], paused)).run)).toBe('b Success');
    const cancelled = run(debug([begin, { type: 'CancelTask' }], paused)).run;
    expect(tasks(cancelled)).toBe('b Cancelled');
    expect(cancelled.debug).toEqual({ next: 'c' });
  });

  const inRounds = (task: string) => `
Tasks:
  - Name: all
    Action: ACS::Loop
    Properties: { LoopItems: [1, 2], LoopRateControl: { Mode: Concurrency }, LoopTasks: [{ Name: x, ${task} }] }
`;

  test('the tasks inside a task run by themselves, and are cancelled with it', () => {
    expect(tasks(run(debug([{ type: 'ExecuteTask' }], inRounds(calling))).run)).toBe(
      'all Success, x Success, x Success',
    );
    const cancelled = run(
      debug([{ type: 'ExecuteTask' }, { type: 'CancelTask' }], inRounds("Action: 'ACS::Pause'")),
    ).run;
    expect(tasks(cancelled)).toBe('all Cancelled, x Cancelled');
    expect(cancelled.flows).toHaveLength(1);
  });

  test.each([
    [undefined, 'Success {"done":true}'],
    ['Failed', 'Failed: enough'],
    ['Cancelled', 'Cancelled: enough'],
  ] as const)('CompleteExecution %s', (executionStatus, end) => {
    const { trace } = run(
      debug([
        { type: 'ExecuteTask' },
        { type: 'CompleteExecution', executionStatus, note: executionStatus && 'enough' },
      ]),
    );
    expect(trace.at(-1)).toBe(`= ${end}`);
  });

  test('refuses what does not fit', () => {
    const refused = (notify: NonNullable<Plan['notify']>, mode: Plan['mode'] = 'Debug') =>
      traceOf(three("Action: 'ACS::Pause'"), { mode, notify }).filter((line) => line.startsWith('!'));
    expect(refused([{ type: 'ExecuteTask', taskName: 'd' }])).toEqual(["! The template has no task 'd'."]);
    expect(refused([{ type: 'CancelTask' }])).toEqual(['! No task is going on.']);
    expect(refused([{ type: 'ExecuteTask', taskName: 'c' }, { type: 'ExecuteTask' }])).toEqual([
      '! No task comes next; name the one to execute.',
    ]);
    expect(refused([{ type: 'ExecuteTask', taskName: 'b' }, { type: 'ExecuteTask' }])).toEqual([
      '! No task can be executed now: one is going on.',
    ]);
    expect(refused([{ type: 'ExecuteTask' }, { type: 'Approve' }, { type: 'RetryTask' }])).toEqual([
      '! Nothing waits for Approve.',
      '! Nothing waits for RetryTask.',
    ]);
    for (const type of ['ExecuteTask', 'CancelTask', 'CompleteExecution'] as const) {
      expect(refused([{ type }], 'Automatic')).toEqual(['! The execution does not run in Debug mode.']);
    }
  });
});

describe('FailurePause', () => {
  const failing = (times: number): Plan => ({
    mode: 'FailurePause',
    answers: { b: (count) => (count < times ? new Failing('no') : {}) },
  });

  test('waits at a task that fails', () => {
    const { run, trace } = runToEnd(three(calling), failing(1));
    expect(trace.at(-1)).toBe('= Waiting for failure');
    expect(run.tasks[1]).toMatchObject({ status: 'Waiting', statusMessage: 'It failed. no' });
  });

  test('RetryTask does it again, as often as it fails', () => {
    const notify = [{ type: 'RetryTask' }, { type: 'RetryTask' }] as const;
    expect(tasks(runToEnd(three(calling), { ...failing(2), notify }).run)).toBe('a Success, b Success, c Success');
    expect(endOf(three(calling), { ...failing(3), notify })).toBe('Waiting for failure');
  });

  test('RetryTask asks again what failed before the task could begin', () => {
    const text = three(`${calling}, When: { 'Fn::Equals': ['{{ nothing }}', 1] }`);
    const { run, trace } = runToEnd(text, { mode: 'FailurePause', notify: [{ type: 'RetryTask' }] });
    expect(trace.filter((line) => line.startsWith('- '))).toEqual([]);
    expect(run).toMatchObject({ status: 'Waiting', waitingStatus: 'failure' });
  });

  test('RetryTask gives a WaitFor all its retries again', () => {
    const waiting = `
Tasks:
  - Name: w
    Action: ACS::WaitFor
    Properties: { Service: s, API: x, PropertySelector: S, DesiredValues: [1] }
    Retries: 1
`;
    const answers = { w: (count: number) => ({ S: count === 3 ? 1 : 0 }) };
    expect(endOf(waiting, { mode: 'FailurePause', answers, notify: [{ type: 'RetryTask' }] })).toBe('Success');
  });

  test('waits at the task whose rounds failed, not inside them', () => {
    const text = `
Tasks:
  - Name: all
    Action: ACS::Loop
    Properties: { LoopItems: [1, 2], LoopRateControl: { Mode: Concurrency, Concurrency: 2 }, LoopTasks: [{ Name: x, ${calling} }] }
`;
    const answers = { x: (count: number) => (count === 0 ? new Failing('no') : {}) };
    expect(tasks(runToEnd(text, { mode: 'FailurePause', answers }).run)).toBe('all Waiting, x Failed, x Success');
    const again = runToEnd(text, { mode: 'FailurePause', answers, notify: [{ type: 'RetryTask' }] }).run;
    expect(tasks(again)).toBe('all Success, x Failed, x Success, x Success');
  });

  test('SkipTask goes on behind it', () => {
    const { run } = runToEnd(three(calling), { ...failing(9), notify: [{ type: 'SkipTask', note: 'later' }] });
    expect(tasks(run)).toBe('a Success, b Skipped, c Success');
    expect(run).toMatchObject({ status: 'Success', counters: { Total: 3, Success: 2, Failed: 0, Skipped: 1 } });
  });

  test('leaves a failure to OnError where there is one', () => {
    expect(endOf(three(`${calling}, OnError: c`), failing(1))).toBe('Success {"done":true}');
  });

  test('RetryTask does only those items of a loop again that are not done', () => {
    const text = three(`${calling}, Loop: { Items: [1, 2, 3], Concurrency: 3 }`);
    const plan: Plan = {
      mode: 'FailurePause',
      answers: { 'b[2]': (count) => (count === 0 ? new Failing('no') : {}) },
      notify: [{ type: 'RetryTask' }],
    };
    const { run } = runToEnd(text, plan);
    expect(run.status).toBe('Success');
    expect(run.tasks.filter((it) => it.parentId).map((it) => `${it.loopItem} ${it.status}`)).toEqual([
      '1 Success',
      '2 Failed',
      '3 Success',
      '2 Success',
    ]);
  });
});
