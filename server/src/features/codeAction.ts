import type { Diagnostic, Fix } from '../analysis/rule.ts';
import type { TextRange } from '../syntax/node.ts';

export interface QuickFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
  /** The first, best fix of its diagnostic. */
  readonly preferred: boolean;
}

/** The repairs of the diagnostics that overlap or touch `range`, which is empty for a mere cursor. */
export function quickFixes(diagnostics: readonly Diagnostic[], range: TextRange): QuickFix[] {
  return diagnostics
    .filter((it) => it.range.start <= range.end && range.start <= it.range.end)
    .flatMap((diagnostic) => diagnostic.fixes.map((fix, index) => ({ diagnostic, fix, preferred: index === 0 })));
}
