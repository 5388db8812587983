import { describe, expect, test } from 'vitest';
import { endOf, Failing, runToEnd, traceOf } from '../support/runToEnd.ts';

describe('ACS::Loop', () => {
  const rounds = (inner: string, control = 'Mode: Concurrency, Concurrency: 2') => `
Parameters: { where: { Default: x } }
Tasks:
  - { Name: before, Action: 'ACS::ExecuteAPI', Properties: { Service: s, API: First }, Outputs: { y: { ValueSelector: Y } } }
  - Name: all
    Action: ACS::Loop
    Properties:
      LoopItems: [1, 2, 3]
      LoopRateControl: { ${control} }
      LoopTasks:
        - Name: get
          Action: ACS::ExecuteAPI
          Properties: { Service: ECS, API: Get, Parameters: { Id: '{{ ACS::TaskLoopItem }}', In: '{{ where }}{{ before.y }}' } }
          Outputs: { name: { ValueSelector: Name } }
          ${inner}
        - { Name: put, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: Put, Parameters: { It: '{{ get.name }}' } } }
    Outputs: { names: { Type: List, ValueSelector: '{{ get.name }}' } }
Outputs: { names: { Type: List, Value: '{{ all.names }}' } }
`;
  const answers = { First: { Y: 'y' }, Get: (count: number) => ({ Name: `n${count + 1}` }) };

  test('runs its tasks for every item, with names of the round, of the template and of tasks before', () => {
    expect(traceOf(rounds(''), { answers }).filter((line) => /^[-=]/.test(line))).toEqual([
      '- s First {}',
      '- ECS Get {"Id":1,"In":"xy"}',
      '- ECS Get {"Id":2,"In":"xy"}',
      '- ECS Put {"It":"n1"}',
      '- ECS Put {"It":"n2"}',
      '- ECS Get {"Id":3,"In":"xy"}',
      '- ECS Put {"It":"n3"}',
      '= Success {"names":["n1","n2","n3"]}',
    ]);
  });

  test('the executions of its tasks belong to it', () => {
    const { run } = runToEnd(rounds(''), { answers });
    const inner = run.tasks.filter(({ parentId }) => parentId === 't0002');
    expect(inner.map(({ name, loopItem }) => `${name} ${loopItem}`)).toEqual([
      'get 1',
      'get 2',
      'put 1',
      'put 2',
      'get 3',
      'put 3',
    ]);
    expect(run.flows).toEqual([]);
  });

  test('a round that fails is an item that fails', () => {
    const failing = { ...answers, 'get[2]': new Failing('no') };
    expect(endOf(rounds(''), { answers: failing })).toBe(
      'Failed: The task all failed. 1 of 3 items failed, more than MaxErrors (0) allows.',
    );
    expect(endOf(rounds('', 'Mode: Concurrency, MaxErrors: 1'), { answers: failing })).toBe(
      'Success {"names":["n1","n2"]}',
    );
  });

  test('ACS::END ends the round', () => {
    expect(traceOf(rounds("OnSuccess: 'ACS::END'"), { answers }).join()).not.toContain('Put');
  });

  test('may be repeated by a Loop of its own', () => {
    const text = `
Tasks:
  - Name: all
    Action: ACS::Loop
    Loop: { Items: [a, b], Outputs: { names: { AggregateType: 'Fn::ListJoin', AggregateField: name } } }
    Properties:
      LoopItems: ['{{ ACS::TaskLoopItem }}1', '{{ ACS::TaskLoopItem }}2']
      LoopRateControl: { Mode: Concurrency }
      LoopTasks:
        - { Name: get, Action: 'ACS::ExecuteAPI', Properties: { Service: s, API: Get }, Outputs: { name: { ValueSelector: N } } }
    Outputs: { name: { ValueSelector: '{{ get.name }}{{ ACS::TaskLoopItem }}' } }
Outputs: { names: { Type: Json, Value: '{{ all.names }}' } }
`;
    expect(endOf(text, { answers: { Get: (count) => ({ N: `${count}` }) } })).toBe(
      'Success {"names":[["0a1","1a2"],["2b1","3b2"]]}',
    );
  });

  test('may stand in another one, and a name means the nearest task', () => {
    const text = `
Tasks:
  - Name: outer
    Action: ACS::Loop
    Properties:
      LoopItems: [a, b]
      LoopRateControl: { Mode: Concurrency }
      LoopTasks:
        - { Name: x, Action: 'ACS::ExecuteAPI', Properties: { Service: s, API: Out, Parameters: { Id: '{{ ACS::TaskLoopItem }}' } }, Outputs: { v: { ValueSelector: v } } }
        - Name: inner
          Action: ACS::Loop
          Properties:
            LoopItems: ['{{ x.v }}1', 2]
            LoopRateControl: { Mode: Concurrency }
            LoopTasks:
              - { Name: y, Action: 'ACS::ExecuteAPI', Properties: { Service: s, API: In, Parameters: { Id: '{{ ACS::TaskLoopItem }}{{ x.v }}' } } }
          Outputs: { ids: { ValueSelector: '{{ x.v }}' } }
    Outputs: { all: { ValueSelector: '{{ inner.ids }}' } }
Outputs: { all: { Type: Json, Value: '{{ outer.all }}' } }
`;
    const trace = traceOf(text, { answers: { 'x[a]': { v: 'A' }, 'x[b]': { v: 'B' } } });
    expect(trace.filter((line) => line.includes(' In '))).toEqual([
      '- s In {"Id":"A1A"}',
      '- s In {"Id":"2A"}',
      '- s In {"Id":"B1B"}',
      '- s In {"Id":"2B"}',
    ]);
    expect(trace.at(-1)).toBe('= Success {"all":[["A","A"],["B","B"]]}');
  });
});
