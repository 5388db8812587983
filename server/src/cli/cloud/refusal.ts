import type { OosError, OosErrorKind } from '../../cloud/oosError.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import { exitCode } from '../exitCode.ts';
import type { Io } from '../io.ts';
import { printable } from '../terminal.ts';

/**
 * Tells on standard error why a call did not succeed, with code and request id, and answers the exit code for it. `about`: one
 * of several things that the command is about, such as a file.
 */
export function tellRefusal({ words, facts }: OosError, { stderr }: Io, language: Language, about?: string): number {
  const place = about === undefined ? '' : `${about}: `;
  stderr.write(`oos: ${printable(place + inLanguage(words, language))}\n`);
  return ownDoing.has(facts.kind) ? exitCode.unusable : exitCode.service;
}

/** The service has no part in these. */
const ownDoing: ReadonlySet<OosErrorKind> = new Set<OosErrorKind>(['argument', 'cancelled']);
