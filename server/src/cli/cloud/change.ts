import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import type { Io } from '../io.ts';
import { oosLine } from '../run/oosLine.ts';
import { Stopped } from '../terminal/stopped.ts';
import { printable } from '../terminal/terminal.ts';
import { during } from './during.ts';
import { isCancelled } from './leaving.ts';
import type { ConnectionOption } from './options.ts';

/** A call that changes something, and has been sent. */
export interface SentChange<T> {
  /** Shown on a terminal until the answer comes. */
  readonly what: Words;
  readonly answer: Promise<T>;
  /** The words behind `oos` that show whether it took effect; undefined where no command is known for that. */
  readonly look: readonly string[] | undefined;
}

/**
 * Brings the answer to a change. Whoever leaves before it comes is told that nobody knows whether the change took effect, and
 * how to look; then it rejects with `Stopped`.
 */
export async function whileChanging<T>(
  { what, answer, look }: SentChange<T>,
  given: Arguments<ConnectionOption>,
  io: Io,
  language: Language,
): Promise<T> {
  try {
    return await during(what, io, language, answer);
  } catch (error) {
    if (!isCancelled(error)) throw error;
    const words = notKnown({ en: 'this took effect', zh: '该操作是否已生效' }, look && oosLine(given, ...look));
    io.stderr.write(`oos: ${printable(inLanguage(words, language))}\n`);
    throw new Stopped();
  }
}

/** `whether`: a clause; `line`: what to type. */
export function notKnown(whether: Words, line: string | undefined): Words {
  const how = line === undefined ? { en: '.', zh: '。' } : { en: `: ${line}`, zh: `：${line}` };
  return {
    en: `Stopped before an answer came, so it is not known whether ${whether.en}. Look before you try again${how.en}`,
    zh: `在收到响应之前已停止，无法确定${whether.zh}。重试之前请先查看${how.zh}`,
  };
}
