import type { Words } from '../../words/words.ts';

/** The data file cannot be used: it is damaged, of another kind, or in use. `words` follow on the name of the file. */
export class DataFileError extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'DataFileError';
    this.words = words;
  }
}
