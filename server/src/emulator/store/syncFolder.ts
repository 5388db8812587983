import { closeSync, fsyncSync, openSync } from 'node:fs';

/** That a file is there, or has been replaced, is written in its folder. Windows does not let folders be opened. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  fsyncSync(file);
  closeSync(file);
}
