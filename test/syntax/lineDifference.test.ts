import { expect, test } from 'vitest';
import { applyEdits, lineDifference } from '../../server/src/syntax/edit.ts';

/** The lines that are taken out and those that are put in. */
function difference(before: string, after: string): [string, string] | undefined {
  const edit = lineDifference(before, after);
  if (!edit) return undefined;
  expect(applyEdits(before, [edit])).toBe(after);
  return [before.slice(edit.range.start, edit.range.end), edit.newText];
}

test.each([
  ['a\nb\nc\n', 'a\nx\nc\n', ['b\n', 'x\n']],
  ['a\nb\nc\n', 'x\nb\nc\n', ['a\n', 'x\n']],
  ['a\nb\nc', 'a\nb\nx', ['c', 'x']],
  ['a\nb\n', 'a\nx\nb\n', ['', 'x\n']],
  ['a\nx\nb\n', 'a\nb\n', ['x\n', '']],
  ['a\nb1\nc\nd2\ne\n', 'a\nb2\nc\nd1\ne\n', ['b1\nc\nd2\n', 'b2\nc\nd1\n']],
  ['a\r\nb\r\nc\r\n', 'a\r\nx\r\nc\r\n', ['b\r\n', 'x\r\n']],
  ['a\r\nb\r\n', 'a\r\nb\n', ['b\r\n', 'b\n']],
  ['😀\n', '😁\n', ['😀\n', '😁\n']],
  ['', 'a\n', ['', 'a\n']],
  ['a\n', '', ['a\n', '']],
  ['\na', '\nb', ['a', 'b']],
  ['aaa', 'aa', ['aaa', 'aa']],
])('from %j to %j whole lines change', (before, after, expected) => {
  expect(difference(before, after)).toEqual(expected);
});

test('there is none between equal texts', () => {
  expect(difference('a\nb\n', 'a\nb\n')).toBeUndefined();
});

test('every text can be turned into every other', () => {
  const pieces = ['a', 'b', '\n', '\r\n', '\n\n'];
  const texts = pieces.flatMap((first) =>
    pieces.flatMap((second) => pieces.map((third) => first + second + third + first)),
  );
  for (const before of texts) for (const after of texts) difference(before, after);
});
