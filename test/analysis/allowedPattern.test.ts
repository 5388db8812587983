import { describe, expect, test } from 'vitest';
import { readPattern } from '../../server/src/analysis/allowedPattern.ts';
import { cpuTime } from '../support/cpuTime.ts';

const matches = (source: string, text: string): boolean | undefined => {
  const pattern = readPattern(source);
  return pattern.kind === 'readable' ? pattern.matches(text) : undefined;
};

test.each([
  'i-[A-Za-z0-9]*',
  '^(?!.*--name).*$',
  '^(?!\\.|\\-)(?!.*\\.\\.|.*\\-\\-)(?!.*_).*(?<!\\.|\\-)$',
  '^\\{\\{oos-secret:.*$',
  '[0-9A-Za-z\\_\\-\\&:;<>,=%`~!@#\\(\\)\\$\\^\\*\\+\\|\\{\\}\\[\\]\\.\\?\\/]+$',
  '(^[5-9]\\d{2}$)|(^[1-9]\\d{3}$)',
])('reads %s, as published templates have it', (source) => {
  expect(readPattern(source).kind).toBe('readable');
});

test.each([
  '(?i)abc', // flags of Java and Python
  '(?P<name>a)(?P=name)', // groups of Python
  'a++b', // possessive, in Java
  '(?>a|ab)c',
  '\\Aabc\\Z',
  '[]a]',
  '[a-z&&[^b]]', // intersection, in Java
  'a{,5}', // at most five, in Python
  '(?#comment)a',
])('says nothing about %s, which other engines read in their own way', (source) => {
  expect(readPattern(source)).toEqual({ kind: 'foreign' });
});

test.each([
  ['[a-z', "a '[' is not closed"],
  ['(a|b', "a '(' is not closed"],
  ['a)b', "a ')' closes nothing"],
  ['*.log', "there is nothing for '*', '+', '?' or '{n}' to repeat"],
  ['[z-a]', 'a range in [ ] goes from a higher to a lower character'],
  ['a{3,1}', 'the numbers in { } go from a higher to a lower one'],
  ['abc\\', "it ends with a single '\\'"],
])('%s is broken: %s', (source, reason) => {
  expect(readPattern(source)).toMatchObject({ kind: 'broken', reason: { en: reason } });
});

describe('matching', () => {
  test('looks for the pattern anywhere in the text', () => {
    expect(matches('i-[a-z]+', 'my i-abc')).toBe(true);
    expect(matches('^i-[a-z]+$', 'my i-abc')).toBe(false);
  });

  test.each([
    '^[a-z]+-[a-z]+-[a-z0-9]*$',
    '^(\\d{1,3}\\.){3}\\d{1,3}$',
    '^(?=.*[0-9])(?=.*[A-Z])(?=.*[a-z])[a-zA-Z0-9]{8,}$',
    '^(first|second|third)(-[a-z]+)?$',
    '^$|^\\w+=\\S+(\\s\\w+=\\S+)*$',
    '^[a-z0-9]+(-[a-z0-9]+)*!$',
  ])('%s is tried on a text of ordinary length', (source) => {
    expect(matches(source, 'neither-1-nor-2')).toBe(false);
  });

  test.each(['^(a+)+$', '^(a|a)*$', '(x*)*y', '^(.*,)*z$', 'a*a*a*a*a*a*a*a*b', '^((a{0,9}){0,9}){0,9}$'])(
    '%s is not tried on a text that could keep it busy for hours',
    (source) => {
      expect(matches(source, `${'a'.repeat(60)}!`)).toBeUndefined();
    },
  );

  test.each<[string, string]>([
    ['of 28 KB', '[a-z]?'.repeat(4700)],
    ['that repeats nothing', '^(?:){99999999}$'],
    ['with long repetitions', 'a{1,250}'.repeat(1000)],
    ['with thousands of groups in each other', `${'('.repeat(3000)}a${')'.repeat(3000)}`],
    ['with a long repetition of many signs', '(\\s\\w+\\=\\S+)*x'],
  ])('a pattern %s is given up at once', (_, source) => {
    expect(cpuTime(() => expect(matches(source, 'a'.repeat(200))).toBeUndefined())).toBeLessThan(100);
  });
});
