import type { Language, Words } from '../../words/words.ts';
import type { CheckedFile } from '../files/checkFiles.ts';

/** What a check answers. */
export interface Report {
  /** Sorted by path. */
  readonly files: readonly CheckedFile[];
  /** What could not be checked, and what to do about it. */
  readonly complaints: readonly Words[];
  /** The folder in which `oos` was started. */
  readonly cwd: string;
  /** The version of the package. */
  readonly version: string;
}

/** Writes a report for programs; ends with a line end unless it is empty. Same report, same bytes. */
export type Format = (report: Report, language: Language) => string;
