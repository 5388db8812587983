import { analyze } from '../../analysis/analyze.ts';
import type { Diagnostic, Surroundings } from '../../analysis/rule.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { TemplateDocument } from '../../template/document.ts';
import type { Progress } from '../terminal/progress.ts';
import { unwritable } from './complaints.ts';
import { eachTemplate, type Outcome, type Outcomes, type ReadTemplate } from './eachTemplate.ts';
import { codeOf, type Input, type Inputs } from './inputs.ts';
import { type Repair, repaired } from './repair.ts';
import type { SettingsSource } from './settingsSource.ts';

/** A template and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  /** With repairs: the text after them, and so are the findings. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly repair?: Repair | undefined;
}

export type CheckResult = Outcomes<CheckedFile>;

export interface CheckOptions {
  readonly catalog: Catalog;
  readonly settings: SettingsSource;
  readonly surroundings: (input: Input) => Surroundings;
  /** Repair what needs no second look, and write it back. */
  readonly fix: boolean;
  /** The folder from which paths in complaints are told. */
  readonly cwd: string;
  readonly progress: Progress;
}

/** Checks every input that is a template. What cannot be checked is told, and never keeps the rest from being checked. */
export async function checkFiles(inputs: Inputs, options: CheckOptions): Promise<CheckResult> {
  const { files, complaints } = await eachTemplate(inputs, options.progress, (it) => checkTemplate(it, options));
  return { files, complaints: [...complaints, ...options.settings.complaints(options.cwd)] };
}

async function checkTemplate(
  { input, document, mark }: ReadTemplate,
  options: CheckOptions,
): Promise<Outcome<CheckedFile>> {
  const { catalog } = options;
  const settings = options.settings.settingsFor(input.place);
  const surroundings = options.surroundings(input);
  const found = (it: TemplateDocument) => analyze(it, catalog, undefined, settings, surroundings);
  const before: CheckedFile = { path: input.path, text: document.text, diagnostics: found(document) };
  if (!options.fix) return { file: before };
  const after = repaired(before, document.notation, { catalog, settings, found });
  try {
    if (after !== before || input.stream) await input.write(mark + after.text);
    return { file: after };
  } catch (error) {
    return { file: before, complaint: unwritable(input.path, codeOf(error)) };
  }
}
