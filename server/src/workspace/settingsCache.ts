import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findSettings, readSettings, type SettingsFile, settingsFileName } from './settings.ts';

interface Known {
  /** Changes whenever the file does. */
  readonly stamp: string;
  readonly file: SettingsFile;
}

/** The settings files of many templates. Each is looked for once a folder and read once, until `refresh`. */
export class SettingsCache {
  readonly #nearest = new Map<string, string | undefined>();
  readonly #files = new Map<string, Known>();

  /** The settings for a template by its absolute path. The same object until `refresh` finds the file changed. */
  settingsFor(path: string): SettingsFile | undefined {
    const folder = dirname(path);
    if (!this.#nearest.has(folder)) this.#nearest.set(folder, findSettings(path));
    const nearest = this.#nearest.get(folder);
    if (nearest === undefined) return undefined;
    const known = this.#files.get(nearest) ?? load(nearest);
    this.#files.set(nearest, known);
    return known.file;
  }

  /** Looks at the disk again, a few calls for each folder asked about so far. Tells whether an answer has changed. */
  refresh(): boolean {
    let changed = false;
    for (const [folder, before] of this.#nearest) {
      const nearest = findSettings(join(folder, settingsFileName));
      if (nearest === before) continue;
      this.#nearest.set(folder, nearest);
      changed = true;
    }
    for (const [path, { stamp }] of this.#files) {
      if (stampOf(path) === stamp) continue;
      this.#files.delete(path);
      changed = true;
    }
    return changed;
  }
}

const load = (path: string): Known => ({ stamp: stampOf(path), file: readSettings(path) });

function stampOf(path: string): string {
  try {
    const { mtimeNs, ctimeNs, size, ino } = statSync(path, { bigint: true });
    return [mtimeNs, ctimeNs, size, ino].join(' ');
  } catch (error) {
    return String(error);
  }
}
