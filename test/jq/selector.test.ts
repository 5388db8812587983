import { describe, expect, test } from 'vitest';
import { readJq } from '../../server/src/jq/jq.ts';
import { isPlainPath, readSelector } from '../../server/src/jq/selector.ts';
import { fixture, withMarks } from '../support/fixture.ts';

function marked(text: string): string {
  return withMarks(
    text,
    readSelector(text).program.problems.map(({ range }) => range),
  );
}

describe('with and without the leading dot', () => {
  test.each([
    '.Instances.Instance[0].Status',
    'Instances.Instance[0].Status',
    'Instances',
    '"Key"[]',
    'length',
    'if.then',
    'map(.a)',
    '[.a, .b]',
    'date',
    '\n  Instances\r\n  | .Instance\r\n',
  ])('reads %j', (text) => {
    expect(marked(text)).toBe(text);
  });

  test.each([
    'Instances | <|lenght|>',
    'Instances.Instance<|[|>.a',
    'map<|(|>.a',
    '<|selct|>(.a)',
    '.a, <|b|>',
    'Instances <|Instance|>',
  ])('reports %s where the better reading fails', (text) => {
    expect(marked(fixture(text).text)).toBe(text);
  });
});

describe('references', () => {
  test.each([
    '{{ whatever }}',
    '.a[{{ index }}]',
    '.a.{{ field }}.b',
    '{{ field }}.b',
    'select(.a == {{ count }})',
    'select(.a == "x-{{ one }}{{ two }}")',
    '{ {{ key }}: .{{ field }} }',
    '.a {{ sign }} .b',
    '.a {{ more }}',
    '.a | {{ filter }} | .b[{{ from }}:{{ to }}]',
    '{"a": {"b": .c}} | .a == {{ x }}',
  ])('finds a reading of %s', (text) => {
    expect(marked(text)).toBe(text);
    expect(readSelector(text).embeds).toBe(true);
  });

  test.each([
    'select<|(|>.a == "{{ x }}"',
    '.a[{{ index }}] | <|lenght|>',
    'select(.a == {{ count }})<|)|>',
    '.a == <|"|>{{ x }}',
  ])('reports %s whatever the reference stands for', (text) => {
    expect(marked(fixture(text).text)).toBe(text);
  });

  test('many references take no long time', () => {
    const text = `[${Array(200).fill('{{ a }} {{ b }} ]').join(', ')}`;
    expect(readSelector(text).program.problems).not.toEqual([]);
  });

  test('braces that are no reference are jq', () => {
    expect(readSelector('{"a": {"b": 1}}')).toMatchObject({ embeds: false, program: { problems: [] } });
    expect(readSelector('"{{"')).toMatchObject({ embeds: true, program: { problems: [] } });
  });
});

describe('plain paths', () => {
  test.each(['a', '.a', 'Instances.Instance[].Id', '.a[0][]', 'a.b?', '.if.then', 'e1a', '.a.e'])(
    '%s is one, and valid',
    (text) => {
      expect(isPlainPath(text)).toBe(true);
      expect(readJq(text.startsWith('.') ? text : `.${text}`).problems).toEqual([]);
    },
  );

  test.each([
    '',
    '.',
    '..a',
    'a..b',
    'a.',
    '.e1',
    'a.e1',
    'a.E22.b',
    'e5',
    'a.0',
    'a[',
    'a[0',
    'a]',
    'a-b',
    'a b',
    'a[-1]',
    'a??',
    'a?.b',
  ])('%j is none', (text) => {
    expect(isPlainPath(text)).toBe(false);
  });
});
