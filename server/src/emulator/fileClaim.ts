import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Words } from '../words/words.ts';
import { DataFileError } from './dataFileError.ts';

export interface FileClaim {
  release(): void;
}

/** Says with a file beside it that a file is used by this process. What a process that has died left there does not count. */
export function claimFile(path: string): FileClaim {
  const mark = `${path}.lock`;
  const holder = holderOf(mark);
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) throw new DataFileError(inUse(holder));
  writeFileSync(mark, `${process.pid}\n`);
  return { release: () => rmSync(mark, { force: true }) };
}

function holderOf(mark: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(mark, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const inUse = (pid: number): Words => ({
  en: `Process ${pid} uses it. Stop that one first, or name another file.`,
  zh: `进程 ${pid} 正在使用它。请先停止该进程，或指定其他文件。`,
});
