import { analyze } from '../analysis/analyze.ts';
import type { Diagnostic } from '../analysis/rule.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { TemplateDocument } from '../template/document.ts';
import { isOosTemplate, notationOf } from '../template/recognise.ts';
import type { Words } from '../words/words.ts';
import { noTemplates, notATemplate, tooLong, unfit, unreadable, unwritable } from './complaints.ts';
import { codeOf, type Input, type Inputs } from './inputs.ts';
import type { Progress } from './progress.ts';
import { type Repair, repaired } from './repair.ts';
import type { SettingsSource } from './settingsSource.ts';
import { decode } from './source.ts';

/** A template and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  /** With repairs: the text after them, and so are the findings. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly repair?: Repair | undefined;
}

export interface CheckResult {
  /** Sorted by path. */
  readonly files: readonly CheckedFile[];
  /** What could not be checked, and what to do about it. */
  readonly complaints: readonly Words[];
}

export interface CheckOptions {
  readonly catalog: Catalog;
  readonly settings: SettingsSource;
  /** Repair what needs no second look, and write it back. */
  readonly fix: boolean;
  /** The folder from which paths in complaints are told. */
  readonly cwd: string;
  readonly progress: Progress;
}

interface Outcome {
  readonly file?: CheckedFile;
  readonly complaint?: Words;
}

/** Checks every input that is a template. What cannot be checked is told, and never keeps the rest from being checked. */
export async function checkFiles(inputs: Inputs, options: CheckOptions): Promise<CheckResult> {
  const outcomes = new Map<Input, Outcome>();
  for (const input of inputs.inputs) {
    options.progress.step(input.path);
    const outcome = await checkInput(input, options);
    if (outcome) outcomes.set(input, outcome);
  }
  options.progress.end();
  const bare = inputs.folders.filter(({ inputs }) => !inputs.some((input) => outcomes.has(input)));
  const results = [...outcomes.values()];
  return {
    files: results.flatMap(({ file }) => file ?? []),
    complaints: [
      ...inputs.complaints,
      ...results.flatMap(({ complaint }) => complaint ?? []),
      ...bare.map(({ path }) => noTemplates(path)),
      ...options.settings.complaints(options.cwd),
    ],
  };
}

/** Undefined: a file that is no template and that nobody named. */
async function checkInput(input: Input, options: CheckOptions): Promise<Outcome | undefined> {
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
  if (fault) return { complaint: unfit(path, fault) };
  return checkTemplate(input, document, mark, options);
}

async function checkTemplate(
  input: Input,
  document: TemplateDocument,
  mark: string,
  options: CheckOptions,
): Promise<Outcome> {
  const { catalog } = options;
  const settings = options.settings.settingsFor(input.place);
  const found = (it: TemplateDocument) => analyze(it, catalog, undefined, settings);
  const before: CheckedFile = { path: input.path, text: document.text, diagnostics: found(document) };
  if (!options.fix) return { file: before };
  const after = repaired(before, document.notation, catalog, settings);
  try {
    if (after !== before || input.stream) await input.write(mark + after.text);
    return { file: after };
  } catch (error) {
    return { file: before, complaint: unwritable(input.path, codeOf(error)) };
  }
}
