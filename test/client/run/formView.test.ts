import { describe, expect, test } from 'vitest';
import { ClientTokens } from '../../../client/src/run/clientTokens.ts';
import { readFromForm } from '../../../client/src/run/formMessages.ts';
import { givenTexts } from '../../../client/src/run/formValues.ts';
import { type FormParts, formView } from '../../../client/src/run/formView.ts';
import { optionFacts, optionFields, readOptions } from '../../../client/src/run/optionFields.ts';
import { type RememberedRuns, remember } from '../../../client/src/run/remembered.ts';
import { reviewView } from '../../../client/src/run/reviewView.ts';
import { serviceChoices } from '../../../client/src/run/serviceChoices.ts';
import { startRequest } from '../../../client/src/run/startRequest.ts';
import {
  findTask,
  type ParameterFacts,
  type TaskFacts,
  type TemplateFacts,
} from '../../../client/src/run/templateFacts.ts';
import { OosError } from '../../../server/src/cloud/oosError.ts';
import { t } from '../translate.ts';

const plain = { label: '', description: '', constraint: '', takes: 'String', required: false, secret: false };
const parameters: ParameterFacts[] = [
  { ...plain, name: 'name', type: 'String', required: true, label: 'Name', pattern: '^[a-z]+$' },
  { ...plain, name: 'kind', type: 'String', default: 'small', allowed: ['small', 'large'] },
  { ...plain, name: 'force', type: 'Boolean', default: '{{ other }}' },
  { ...plain, name: 'states', type: 'List', default: ['On'], allowed: ['On', 'Off'] },
  { ...plain, name: 'odd', type: 'List', default: ['[1]'], allowed: ['On', 'Off'] },
  { ...plain, name: 'zone', type: 'String', default: '' },
  { ...plain, name: 'script', type: 'String', default: 'a\nb' },
  { ...plain, name: 'body', type: 'String', default: '', association: 'Code' },
  { ...plain, name: 'size', type: 'Number', default: 3 },
  { ...plain, name: 'password', type: 'String', secret: true, allowed: ['a', 'b'] },
];
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const template: TemplateFacts = {
  description: 'Does things',
  parameters,
  groups: [{ label: 'Target', parameters: ['zone', 'name'] }],
  tasks: [],
  riskyTasks: [],
};

const parts: FormParts = {
  heading: 'Run',
  facts: [],
  warnings: [],
  template,
  offered: serviceChoices({ zone: { AllowedValues: [{ Value: 'a', Label: 'Zone A' }, 'b'] } }),
  remembered: undefined,
};

const fieldsOf = (given: Partial<FormParts> = {}) =>
  new Map(
    formView({ ...parts, ...given }, t).groups.flatMap((it) => it.fields.map((field) => [field.name, field] as const)),
  );

describe('the form', () => {
  test('asks for each parameter in its way', () => {
    const kinds = [...fieldsOf().values()].map(({ name, kind, value }) => [name, kind, value]);
    expect(kinds).toEqual([
      ['name', 'text', ''],
      ['zone', 'text', ''],
      ['kind', 'select', 'small'],
      ['force', 'select', '{{ other }}'],
      ['states', 'several', 'On'],
      ['odd', 'list', '[\n  "[1]"\n]'],
      ['script', 'lines', 'a\nb'],
      ['body', 'lines', ''],
      ['size', 'number', '3'],
      ['password', 'secret', ''],
    ]);
  });

  test('has the groups of the template, and what is in none of them at the end', () => {
    expect(formView(parts, t).groups.map(({ label }) => label)).toEqual(['Target', 'Other parameters']);
    const without = { ...parts, template: { ...template, groups: [] } };
    expect(formView(without, t).groups.map(({ label }) => label)).toEqual(['']);
  });

  test('offers what the service offers, allows what the template allows, and what stands there already', () => {
    const fields = fieldsOf();
    expect(fields.get('zone')?.choices).toEqual([{ value: 'a', label: 'Zone A' }, { value: 'b' }]);
    expect(fields.get('kind')?.choices.map(({ value }) => value)).toEqual(['small', 'large']);
    expect(fields.get('force')?.choices.map(({ value }) => value)).toEqual(['', 'true', 'false', '{{ other }}']);
    expect(fields.get('password')?.choices).toEqual([]);
  });

  test('holds what was filled in last time, but never a secret', () => {
    const remembered = {
      values: { name: 'web', password: 'x', kind: 'huge' },
      options: { Mode: 'Debug', LoopMode: 'Odd' },
    };
    const view = formView({ ...parts, remembered }, t);
    const fields = fieldsOf({ remembered });
    expect([fields.get('name')?.value, fields.get('password')?.value]).toEqual(['web', '']);
    expect(fields.get('kind')?.choices.map(({ value }) => value)).toContain('huge');
    expect(view.options.map(({ name, value }) => [name, value]).slice(0, 2)).toEqual([
      ['Mode', 'Debug'],
      ['LoopMode', ''],
    ]);
  });

  test('says what a field takes', () => {
    expect(fieldsOf().get('name')?.hint).toBe('String · matches ^[a-z]+$');
  });
});

