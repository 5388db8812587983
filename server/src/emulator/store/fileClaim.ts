import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Words } from '../../words/words.ts';
import { DataFileError } from './dataFileError.ts';

export interface FileClaim {
  release(): void;
}

/** Says with a file beside it that a file is used by this process. What a process that has died left there does not count. */
export function claimFile(path: string): FileClaim {
  const mark = `${path}.lock`;
  for (;;) {
    if (isMade(mark)) return { release: () => rmSync(mark, { force: true }) };
    const holder = holderOf(mark);
    if (holder !== undefined && holder !== process.pid && isAlive(holder)) throw new DataFileError(inUse(holder));
    setAside(mark, holder);
  }
}

/** False: there is one already. It appears at once with what stands in it, so that nobody takes it for one of a dead process. */
function isMade(mark: string): boolean {
  const own = `${mark}.${process.pid}`;
  const text = `${process.pid}\n`;
  writeFileSync(own, text);
  try {
    linkSync(own, mark);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // Not all file systems have links.
    return isWritten(mark, text);
  } finally {
    rmSync(own, { force: true });
  }
  return true;
}

function isWritten(mark: string, text: string): boolean {
  try {
    writeFileSync(mark, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Of several that find the mark of a dead process one moves it away. Who has moved that of a living one puts it back. */
function setAside(mark: string, dead: number | undefined): void {
  const aside = `${mark}.${process.pid}`;
  try {
    renameSync(mark, aside);
    if (holderOf(aside) !== dead) linkSync(aside, mark);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
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
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const inUse = (pid: number): Words => ({
  en: `Process ${pid} uses it. Stop that one first, or name another file.`,
  zh: `进程 ${pid} 正在使用它。请先停止该进程，或指定其他文件。`,
});
