import type { OosError, OosErrorKind } from '../../cloud/oosError.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { exitCode } from '../exitCode.ts';
import type { Io } from '../io.ts';
import { printable } from '../terminal/terminal.ts';

/**
 * Tells on standard error why a call did not succeed, with code and request id, and answers the exit code for it. `about`: one
 * of several things that the command is about, such as a file.
 */
export function tellRefusal({ words, facts }: OosError, { stderr }: Io, language: Language, about?: string): number {
  const place = about === undefined ? '' : `${about}: `;
  const told = facts.kind === 'cancelled' ? stoppedEarly : words;
  stderr.write(`oos: ${printable(place + inLanguage(told, language))}\n`);
  return ownDoing.has(facts.kind) ? exitCode.unusable : exitCode.service;
}

/** Changes that were sent are told otherwise: see `whileChanging`. */
export const stoppedEarly: Words = {
  en: 'Stopped before an answer came. Nothing was changed.',
  zh: '在收到响应之前已停止，未作任何更改。',
};

/** The service has no part in these. */
const ownDoing: ReadonlySet<OosErrorKind> = new Set<OosErrorKind>(['argument', 'cancelled']);
