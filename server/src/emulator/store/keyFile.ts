import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../../words/words.ts';
import { DataFileError } from './dataFileError.ts';
import { makeFolder } from './makeFolder.ts';
import { KEY_LENGTH } from './seal.ts';
import { syncFolder } from './syncFolder.ts';

/**
 * The key that data files are sealed with: that in the folder, or a new one, which is put there for the user's eyes only. Two
 * programs that do so at the same time get the same key. Throws a DataFileError where it cannot be read or kept.
 */
export function keyIn(folder: string): Buffer {
  const path = join(folder, 'local-oos.key');
  try {
    const key = keyAt(path) ?? newKeyAt(path, folder);
    if (key.length === KEY_LENGTH) return key;
  } catch (error) {
    throw new DataFileError(unusable(path, error instanceof Error && 'code' in error ? String(error.code) : ''));
  }
  throw new DataFileError(damaged(path));
}

function keyAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A link is there at once and whole, and takes nobody's place. */
function newKeyAt(path: string, folder: string): Buffer {
  makeFolder(folder);
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(temporary, 'wx', 0o600);
  try {
    writeFileSync(file, randomBytes(KEY_LENGTH));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(folder);
  return readFileSync(path);
}

const unusable = (path: string, code: string): Words => ({
  en: `the key that it is sealed with cannot be kept in "${path}": the system says ${code}. Set XDG_STATE_HOME to a folder that you can write to.`,
  zh: `加密所用的密钥无法保存到“${path}”：系统报告 ${code}。请将 XDG_STATE_HOME 设为可写的文件夹。`,
});

const damaged = (path: string): Words => ({
  en: `"${path}" is not the key that it is sealed with any more. Put the right one there; or delete it, and what executions were given and did stays unreadable.`,
  zh: `“${path}”已不再是加密所用的密钥。请放回正确的密钥；若将其删除，各执行的参数和结果将无法再读取。`,
});
