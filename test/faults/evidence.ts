import { readdirSync, readFileSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import { leaksIn } from './planted.ts';

/** How much of a text with a leak is shown. */
const SHOWN = 300;

/** Everything that came out of something: texts, and files that were written. */
export class Evidence {
  readonly #leaks = new Set<string>();
  readonly #seen = new Set<string>();
  readonly #texts: { readonly where: string; readonly text: string }[] = [];

  add(where: string, text: string): void {
    this.#texts.push({ where, text });
  }

  /** The names and contents of all files in a folder and below, but for `known`, which the test has put there itself. */
  addFiles(folder: string, known: readonly string[] = []): void {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path);
      if (known.includes(name)) continue;
      this.add(`the name of ${name}`, name);
      if (entry.isFile()) this.add(name, readFileSync(path, 'utf8'));
    }
  }

  /**
   * Looks at the files of a folder and below whenever something happens to one, so that those count too that are gone at the
   * end. Gives what ends it.
   */
  watch(folder: string, known: readonly string[] = []): () => void {
    const watcher = watch(folder, { recursive: true }, (_, name) => {
      if (name === null || known.includes(name)) return;
      const text = readIfThere(join(folder, name));
      this.#seen.add(name);
      // Not kept where nothing is in it, since a file that grows is read very often.
      for (const leak of leaksOf(`${name} for a while`, `${name} ${text}`)) this.#leaks.add(leak);
    });
    // A folder may be gone before it is looked into.
    watcher.on('error', () => undefined);
    return () => watcher.close();
  }

  /** The names of the files that something happened to while they were watched. */
  get seen(): readonly string[] {
    return [...this.#seen];
  }

  /** What leaked where, with the beginning of the text. */
  leaks(): string[] {
    return [...this.#leaks, ...this.#texts.flatMap(({ where, text }) => leaksOf(where, text))];
  }
}

const leaksOf = (where: string, text: string): string[] =>
  leaksIn(text).map((name) => `${name} in ${where}: ${text.slice(0, SHOWN)}`);

/** Folders, and files that are gone already, have no text. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
