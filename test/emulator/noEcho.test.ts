import { describe, expect, test } from 'vitest';
import { leaksIn, planted } from '../faults/planted.ts';
import { toJson } from '../support/toJson.ts';
import { type Body, type Caller, refusal } from './callers.ts';
import { calling, failing, template } from './contents.ts';
import { rig } from './rig.ts';

const secret = planted.noEcho;

/** A template with a NoEcho parameter `p`. */
const hiding = (tasks: string, more = '', kind = 'Type: String') =>
  template(tasks, `Parameters:\n  p: { ${kind}, NoEcho: true }\n${more}`);

/** A task that hands these parameters to a call. */
const handing = (parameters: string, more = '') =>
  calling('call', 'RunCommand', more).replace('{ InstanceId: i-1 }', parameters);

const child = (template: string, parameters: string) => `
  - Name: child
    Action: ACS::Template
    Properties: { ${template}, Parameters: ${parameters} }
    Outputs: { got: { Type: String, ValueSelector: got } }`;

const gives = "Outputs: { got: { Type: String, Value: '{{ p }}' } }\n";

/** All that can be asked about executions, as text. */
async function shownOf(call: Caller): Promise<string> {
  const { Executions } = await call('ListExecutions', { IncludeChildExecution: true });
  const more = (Executions as Body[]).flatMap(({ ExecutionId }) => [
    call('ListTaskExecutions', { ExecutionId, IncludeChildTaskExecution: true }),
    call('ListExecutionLogs', { ExecutionId }),
  ]);
  return JSON.stringify([Executions, await Promise.all(more)]);
}

