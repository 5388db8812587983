import { describe, expect, test } from 'vitest';
import { logDocument } from '../../../../client/src/executions/logDocument.ts';
import { readFromExecution } from '../../../../client/src/executions/page/executionMessages.ts';
import { clockAhead, executionView, type ViewParts } from '../../../../client/src/executions/page/executionView.ts';
import { statusView } from '../../../../client/src/executions/statusWords.ts';
import { type ExecutionNode, type LookParts, nodeLook } from '../../../../client/src/executions/tree/nodes.ts';
import { questionFor, questionLines } from '../../../../client/src/executions/waits/questions.ts';
import { namedIn, targetText, writtenLines } from '../../../../client/src/executions/waits/waitDetails.ts';
import { waitId, waitKey } from '../../../../client/src/executions/waits/waitText.ts';
import {
  nextTask,
  notifyRequest,
  readProperties,
  verbsFor,
} from '../../../../client/src/executions/waits/waitVerbs.ts';
import type { Execution, TaskExecution } from '../../../../server/src/cloud/api/answers.ts';
import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import { t } from '../../translate.ts';

const execution = (more: Partial<Execution> = {}) =>
  ({ ExecutionId: 'exec-1', TemplateName: 'restart', Status: 'Running', Mode: 'Automatic', ...more }) as Execution;
const task = (more: Partial<TaskExecution> = {}) =>
  ({ TaskExecutionId: 't1', TaskName: 'stop', TaskAction: 'ACS::Sleep', Status: 'Running', ...more }) as TaskExecution;
const waitOf = (more: Partial<Wait>): Wait => ({ kind: 'approval', execution: execution(), tasks: [task()], ...more });

function viewOf(more: Partial<ViewParts['sight']>, parts: Partial<ViewParts> = {}) {
  const sight = { execution: execution(), tasks: [], changed: [], logs: [], waits: [], ...more };
  const given = {
    caller: [],
    loops: new Map(),
    taskNames: [],
    plans: new Map(),
    clockAhead: 0,
    trouble: '',
    moment: () => 'then',
    name: 'restart v1',
    keyOf: waitKey,
  };
  return executionView({ sight, ...given, ...parts }, t);
}

const actionsOf = (Status: string) => viewOf({ execution: execution({ Status }) }).actions.map(({ action }) => action);

