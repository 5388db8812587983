import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Notation } from '../../server/src/syntax/node.ts';

export interface CorpusFile {
  readonly name: string;
  readonly notation: Notation;
  readonly text: string;
}

/** The folder of real templates, from the environment; undefined where there is none. */
export const corpusFolder: string | undefined = existing(process.env.OOS_CORPUS);

function existing(folder: string | undefined): string | undefined {
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

/** Every template of the corpus, sorted by path; empty without one. */
export function corpusFiles(): CorpusFile[] {
  return corpusFolder === undefined ? [] : filesIn(corpusFolder);
}

function filesIn(folder: string): CorpusFile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    const [, extension] = /\.(json|ya?ml)$/.exec(entry.name) ?? [];
    if (extension === undefined) return [];
    const name = basename(entry.name, `.${extension}`);
    return [{ name, notation: extension === 'json' ? 'json' : 'yaml', text: readFileSync(path, 'utf8') } as const];
  });
}

export interface Twins {
  readonly name: string;
  readonly yaml: CorpusFile;
  readonly json: CorpusFile;
}

/** The templates that are there in both notations. */
export function corpusTwins(): Twins[] {
  const files = corpusFiles();
  const json = new Map(files.filter(({ notation }) => notation === 'json').map((file) => [file.name, file]));
  return files.flatMap((yaml) => {
    const twin = yaml.notation === 'yaml' ? json.get(yaml.name) : undefined;
    return twin ? [{ name: yaml.name, yaml, json: twin }] : [];
  });
}
