import { expect } from 'vitest';
import { descendants, toData } from '../../server/src/syntax/navigate.ts';
import type { Notation, SyntaxProblemCode } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { fixture, withMarks } from '../support/fixture.ts';

/** A text with its problems marked, their codes in the same order, and the data that is read in spite of them. */
export type BrokenText = readonly [marked: string, codes: readonly SyntaxProblemCode[], data: unknown];

/** Parses a marked text and compares problems, ranges and data. */
export function expectReading(notation: Notation, [marked, codes, data]: BrokenText): void {
  const { text } = fixture(marked);
  const tree = parse(text, notation);
  const shown = withMarks(
    text,
    tree.problems.map(({ range }) => range),
  );
  expect(shown).toBe(marked);
  expect(tree.problems.map(({ code }) => code)).toEqual(codes);
  expect(toData(tree.root)).toEqual(data);
  expect(tree.text).toBe(text);
  for (const { range } of descendants(tree.root)) {
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end).toBeLessThanOrEqual(text.length);
  }
}