describe('the page of an execution', () => {
  test('offers what can be done now', () => {
    expect(actionsOf('Running')).toEqual(['cancel', 'logs', 'source', 'refresh']);
    expect(actionsOf('SomethingNew')).toContain('cancel');
    expect(actionsOf('Failed')).toEqual(['runAgain', 'logs', 'source', 'refresh', 'delete']);
  });

  test('shows tasks with their times, values, items and executions of their own', () => {
    const looping = task({
      TaskExecutionId: 't2',
      TaskName: 'each',
      Status: 'Success',
      StartDate: '2025-01-31T08:00:00Z',
      EndDate: '2025-01-31T08:00:05Z',
      Loop: { Counters: { Total: 3, Success: 2, Failed: 1 } },
      Outputs: { a: 1 },
    });
    const loops = new Map([['t2', { items: [task({ LoopItem: 'i-1', TaskExecutionId: 't3' })], hasMore: true }]]);
    const { tasks } = viewOf(
      {
        tasks: [task({ ChildExecutionId: 'exec-2', Outputs: {}, ExtraData: { NotifyNote: 'fine with me' } }), looping],
      },
      { loops },
    );
    expect(tasks).toMatchObject([
      { name: 'stop', child: 'exec-2', note: 'fine with me', loop: undefined, outputs: '', ended: undefined },
      {
        name: 'each',
        note: '',
        progress: '3 of 3 done',
        started: Date.UTC(2025, 0, 31, 8),
        ended: Date.UTC(2025, 0, 31, 8, 0, 5),
        outputs: '{\n  "a": 1\n}',
        loop: { isOpen: true, hasMore: true, items: [{ name: 'i-1', hasSource: false }] },
      },
    ]);
  });

  test('says what it waits for, and what can be answered', () => {
    const wait = waitOf({ kind: 'debug', tasks: [] });
    const debug = { execution: execution({ Mode: 'Debug', Status: 'Waiting' }), tasks: [task({ TaskName: 'STOP' })] };
    const { waits } = viewOf({ ...debug, waits: [wait] }, { taskNames: ['stop', 'start'] });
    expect(waits).toMatchObject([{ key: waitKey(wait), tasks: ['stop', 'start'], next: 'start' }]);
    expect(waits[0]?.verbs.map(({ verb }) => verb)).toEqual(['ExecuteTask', 'CompleteExecution']);
    const running = viewOf({ execution: execution({ Mode: 'Debug' }) });
    expect(running.verbs.map(({ verb }) => verb)).toEqual(['CancelTask', 'CompleteExecution']);
  });

  test('says which call waits to be agreed to, on which targets, and as whom', () => {
    const caller = [
      { label: 'Account', value: 'work' },
      { label: 'Region', value: 'cn-hangzhou' },
    ];
    const Properties = { Service: 'ECS', API: 'DeleteInstance', Parameters: { InstanceId: 'i-1' } };
    const known = waitOf({ kind: 'risk', tasks: [task({ Properties })] });
    expect(viewOf({ waits: [known] }, { caller }).waits).toMatchObject([
      {
        sentences: 'It calls ECS DeleteInstance.',
        details: expect.stringContaining('"i-1"'),
        caller: 'work · cn-hangzhou',
      },
    ]);
    // The service does not know the values of a loop before it begins.
    const wait = waitOf({ kind: 'risk', tasks: [task({ Properties: {} })] });
    const written = 'Name: stop\nLoop: { Items: "{{ ids }}" }';
    const plan = { call: 'ECS DeleteInstance', words: ['It hits 2 targets.'], written, values: { ids: ['i-1'] } };
    expect(viewOf({ waits: [wait] }, { plans: new Map([[waitId(wait), plan]]) }).waits).toMatchObject([
      { sentences: 'It calls ECS DeleteInstance. It hits 2 targets.', details: `${written}\nids: ["i-1"]` },
    ]);
  });

  test('knows by how much the clock of the service is ahead', () => {
    const at = Date.UTC(2025, 0, 31, 8);
    const seen = (StartDate: string) => ({
      execution: execution({ StartDate: '2025-01-30' }),
      tasks: [task({ StartDate })],
    });
    expect(clockAhead(seen('2025-01-31T08:00:30Z'), at)).toBe(30_000);
    expect(clockAhead(seen('2025-01-31T07:59:00Z'), at)).toBe(0);
  });

  test('tells one wait from the next', () => {
    const debug = (Counters: Record<string, number>) =>
      waitKey(waitOf({ kind: 'debug', tasks: [], execution: execution({ Mode: 'Debug', Counters }) }));
    expect(debug({ Total: 2, Success: 1 })).toBe(debug({ Success: 1, Total: 2 }));
    expect(debug({ Total: 2, Success: 1 })).not.toBe(debug({ Total: 2, Success: 2 }));
  });

  test('cuts values that are too long to be read', () => {
    const { parameters } = viewOf({ execution: execution({ Parameters: { a: 'x'.repeat(50_000) } }) });
    expect(parameters.length).toBeLessThan(21_000);
    expect(parameters.endsWith('…')).toBe(true);
  });

  test('understands what a person does there, and nothing else', () => {
    const wrong = [null, { type: 'do', action: 'format' }, { type: 'notify', verb: 'Explode' }, { type: 'openValue' }];
    expect(wrong.map(readFromExecution)).toEqual(wrong.map(() => undefined));
    expect(readFromExecution({ type: 'notify', verb: 'Approve', wait: 'w', note: 7 })).toEqual({
      type: 'notify',
      verb: 'Approve',
      wait: 'w',
      note: '',
      taskName: '',
      properties: '',
      status: '',
    });
  });
});