describe('what the service offers', () => {
  test.each([
    [{ a: ['x', 1, true] }, ['x', '1', 'true']],
    [{ a: { AllowedValues: ['x'] } }, ['x']],
    [[{ ParameterKey: 'a', AllowedValues: ['x'] }], ['x']],
    [{ a: 'x' }, undefined],
    ['nonsense', undefined],
    [undefined, undefined],
  ])('is read from %j', (constraints, expected) => {
    expect(
      serviceChoices(constraints)
        .get('a')
        ?.map(({ value }) => value),
    ).toEqual(expected);
  });
});

describe('options', () => {
  test('are left to the service unless they are chosen', () => {
    const untouched = Object.fromEntries(optionFields({}, t).map(({ name, value }) => [name, value]));
    expect(readOptions(untouched, t)).toEqual({ options: {}, problems: {} });
  });

  test('say what the service does by itself, in the form and in the summary', () => {
    const unset = optionFields({}, t).flatMap(({ choices }) => choices.slice(0, 1).map(({ label }) => label));
    expect(unset).toEqual([
      'As the service does it: Automatic, goes on by itself',
      'As the service does it: Automatic, goes on by itself',
      'As the service does it: ConfirmEveryHighRiskAction, asks before each high-risk task',
    ]);
    const facts = optionFacts({ Mode: 'Debug', Tags: { a: '1' } }, t);
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Mode: Debug: waits before each task, and you say which comes next',
      'Loops: Automatic: goes on by itself (default)',
      'Safety check: ConfirmEveryHighRiskAction: asks before each high-risk task (default)',
      'Tags: a=1',
    ]);
  });

  test('are read, tags a line each', () => {
    const given = { Mode: 'FailurePause', LoopMode: 'nonsense', Tags: 'a=1\n\n b = x=y ', Description: ' why ' };
    const { options } = readOptions(given, t);
    expect(options).toEqual({ Mode: 'FailurePause', Tags: { a: '1', b: 'x=y' }, Description: 'why' });
  });

  test('that make no sense are told', () => {
    const { problems } = readOptions({ Tags: 'a=1\nwhat', SafetyCheck: 'Skip', Mode: 'Debug' }, t);
    expect(Object.keys(problems)).toEqual(['Tags', 'SafetyCheck']);
    expect(problems.Tags).toContain('what');
  });
});

