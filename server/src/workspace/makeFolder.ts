import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those around it that are missing, for the user's eyes only. Rejects with the error of the system. One by
 * one, since Node's own way (`recursive`) never ends below a place such as `/proc`, which is there but takes no folder.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const around = dirname(folder);
  if (around !== folder) await makeFolder(around);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Another program may make the same folder at the same time.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !(await isFolder(folder))) throw error;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (it) => it.isDirectory(),
    () => false,
  );
