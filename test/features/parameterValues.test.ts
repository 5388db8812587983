import { describe, expect, test } from 'vitest';
import { parameterPurpose, valuesTaken } from '../../server/src/features/parameterFacts.ts';
import {
  type GivenValue,
  missingProblems,
  type ParameterReading,
  readParameterValues,
} from '../../server/src/features/parameterValues.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Template } from '../../server/src/template/template.ts';
import { inLanguage, languages } from '../../server/src/words/words.ts';
import { toJson } from '../support/toJson.ts';

const text = `
FormatVersion: OOS-2019-06-01
Parameters:
  name: { Type: String, MinLength: 2, MaxLength: 5, Label: { en: Name, zh-cn: 名称 }, Description: { en: Of the disk, zh-cn: 磁盘名 } }
  size: { Type: Number, MinValue: 1, MaxValue: 9, Default: 2 }
  kind: { AllowedValues: [small, large], Default: small, ConstraintDescription: { en: Ask Ann., zh-cn: 请询问安。 } }
  force: { Type: Boolean, Default: false }
  states: { Type: List, AllowedValues: [Running, Stopped], Default: [] }
  tags: { Type: Json, Default: {} }
  id: { AllowedPattern: 'i-[a-z0-9]+', Default: i-1 }
  odd: { Type: Frobnicate, Default: 1 }
  pin: { Type: Number, noecho: yes, MaxValue: 9999, Default: 0 }
  code: { NoEcho: true, AllowedPattern: '^[a-z]+$', AllowedValues: [abc, hunter], MaxLength: 6, Default: abc }
Tasks: []
`;

function template(source = text, notation: 'yaml' | 'json' = 'yaml'): Template {
  const { template: found } = new TemplateDocument(source, notation);
  if (!found) throw new Error('no template');
  return found;
}

const typed = (value: string): GivenValue => ({ kind: 'text', text: value });
const data = (value: unknown, written?: string): GivenValue => ({ kind: 'data', value, written });

function read(given: Readonly<Record<string, GivenValue>>, of = template()): ParameterReading {
  return readParameterValues(of, new Map(Object.entries(given)));
}

const problem = (name: string, value: string) => read({ name: typed('abc'), [name]: typed(value) }).problems;

describe('what is typed is read by the type of its parameter', () => {
  test.each<[string, string, unknown]>([
    ['name', '5.0', '5.0'],
    ['size', ' 3 ', 3],
    ['size', '1e0', 1],
    ['force', 'TRUE', true],
    ['force', 'no', false],
    ['states', '["Running"]', ['Running']],
    ['states', '[]', []],
    ['tags', '{"a": [1, null]}', { a: [1, null] }],
    ['tags', '[1]', [1]],
    ['odd', '{"a": 1}', { a: 1 }],
    ['odd', 'x', 'x'],
    ['ID', 'i-9', 'i-9'],
    ['size', '{{ oos:size }}', '{{ oos:size }}'],
    ['kind', '{{oos-secret:kind}}', '{{oos-secret:kind}}'],
  ])('%s = %s', (name, value, expected) => {
    const { values, problems } = read({ name: typed('abc'), [name]: typed(value) });
    expect(problems).toEqual([]);
    expect(values[name.toLowerCase()]).toEqual(expected);
  });

  test.each([
    ['size', 'five', "'size' must be a number; 'five' is not.", '参数“size”必须是数字，而“five”不是。'],
    ['size', '', "'size' must be a number; '' is not.", '参数“size”必须是数字，而“”不是。'],
    ['size', '1e999', "'size' must be a number; '1e999' is not.", '参数“size”必须是数字，而“1e999”不是。'],
    [
      'force',
      'maybe',
      "'force' must be true or false; 'maybe' is not.",
      '参数“force”必须是 true 或 false，而“maybe”不是。',
    ],
    [
      'states',
      'Running',
      `'states' must be a list as JSON, such as ["a", "b"]; 'Running' is not.`,
      '参数“states”必须是 JSON 形式的列表，例如 ["a", "b"]，而“Running”不是。',
    ],
    ['states', '{}', /must be a list/, /列表/],
    ['tags', '{a: b}', /must be JSON/, /必须是 JSON/],
    ['tags', 'null', /must be JSON/, /必须是 JSON/],
    ['tags', '{"uid": [12345678901234567890]}', /more digits than can be sent/, /位数过多/],
    ['size', '12345678901234567890', /more digits than can be sent/, /位数过多/],
  ])('%s = %s is refused', (name, value, en, zh) => {
    expect(problem(name, value)).toEqual([{ en: stringLike(en), zh: stringLike(zh) }]);
  });
});

const stringLike = (it: string | RegExp) => (typeof it === 'string' ? it : expect.stringMatching(it));

