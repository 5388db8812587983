import { readFile, stat } from 'node:fs/promises';
import type { Words } from '../words/words.ts';

/** Files of profiles have a few kilobytes. */
const MOST_BYTES = 1024 * 1024;

/** The text of a file of profiles without a byte-order mark, or why it cannot be read. Undefined where there is no file. */
export async function readProfileFile(path: string): Promise<{ text: string } | { problem: Words } | undefined> {
  try {
    const { size, isFile } = await statOf(path);
    // To open a pipe would wait for whoever writes into it.
    if (!isFile) return { problem: unreadable(path, { en: 'it is not a file', zh: '它不是普通文件' }) };
    if (size > MOST_BYTES) return { problem: unreadable(path, { en: 'it is larger than 1 MiB', zh: '超过 1 MiB' }) };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const reason = error instanceof TypeError ? { en: 'it is not UTF-8', zh: '不是 UTF-8 编码' } : systemReason(code);
    return { problem: unreadable(path, reason) };
  }
}

async function statOf(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile() };
}

const systemReason = (code = 'error'): Words => ({ en: code, zh: code });

const unreadable = (path: string, reason: Words): Words => ({
  en: `The profiles in ${path} cannot be read: ${reason.en}.`,
  zh: `无法读取 ${path} 中的配置：${reason.zh}。`,
});
