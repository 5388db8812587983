import { randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Gives a file new content, all of it or none: the content is written beside it and then takes its place, with the same
 * permissions and, where that is allowed, the same owner. A link stays a link. Rejects with the error of the system.
 */
export async function replaceFile(path: string, content: Uint8Array): Promise<void> {
  const target = await realpath(path);
  const { mode, uid, gid } = await stat(target);
  // A rename asks only the folder, and an administrator is never refused; the mark on the file still means it.
  if ((mode & 0o222) === 0) throw Object.assign(new Error(`${target} is read-only`), { code: 'EACCES' });
  await (await open(target, 'r+')).close();
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    await fill(file, content, mode, { uid, gid });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function fill(file: FileHandle, content: Uint8Array, mode: number, owner: { uid: number; gid: number }) {
  try {
    await file.writeFile(content);
    const own = await file.stat();
    if (own.uid !== owner.uid || own.gid !== owner.gid) await file.chown(owner.uid, owner.gid).catch(() => undefined);
    await file.chmod(mode & 0o7777);
    await file.sync();
  } finally {
    await file.close();
  }
}