describe('the review', () => {
  const given = givenTexts(parameters, { name: 'web', password: 'hunter2hunter2' });

  test('shows what is given, but no secret, and what is risky', () => {
    const risk = { path: ['all', 'remove'], service: 'ECS', api: 'DeleteInstance', documented: true, words: ['Gone.'] };
    const riskyTasks = [{ ...risk, overridden: true, range }];
    const view = reviewView(
      {
        ...parts,
        template: { ...template, riskyTasks },
        given,
        options: { SafetyCheck: 'Skip' },
        doubts: { a: 'Hm.' },
      },
      t,
    );
    expect(view.parameters.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Name (name): web',
      'kind: small (default)',
      'force: {{ other }} (default)',
      'states: ["On"] (default)',
      'odd: ["[1]"] (default)',
      'zone: (default)',
      'script: a\nb (default)',
      'body: (default)',
      'size: 3 (default)',
      'password: ******',
    ]);
    expect(view.risks).toEqual([
      { title: 'all > remove: ECS DeleteInstance', words: ['Gone.', 'The template says Risk: Normal.'] },
    ]);
    expect(view.risksLabel).toContain('nobody will be asked');
    expect(view.warnings).toEqual(['Hm.']);
    expect(JSON.stringify(view)).not.toContain('hunter2');
  });

  test('says of what is long that it is the default, and that it goes on', () => {
    const long: ParameterFacts = { ...plain, name: 'long', type: 'String', default: 'x'.repeat(400) };
    const values = (it: Readonly<Record<string, string>>) => {
      const texts = givenTexts([long], it);
      const view = reviewView(
        { ...parts, template: { ...template, parameters: [long] }, given: texts, options: {}, doubts: {} },
        t,
      );
      return view.parameters.map(({ value }) => value.replaceAll('x', ''));
    };
    expect(values({})).toEqual(['… (default)']);
    expect(values({ long: 'x'.repeat(500) })).toEqual(['…']);
  });

  test('says of a text that it is empty by intention', () => {
    const emptied = givenTexts(parameters, { name: 'web', kind: '' });
    const view = reviewView({ ...parts, template, given: emptied, options: {}, doubts: {} }, t);
    expect(view.parameters).toContainEqual({ label: 'kind', value: '(empty)' });
    expect(view.parameters).toContainEqual({ label: 'zone', value: '(default)' });
  });

  test('becomes a request with the values by their types', () => {
    const loaded = { request: { TemplateName: 'restart', TemplateVersion: 'v3' } };
    const request = { loaded, parameters, values: { name: 'web' }, given, options: {}, clientToken: 'token-1' };
    expect(startRequest(request)).toEqual({
      TemplateName: 'restart',
      TemplateVersion: 'v3',
      Parameters: { name: 'web', password: 'hunter2hunter2' },
      ClientToken: 'token-1',
    });
    const wrong = { ...request, options: { SafetyCheck: 'Skip', Mode: 'Debug' } as const };
    expect(() => startRequest(wrong)).toThrow(OosError);
  });
});

test('the same request is sent again with the same token, another one with another', () => {
  const tokens = new ClientTokens();
  const first = tokens.tokenFor({ password: 'a' });
  expect(tokens.tokenFor({ password: 'a' })).toBe(first);
  expect(tokens.tokenFor({ password: 'b' })).not.toBe(first);
});

describe('what is remembered', () => {
  const filled = { values: { name: 'web', password: 'x', long: 'x'.repeat(20_000) }, options: { Mode: '' } };

  test('has no secrets and nothing large', () => {
    expect(remember({}, 'restart', filled, new Set(['password']))).toEqual({
      restart: { values: { name: 'web' }, options: { Mode: '' } },
    });
  });

  test('is of the newest templates', () => {
    let runs: RememberedRuns = {};
    for (let index = 0; index < 60; index += 1) runs = remember(runs, `t${index}`, filled, new Set());
    runs = remember(runs, 't20', filled, new Set());
    expect(Object.keys(runs)).toHaveLength(50);
    expect(Object.keys(runs).at(-1)).toBe('t20');
    expect(runs).not.toHaveProperty('t9');
  });
});

test('what no page says is passed over', () => {
  const wrong = [undefined, 7, { type: 'format' }, { type: 'showRisk', index: 'x' }];
  expect(wrong.map(readFromForm)).toEqual(wrong.map(() => undefined));
  expect(readFromForm({ type: 'review', values: { a: 'x', b: 7 }, options: null })).toEqual({
    type: 'review',
    values: { a: 'x' },
    options: {},
  });
});

test('a task is found by its name, outer ones first', () => {
  const task = (name: string, action: string, tasks: readonly TaskFacts[] = []): TaskFacts => ({
    name,
    action,
    description: '',
    range,
    selectionRange: range,
    tasks,
  });
  const tasks = [task('each', 'outer', [task('stop', 'inner'), task('Stop', 'other')]), task('stop', 'last')];
  expect(findTask(tasks, 'stop')?.action).toBe('last');
  expect(findTask(tasks, 'Stop')?.action).toBe('other');
  expect(findTask(tasks, 'EACH')?.action).toBe('outer');
  expect(findTask(tasks, 'gone')).toBeUndefined();
});
