import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OosApi } from '../../cloud/api/oosApi.ts';
import { TemplateDocument } from '../../template/document.ts';
import { notationOf } from '../../template/recognise.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { unreadable } from '../files/complaints.ts';
import { codeOf } from '../files/inputs.ts';
import { aFolder, readTemplateFile, type TemplateFile } from '../files/templateFile.ts';
import type { Io } from '../io.ts';

/** What the operand of `oos run` stands for. */
export type Operand =
  | { readonly kind: 'file'; readonly file: TemplateFile }
  | { readonly kind: 'name'; readonly name: string };

/** What is about to be started. */
export interface Runnable {
  /** In the words of a sentence: "restart-web v3". */
  readonly label: Words;
  /** The name of a published template. */
  readonly name: string | undefined;
  /** How StartExecution is told. A published template is started in the very version that was looked at. */
  readonly source:
    | { readonly TemplateName: string; readonly TemplateVersion: string | undefined }
    | { readonly TemplateContent: string };
  /** Undefined: the text cannot be made out, so nothing can be said about it here. */
  readonly template: Template | undefined;
}

/** A file that exists, else the name of a published template. Throws a `UsageError` for what is neither. */
export async function readOperand(operand: string, io: Io): Promise<Operand> {
  const found = operand === '-' ? 'file' : await foundAt(resolve(io.cwd, operand));
  if (found !== 'file') {
    const noFile = found === 'folder' || found === 'ENOENT';
    if (noFile && /^[A-Za-z0-9_-]+$/.test(operand)) return { kind: 'name', name: operand };
    throw new UsageError(found === 'folder' ? aFolder(operand) : unreadable(operand, found));
  }
  const file = await readTemplateFile(operand, io);
  if ('en' in file) throw new UsageError(file);
  return { kind: 'file', file };
}

/** `file`, `folder`, or the code of the system's error. */
async function foundAt(path: string): Promise<string> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return codeOf(error);
  }
}

export const runnableFile = ({ path, document }: TemplateFile): Runnable => ({
  label: { en: `${path} (by its content, nothing is published)`, zh: `${path}（按文件内容执行，不会发布）` },
  name: undefined,
  source: { TemplateContent: document.text },
  template: document.template,
});

/** A published template, with its text, from which its parameters are read. Rejects with an OosError. */
export async function publishedRunnable(api: OosApi, name: string, wanted: string | undefined): Promise<Runnable> {
  const { Template, Content = '' } = await api.getTemplate({ TemplateName: name, TemplateVersion: wanted });
  const version = /^v[1-9]\d*$/.test(Template.TemplateVersion ?? '') ? Template.TemplateVersion : wanted;
  const label = [name, version].filter(Boolean).join(' ');
  return {
    label: { en: label, zh: label },
    name,
    source: { TemplateName: name, TemplateVersion: version },
    template: new TemplateDocument(Content, notationOf(undefined, undefined, Content)).template,
  };
}