describe('a value with NoEcho is shown nowhere', () => {
  test.each<[string, string]>([
    ['in a text', "{ Text: 'mysql -p {{ p }} -v' }"],
    ['in JSON in a text', `{ Text: { 'Fn::Join': [' ', [run, '{{ map }}']] } }`],
    ['in base64', "{ Text: { 'Fn::Base64Encode': 'root {{ p }}' } }"],
    ['in parts', "{ Texts: { 'Fn::Split': ['That', '{{ p }}'] } }"],
    ['in a part of a part', "{ Text: { 'Fn::Select': [1, { 'Fn::Split': ['pltd', 'a {{ p }}'] }] } }"],
    ['in other words', "{ Text: { 'Fn::Replace': [{ Quiet: Loud }, '{{ p }}'] } }"],
    ['as a key', "{ Map: { 'Fn::MapJoin': [['{{ p }}'], [1]] } }"],
  ])('%s', async (_name, parameters) => {
    const { call, start, end } = await rig();
    const map = "  map: { Type: Json, Default: { secret: '{{ p }}' } }\n";
    const outputs = "Outputs: { all: { Type: Any, Value: { 'Fn::Jq': [First, '.', '{{ p }}'] } } }\n";
    const content = hiding(handing(parameters), `${map}${outputs}`);
    const { ExecutionId } = await start({ TemplateContent: content, Parameters: { p: secret } });
    expect((await end(ExecutionId)).Status).toBe('Success');
    const shown = await shownOf(call);
    expect(leaksIn(shown)).toEqual([]);
    expect(shown).not.toMatch(/NobodyMaySee|ThatNobody|秘密/);
    expect(shown).toContain('******');
  });

  test.each([
    ['Type: String, Default: 12345678', /12345678/],
    ['Type: Number, Default: 12345678', /12345678/],
    ['Type: List, Default: [first-word, second-word]', /(first|second)-word/],
    ['Type: Json, Default: { a: { b: deep-word } }', /deep-word/],
    ['Type: String, Default: \'["inner-word"]\'', /inner-word/],
  ])('when it is the default of %s', async (kind, word) => {
    const { call, start, end } = await rig();
    const uses = "{ One: '{{ p }}', Text: 'and {{ p }}', Part: { 'Fn::Jq': [All, '.[]?', '{{ p }}'] } }";
    const content = hiding(handing(uses), '', kind);
    const { ExecutionId } = await start({ TemplateContent: content });
    expect((await end(ExecutionId)).Status).toBe('Success');
    expect(await shownOf(call)).not.toMatch(word);
    // What stands in the text of the template itself its author has shown.
    expect((await call('GetExecutionTemplate', { ExecutionId })).Content).toBe(content);
  });

  test('where one hidden value is a part of another', async () => {
    const { call, start, end } = await rig();
    const tasks = handing("{ A: '{{ p }}', B: '{{ q }}', C: 'x-{{ q }}-{{ p }}', D: 'abcdefghijkl' }");
    const content = hiding(tasks, '  q: { Type: String, NoEcho: true }\n  r: { Type: String, NoEcho: true }\n');
    await start({ TemplateContent: content, Parameters: { p: 'abcdef', q: 'abcdefgh', r: 'efghijkl' } }).then((it) =>
      end(it.ExecutionId),
    );
    const [task] = (await call('ListTaskExecutions')).TaskExecutions;
    const mask = '******';
    expect(JSON.parse(task.Properties).Parameters).toEqual({ A: mask, B: mask, C: `x-${mask}-${mask}`, D: mask });
  });

  test.each([
    ["{ 'Fn::Split': [' ', '{{ p }}'] }", 'red-fox blue-owl 12345678'],
    ["'{{ p }}'", '["red-fox", "blue-owl", 12345678]'],
  ])('in the items of a loop: %s', async (items, p) => {
    const { call, start, end } = await rig();
    const loop = `\n    Loop: { Items: ${items}, MaxErrors: 0, Concurrency: 1 }`;
    const content = hiding(handing("{ Text: '{{ ACS::TaskLoopItem }}' }", loop));
    const { ExecutionId } = await start({ TemplateContent: content, Parameters: { p } });
    await end(ExecutionId);
    const shown = await shownOf(call);
    expect(shown).not.toMatch(/red-fox|blue-owl|12345678/);
    expect(shown).toContain('"Total":3');
  });

  test('in what a failure quotes', async () => {
    const long = `${'secret-word '.repeat(20)}end`;
    const { call, start, end } = await rig({
      answers: { 'ECS:RunCommand': failing(`${long} is wrong`), 'ECS:Look': { State: long } },
    });
    const wait = calling('wait', 'Look')
      .replace('ExecuteAPI', 'CheckFor')
      .replace('{ Service', '{ PropertySelector: State, DesiredValues: [on], Service');
    const more = '\n    OnError: wait';
    const content = hiding(handing("{ Text: '{{ p }}' }", more) + wait);
    const { ExecutionId } = await start({ TemplateContent: content, Parameters: { p: long } });
    expect(await end(ExecutionId)).toMatchObject({
      Status: 'Failed',
      StatusMessage: expect.stringContaining('PropertySelector found'),
    });
    expect(await shownOf(call)).not.toContain('secret-word');
  });

  test.each<[string, unknown, object]>([
    ['short', 'a7', { Text: '******', Long: '******' }],
    ['a number', 4711, { Text: '******', Long: 'pin ****** end' }],
    ['a truth value', true, { Text: '******', Long: '******' }],
  ])('when it is %s,', async (_name, p, shown) => {
    const { call, start, end } = await rig();
    const kind = `Type: ${{ string: 'String', number: 'Number', boolean: 'Boolean' }[typeof p as string]}`;
    const content = hiding(handing("{ Text: '{{ p }}', Long: 'pin {{ p }} end' }"), '', kind);
    const { ExecutionId } = await start({ TemplateContent: content, Parameters: { p } });
    expect((await end(ExecutionId)).Parameters).toEqual({ p: '******' });
    const [task] = (await call('ListTaskExecutions')).TaskExecutions;
    expect(JSON.parse(task.Properties).Parameters).toEqual(shown);
  });

  test('when it is a truth value, wherever the template says that it comes from', async () => {
    const { call, start, end } = await rig();
    const uses = "{ Open: true, Not: { 'Fn::Not': '{{ p }}' }, Deep: [{ A: '{{P}}', B: true }] }";
    const inner = hiding(handing(uses), "Outputs: { got: { Type: Boolean, Value: '{{ p }}' } }\n", 'Type: Boolean');
    await call('CreateTemplate', {
      TemplateName: 'plain',
      Content: template(handing("{ Text: '{{ p }}' }"), 'Parameters: { p: { Type: Boolean } }\n'),
    });
    const tasks = [
      child('TemplateName: plain', "{ p: '{{ p }}' }"),
      child(`TemplateContent: ${JSON.stringify(JSON.parse(toJson(inner)))}`, '{ p: true }').replace('child', 'own'),
      handing(uses, '\n    Loop: { Items: [1], MaxErrors: 0, Concurrency: 1 }'),
    ];
    const more = "Outputs: { p: { Type: String, Value: '{{ p }}' } }\n";
    const { ExecutionId } = await start({
      TemplateContent: hiding(tasks.join(''), more, 'Type: Boolean'),
      Parameters: { p: true },
    });
    const mask = '******';
    expect(await end(ExecutionId)).toMatchObject({ Parameters: { p: mask }, Outputs: `{"p":"${mask}"}` });
    const { TaskExecutions } = await call('ListTaskExecutions', { IncludeChildTaskExecution: true });
    const shown = TaskExecutions.filter((it: Body) => it.TaskAction === 'ACS::ExecuteAPI').map(
      (it: Body) => JSON.parse(it.Properties).Parameters,
    );
    const hidden = { Open: true, Not: mask, Deep: [{ A: mask, B: true }] };
    expect(shown).toHaveLength(4);
    expect(shown).toEqual(expect.arrayContaining([{ Text: mask }, hidden]));
    expect(JSON.stringify(shown)).not.toMatch(/"(Not|A)":(true|false)/);
    const children = await call('ListExecutions', { ParentExecutionId: ExecutionId, IncludeChildExecution: true });
    expect(children.Executions[0].Parameters).toEqual({ p: mask });
  });

  test('when what it was handed on to has been deleted since the first page', async () => {
    const { call, start, end } = await rig();
    const plain = template(handing("{ Text: '{{ p }}' }"), 'Parameters: { p: { Type: Boolean } }\n');
    await call('CreateTemplate', { TemplateName: 'plain', Content: plain });
    const TemplateContent = hiding(child('TemplateName: plain', "{ p: '{{ p }}' }"), '', 'Type: Boolean');
    const started = () => start({ TemplateContent, Parameters: { p: true } });
    const ids: string[] = (await Promise.all(Array.from({ length: 21 }, started))).map((it) => it.ExecutionId);
    await Promise.all(ids.map(end));
    const lists = [
      ['ListExecutions', { IncludeChildExecution: true, MaxResults: 10 }],
      ['ListTaskExecutions', { MaxResults: 20 }],
    ] as const;
    const firsts = await Promise.all(lists.map(([operation, list]) => call(operation, list)));
    await call('DeleteExecutions', { ExecutionIds: ids, Force: true });
    for (const [at, [operation, list]] of lists.entries()) {
      const second = await call(operation, { ...list, NextToken: firsts[at].NextToken });
      expect(second.Executions ?? second.TaskExecutions).toEqual([]);
    }
  });

  test('in what people say', async () => {
    const { call, start, waits, end } = await rig();
    const asking = calling('ask', 'x')
      .replace('ExecuteAPI', 'Pause')
      .replace(/ {4}Properties.*/, '');
    const Description = `Sets ${secret}`;
    const wanted = { TemplateContent: hiding(asking), Parameters: { p: secret }, Description, Tags: { of: secret } };
    const { ExecutionId } = await start(wanted);
    await waits(ExecutionId);
    await call('NotifyExecution', { ExecutionId, NotifyType: 'Reject', NotifyNote: `not ${secret}` });
    expect((await end(ExecutionId)).StatusMessage).toBe('The task ask was rejected: not ******');
    expect(leaksIn(await shownOf(call))).toEqual([]);
  });

  test('when a start is refused', async () => {
    const { call } = await rig();
    for (const limit of ['MaxLength: 3', "AllowedPattern: '^[0-9]+$'", 'AllowedValues: [a, b]']) {
      const content = hiding(calling('call', 'RunCommand'), '', `Type: String, ${limit}`);
      const refused = await refusal(call('StartExecution', { TemplateContent: content, Parameters: { p: secret } }));
      expect(refused.message).toMatch(new RegExp(`p: .*${limit.split(':')[0]}`));
      expect(leaksIn(JSON.stringify(refused))).toEqual([]);
    }
  });

  test('to those who look for executions that have it', async () => {
    const { call, start, end } = await rig();
    const content = hiding(calling('call', 'RunCommand'), '  id: { Type: String }\n');
    await start({ TemplateContent: content, Parameters: { p: 'a-secret', id: 'i-12' } }).then((it) =>
      end(it.ExecutionId),
    );
    const found = async (ResourceId: string) => (await call('ListExecutions', { ResourceId })).Executions.length;
    expect([await found('i-12'), await found('a-secret')]).toEqual([1, 0]);
  });
});

