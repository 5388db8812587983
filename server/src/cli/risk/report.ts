import type { Words } from '../../words/words.ts';
import type { ServiceWord } from '../../workspace/serviceRisk.ts';
import { shellWord } from '../commandLine/shellWord.ts';
import type { JudgedFile } from './judgeTemplate.ts';

/** A template, what is risky in it, and what the service says of it, where that is known. */
export interface RiskFile extends JudgedFile {
  readonly service?: ServiceWord | undefined;
}

/** What `oos risk` answers. */
export interface RiskReport {
  /** Sorted by path. */
  readonly files: readonly RiskFile[];
  /** What could not be looked at, and what to do about it. */
  readonly complaints: readonly Words[];
  /** The folder in which `oos` was started. */
  readonly cwd: string;
  /** The version of the package. */
  readonly version: string;
}

/** Its text has mistakes, so that something may be missing. */
export const isBroken = ({ document }: Pick<RiskFile, 'document'>): boolean => document.tree.problems.length > 0;

export const brokenWords = (path: string): Words => ({
  en: `"${path}" has syntax errors, so something may be missing here. See oos check ${shellWord(path)}`,
  zh: `“${path}”存在语法错误，此处的结果可能不完整。请参见 oos check ${shellWord(path)}`,
});

export interface RiskCounts {
  /** Risky tasks that are not marked `Risk: Normal`. */
  readonly risky: number;
  /** Those of them that certainly cannot be undone. */
  readonly irreversible: number;
  /** Those that are marked. */
  readonly overridden: number;
  /** What cannot be looked through. */
  readonly unseen: number;
  /** How many templates have a risky task. */
  readonly files: number;
}

export function countRisks(files: readonly RiskFile[]): RiskCounts {
  const tasks = files.flatMap((it) => it.tasks.map(({ task }) => task));
  const asked = tasks.filter(({ overridden }) => !overridden);
  return {
    risky: asked.length,
    irreversible: asked.filter(({ irreversible }) => irreversible).length,
    overridden: tasks.length - asked.length,
    unseen: files.reduce((sum, { reach }) => sum + reach.unseen.length, 0),
    files: files.filter((it) => it.tasks.some(({ task }) => !task.overridden)).length,
  };
}
