import { analyze } from '../analysis/analyze.ts';
import type { Diagnostic } from '../analysis/rule.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { TemplateDocument } from '../template/document.ts';
import { isOosTemplate, notationOf } from '../template/recognise.ts';
import type { Words } from '../words/words.ts';
import { noTemplates, notATemplate, tooLong, unfit, unreadable } from './complaints.ts';
import { codeOf, type Input, type Inputs } from './inputs.ts';
import type { Progress } from './progress.ts';
import { decode } from './source.ts';

/** A template and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CheckResult {
  /** Sorted by path. */
  readonly files: readonly CheckedFile[];
  /** What could not be checked, and what to do about it. */
  readonly complaints: readonly Words[];
}

/** `other`: a file that is no template and that nobody named. */
type Outcome = CheckedFile | { readonly complaint: Words } | 'other';

/** Checks every input that is a template. What cannot be checked is told, and never keeps the rest from being checked. */
export async function checkFiles(inputs: Inputs, catalog: Catalog, progress: Progress): Promise<CheckResult> {
  const outcomes = new Map<Input, Outcome>();
  for (const input of inputs.inputs) {
    progress.step(input.path);
    outcomes.set(input, await checkInput(input, catalog));
  }
  progress.end();
  const bare = inputs.folders.filter(({ inputs }) => inputs.every((input) => outcomes.get(input) === 'other'));
  const results = [...outcomes.values()].filter((it) => it !== 'other');
  return {
    files: results.flatMap((it) => ('complaint' in it ? [] : it)),
    complaints: [
      ...inputs.complaints,
      ...results.flatMap((it) => ('complaint' in it ? it.complaint : [])),
      ...bare.map(({ path }) => noTemplates(path)),
    ],
  };
}

async function checkInput(input: Input, catalog: Catalog): Promise<Outcome> {
  const { path, named } = input;
  let bytes: Uint8Array | undefined;
  try {
    bytes = await input.read();
  } catch (error) {
    return { complaint: unreadable(path, codeOf(error)) };
  }
  if (!bytes) return named ? { complaint: tooLong(path) } : 'other';
  const { text, fault } = decode(bytes);
  if (fault && named) return { complaint: unfit(path, fault) };
  const document = new TemplateDocument(text, notationOf(path, undefined, text));
  if (!isOosTemplate(document, { fileName: path, named })) {
    return named ? { complaint: notATemplate(path, text) } : 'other';
  }
  return fault ? { complaint: unfit(path, fault) } : { path, text, diagnostics: analyze(document, catalog) };
}
