import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Environment, homeOf } from './environment.ts';
import { cliFilePath } from './profilesCli.ts';
import { credentialsFilePath } from './profilesIni.ts';

/** Tools write a file in several steps; so many milliseconds after the last one it is told once. */
const QUIET = 50;

/**
 * Calls `changed` after a file with profiles appeared, changed or went. Watches the folders, so that files may be replaced, and
 * the folder above for a folder that is not there yet. Does not keep the process alive. Where the system cannot watch, nothing
 * is called.
 */
export function watchProfiles(env: Environment, changed: () => void, home = homeOf(env)): { dispose(): void } {
  const files = [home && cliFilePath(home), credentialsFilePath(env, home)].filter((it): it is string => Boolean(it));
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET);
  };
  const watches = files.map((file) => watchFile(file, tell));
  return {
    dispose() {
      clearTimeout(timer);
      for (const it of watches) it.dispose();
    },
  };
}

function watchFile(file: string, tell: () => void): { dispose(): void } {
  const folder = dirname(file);
  let inside: FSWatcher | undefined;
  // A folder that comes, or comes anew, needs a watcher of its own. Watched first, so that none comes unseen in between.
  const above = watchFolder(dirname(folder), basename(folder), () => {
    inside?.close();
    inside = watchFolder(folder, basename(file), tell);
    tell();
  });
  inside = watchFolder(folder, basename(file), tell);
  return {
    dispose() {
      inside?.close();
      above?.close();
    },
  };
}

function watchFolder(folder: string, name: string, tell: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, (_, changed) => {
      if (changed === null || changed === name) tell();
    });
    return watcher.on('error', () => watcher.close());
  } catch {
    return undefined;
  }
}
