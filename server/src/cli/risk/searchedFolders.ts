import { resolve } from 'node:path';
import type { Inputs } from '../files/inputs.ts';

/** Where templates are looked for that others embed: the folders of the command line, then the one in which `oos` was started. */
export const searchedFolders = ({ folders }: Pick<Inputs, 'folders'>, cwd: string): string[] => [
  ...folders.map(({ path }) => resolve(cwd, path)),
  resolve(cwd),
];
