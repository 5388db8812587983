import { describe, expect, test } from 'vitest';
import { pendingRequests } from '../../server/src/execution/run.ts';
import { startRun } from '../../server/src/execution/startRun.ts';
import { step } from '../../server/src/execution/step.ts';
import { endOf, type Plan, plainly, runToEnd, templateOf, traceOf } from '../support/runToEnd.ts';
import { calling, tasks, three } from './threeTasks.ts';

describe('ACS::Approve', () => {
  const approving = (more = '') => three(`Action: 'ACS::Approve', Properties: { NotifyType: WebHook${more} }`);

  test('waits, and goes on when it is approved', () => {
    expect(traceOf(approving(), { notify: [{ type: 'Approve', note: 'fine', by: 'alice' }] })).toEqual([
      'The execution started.',
      'The task a started.',
      'The task a would notify by Mail; nothing is sent.',
      'The task a completed.',
      'The task b started.',
      'The task b is waiting. It waits to be approved.',
      '> Approve {"note":"fine","by":"alice"}',
      'The task b was approved (1 of 1).',
      'The task b completed.',
      'The task c started.',
      'The task c would notify by Mail; nothing is sent.',
      'The task c completed.',
      'The execution ended: Success.',
      '= Success {"done":true}',
    ]);
  });

  test('ends as Cancelled when it is rejected', () => {
    const { run, trace } = runToEnd(approving(), { notify: [{ type: 'Reject', note: 'not today' }] });
    expect(trace.at(-1)).toBe('= Cancelled: The task b was rejected: not today');
    expect(tasks(run)).toBe('a Success, b Cancelled');
    expect(run.tasks[1]).toMatchObject({ notes: ['not today'], statusMessage: '' });
  });

  test('wants as many approvals as it says, each approver once, and nobody else', () => {
    const text = approving(', Approvers: [alice, bob], MinRequiredApprovals: 2');
    const notify: Plan['notify'] = ['carol', 'alice', 'alice', 'bob'].map((by) => ({ type: 'Approve', by }));
    expect(traceOf(text, { notify }).filter((line) => /^[!=]|approved \(/.test(line))).toEqual([
      '! carol is none of the Approvers of the task b.',
      'The task b was approved (1 of 2).',
      '! alice has approved the task b already.',
      'The task b was approved (2 of 2).',
      '= Success {"done":true}',
    ]);
  });

  test('knows an approver by name, as the service tells users with their ids', () => {
    const notify: Plan['notify'] = [{ type: 'Approve', by: 'alice(1000000000000001)' }];
    expect(runToEnd(approving(', Approvers: [alice]'), { notify }).run.status).toBe('Success');
  });

  test('several that wait at once are told apart by task and by item', () => {
    const text = `
Tasks:
  - Name: all
    Action: ACS::Loop
    Properties:
      LoopItems: [x, y, z]
      LoopRateControl: { Mode: Concurrency, Concurrency: 3 }
      LoopTasks: [{ Name: ask, Action: 'ACS::Approve', Properties: { NotifyType: WebHook } }]
`;
    const waiting = (plan: Plan) => tasks(runToEnd(text, plan).run);
    expect(waiting({ notify: [{ type: 'Approve', loopItem: 'y' }] })).toBe(
      'all Running, ask Waiting, ask Success, ask Waiting',
    );
    expect(waiting({ notify: [{ type: 'Approve', tasks: ['t0002', 't0004'] }] })).toBe(
      'all Running, ask Success, ask Waiting, ask Success',
    );
    expect(waiting({ notify: [{ type: 'Approve' }] })).toBe('all Running, ask Success, ask Waiting, ask Waiting');
    expect(traceOf(text, { notify: [{ type: 'Approve', taskName: 'other' }] })).toContain(
      '! None of the waiting tasks is the one that is named.',
    );
    expect(waiting({ notify: [{ type: 'Reject' }] })).toBe(
      'all Cancelled, ask Cancelled, ask Cancelled, ask Cancelled',
    );
    const ended = traceOf(text, { notify: [{ type: 'Reject', tasks: ['t0002', 't0003'] }] });
    expect(ended.filter((line) => line.startsWith('The execution ended'))).toHaveLength(1);
  });
});

test('ACS::Pause waits for Approve', () => {
  expect(endOf(three("Action: 'ACS::Pause'"))).toBe('Waiting for pause');
  expect(endOf(three("Action: 'ACS::Pause'"), { notify: [{ type: 'Approve' }] })).toBe('Success {"done":true}');
});

describe('risky tasks', () => {
  const risky = (path: readonly string[]) => path.join('/') === 'b';

  test('wait to be confirmed before they do anything', () => {
    const plan: Plan = { safetyCheck: 'ConfirmEveryHighRiskAction', risky };
    expect(traceOf(three(calling), plan).slice(-3)).toEqual([
      'The task b started.',
      'The task b is waiting. It does something risky and waits to be approved.',
      '= Waiting for risk',
    ]);
    expect(endOf(three(calling), { ...plan, notify: [{ type: 'Approve' }] })).toBe('Success {"done":true}');
    expect(endOf(three(calling), { ...plan, notify: [{ type: 'Reject' }] })).toBe(
      'Cancelled: The task b was rejected.',
    );
  });

  test('tell what they are going to do, as far as it is known', () => {
    const plan: Plan = { safetyCheck: 'ConfirmEveryHighRiskAction', risky };
    const propertiesOf = (task: string) => runToEnd(three(task), plan).run.tasks.at(-1)?.properties;
    expect(propertiesOf(calling)).toEqual({ Service: 'ECS', API: 'DeleteInstance' });
    expect(propertiesOf(`${calling}, Loop: { Items: [1, 2] }`)).toEqual({});
    expect(propertiesOf(calling.replace('ECS', "'{{ none }}'"))).toEqual({});
  });

  test('Skip asks nobody, but only in Automatic', () => {
    expect(endOf(three(calling), { safetyCheck: 'Skip', risky })).toBe('Success {"done":true}');
    expect(endOf(three(calling), { safetyCheck: 'Skip', risky, mode: 'FailurePause' })).toBe('Waiting for risk');
  });

  test('are named by their path, and a loop is confirmed once', () => {
    const asked: string[] = [];
    const inside = `
Tasks:
  - Name: all
    Action: ACS::Loop
    Properties: { LoopItems: [1], LoopRateControl: { Mode: Concurrency }, LoopTasks: [{ Name: x, ${calling} }] }
  - Name: child
    Action: ACS::Template
    Properties: { TemplateContent: { FormatVersion: OOS-2019-06-01, Tasks: [{ Name: y, ${calling} }] } }
  - { Name: each, ${calling}, Loop: { Items: [1, 2], Concurrency: 2 } }
`;
    const plan: Plan = {
      safetyCheck: 'ConfirmEveryHighRiskAction',
      risky: (path) => {
        asked.push(path.join('/'));
        return ['all/x', 'child/y', 'each'].includes(path.join('/'));
      },
      notify: [
        { type: 'Approve', taskName: 'x' },
        { type: 'Approve', taskName: 'y' },
        { type: 'Approve', taskName: 'each' },
      ],
    };
    expect(endOf(inside, plan)).toBe('Success');
    expect([...new Set(asked)].sort()).toEqual(['all', 'all/x', 'child', 'child/y', 'each']);
  });
});

describe('triggers', () => {
  const triggered = "Tasks: [{ Name: t, Action: 'ACS::TimerTrigger', Properties: { Type: cron } }]";

  test('wait until the execution is cancelled', () => {
    expect(endOf(triggered)).toBe('Waiting for trigger');
    expect(endOf(triggered, { notify: [{ type: 'Approve' }, { type: 'cancel' }] })).toBe('Cancelled');
  });

  test('do not stand in an inline template', () => {
    const inside = `
Tasks:
  - Name: child
    Action: ACS::Template
    Properties: { TemplateContent: { ${triggered} } }
`;
    expect(endOf(inside)).toBe(
      'Failed: The task child failed. The task t failed. A trigger stands only in the outermost template.',
    );
  });
});

describe('a cancel', () => {
  test('ends everything at any moment, and drops what is under way', () => {
    const text = three(`${calling}, Loop: { Items: [1, 2, 3], Concurrency: 2 }`);
    const template = templateOf(text, 'yaml');
    const before = step(startRun(template, {}, plainly), template, { kind: 'begin' }).run;
    expect(pendingRequests(before).map(({ id, kind }) => `${id} ${kind}`)).toEqual(['t0003#1 call', 't0004#2 call']);
    const { run, effects } = step(before, template, { kind: 'cancel' });
    expect(effects.filter(({ kind }) => kind === 'abandon')).toEqual([
      { kind: 'abandon', id: 't0003#1', task: 't0003' },
      { kind: 'abandon', id: 't0004#2', task: 't0004' },
    ]);
    expect(tasks(run)).toBe('a Success, b Cancelled, b Cancelled, b Cancelled');
    expect(pendingRequests(run)).toEqual([]);
    expect(step(run, template, { kind: 'cancel' }).refused).toBe('The execution has ended already: Cancelled.');
    expect(run.tasks[0]).toBe(before.tasks[0]);
  });

  test('comes before the beginning too', () => {
    const template = templateOf(three(calling), 'yaml');
    const before = startRun(template, {}, plainly);
    expect(before.status).toBe('Started');
    const { run } = step(before, template, { kind: 'cancel' });
    expect(run.status).toBe('Cancelled');
    expect(step(run, template, { kind: 'begin' }).refused).toBe('The execution has ended already: Cancelled.');
  });

  test('a second begin is refused', () => {
    const { run } = runToEnd(three("Action: 'ACS::Pause'"));
    const { refused } = step(run, templateOf(three("Action: 'ACS::Pause'"), 'yaml'), { kind: 'begin' });
    expect(refused).toBe('The execution has begun already.');
  });
});
