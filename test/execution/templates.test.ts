import { describe, expect, test } from 'vitest';
import type { Json } from '../../server/src/execution/json.ts';
import { endOf, Failing, runToEnd, traceOf } from '../support/runToEnd.ts';

describe('outputs of a task', () => {
  const put = (type: string, selector: string, answer: Json) =>
    endOf(
      `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: s, API: Ask }
    Outputs: { it: { ${type}ValueSelector: ${selector} } }
Outputs: { it: { Type: Any, Value: '{{ ask.it }}' } }
`,
      { answers: { ask: answer } },
    ).replace(/^Success \{"it":(.*)\}$/, '$1');

  test.each<[string, string, Json, string]>([
    ['', "'.'", { a: 1 }, '"{\\"a\\":1}"'],
    ['Type: String, ', 'N', { N: 3 }, '"3"'],
    ['Type: String, ', "'L[]'", { L: ['a', 'b'] }, '"a"'],
    ['Type: String, ', "'L[]'", { L: [] }, 'null'],
    ['Type: Number, ', 'N', { N: '3' }, '3'],
    ['Type: Boolean, ', 'B', { B: 'true' }, 'true'],
    ['Type: List, ', 'L', { L: ['a'] }, '["a"]'],
    ['Type: List, ', 'S', { S: 'a' }, '["a"]'],
    ['Type: Array, ', "'L[]'", {}, '[]'],
    ['Type: List, ', "'L[].M'", { L: [{ M: [1] }, { M: [2] }] }, '[[1],[2]]'],
    ['Type: Json, ', 'J', { J: '{"a":1}' }, '{"a":1}'],
    ['Type: Json, ', "'J[]'", { J: [{ a: 1 }, 2] }, '{"a":1}'],
    ['Type: Object, ', 'J', { J: { a: 1 } }, '{"a":1}'],
    ['Type: String, ', `{ 'Fn::Sub': ['A.\${x}', { x: B }] }`, { A: { B: 'c' } }, '"c"'],
  ])('%s%s of %j', (type, selector, answer, value) => expect(put(type, selector, answer)).toBe(value));

  test.each([
    ['Type: Number, ', 'S', "The output 'it' is no Number."],
    ['', 'null', "The output 'it': It has no ValueSelector."],
    ['', "'a ['", "The output 'it': The selector is not valid jq."],
    ['', "'S | ascii_downcase'", "The output 'it': not supported by the Local OOS: the jq function 'ascii_downcase'"],
  ])('%s%s fails the task', (type, selector, message) => {
    expect(put(type, selector, { S: 'text' })).toBe(`Failed: The task ask failed. ${message}`);
  });

  test('a value that the answer has is kept only where something reads it', () => {
    const asking = (value: string) =>
      runToEnd(
        `Tasks: [{ Name: ask, Action: 'ACS::ExecuteAPI', Properties: { Service: s, API: x }, Outputs: { a: { ValueSelector: A } } }]
Outputs: { it: { Value: '${value}' } }`,
        { answers: { ask: { A: 1, B: 2 } } },
      ).run.tasks[0]?.answer;
    expect(asking('{{ ask.a }}')).toBeUndefined();
    expect(asking('{{ ask.B }}')).toEqual({ A: 1, B: 2 });
  });
});

test('an output of the template that cannot be told fails the execution', () => {
  expect(endOf('Tasks: []\nOutputs: { it: { Type: Number, Value: x } }')).toBe("Failed: The output 'it' is no Number.");
});

