import type { RuleSettings } from '../../analysis/levels.ts';
import type { Diagnostic } from '../../analysis/rule.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { fixAll } from '../../features/fixAll.ts';
import type { Notation } from '../../syntax/node.ts';
import { TemplateDocument } from '../../template/document.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import { printable } from '../terminal/terminal.ts';
import type { CheckedFile } from './checkFiles.ts';

/** What `--fix` did to a file. */
export interface Repair {
  /** How many fixes were applied. */
  readonly count: number;
  /** The rules that find less than before, sorted. */
  readonly rules: readonly string[];
}

interface RepairOptions {
  readonly catalog: Catalog;
  readonly settings: RuleSettings;
  /** Checks a text as the one before was checked. */
  readonly found: (document: TemplateDocument) => readonly Diagnostic[];
}

/** A file after all repairs that need no second look; the same object where there are none. */
export function repaired(
  before: CheckedFile,
  notation: Notation,
  { catalog, settings, found }: RepairOptions,
): CheckedFile {
  const { text, fixed: count } = fixAll(before.text, notation, catalog, settings);
  if (text === before.text) return before;
  const diagnostics = found(new TemplateDocument(text, notation));
  const after = { path: before.path, text, diagnostics };
  const rules = [...new Set(before.diagnostics.map(({ rule }) => rule))].sort();
  return { ...after, repair: { count, rules: rules.filter((it) => countOf(it, after) < countOf(it, before)) } };
}

function countOf(rule: string, { diagnostics }: CheckedFile): number {
  return diagnostics.filter((it) => it.rule === rule).length;
}

/** One line for each repaired file. */
export function repairNotes(files: readonly CheckedFile[], language: Language): string {
  return files.map(({ path, repair }) => (repair ? note(printable(path), repair, language) : '')).join('');
}

function note(path: string, { count, rules }: Repair, language: Language): string {
  const repairs = count === 1 ? '1 repair' : `${count} repairs`;
  const list = rules.join(', ');
  return inLanguage(
    { en: `${path}: ${repairs} made (${list})\n`, zh: `${path}：已修复 ${count} 处（${list}）\n` },
    language,
  );
}
