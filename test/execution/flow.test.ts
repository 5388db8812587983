import { describe, expect, test } from 'vitest';
import { startRun } from '../../server/src/execution/startRun.ts';
import { step } from '../../server/src/execution/step.ts';
import { endOf, Failing, plainly, runToEnd, templateOf, traceOf } from '../support/runToEnd.ts';

describe('the order of tasks', () => {
  test('they run one after the other, and each reads what came before', () => {
    expect(
      traceOf(
        `
Parameters:
  region: { Type: String, Default: '{{ ACS::RegionId }}' }
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances, Parameters: { RegionId: '{{ region }}' } }
    Outputs: { ids: { Type: List, ValueSelector: 'Instances.Instance[].InstanceId' } }
  - Name: stop
    Action: acs::executeApi
    Properties:
      Service: ECS
      API: StopInstances
      Parameters: { InstanceIds: '{{ Find.IDS }}', Note: 'stops {{ find.ids }}', Force: null }
      Method: POST
      Headers: null
Outputs:
  ids: { Type: List, Value: '{{ find.ids }}' }
`,
        { answers: { DescribeInstances: { Instances: { Instance: [{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }] } } } },
      ),
    ).toEqual([
      'The execution started.',
      'The task find started.',
      '- ECS DescribeInstances {"RegionId":"cn-hangzhou"}',
      'The task find completed.',
      'The task stop started.',
      '- ECS StopInstances {"InstanceIds":["i-1","i-2"],"Note":"stops [\\"i-1\\",\\"i-2\\"]"} {"Method":"POST"}',
      'The task stop completed.',
      'The execution ended: Success.',
      '= Success {"ids":["i-1","i-2"]}',
    ]);
  });

  test('one whose When is false is skipped, and what it would have put out is null', () => {
    expect(
      traceOf(
        `
Parameters: { os: { Default: linux }, wanted: { Type: Boolean, Default: false } }
Conditions:
  Linux: { 'Fn::Equals': ['{{ os }}', linux] }
  Wanted: { 'Fn::And': [Linux, '{{ wanted }}'] }
Tasks:
  - { Name: a, When: Wanted, Action: 'ACS::ExecuteAPI', OnSuccess: 'ACS::END', Outputs: { x: { ValueSelector: x } } }
  - { Name: b, When: { 'Fn::Not': { Condition: Wanted } }, Action: 'ACS::Notify', Properties: { NotifyType: Mail } }
Outputs: { x: { Type: String, Value: '{{ a.x }}' } }
`,
      ),
    ).toEqual([
      'The execution started.',
      'The task a was skipped.',
      'The task b started.',
      'The task b would notify by Mail; nothing is sent.',
      'The task b completed.',
      'The execution ended: Success.',
      '= Success {"x":null}',
    ]);
  });

  test('a failure that nothing handles ends the execution', () => {
    const { run, trace } = runToEnd(
      `
Tasks:
  - { Name: a, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: StartInstance } }
  - { Name: b, Action: 'ACS::Pause' }
Outputs: { x: { Value: 1 } }
`,
      { answers: { a: new Failing('It is gone.', 'InvalidInstanceId.NotFound') } },
    );
    expect(trace.at(-1)).toBe('= Failed: The task a failed. InvalidInstanceId.NotFound: It is gone.');
    expect(run.tasks.map(({ id, status, statusMessage }) => `${id} ${status} ${statusMessage}`)).toEqual([
      't0001 Failed InvalidInstanceId.NotFound: It is gone.',
    ]);
    expect(run.counters).toEqual({ Total: 1, Success: 0, Failed: 1 });
  });
});

