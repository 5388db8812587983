import { expect, test } from 'vitest';
import { corpusFiles, corpusFolder } from './corpus.ts';

/** A test for files that look at real templates: where there are none, it is skipped with what is not proven without them. */
export function sayWithoutCorpus(consequence: string): void {
  test('there are real templates to look at', ({ skip }) => {
    if (corpusFolder === undefined) skip(`OOS_CORPUS names no folder, so ${consequence}`);
    expect(corpusFiles()).not.toEqual([]);
  });
}
