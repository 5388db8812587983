import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { leaksIn } from './planted.ts';

/** How much of a text with a leak is shown. */
const SHOWN = 300;

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

  /** What leaked where, with the beginning of the text. */
  leaks(): string[] {
    return this.#texts.flatMap(({ where, text }) =>
      leaksIn(text).map((name) => `${name} in ${where}: ${text.slice(0, SHOWN)}`),
    );
  }
}
