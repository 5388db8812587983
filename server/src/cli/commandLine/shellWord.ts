/** A word of a command line to be typed: in single quotes where a shell would read it otherwise. */
export const shellWord = (word: string): string =>
  /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