describe('jumps', () => {
  const jumping = (first: string) => `
Tasks:
  - { Name: a, Action: 'ACS::ExecuteAPI', Properties: { Service: s, API: x }, ${first} }
  - { Name: b, Action: 'ACS::Notify', Properties: { NotifyType: WebHook } }
  - { Name: c, Action: 'ACS::Notify', Properties: { NotifyType: WebHook } }
`;
  const way = (first: string, fails = false) =>
    runToEnd(jumping(first), fails ? { answers: { a: new Failing('no') } } : {})
      .run.tasks.map(({ name }) => name)
      .join('');

  test.each([
    ['OnSuccess: C', 'ac'],
    ["OnSuccess: 'acs::end'", 'a'],
    ["OnSuccess: 'ACS::NEXT'", 'abc'],
    ['OnError: c', 'abc'],
  ])('%s after success', (first, tasks) => expect(way(first)).toBe(tasks));

  test.each([
    ['OnError: c', 'ac'],
    ["OnError: 'ACS::END'", 'a'],
    ["OnError: 'ACS::NEXT'", 'abc'],
    ['OnSuccess: b', 'a'],
  ])('%s after a failure', (first, tasks) => expect(way(first, true)).toBe(tasks));

  test('to nowhere ends the execution', () => {
    expect(endOf(jumping('OnSuccess: d'))).toBe("Failed: The task a leads to 'd', which is no task beside it.");
  });

  test('a failure that OnError handles is no failure of the execution', () => {
    expect(endOf(jumping("OnError: 'ACS::END'"), { answers: { a: new Failing('no') } })).toBe('Success');
  });

  test('in a circle end at a limit', () => {
    const circle = "Tasks: [{ Name: a, Action: 'ACS::Notify', Properties: { NotifyType: Mail }, OnSuccess: a }]";
    expect(endOf(circle)).toBe('Failed: More than 1000 tasks have run in one list: its jumps go round in circles.');
  });
});

describe('ACS::Choice', () => {
  const choice = `
Parameters: { n: { Type: Number }, unset: { Type: String, Default: '' } }
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - { When: { 'Fn::Equals': ['{{ n }}', 1] }, NextTask: one }
        - { When: { 'Fn::Equals': ['{{ n }}', '2'] }, NextTask: ACS::NEXT }
        - { When: { 'Fn::Select': [7, []] }, NextTask: one }
  - { Name: two, Action: 'ACS::Notify', OnSuccess: 'ACS::END', Properties: { NotifyType: Mail } }
  - { Name: one, Action: 'ACS::Notify', Properties: { NotifyType: Mail } }
`;
  const chosen = (n: number) => runToEnd(choice, { parameters: { n } }).run.tasks.map(({ name }) => name);

  test('takes the first that holds and looks at no other', () => {
    expect(chosen(1)).toEqual(['pick', 'one']);
    expect(chosen(2)).toEqual(['pick', 'two']);
  });

  test('fails with a condition that cannot be told', () => {
    expect(endOf(choice, { parameters: { n: 3 } })).toBe(
      'Failed: The task pick failed. Fn::Select: there is no element 7 in a list of 0.',
    );
  });

  test('takes the default', () => {
    expect(endOf(choice.replace(/.*Fn::Select.*/, ''), { parameters: { n: 3 } })).toBe('Success');
  });
});

