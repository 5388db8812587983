import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { Io } from '../io.ts';
import { statusLineOn } from '../terminal/statusLine.ts';

/** Says on a terminal what is being done until it is done. */
export async function during<T>(what: Words, { stderr, env }: Io, language: Language, work: Promise<T>): Promise<T> {
  const line = statusLineOn(stderr, env);
  line.show(inLanguage(what, language));
  try {
    return await work;
  } finally {
    line.end();
  }
}
