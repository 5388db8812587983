import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import type { Words } from '../words/words.ts';

/** The data that comes with the program is missing or damaged. `words` name the file and say what to do. */
export class BrokenInstallationError extends Error {
  readonly words: Words;

  constructor(words: Words, cause?: unknown) {
    super(words.en, { cause });
    this.words = words;
  }
}

/** The names of the JSON files in a folder of bundled data, sorted, because the system's order is not the same everywhere. */
export function jsonFilesIn(folder: string): string[] {
  const files = orMissing(folder, () => readdirSync(folder));
  return files.filter((file) => file.endsWith('.json')).sort();
}

/** Reads a JSON file of the program. Throws a BrokenInstallationError where it cannot be read or is not JSON. */
export function readJson<T>(path: string): T {
  const text = orMissing(path, () => readFileSync(path, 'utf8'));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BrokenInstallationError(noJson(path), cause);
  }
}

/** Reads `length` bytes of a file from `offset` on. Throws a BrokenInstallationError where there are fewer. */
export function readPiece(path: string, offset: number, length: number): Buffer {
  const piece = Buffer.alloc(length);
  const read = orMissing(path, () => {
    const file = openSync(path, 'r');
    try {
      return readSync(file, piece, 0, length, offset);
    } finally {
      closeSync(file);
    }
  });
  if (read < length) throw new BrokenInstallationError(damaged(path));
  return piece;
}

function orMissing<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new BrokenInstallationError(missing(path), cause);
  }
}

export const missing = (path: string): Words => ({
  en: `"${path}", which belongs to this program, cannot be read. Install the program again.`,
  zh: `无法读取本程序自带的“${path}”。请重新安装本程序。`,
});

const noJson = (path: string): Words => ({
  en: `"${path}", which belongs to this program, is not valid JSON. Install the program again.`,
  zh: `本程序自带的“${path}”不是有效的 JSON。请重新安装本程序。`,
});

export const damaged = (path: string): Words => ({
  en: `"${path}", which belongs to this program, is damaged. Install the program again.`,
  zh: `本程序自带的“${path}”已损坏。请重新安装本程序。`,
});