describe('ACS::Template with the template inside', () => {
  const outer = (inner: string, given = "Parameters: { ID: '{{ id }}' }", more = '') => `
Parameters: { id: { Default: i-1 }, outside: { Default: o } }
Tasks:
  - Name: child
    Action: ACS::Template
    Properties:
      ${given}
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Parameters: { id: { Type: String }, size: { Type: Number, Default: 2 } }
        Tasks:
          - { Name: get, ${inner}, Outputs: { name: { ValueSelector: Name } } }
        Outputs: { name: { Value: '{{ get.name }}' }, size: { Type: Number, Value: '{{ size }}' } }
    Outputs: { name: { ValueSelector: name }, size: { Type: Number, ValueSelector: .size } }
    ${more}
Outputs: { it: { Type: Json, Value: ['{{ child.name }}', '{{ child.size }}'] } }
`;
  const get =
    "Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: Get, Parameters: { Id: '{{ id }}', Size: '{{ size }}' } }";
  const answers = { Get: { Name: 'n' } };

  test('runs with parameters and outputs of its own', () => {
    const { run, trace } = runToEnd(outer(get), { answers });
    expect(trace).toContain('- ECS Get {"Id":"i-1","Size":2}');
    expect(trace.at(-1)).toBe('= Success {"it":["n",2]}');
    expect(run.tasks.map(({ id, name, parentId }) => `${id} ${name} ${parentId ?? '-'}`)).toEqual([
      't0001 child -',
      't0002 get t0001',
    ]);
    expect(run.counters).toMatchObject({ Total: 1 });
  });

  test('sees nothing from around it', () => {
    expect(endOf(outer(get.replace('{{ size }}', '{{ outside }}')))).toBe(
      "Failed: The task child failed. The task get failed. There is no parameter 'outside'.",
    );
  });

  test('fails with its tasks, and OnError takes it', () => {
    const failing = { answers: { Get: new Failing('no') } };
    expect(endOf(outer(get), failing)).toBe('Failed: The task child failed. The task get failed. no');
    expect(endOf(outer(get, undefined, "OnError: 'ACS::NEXT'"), failing)).toBe('Success {"it":[null,null]}');
  });

  test.each([
    ['{}', "The parameter 'id' has no value and no default."],
    ['{ id: x, other: 1 }', "The template has no parameter 'other'."],
    ['[]', 'The property Parameters is no map.'],
  ])('with Parameters %s', (given, message) => {
    expect(endOf(outer(get, `Parameters: ${given}`))).toBe(`Failed: The task child failed. ${message}`);
  });

  test('in a loop runs once for every item', () => {
    const text = outer(get, "Parameters: { id: '{{ ACS::TaskLoopItem }}' }", 'Loop: { Items: [a, b], Concurrency: 2 }');
    const asked = traceOf(text, { answers }).filter((line) => line.startsWith('-'));
    expect(asked).toEqual(['- ECS Get {"Id":"a","Size":2}', '- ECS Get {"Id":"b","Size":2}']);
  });
});

describe('what cannot be done', () => {
  const task = (written: string) =>
    endOf(`Parameters: { p: { Default: x } }\nTasks: [{ Name: a, ${written} }]`).replace(
      'Failed: The task a failed. ',
      '',
    );

  test.each([
    ["Action: 'ACS::RunCommand'", "not supported by the Local OOS: the action 'ACS::RunCommand'"],
    ["Action: constructor, Properties: { a: '{{ p }}' }", "not supported by the Local OOS: the action 'constructor'"],
    ["Action: __proto__, Properties: { a: '{{ p }}' }", "not supported by the Local OOS: the action '__proto__'"],
    ['Description: none', "not supported by the Local OOS: the action ''"],
    ["Action: 'ACS::ExecuteAPI'", 'The property Service is missing or no text.'],
    [
      "Action: 'ACS::ExecuteAPI', Properties: { Service: s, API: x, Parameters: '{{ p }}' }",
      'The property Parameters is no map.',
    ],
    ["Action: 'ACS::ExecuteAPI', Properties: '{{ p }}'", 'The Properties are no map.'],
    ["Action: 'ACS::Template'", 'The property TemplateName is missing or no text.'],
    [
      "Action: 'ACS::Template', Properties: { TemplateContent: '{{ p }}' }",
      'not supported by the Local OOS: a TemplateContent that is not written out as a map',
    ],
    [
      "Action: 'ACS::Template', Properties: { TemplateContent: { FormatVersion: OOS-2019-06-01-State } }",
      'not supported by the Local OOS: a template of kind OOS-2019-06-01-State',
    ],
    ["Action: 'ACS::Loop', Properties: { LoopItems: [] }", 'The property LoopTasks is missing or no list.'],
    ["Action: 'ACS::Choice', Properties: { Choices: {} }", 'The property Choices is no list.'],
    ["Action: 'ACS::Choice', Properties: { Choices: [] }", 'DefaultTask is no name of a task.'],
    [
      "Action: 'ACS::ExecuteHttpRequest', Properties: { URL: u, CheckFor: { Rules: [] } }",
      'not supported by the Local OOS: CheckFor in ACS::ExecuteHttpRequest',
    ],
    ["Action: 'ACS::Pause', When: '{{ nobody }}'", "There is no parameter 'nobody'."],
  ])('%s', (written, message) => expect(task(written)).toBe(message));
});
