import { expect, test } from 'vitest';
import { Lines } from '../../server/src/cli/files/position.ts';
import { fixture } from '../support/fixture.ts';

test.each([
  ['a\nb<|>c', 1, 1],
  ['a\r\n<|>b', 1, 0],
  ['a\r<|>b', 1, 0],
  ['a\n<|>', 1, 0],
  ['<|>', 0, 0],
  ['一😀<|>x\n', 0, 3],
  ['a\n\n\n<|>d\ne', 3, 0],
])('%j', (marked, line, character) => {
  const { text, cursors } = fixture(marked);
  expect(cursors.map((offset) => new Lines(text).positionAt(offset))).toEqual([{ line, character }]);
});

test('a line comes without its end', () => {
  const lines = new Lines('a\r\nb\nc\rd');
  expect([0, 1, 2, 3].map((line) => lines.textOf(line))).toEqual(['a', 'b', 'c', 'd']);
});