describe('what is said to an execution', () => {
  test.each([
    ['approval', ['Approve', 'Reject']],
    ['batch', ['Approve', 'Reject']],
    ['failure', ['RetryTask', 'SkipTask']],
    ['trigger', []],
  ] as const)('about a wait of kind %s', (kind, verbs) => expect(verbsFor({ kind })).toEqual(verbs));

  test.each([
    ['Approve', { note: ' ' }, { TaskExecutionId: 't1' }],
    ['Reject', { note: ' no ' }, { TaskExecutionId: 't1', NotifyNote: 'no' }],
    ['ExecuteTask', { taskName: 'start', parameters: { a: 1 } }, { TaskName: 'start', Parameters: { a: 1 } }],
    ['CompleteExecution', { taskName: 'start' }, { ExecutionStatus: 'Success' }],
    ['CancelTask', {}, {}],
  ] as const)('%s with %j', (verb, details, expected) => {
    const request = notifyRequest({ ExecutionId: 'exec-1' }, waitOf({}), verb, details);
    expect(request).toEqual({ ExecutionId: 'exec-1', NotifyType: verb, ...expected });
  });

  test('is asked about before: what, of which execution, and what is known about it', () => {
    const Properties = { Service: 'ECS', API: 'DeleteInstance', Parameters: { InstanceId: 'i-1' } };
    const wait = waitOf({
      kind: 'risk',
      tasks: [task({ TaskName: 'remove', Properties, StatusMessage: 'Shall it?' })],
    });
    const parts = { name: 'clean v3', wait, details: {}, plan: undefined };
    expect(questionFor('Approve', parts, t)).toBe('Approve remove of clean v3?');
    const lines = questionLines(parts, t);
    expect(lines.slice(0, 3)).toEqual([
      'remove is a high-risk task and waits for a confirmation.',
      'Shall it?',
      'It calls ECS DeleteInstance.',
    ]);
    expect(lines.at(-1)).toContain('"InstanceId":"i-1"');
    expect(targetText(wait, undefined)).toBe('{"InstanceId":"i-1"}');
    const loop = { ...wait, tasks: [task({ Properties: {} })] };
    const plan = {
      call: 'ECS DeleteInstance',
      words: [],
      written: 'Loop:\n  Items: "{{ ids }}"',
      values: { ids: [1] },
    };
    expect(questionLines({ ...parts, wait: loop, plan }, t).at(-1)).toBe(
      'Loop:\n\u00a0\u00a0Items: "{{ ids }}"\nids: [1]',
    );
    expect(targetText(loop, plan)).toBe('{"ids":[1]}');
    const whole = { ...parts, wait: undefined, details: { status: 'Failed' } } as const;
    expect(questionFor('CompleteExecution', whole, t)).toBe('End clean v3 as "Failed"?');
    expect(questionLines(whole, t)).toEqual([]);
  });

  test('is told as the template has it, with the parameters that it names', () => {
    const text = 'Tasks:\n  - Name: a\n    Loop: "{{ ids }}"\n\n  - Name: b\n';
    const written = writtenLines(text, 1, 4);
    expect(written).toBe('- Name: a\n  Loop: "{{ ids }}"');
    expect(namedIn(written, { ids: [1], Name: 'x' })).toEqual({ ids: [1] });
    expect(namedIn('{"Ref": "ids"}', { ids: [1] })).toEqual({ ids: [1] });
  });

  test('properties are a JSON map or nothing', () => {
    expect(['', ' {"a": 1}', '[1]', 'a: 1'].map(readProperties)).toEqual([undefined, { a: 1 }, 'wrong', 'wrong']);
  });

  test('the next task is the one behind the last in the text', () => {
    expect(nextTask(['a', 'b'], [])).toBe('a');
    expect(nextTask(['a', 'b'], ['A'])).toBe('b');
    expect(nextTask(['a', 'b'], ['a', 'b'])).toBeUndefined();
    expect(nextTask(['a', 'b'], ['inner'])).toBeUndefined();
  });
});

