import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemCode } from './systemCode.ts';

export interface FoundFiles {
  /** Sorted by code units; each begins with the folder as it was given, joined with `/`. */
  readonly files: readonly string[];
  /** Folders that could not be listed, with the code of the system (`EACCES`). */
  readonly unreadable: readonly { readonly path: string; readonly code: string }[];
}

const templateName = /\.(?:ya?ml|json)$/i;

/**
 * The files below `folder` that can be templates by their name. Dot folders, node_modules and whatever is reached
 * through a link are left out. Whether a file is a template is for `isOosTemplate` to say. A relative `folder` is taken
 * from `cwd`.
 */
export async function findTemplates(folder: string, cwd: string): Promise<FoundFiles> {
  const files: string[] = [];
  const unreadable: { path: string; code: string }[] = [];
  const waiting = [folder];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const entry of await list(path, cwd, unreadable)) {
      const joined = path.endsWith('/') ? `${path}${entry.name}` : `${path}/${entry.name}`;
      if (entry.isDirectory() && isSearched(entry.name)) waiting.push(joined);
      else if (entry.isFile() && templateName.test(entry.name)) files.push(joined);
    }
  }
  return { files: files.sort(), unreadable: unreadable.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Whether templates are looked for in a folder of this name. */
export const isSearched = (name: string): boolean => name !== 'node_modules' && !name.startsWith('.');

async function list(path: string, cwd: string, unreadable: { path: string; code: string }[]): Promise<Dirent[]> {
  try {
    return await readdir(resolve(cwd, path), { withFileTypes: true });
  } catch (error) {
    unreadable.push({ path, code: systemCode(error) });
    return [];
  }
}
