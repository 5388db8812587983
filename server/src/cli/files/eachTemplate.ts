import { TemplateDocument } from '../../template/document.ts';
import { isOosTemplate, notationOf } from '../../template/recognise.ts';
import type { Words } from '../../words/words.ts';
import type { Progress } from '../terminal/progress.ts';
import { noTemplates, notATemplate, tooLong, unfit, unreadable } from './complaints.ts';
import { codeOf, type Input, type Inputs } from './inputs.ts';
import { decode, type SourceText } from './source.ts';

/** A template that a command has read. */
export interface ReadTemplate {
  readonly input: Input;
  readonly document: TemplateDocument;
  readonly mark: SourceText['mark'];
}

/** What a command made of one template; of what cannot be read there is only a complaint. */
export interface Outcome<T> {
  readonly file?: T;
  readonly complaint?: Words;
}

export interface Outcomes<T> {
  /** Sorted by path. */
  readonly files: readonly T[];
  /** What could not be read, and what to do about it. */
  readonly complaints: readonly Words[];
}

/** Looks at every input that is a template. What cannot be read is told, and never keeps the rest from being looked at. */
export async function eachTemplate<T>(
  inputs: Inputs,
  progress: Progress,
  look: (template: ReadTemplate) => Promise<Outcome<T>>,
): Promise<Outcomes<T>> {
  const outcomes = new Map<Input, Outcome<T>>();
  for (const input of inputs.inputs) {
    progress.step(input.path);
    const read = await readInput(input);
    if (read) outcomes.set(input, 'document' in read ? await look(read) : read);
  }
  progress.end();
  const bare = inputs.folders.filter(({ inputs }) => !inputs.some((input) => outcomes.has(input)));
  const results = [...outcomes.values()];
  return {
    files: results.flatMap(({ file }) => file ?? []),
    complaints: [
      ...inputs.complaints,
      ...results.flatMap(({ complaint }) => complaint ?? []),
      ...bare.map(({ path }) => noTemplates(path)),
    ],
  };
}

/** Undefined: a file that is no template and that nobody named. */
async function readInput(input: Input): Promise<ReadTemplate | { readonly complaint: Words } | undefined> {
  const { path, named } = input;
  let bytes: Uint8Array | undefined;
  try {
    bytes = await input.read();
  } catch (error) {
    return { complaint: unreadable(path, codeOf(error)) };
  }
  if (!bytes) return named ? { complaint: tooLong(path) } : undefined;
  const { text, mark, fault } = decode(bytes);
  if (fault && named) return { complaint: unfit(path, fault) };
  const document = new TemplateDocument(text, notationOf(path, undefined, text));
  if (!isOosTemplate(document, { fileName: path, named })) {
    return named ? { complaint: notATemplate(path, text) } : undefined;
  }
  return fault ? { complaint: unfit(path, fault) } : { input, document, mark };
}