describe('an entry of the tree', () => {
  const now = Date.UTC(2025, 0, 31, 12);
  const parts: LookParts = { nameOf: ({ TemplateName = '' }) => TemplateName, t, now };
  const entry = (more: Partial<Execution>): ExecutionNode => ({
    kind: 'execution',
    execution: execution(more),
    parent: undefined,
  });

  test.each([
    [{ StartDate: '2025-01-31T11:59:50Z', Counters: { Total: 3, Success: 1 } }, 'Running · 1 of 3 done · just now'],
    [{ StartDate: '2025-01-31T11:20:00Z', Status: 'Success', Counters: { Total: 3 } }, 'Succeeded · 40 min ago'],
    [{ StartDate: '2025-01-30T12:00:00Z', Status: 'Waiting' }, 'Waiting · 24 h ago'],
    [{ StartDate: '2025-01-01T12:00:00Z', Status: 'Odd', Description: 'why' }, 'Odd · 30 days ago · why'],
  ])('of %j reads %j', (more, description) => {
    expect(nodeLook(entry(more), parts)).toMatchObject({ description, spoken: `restart, ${description}` });
  });

  test.each([
    [{ Status: 'Running' }, 'execution running'],
    [{ Status: 'Running', Mode: 'Debug' }, 'execution running CancelTask CompleteExecution'],
    [{ Status: 'Waiting' }, 'execution waiting Approve Reject'],
    [{ Status: 'Waiting', WaitingStatus: 'trigger' }, 'execution waiting'],
    [{ Status: 'Waiting', Mode: 'FailurePause', WaitingStatus: 'failure' }, 'execution waiting RetryTask SkipTask'],
    [{ Status: 'Waiting', Mode: 'FailurePause', WaitingStatus: 'risk' }, 'execution waiting Approve Reject'],
    // What it waits for is not known.
    [{ Status: 'Waiting', Mode: 'FailurePause' }, 'execution waiting Approve Reject RetryTask SkipTask'],
    [{ Status: 'Cancelled' }, 'execution final'],
  ])('of %j has the menus of %j', (more, context) => expect(nodeLook(entry(more), parts).context).toBe(context));

  test('has children where there may be any, and a name of its own at each place', () => {
    const parent = entry({});
    const child: ExecutionNode = {
      kind: 'task',
      task: task({ ChildExecutionId: 'exec-2' }),
      executionId: 'exec-1',
      parent,
    };
    const leaf: ExecutionNode = { kind: 'task', task: task({ TaskExecutionId: 't9' }), executionId: 'exec-1', parent };
    expect([parent, child, leaf].map((it) => nodeLook(it, parts).hasChildren)).toEqual([true, true, false]);
    expect(nodeLook(child, parts).id).toBe('exec-1/t1');
    expect(nodeLook({ kind: 'more', parent: undefined }, parts).label).toBe('Load more');
    const note = { kind: 'note', text: 'The service is busy.', isProblem: true, parent: undefined } as const;
    expect(nodeLook(note, parts)).toMatchObject({ description: 'Try again', spoken: 'The service is busy. Try again' });
  });

  test('a status that came later is shown as it is', () => {
    expect(statusView('Paused', t)).toEqual({ word: 'Paused', tone: 'busy' });
  });
});

test('logs have a heading wherever another task speaks, and fold there', () => {
  const line = (Message: string, name?: string) => ({ log: { Message, Timestamp: 'soon' } as never, task: name });
  const logs = [line('started'), line('a\nb', 'stop'), line('c', 'stop'), line('d', 'start')];
  const { text, folds } = logDocument(['exec-1'], logs, 'the execution');
  expect(text).toBe('exec-1\n\n── the execution\nsoon  started\n\n── stop\nsoon  a\nb\nsoon  c\n\n── start\nsoon  d\n');
  const lines = text.split('\n');
  expect(folds.map(({ start, end }) => [lines[start], lines[end]])).toEqual([
    ['── the execution', 'soon  started'],
    ['── stop', 'soon  c'],
    ['── start', 'soon  d'],
  ]);
});

test('logs say for which item of a loop a line is, and stay with its task', () => {
  const line = (Message: string, item: string) => ({
    log: { Message, Timestamp: 'soon' } as never,
    task: 'stop',
    item,
  });
  const { text, folds } = logDocument(['exec-1'], [line('a', 'i-1'), line('b', `i\n${'2'.repeat(99)}`)], '');
  expect(text).toBe(`exec-1\n\n── stop\nsoon  [i-1] | a\nsoon  [i ${'2'.repeat(58)}...] | b\n`);
  expect(folds).toHaveLength(1);
});
