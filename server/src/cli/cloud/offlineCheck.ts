import { analyze } from '../../analysis/analyze.ts';
import type { Diagnostic } from '../../analysis/rule.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import { SettingsSource } from '../files/settingsSource.ts';
import type { TemplateFile } from '../files/templateFile.ts';
import { formatPretty } from '../formats/pretty.ts';
import type { Io } from '../io.ts';
import { knownActions } from '../knownActions.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';
import { type ConnectionOption, connectionChoice } from './options.ts';

/**
 * Looks for what the service is bound to refuse, as `oos check` does, and shows the errors on standard error. Answers them.
 */
export async function offlineErrors(
  { path, place, document }: TemplateFile,
  given: Arguments<ConnectionOption>,
  io: Io,
  language: Language,
): Promise<Diagnostic[]> {
  const settings = new SettingsSource(undefined, {});
  const { catalog } = await knownActions(io, language, connectionChoice(given));
  const found = analyze(document, catalog, undefined, settings.settingsFor(place));
  for (const complaint of settings.complaints(io.cwd)) {
    io.stderr.write(`oos: ${printable(inLanguage(complaint, language))}\n`);
  }
  const diagnostics = found.filter(({ severity }) => severity === 'error');
  io.stderr.write(formatPretty({ path, text: document.text, diagnostics }, terminalOf(io.stderr, io.env), language));
  return diagnostics;
}