describe('what a file has', () => {
  test.each<[string, GivenValue, unknown]>([
    ['name', data(1.1, '1.10'), '1.10'],
    ['name', data('abc'), 'abc'],
    ['name', data(true), 'true'],
    ['size', data(4), 4],
    ['size', data('4'), 4],
    ['force', data(true), true],
    ['states', data(['Stopped']), ['Stopped']],
    ['tags', data({ a: 1 }), { a: 1 }],
    ['tags', data('{"a": 1}'), { a: 1 }],
    ['odd', data(7), 7],
  ])('%s is %j', (name, value, expected) => {
    const { values, problems } = read({ name: data('abc'), [name]: value });
    expect(problems).toEqual([]);
    expect(values[name]).toEqual(expected);
  });

  test.each<[string, GivenValue, RegExp]>([
    ['name', data({ a: 1 }), /'name' must be a text/],
    ['name', data(null), /'name' has no value/],
    ['size', data([1]), /'size' must be a number/],
    ['force', data(1), /'force' must be true or false/],
    ['tags', data([2 ** 53 + 2]), /more digits/],
  ])('%s cannot be %j', (name, value, expected) => {
    expect(read({ [name]: value }).problems.map(({ en }) => en)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('the constraints hold', () => {
  test.each([
    ['name', 'a', "'name' needs at least 2 characters; 'a' is less.", '参数“name”至少为 2 个字符，而“a”不足。'],
    [
      'name',
      'abcdef',
      "'name' takes at most 5 characters; 'abcdef' is more.",
      '参数“name”最多为 5 个字符，而“abcdef”超出。',
    ],
    ['size', '0', "'size' needs at least 1; '0' is less.", '参数“size”至少为 1，而“0”不足。'],
    ['size', '10', "'size' takes at most 9; '10' is more.", '参数“size”最多为 9，而“10”超出。'],
    [
      'kind',
      'lage',
      "'kind' cannot be 'lage'. Did you mean 'large'? It can be: small, large. Ask Ann.",
      '参数“kind”不能是“lage”。是否想写“large”？可选值：small、large。请询问安。',
    ],
    [
      'states',
      '["Running", "Gone"]',
      "'states' cannot be 'Gone'. It can be: Running, Stopped.",
      '参数“states”不能是“Gone”。可选值：Running、Stopped。',
    ],
    ['id', 'x', "'id' must match i-[a-z0-9]+; 'x' does not.", '参数“id”必须匹配 i-[a-z0-9]+，而“x”不匹配。'],
  ])('%s = %s', (name, value, en, zh) => {
    expect(problem(name, value)).toEqual([{ en, zh }]);
  });

  test('a pattern that matches in part only is a doubt, since nobody knows how the service reads it', () => {
    const whole = read({ name: typed('abc'), id: typed('i-1') });
    const part = read({ name: typed('abc'), id: typed('my i-1') });
    expect([whole.problems, whole.doubts, part.problems]).toEqual([[], [], []]);
    expect(part.doubts.map(({ en }) => en)).toEqual([expect.stringContaining("'id' matches AllowedPattern")]);
  });
});

test('names are compared without regard to letter case, and unknown ones are told with what was probably meant', () => {
  const { problems, values } = read({ NAME: typed('abc'), sice: typed('3'), 'completely off': typed('x') });
  expect(values).toEqual({ name: 'abc' });
  expect(problems.map(({ en }) => en)).toEqual([
    "The template has no parameter 'sice'. Did you mean 'size'?",
    expect.stringMatching(/^The template has no parameter 'completely off'\. It has: name, size, /),
  ]);
  const none = read({ a: typed('1') }, template('FormatVersion: OOS-2019-06-01\nTasks: []\n'));
  expect(none.problems).toEqual([
    { en: "The template has no parameter 'a'. It has none at all.", zh: '模板没有参数“a”。该模板没有任何参数。' },
  ]);
});

test.each(['yaml', 'json'] as const)('what is missing is told with what it takes, in %s', (notation) => {
  const of = template(notation === 'yaml' ? text : toJson(text), notation);
  const reading = read({ size: typed('3') }, of);
  expect(reading.missing.map(({ name }) => name)).toEqual(['name']);
  expect(missingProblems(reading)).toEqual([
    { en: "'name' is missing (String, 2 to 5 characters).", zh: '缺少参数“name”（String，2 到 5 个字符）。' },
  ]);
  expect(read({ name: typed('x') }, of).missing).toEqual([]);
});

test('says what a parameter is for and what it takes', () => {
  const { parameters } = template();
  const facts = (name: string) => {
    const parameter = parameters.get(name);
    return parameter && languages.map((it) => inLanguage(valuesTaken(parameter), it)).join(' / ');
  };
  expect(facts('kind')).toBe('String, one of: small, large / String，可选值：small、large');
  expect(facts('size')).toBe('Number, 1 to 9 / Number，1 到 9');
  expect(facts('pin')).toBe('Number, at most 9999 / Number，最多 9999');
  expect(facts('odd')).toBe('Frobnicate / Frobnicate');
  const name = parameters.get('name');
  expect(name && parameterPurpose(name)).toEqual({ en: 'Name: Of the disk', zh: '名称: 磁盘名' });
});

describe('what is secret stays so', () => {
  test.each([
    ['pin', '77777'],
    ['pin', 'planted-pin'],
    ['code', 'PLANTED'],
    ['code', 'huntr'],
    ['code', 'plantedsecret'],
  ])('no sentence repeats %s = %s', (name, value) => {
    const { problems } = read({ name: typed('abc'), [name]: typed(value) });
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain(value);
    // A guess at what was meant would tell most of it.
    expect(JSON.stringify(problems)).not.toContain('Did you mean');
  });

  test('the values are told, so that nothing else may repeat them', () => {
    expect(read({ name: typed('abc'), CODE: typed('hunter'), pin: data(42, '042') }).secrets).toEqual([
      'hunter',
      '042',
      '42',
    ]);
    const json = 'FormatVersion: OOS-2019-06-01\nParameters:\n  keys: { Type: Json, NoEcho: true }\n';
    expect(read({ keys: typed('{"a": ["one", {"b": "two"}]}') }, template(json)).secrets).toEqual([
      '{"a": ["one", {"b": "two"}]}',
      'one',
      'two',
    ]);
  });
});
