import { expect, test } from 'vitest';
import { parseAnswer } from '../../server/src/cloud/parseAnswer.ts';
import { cpuTime } from '../support/cpuTime.ts';

test('long numbers are text, and those in texts stay as they are', () => {
  expect(parseAnswer('{"a": 12345678901234567, "b": "say \\"12345678901234567", "c": 1}')).toEqual({
    a: '12345678901234567',
    b: 'say "12345678901234567',
    c: 1,
  });
});

test('an answer that breaks off inside a template is refused in time', () => {
  const cut = `{"Uid": 12345678901234567, "Content": "{${'\\"a\\": '.repeat(30_000)}`;
  expect(cpuTime(() => expect(() => parseAnswer(cut)).toThrow(SyntaxError))).toBeLessThan(2000);
});
