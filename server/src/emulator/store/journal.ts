import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Words } from '../../words/words.ts';
import { DataFileError } from './dataFileError.ts';
import { syncFolder } from './syncFolder.ts';

export interface Recovered {
  readonly records: readonly unknown[];
  /** Where the last whole record ends, in bytes. What follows was cut off while it was written. */
  readonly end: number;
}

/** A line: the checksum of the JSON text, a blank, the JSON text. */
const lineOf = (record: unknown): string => {
  const text = JSON.stringify(record);
  return `${checksum(text)} ${text}\n`;
};

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Reads what was written. A last line that is not whole is left out, since nobody was told that it was kept. */
export function readJournal(bytes: Buffer): Recovered {
  const records: unknown[] = [];
  let end = 0;
  for (let line = 1; end < bytes.length; line++) {
    const lineEnd = bytes.indexOf('\n', end);
    const record = lineEnd < 0 ? undefined : recordIn(bytes.toString('utf8', end, lineEnd));
    if (record === undefined) {
      if (lineEnd < 0 || lineEnd === bytes.length - 1) break;
      throw new DataFileError(damaged(line));
    }
    records.push(record.value);
    end = lineEnd + 1;
  }
  if (end === 0 && bytes.length > 0 && !looksLikeJournal(bytes)) throw new DataFileError(damaged(1));
  return { records, end };
}

/** A first line that was cut off while it was written, as against a file of another kind. */
const looksLikeJournal = (bytes: Buffer) => /^([0-9a-f]{0,16}|[0-9a-f]{16} (\{.*)?)$/s.test(bytes.toString('latin1'));

function recordIn(line: string): { readonly value: unknown } | undefined {
  const [sum, text = ''] = [line.slice(0, 16), line.slice(17)];
  return line[16] === ' ' && sum === checksum(text) ? { value: JSON.parse(text) } : undefined;
}

/** Below this size a file is not worth being written anew. */
const leastCompacted = 4 * 1024 * 1024;

/**
 * A file that grows by a line for each change and is safe at any moment: a line counts only when it is whole, and the file is
 * replaced only by a whole one. Writing is gathered: while one write is on its way to the disk, what comes next waits together.
 */
export class Journal {
  readonly #path: string;
  readonly #snapshot: () => Iterable<unknown>;
  #file: FileHandle;
  #size: number;
  /** The size after the file was last written anew. Of what an earlier process left nobody knows how much is stale. */
  #compacted = 0;
  #waiting: string[] = [];
  #writing: Promise<void> | undefined;
  #broken: unknown;
  #isStale = false;

  /** `snapshot`: the records that stand for everything written so far. */
  private constructor(path: string, file: FileHandle, size: number, snapshot: () => Iterable<unknown>) {
    this.#path = path;
    this.#file = file;
    this.#size = size;
    this.#snapshot = snapshot;
  }

  /** Opens the file and hands over what it holds. Throws a DataFileError for a damaged file, and what the system throws. */
  static async open(
    path: string,
    recover: (record: unknown) => void,
    snapshot: () => Iterable<unknown>,
  ): Promise<Journal> {
    const { records, end } = readJournal(contentOf(path));
    for (const record of records) recover(record);
    const file = await open(path, 'a', 0o600);
    await file.truncate(end);
    await file.sync();
    // A rewrite that was cut off has left it, and nobody reads it.
    rmSync(newNameOf(path), { force: true });
    syncFolder(dirname(path));
    return new Journal(path, file, end, snapshot);
  }

  append(record: unknown): void {
    this.#waiting.push(lineOf(record));
  }

  /** Has the file written anew, as from then on nothing of what it holds now is to be there any more. */
  renew(): void {
    this.#isStale = true;
  }

  /** Resolves when everything appended so far is on the disk, and the file is new if it is to be. Rejects when that cannot be. */
  async durable(): Promise<void> {
    while (this.#waiting.length > 0 || this.#writing || (this.#isStale && this.#broken === undefined)) {
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined;
      });
      await this.#writing;
    }
    if (this.#broken !== undefined) throw this.#broken;
  }

  async close(): Promise<void> {
    await this.durable().finally(() => this.#file.close());
  }

  async #write(): Promise<void> {
    const text = this.#waiting.join('');
    this.#waiting = [];
    // After a failed write nobody knows what the file holds: nothing is confirmed any more.
    if (this.#broken !== undefined) return;
    try {
      await this.#file.appendFile(text);
      await this.#file.datasync();
      this.#size += Buffer.byteLength(text);
      if (this.#isStale || this.#size > Math.max(leastCompacted, 4 * this.#compacted)) await this.#compact();
    } catch (error) {
      this.#broken = error;
    }
  }

  /** All at once, so that no change comes in between: what is waiting is in the snapshot already. */
  async #compact(): Promise<void> {
    // Windows replaces no file that is open.
    await this.#file.close();
    this.#waiting = [];
    this.#size = replaceFile(this.#path, this.#snapshot());
    this.#compacted = this.#size;
    this.#isStale = false;
    this.#file = await open(this.#path, 'a', 0o600);
  }
}

function replaceFile(path: string, records: Iterable<unknown>): number {
  const temporary = newNameOf(path);
  const file = openSync(temporary, 'w', 0o600);
  let size = 0;
  try {
    for (const record of records) {
      const line = lineOf(record);
      writeFileSync(file, line);
      size += Buffer.byteLength(line);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
  return size;
}

const newNameOf = (path: string) => `${path}.new`;

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

const damaged = (line: number): Words => ({
  en: `line ${line} is damaged, or the file was not written by the Local OOS. Name another file, or delete this one.`,
  zh: `第 ${line} 行已损坏，或该文件不是由本地 OOS 写出的。请指定其他文件，或删除该文件。`,
});