describe('ACS::Sleep', () => {
  const sleeping = (properties: string) => `
Tasks:
  - { Name: rest, Action: 'ACS::Sleep', Properties: { ${properties} } }
`;
  test.each([
    ['Duration: PT15M', '900 s'],
    ['Duration: 1h2M', '3720 s'],
    ['Duration: 90s', '90 s'],
    ['Duration: P1DT1S', '86401 s'],
    ['Duration: p1w', '604800 s'],
    ["Duration: { 'Fn::DurationBetween': ['2030-01-01T00:00:00Z', '2030-01-01T01:00Z'] }", '3600 s'],
    ["EndDate: '2030-01-01'", '2030-01-01T00:00:00Z'],
  ])('%s', (properties, waited) => {
    const trace = traceOf(sleeping(properties));
    expect(trace).toContain(`- wait ${waited}`);
    expect(trace.at(-1)).toBe('= Success');
  });

  test('that no number can tell fails', () => {
    expect(endOf(sleeping(`Duration: PT${'9'.repeat(310)}S`))).toContain('The Duration cannot be read');
  });

  test('tells how long it sleeps, and nothing of it when that is over', () => {
    const { run, trace } = runToEnd(sleeping('Duration: 1s'));
    expect(trace).toContain('The task rest is waiting. It sleeps for 1 second.');
    expect(run.tasks[0]).toMatchObject({ status: 'Success', statusMessage: '' });
  });

  test.each([
    ['Duration: 5', 'The Duration cannot be read; it is written as PT15M or 1h30m.'],
    ['Duration: P1M', 'The Duration cannot be read; it is written as PT15M or 1h30m.'],
    ['Duration: PT0.5S', 'The Duration is shorter than one second.'],
    ["EndDate: '2030-02-30'", 'The EndDate is a date that does not exist: 2030-02-30.'],
    ['EndDate: tomorrow', 'The EndDate is no UTC time, such as 2030-01-01T00:00:00Z.'],
    ["Duration: 1s, EndDate: '2030-01-01'", 'ACS::Sleep takes Duration or EndDate, one of the two.'],
    ['', 'ACS::Sleep takes Duration or EndDate, one of the two.'],
  ])('%s fails', (properties, message) => {
    expect(endOf(sleeping(properties))).toBe(`Failed: The task rest failed. ${message}`);
  });
});

describe('actions of the host', () => {
  test.each([
    ["Action: 'ACS::ECS::RunCommand', Properties: { instanceId: i-1 }", '- ACS::ECS::RunCommand {"instanceId":"i-1"}'],
    [
      "Action: 'ACS::Template', Properties: { TemplateName: t, Parameters: { a: 1 } }",
      '- ACS::Template {"TemplateName":"t","Parameters":{"a":1}}',
    ],
    ["Action: 'ACS::SelectTargets', Properties: { Filters: [] }", '- ACS::SelectTargets {"Filters":[]}'],
    ["Action: 'ACS::ExecuteHttpRequest', Properties: { URL: u }", '- ACS::ExecuteHttpRequest {"URL":"u"}'],
    ["Action: 'ACS::GitCodeRepo', Properties: { Owner: o }", '- ACS::GitCodeRepo {"Owner":"o"}'],
  ])('%s', (task, effect) => {
    const trace = traceOf(
      `
Tasks: [{ Name: a, ${task}, Outputs: { x: { Type: String, ValueSelector: .x } } }]
Outputs: { x: { Value: '{{ a.x }}' } }
`,
      { answers: { a: { x: 'y' } } },
    );
    expect(trace).toContain(effect);
    expect(trace.at(-1)).toBe('= Success {"x":"y"}');
  });

  test('an answer that comes twice, or too late, is refused', () => {
    const { run } = runToEnd("Tasks: [{ Name: a, Action: 'ACS::ExecuteAPI', Properties: { Service: s, API: x } }]");
    const template = templateOf("Tasks: [{ Name: a, Action: 'ACS::Pause' }]", 'yaml');
    const { refused, run: after } = step(run, template, { kind: 'answer', id: 't0001#1', value: {} });
    expect(refused).toBe('Nothing waits for this event any more.');
    expect(after).toBe(run);
  });

  test('a timer is no answer to a call, nor an answer the end of a sleep', () => {
    const refused = (task: string, event: 'timer' | 'answer') => {
      const template = templateOf(`Tasks: [{ Name: a, ${task} }]`, 'yaml');
      const { run } = step(startRun(template, {}, plainly), template, { kind: 'begin' });
      return step(run, template, { kind: event, id: 't0001#1', value: {} }).refused;
    };
    const calling = "Action: 'ACS::ExecuteAPI', Properties: { Service: s, API: x }";
    const sleeping = "Action: 'ACS::Sleep', Properties: { Duration: 1s }";
    expect(refused(calling, 'timer')).toBe('Nothing waits for this event any more.');
    expect(refused(sleeping, 'answer')).toBe('Nothing waits for this event any more.');
    expect(refused(calling, 'answer')).toBeUndefined();
    expect(refused(sleeping, 'timer')).toBeUndefined();
  });
});
