import { resolve } from 'node:path';
import { TemplateDocument } from '../../template/document.ts';
import { isOosTemplate, notationOf } from '../../template/recognise.ts';
import type { Words } from '../../words/words.ts';
import type { Io } from '../io.ts';
import { notATemplate, tooLong, unfit, unreadable } from './complaints.ts';
import { codeOf } from './inputs.ts';
import { decode, readAll, readPath } from './source.ts';

/** A template that was named on the command line. */
export interface TemplateFile {
  /** As it was named; `-` for standard input. */
  readonly path: string;
  /** The absolute path, from which the settings of the check are looked for; for standard input one in the current folder. */
  readonly place: string;
  /** Without a byte order mark, which the service does not expect. */
  readonly document: TemplateDocument;
}

/** Reads a template from a file or from standard input (`-`). Answers what is wrong with one that cannot be used. */
export async function readTemplateFile(path: string, { cwd, stdin }: Io): Promise<TemplateFile | Words> {
  const place = resolve(cwd, path);
  let bytes: Uint8Array | undefined;
  try {
    bytes = await (path === '-' ? readAll(stdin) : readPath(place));
  } catch (error) {
    const code = codeOf(error);
    return code === 'EISDIR' ? aFolder(path) : unreadable(path, code);
  }
  if (!bytes) return tooLong(path);
  const { text, fault } = decode(bytes);
  if (fault) return unfit(path, fault);
  const document = new TemplateDocument(text, notationOf(path, undefined, text));
  return isOosTemplate(document, { fileName: path, named: true })
    ? { path, place, document }
    : notATemplate(path, text);
}

/** Of a folder where one file is wanted. */
export const aFolder = (path: string): Words => ({
  en: `"${path}" is a folder. Name the templates in it.`,
  zh: `“${path}”是文件夹。请指定其中的模板文件。`,
});
