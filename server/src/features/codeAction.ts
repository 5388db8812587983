import { grouped } from '../analysis/grouped.ts';
import type { Diagnostic, Fix } from '../analysis/rule.ts';
import type { SyntaxTree, TextEdit, TextRange } from '../syntax/node.ts';
import type { Words } from '../words/words.ts';
import { canBeSilenced, silenceInFile, silenceOnLine } from './silence.ts';

export interface QuickFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
  /** The first, best fix of its diagnostic. */
  readonly preferred: boolean;
}

/** The diagnostics that overlap or touch `range`, which is empty for a mere cursor. */
export function diagnosticsAt(diagnostics: readonly Diagnostic[], range: TextRange): Diagnostic[] {
  return diagnostics.filter((it) => it.range.start <= range.end && range.start <= it.range.end);
}

/** The repairs of diagnostics. */
export function quickFixes(diagnostics: readonly Diagnostic[]): QuickFix[] {
  return diagnostics.flatMap((diagnostic) =>
    diagnostic.fixes.map((fix, index) => ({ diagnostic, fix, preferred: index === 0 })),
  );
}

/** A comment that silences a rule, and which of the diagnostics it was asked for go with it. */
export interface Silencing {
  readonly title: Words;
  readonly diagnostics: readonly Diagnostic[];
  readonly edit: TextEdit;
}

/** The ways to silence diagnostics by a comment: first on their lines, then in the file. */
export function silencings(tree: SyntaxTree, diagnostics: readonly Diagnostic[]): Silencing[] {
  const able = diagnostics.filter((it) => canBeSilenced(tree, it));
  const onLine = able.map((it): Silencing => {
    const title = { en: `Silence ${it.rule} on this line`, zh: `在此行屏蔽 ${it.rule}` };
    return { title, diagnostics: [it], edit: silenceOnLine(tree, it) };
  });
  const inFile = able.flatMap((it): Silencing | [] => {
    const title = { en: `Silence ${it.rule} in this file`, zh: `在此文件中屏蔽 ${it.rule}` };
    const edit = silenceInFile(tree, it);
    return edit ? { title, diagnostics: [it], edit } : [];
  });
  return [...withoutRepetition(onLine), ...withoutRepetition(inFile)];
}

/** Several diagnostics of a rule on one line need one comment. */
function withoutRepetition(silencings: readonly Silencing[]): Silencing[] {
  const byEdit = grouped(silencings, ({ edit }) => `${edit.range.start} ${edit.newText}`);
  return Array.from(byEdit.values()).flatMap((same) => {
    const diagnostics = same.flatMap((it) => it.diagnostics);
    return same.slice(0, 1).map((it) => ({ ...it, diagnostics }));
  });
}
