import { describe, expect, test } from 'vitest';
import { fieldText, givenTexts, listJson, secretValue } from '../../../client/src/run/formValues.ts';
import { secretProblem } from '../../../client/src/run/secretProblem.ts';
import type { ParameterFacts } from '../../../client/src/run/templateFacts.ts';
import { t } from '../translate.ts';

const parameter = (name: string, facts: Partial<ParameterFacts> = {}): ParameterFacts => ({
  name,
  type: 'String',
  label: '',
  description: '',
  constraint: '',
  takes: '',
  required: !('default' in facts),
  secret: false,
  ...facts,
});

describe('a value in its field', () => {
  test.each([
    ['String', 'a', 'a'],
    ['Number', 0, '0'],
    ['Boolean', false, 'false'],
    ['List', ['a', 'b'], 'a\nb'],
    ['List', [], ''],
    ['List', ['a ', 'b'], '[\n  "a ",\n  "b"\n]'],
    ['List', ['[1]'], '[\n  "[1]"\n]'],
    ['List', [1, 2], '[\n  1,\n  2\n]'],
    ['Json', { a: 1 }, '{\n  "a": 1\n}'],
    ['String', undefined, ''],
  ] as const)('of type %s: %j is %j', (type, value, expected) => {
    expect(fieldText(type, value)).toBe(expected);
  });

  test.each([
    ['a\n b \r\n\nc', ['a', 'b', 'c']],
    ['["a", 1]', ['a', 1]],
    ['', []],
  ])('%j is a list', (text, expected) => expect(JSON.parse(listJson(text))).toEqual(expected));

  test.each(['{{ targets.ids }}', '[ "a'])('%j stays as it is', (text) => expect(listJson(text)).toBe(text));
});

describe('what is sent', () => {
  const parameters = [
    parameter('name'),
    parameter('kind', { default: 'small' }),
    parameter('note', { default: 'none' }),
    parameter('count', { type: 'Number', default: 1 }),
    parameter('ids', { type: 'List', default: ['a'] }),
    parameter('password', { secret: true }),
    parameter('token', { secret: true, required: false }),
  ];

  test('is what differs from the defaults; only a text can be empty by intention', () => {
    const values = { name: 'web', kind: 'small', note: '', count: '', ids: 'a\nb', password: 'p w', token: '' };
    expect(givenTexts(parameters, values)).toEqual({
      texts: { name: 'web', note: '', ids: '["a","b"]' },
      secrets: { password: 'p w' },
      defaults: ['kind', 'count', 'token'],
      missing: [],
    });
  });

  test('keeps parameters apart from what all objects have', () => {
    const odd = ['constructor', 'toString', '__proto__'].map((name) => parameter(name, { default: 'x' }));
    expect(givenTexts(odd, {}).defaults).toEqual(['constructor', 'toString', '__proto__']);
    const { texts } = givenTexts(odd, Object.fromEntries(odd.map(({ name }) => [name, 'y'])));
    expect(Object.entries(texts)).toEqual(odd.map(({ name }) => [name, 'y']));
  });

  test('names what is missing, and takes the defaults of fields that nobody has filled in', () => {
    expect(givenTexts(parameters, { name: ' ' })).toEqual({
      texts: {},
      secrets: {},
      defaults: ['kind', 'note', 'count', 'ids', 'token'],
      missing: ['name', 'password'],
    });
  });
});

describe('a value that nobody but the service gets', () => {
  test.each([
    ['String', ' a', ' a'],
    ['Number', '12', 12],
    ['Number', 'twelve', undefined],
    ['Boolean', 'True', true],
    ['Boolean', 'yes', undefined],
    ['List', 'a\nb', ['a', 'b']],
    ['Json', '{"a":1}', { a: 1 }],
    ['Json', '1', undefined],
  ] as const)('of type %s: %j is %j', (type, text, expected) => expect(secretValue(type, text)).toEqual(expected));

  test.each([
    [{ minLength: 8 }, 'seven77', 'password needs at least 8 characters.'],
    [{ maxLength: 2 }, '😀😀😀', 'password takes at most 2 characters.'],
    [{ maxLength: 3 }, '😀😀😀', undefined],
    [{ type: 'Number' }, 'secret', 'The value given for password is not of type Number.'],
  ] as const)('%j refuses %j without repeating it', (facts, text, expected) => {
    expect(secretProblem(parameter('password', { secret: true, ...facts }), text, t)).toBe(expected);
  });
});
