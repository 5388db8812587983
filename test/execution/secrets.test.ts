import { describe, expect, test } from 'vitest';
import { hide, Secrets } from '../../server/src/execution/secrets.ts';
import { runToEnd } from '../support/runToEnd.ts';

const calling = (text: string, more = '') => `
Parameters: { p: { Type: String, NoEcho: true }, open: { Type: String, Default: known-word } }
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: s, API: Ask, Parameters: { Text: ${text} } }
    Outputs: { it: { Type: List, ValueSelector: It } }${more}
Outputs: { it: { Type: Any, Value: '{{ ask.it }}' } }
`;

describe('what a run hides', () => {
  test.each<[string, string, object]>([
    ['the value', "'{{ p }}'", { Text: '******' }],
    ['parts of it, and nothing else', "{ 'Fn::Split': ['-', 'to-{{ p }}'] }", { Text: ['to', '******', '******'] }],
    ['nothing', "'{{ open }}'", { Text: 'known-word' }],
    ['nothing that is always the same', "{ 'Fn::Equals': ['{{ p }}', x] }", { Text: false }],
  ])('%s', (_name, text, shown) => {
    const { run } = runToEnd(calling(text), { parameters: { p: 'red-fox' } });
    expect(hide(run.tasks[0]?.properties.Parameters ?? null, run.hidden)).toEqual(shown);
  });

  test.each(['noecho: true', "NoEcho: 'True'"])('a value with a slip in the mark: %s', (mark) => {
    const text = calling("'{{ p }}'").replace('NoEcho: true', mark);
    expect(runToEnd(text, { parameters: { p: 'red-fox' } }).run.hidden).toContain('red-fox');
  });

  test('grows when an answer has a secret in another form', () => {
    const { run } = runToEnd(calling('x'), {
      parameters: { p: '["red","fox"]' },
      answers: { ask: { It: '["red","fox"]' } },
    });
    expect(run.outputs).toEqual({ it: ['red', 'fox'] });
    expect(hide(run.outputs, run.hidden)).toEqual({ it: ['******', '******'] });
  });

  test('begins with what its host says', () => {
    const { run } = runToEnd(calling("{ 'Fn::Base64Encode': '{{ open }}' }"), {
      parameters: { p: '' },
      hidden: ['known-word'],
    });
    expect(hide(run.tasks[0]?.properties ?? null, run.hidden)).toMatchObject({ Parameters: { Text: '******' } });
  });
});

test('a list of secrets stays the same until it grows', () => {
  const texts = ['one-secret'];
  const secrets = new Secrets(texts);
  secrets.add('one-secret');
  secrets.derive('something else', 'something');
  secrets.derive(['a one-secret'], 'one-secret b');
  expect(secrets.texts).toBe(texts);
});

test('secrets that touch are hidden together', () => {
  const hidden = ['abcd', 'cdef', 'xy'];
  expect(hide({ 'to abcdefg': ['xy', 'wxyz', 'a"abcd"', 5] }, hidden)).toEqual({
    'to ******g': ['******', 'wxyz', 'a"******"', 5],
  });
});
