import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Words } from '../../words/words.ts';
import { findTemplates } from '../../workspace/findTemplates.ts';
import type { Io } from '../io.ts';
import { unreadable } from './complaints.ts';
import { replaceFile } from './replaceFile.ts';
import { readAll, readPath } from './source.ts';

/** One file or stream to look at. */
export interface Input {
  /** As the answer shows it. */
  readonly path: string;
  /** The absolute path; for standard input that of its name, where no file needs to be. */
  readonly place: string;
  /** Given on the command line, not found in a folder. */
  readonly named: boolean;
  /** Standard input: what is written to it goes to standard output. */
  readonly stream: boolean;
  /** Undefined: too long. Rejects with the error of the system. */
  read(): Promise<Uint8Array | undefined>;
  /** Takes the place of what was read. Rejects with the error of the system. */
  write(content: string): Promise<void>;
}

export interface Inputs {
  /** Sorted by path, each file once. */
  readonly inputs: readonly Input[];
  /** The folders of the command line that could be listed, with what each of them holds. */
  readonly folders: readonly { readonly path: string; readonly inputs: readonly Input[] }[];
  readonly complaints: readonly Words[];
}

/** Follows the operands of a command: files, folders and `-`, which is shown as `stdinName`. */
export async function collectInputs(
  operands: readonly string[],
  stdinName: string | undefined,
  io: Io,
): Promise<Inputs> {
  const byPlace = new Map<string, Input>();
  const folders: { path: string; places: string[] }[] = [];
  const complaints: Words[] = [];

  async function addFolder(path: string) {
    const found = await findTemplates(path, io.cwd);
    const places = found.files.map((file) => resolve(io.cwd, file));
    // Of a folder that cannot be listed it is not known whether there are templates in it.
    if (!found.unreadable.some((it) => it.path === path)) folders.push({ path, places });
    for (const [index, place] of places.entries()) {
      if (!byPlace.has(place)) byPlace.set(place, fileInput(found.files[index] ?? place, place, false));
    }
    complaints.push(...found.unreadable.map((it) => unreadable(it.path, it.code)));
  }

  for (const operand of new Set(operands)) {
    const place = resolve(io.cwd, operand);
    if (operand === '-') byPlace.set('-', streamInput(stdinName ?? '-', io));
    else {
      const kind = await kindOf(place);
      if (kind.error) complaints.push(unreadable(operand, kind.error));
      else if (kind.folder) await addFolder(operand);
      else if (!byPlace.get(place)?.named) byPlace.set(place, fileInput(operand, place, true));
    }
  }
  return {
    inputs: [...byPlace.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    folders: folders.map(({ path, places }) => ({ path, inputs: places.flatMap((place) => byPlace.get(place) ?? []) })),
    complaints,
  };
}

function fileInput(path: string, place: string, named: boolean): Input {
  return {
    path,
    place,
    named,
    stream: false,
    read: () => readPath(place),
    write: (content) => replaceFile(place, Buffer.from(content)),
  };
}

function streamInput(path: string, { cwd, stdin, stdout }: Io): Input {
  return {
    path,
    place: resolve(cwd, path),
    named: true,
    stream: true,
    read: () => readAll(stdin),
    write: async (content) => {
      stdout.write(content);
    },
  };
}

async function kindOf(place: string): Promise<{ folder?: boolean; error?: string }> {
  try {
    return { folder: (await stat(place)).isDirectory() };
  } catch (error) {
    return { error: codeOf(error) };
  }
}

/** The code of a system error, such as `EACCES`. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
