import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { leaksIn } from './planted.ts';

/** Everything that came out of something: texts, and files that were written. */
export class Evidence {
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

  /** How much there was to look at. */
  get characters(): number {
    return this.#texts.reduce((sum, { text }) => sum + text.length, 0);
  }

  /** What leaked where, with the neighbourhood. */
  leaks(): string[] {
    return this.#texts.flatMap(({ where, text }) => leaksIn(text).map((name) => `${name} in ${where}: ${text}`));
  }
}
