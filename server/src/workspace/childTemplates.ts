import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { SyntaxTree } from '../syntax/node.ts';
import { TemplateDocument } from '../template/document.ts';
import { readTemplate } from '../template/readTemplate.ts';
import { isOosTemplate, notationOf } from '../template/recognise.ts';
import type { Template } from '../template/template.ts';
import { isSearched } from './findTemplates.ts';

/**
 * Finds the template that a name under ACS::Template stands for. Undefined: it is not at hand. Each answer is an object of its
 * own, so that a template that is embedded twice can be told apart.
 */
export type FindTemplate = (name: string) => Template | undefined;

export interface ChildTemplatesOptions {
  /** The text of a file that somebody is editing, by its absolute path. Undefined: what is on the disk counts. */
  readonly open?: ((path: string) => TemplateDocument | undefined) | undefined;
}

/** A template by the name of its file. */
export interface NamedTemplate {
  readonly name: string;
  readonly template: Template;
}

interface ReadFile {
  readonly version: string;
  /** Undefined: it is no template. */
  readonly tree: SyntaxTree | undefined;
}

/** Folders hold more files than this only when they are no folders of templates. */
const MOST_ENTRIES = 10_000;
const DEEPEST = 12;
/** Files that are read to name what is in them. */
const MOST_NAMED = 100;
/** Bytes. The service takes 64 KB, so a larger file is no template that can be embedded. */
const LARGEST = 1 << 20;

/** What a template is called by its file: `NAME.yml`, `NAME.oos.json`; a file name cannot have the `::` of a name. */
const fileName = /^(.+?)(?:\.oos)?\.(?:ya?ml|json)$/i;
const keyOf = (name: string): string => name.replaceAll('::', '__').toLowerCase();

/**
 * The templates in some folders by the names of their files. They are looked for when first asked for; what is found is
 * believed until `forget` is called, the content of a file until it changes.
 */
export class ChildTemplates {
  readonly #folders: readonly string[];
  readonly #open: ChildTemplatesOptions['open'];
  readonly #read = new Map<string, ReadFile>();
  #listed = new Map<string, ReadonlyMap<string, readonly string[]>>();

  /** `folders`: absolute paths. Dot folders, node_modules and what is reached through a link are left out. */
  constructor(folders: readonly string[], { open }: ChildTemplatesOptions = {}) {
    this.#folders = folders;
    this.#open = open;
  }

  /** Files have come or gone. */
  forget(): void {
    this.#listed = new Map();
  }

  /**
   * What the names in the template at `place` stand for: a file beside it, else the nearest below its folder, else the nearest in
   * those of the folders that hold it. Of several the one with the same extension wins, then the first by its path. Never throws.
   */
  for(place: string): FindTemplate {
    const own = resolve(place);
    const folders = [dirname(own), ...this.#folders.filter((it) => holds(it, own))];
    return (name) => {
      for (const folder of folders) {
        const paths = this.#below(folder).get(keyOf(name)) ?? [];
        for (const path of byNearness(paths, own)) {
          const tree = path === own ? undefined : this.#tree(path);
          const template = tree && readTemplate(tree);
          if (template) return template;
        }
      }
      return undefined;
    };
  }

  /** What can be embedded in the template at `place`, the nearest first, each name once. Never throws. */
  named(place: string): NamedTemplate[] {
    const own = resolve(place);
    const folders = [dirname(own), ...this.#folders.filter((it) => holds(it, own))];
    const paths = new Set(folders.flatMap((folder) => byNearness([...this.#below(folder).values()].flat(), own)));
    paths.delete(own);
    const found = new Map<string, NamedTemplate>();
    for (const path of [...paths].slice(0, MOST_NAMED)) {
      const name = fileName.exec(basename(path))?.[1] ?? '';
      const tree = found.has(keyOf(name)) ? undefined : this.#tree(path);
      const template = tree && readTemplate(tree);
      if (template) found.set(keyOf(name), { name, template });
    }
    return [...found.values()];
  }

  #below(folder: string): ReadonlyMap<string, readonly string[]> {
    const listed = this.#listed.get(folder) ?? listTemplates(folder);
    this.#listed.set(folder, listed);
    return listed;
  }

  #tree(path: string): SyntaxTree | undefined {
    const open = this.#open?.(path);
    if (open) return open.tree;
    const version = versionOf(path);
    if (version === undefined) return undefined;
    const known = this.#read.get(path);
    if (known?.version === version) return known.tree;
    const tree = readTree(path);
    this.#read.set(path, { version, tree });
    return tree;
  }
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** The files below a folder that can be templates, by what they are called. */
function listTemplates(folder: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, entry } of entriesBelow(folder)) {
    const [, stem] = entry.isFile() ? (fileName.exec(entry.name) ?? []) : [];
    if (stem === undefined) continue;
    const key = keyOf(stem);
    found.set(key, [...(found.get(key) ?? []), path]);
  }
  return found;
}

/** What is near comes first. Stops quietly at the limits. */
function* entriesBelow(folder: string) {
  const waiting = [{ path: folder, depth: 0 }];
  let left = MOST_ENTRIES;
  // A list goes through what is added while it is walked.
  for (const around of waiting) {
    for (const entry of entriesOf(around.path)) {
      if (--left < 0) return;
      const path = join(around.path, entry.name);
      yield { path, entry };
      const isFolder = entry.isDirectory() && isSearched(entry.name);
      if (isFolder && around.depth < DEEPEST) waiting.push({ path, depth: around.depth + 1 });
    }
  }
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function byNearness(paths: readonly string[], own: string): string[] {
  const distance = (path: string) => relative(dirname(own), path).split(sep).length;
  const otherKind = (path: string) => (extname(path) === extname(own) ? 0 : 1);
  return [...paths].sort((a, b) => distance(a) - distance(b) || otherKind(a) - otherKind(b) || (a < b ? -1 : 1));
}

function versionOf(path: string): string | undefined {
  try {
    const { size, mtimeMs } = statSync(path);
    return size > LARGEST ? undefined : `${size} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}

function readTree(path: string): SyntaxTree | undefined {
  try {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    const document = new TemplateDocument(text, notationOf(path, undefined, text));
    return isOosTemplate(document, { fileName: path }) ? document.tree : undefined;
  } catch {
    return undefined;
  }
}
