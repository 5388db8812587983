import type { Words } from '../../words/words.ts';

/** The command line cannot be followed. `words` say what to write instead; the exit code is 2. */
export class UsageError extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}