describe('of templates that run templates, a value with NoEcho is shown nowhere', () => {
  const plain = template(handing("{ Text: '{{ p }}' }"), `Parameters: { p: { Type: String } }\n${gives}`);
  const quiet = hiding(handing("{ Text: '{{ p }}' }"), gives);
  const withDefault = quiet.replace('Type: String,', `Type: String, Default: 'told-by-nobody',`);
  const parent = (kind: string, tasks: string) =>
    template(
      tasks,
      `Parameters: { q: { Type: String${kind} } }\nOutputs: { it: { Type: String, Value: '{{ child.got }}' } }\n`,
    );
  /** The same template, written out in the task. */
  const inline = (content: string) => `TemplateContent: ${JSON.stringify(JSON.parse(toJson(content)))}`;

  test.each<[string, string, string]>([
    ['the parent hides, the child does not', ', NoEcho: true', plain],
    ['the child hides, the parent does not', '', quiet],
    ['both hide', ', NoEcho: true', quiet],
  ])('%s', async (_name, kind, content) => {
    const { call, start, end } = await rig();
    await call('CreateTemplate', { TemplateName: 'inner', Content: content });
    for (const source of ['TemplateName: inner', inline(content)]) {
      const TemplateContent = parent(kind, child(source, "{ p: '{{ q }}' }"));
      const { ExecutionId } = await start({ TemplateContent, Parameters: { q: secret } });
      expect(await end(ExecutionId)).toMatchObject({ Status: 'Success', Outputs: '{"it":"******"}' });
    }
    const shown = await shownOf(call);
    expect(leaksIn(shown)).toEqual([]);
    expect(shown.match(/"TaskName":"call"/g)).toHaveLength(2);
  });

  test('another child hides it', async () => {
    const { call, start, end } = await rig();
    await call('CreateTemplate', { TemplateName: 'first', Content: plain });
    await call('CreateTemplate', { TemplateName: 'second', Content: quiet });
    const both = ['first', 'second'].map((it) => child(`TemplateName: ${it}`, "{ p: '{{ q }}' }"));
    const TemplateContent = parent('', both.join('').replace('child', 'before'));
    const { ExecutionId } = await start({ TemplateContent, Parameters: { q: secret } });
    expect((await end(ExecutionId)).Status).toBe('Success');
    expect(leaksIn(await shownOf(call))).toEqual([]);
  });

  test('the child does not take it', async () => {
    const { call, start, end } = await rig();
    await call('CreateTemplate', {
      TemplateName: 'inner',
      Content: plain.replace('Type: String', 'Type: String, MaxLength: 3'),
    });
    const { ExecutionId } = await start({
      TemplateContent: parent(', NoEcho: true', child('TemplateName: inner', "{ p: '{{ q }}' }")),
      Parameters: { q: 'secret-word '.repeat(9) },
    });
    expect((await end(ExecutionId)).StatusMessage).toContain('p: The value is above MaxLength 3');
    expect(await shownOf(call)).not.toContain('secret-word');
  });

  test('the child has it as a default', async () => {
    const { call, start, end } = await rig();
    await call('CreateTemplate', { TemplateName: 'inner', Content: withDefault });
    const { ExecutionId } = await start({
      TemplateContent: parent('', child('TemplateName: inner', '{}')),
      Parameters: { q: 'known' },
    });
    expect(await end(ExecutionId)).toMatchObject({ Parameters: { q: 'known' }, Outputs: '{"it":"******"}' });
    expect(await shownOf(call)).not.toContain('told-by-nobody');
  });
});

test('a hidden value that is a common word hides nothing that clients go by', async () => {
  const { call, start, end } = await rig();
  for (const p of ['Success', '1', 'call']) {
    const content = hiding(handing("{ Text: '{{ p }}' }"));
    const { ExecutionId } = await start({ TemplateContent: content, Parameters: { p } });
    expect(await end(ExecutionId)).toMatchObject({
      Status: 'Success',
      Parameters: { p: '******' },
      Counters: { Total: 1, Success: 1 },
    });
    const { TaskExecutions } = await call('ListTaskExecutions', { ExecutionId });
    expect(TaskExecutions[0]).toMatchObject({ TaskName: 'call', Status: 'Success', ExecutionId });
    expect(JSON.parse(TaskExecutions[0].Properties).Parameters).toEqual({ Text: '******' });
  }
});
