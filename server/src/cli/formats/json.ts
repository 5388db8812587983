import { type Diagnostic, severities } from '../../analysis/rule.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import type { CheckedFile } from '../files/checkFiles.ts';
import { Lines } from '../files/position.ts';

/** The findings as one JSON value and a line end. Other programs rely on this shape; it only grows. */
export function formatJson(files: readonly CheckedFile[], language: Language): string {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const answer = {
    version: 1,
    files: files.map(({ path, text, diagnostics }) => ({
      path,
      diagnostics: diagnosticsValue(text, diagnostics, language),
    })),
    summary: {
      files: files.length,
      ...Object.fromEntries(severities.map((name) => [name, all.filter(({ severity }) => severity === name).length])),
    },
  };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}

/** Findings for programs, also in the answers of other commands. Their shape only grows. */
export function diagnosticsValue(text: string, diagnostics: readonly Diagnostic[], language: Language) {
  const lines = new Lines(text);
  return diagnostics.map(({ rule, severity, message, range, fixes }) => ({
    rule,
    severity,
    message: inLanguage(message, language),
    range: lines.rangeAt(range),
    fixes: fixes.map(({ title, edits }) => ({
      title: inLanguage(title, language),
      edits: edits.map(({ range, newText }) => ({ range: lines.rangeAt(range), newText })),
    })),
  }));
}
