import { describe, expect, test } from 'vitest';
import type { Json, JsonMap } from '../../server/src/execution/json.ts';
import { parameterProblems } from '../../server/src/execution/parameters.ts';
import { endOf, runToEnd, templateOf } from '../support/runToEnd.ts';

const taking = (definitions: string) => `Parameters: { ${definitions} }\nTasks: []\n`;
const read = (definitions: string, parameters: JsonMap = {}) => runToEnd(taking(definitions), { parameters }).run;

describe('what is given', () => {
  test.each<[string, Json, Json]>([
    ['String', 'a', 'a'],
    ['String', 5, '5'],
    ['String', ['a'], '["a"]'],
    ['String', null, null],
    ['Number', '3.5', 3.5],
    ['Number', '-1e2', -100],
    ['Boolean', 'TRUE', true],
    ['Boolean', false, false],
    ['List', ['a'], ['a']],
    ['List', '["a", 1]', ['a', 1]],
    ['List', 'a', ['a']],
    ['Json', '{"a": 1}', { a: 1 }],
    ['Json', 'text', 'text'],
  ])('a %s from %j', (type, given, value) => {
    expect(read(`p: { Type: ${type} }`, { p: given }).parameters).toEqual({ p: value });
  });

  test.each<[string, Json]>([
    ['Number', 'many'],
    ['Number', ''],
    ['Boolean', 1],
    ['List', { a: 1 }],
  ])('no %s from %j', (type, given) => {
    expect(read(`p: { Type: ${type} }`, { p: given })).toMatchObject({
      status: 'Failed',
      statusMessage: `The value of the parameter 'p' is no ${type}.`,
    });
  });

  test('may differ in letter case, and counts instead of the default', () => {
    expect(read('regionId: { Default: a }', { RegionID: 'b' }).parameters).toEqual({ regionId: 'b' });
  });

  test('is not evaluated', () => {
    expect(read('p: { Type: String }', { p: '{{ q }}' }).parameters).toEqual({ p: '{{ q }}' });
  });
});

describe('defaults', () => {
  test('may name other parameters, also later ones, and pseudo-parameters', () => {
    const { parameters } = read(
      "a: { Default: '{{ b }}-{{ acs::regionid }}' }, b: { Default: '{{ c }}' }, c: { Type: Number, Default: 3 }, d: { Type: Json, Default: { at: '{{ C }}' } }",
    );
    expect(parameters).toEqual({ a: '3-cn-hangzhou', b: '3', c: 3, d: { at: 3 } });
  });
});

test('all problems are told at once, and refuse to begin', () => {
  const text = taking(
    "a: {}, b: { Default: '{{ c }}' }, c: { Default: '{{ b }}' }, d: { Default: '{{ a }}' }, e: { Default: '{{ none }}' }",
  );
  const problems = [
    "The template has no parameter 'z'.",
    "The parameter 'a' has no value and no default.",
    "The default of the parameter 'b' refers to itself.",
    "The default of the parameter 'c' refers to itself.",
    "There is no parameter 'none'.",
  ];
  expect(parameterProblems(templateOf(text, 'yaml'), { z: 1 }, {})).toEqual(problems);
  expect(endOf(text, { parameters: { z: 1 } })).toBe(`Failed: ${problems.join(' ')}`);
});

test.each([
  ["RamRole: '{{ role }}'", 'MyRole'],
  ["RamRole: ''", 'OOSServiceRole'],
  ["Description: ''", 'OOSServiceRole'],
])('the role of %s', (ramRole, role) => {
  expect(runToEnd(`${ramRole}\n${taking('role: { Default: MyRole }')}`).run.ramRole).toBe(role);
});
