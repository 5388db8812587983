import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Programs write a file in several steps; what follows within this time, in milliseconds, belongs together. */
const SETTLING = 50;

/**
 * Tells when something changes in a folder, which need not exist yet: then the nearest folder above it is watched until it does.
 * Where the system cannot watch, nothing is told. It does not keep the process alive. Answers what ends it.
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const tell = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLING);
    timer.unref();
  };
  const arm = (): void => {
    watcher?.close();
    if (ended) return;
    const [at, next] = nearest(folder);
    try {
      watcher = watch(at, { persistent: false }, (_, name) => {
        if (next === undefined) tell();
        // Some systems do not name what changed.
        if (next !== undefined && (name === null || name === next) && existsSync(`${at}/${next}`)) {
          arm();
          tell();
        }
        if (next === undefined && !existsSync(folder)) arm();
      });
      watcher.on('error', () => watcher?.close());
      // It may have come since the look at it, before it was watched for.
      if (next !== undefined && existsSync(`${at}/${next}`)) {
        arm();
        tell();
      }
    } catch {
      watcher = undefined;
    }
  };
  arm();
  return () => {
    ended = true;
    clearTimeout(timer);
    watcher?.close();
  };
}

/** The folder or the nearest one above it that exists, and what is to appear in that. */
function nearest(folder: string): [at: string, next: string | undefined] {
  let at = folder;
  let next: string | undefined;
  while (!existsSync(at) && dirname(at) !== at) {
    next = basename(at);
    at = dirname(at);
  }
  return [at, next];
}
