import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
  type TextEdit as LspTextEdit,
  type Position,
  type Range,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Severity } from '../analysis/rule.ts';
import type { TextEdit, TextRange } from '../syntax/node.ts';
import { inLanguage, type Language } from '../words/words.ts';

const lspSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The offset of a position. A position outside the text, which an older version may have had, becomes the nearest one. */
export function toOffset(text: TextDocument, position: Position): number {
  return text.offsetAt(position);
}

/** A range of the protocol. It lies inside the text whatever `range` says. */
export function toRange(text: TextDocument, range: TextRange): Range {
  return { start: text.positionAt(range.start), end: text.positionAt(range.end) };
}

export function toTextRange(text: TextDocument, range: Range): TextRange {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

export function toTextEdit(text: TextDocument, { range, newText }: TextEdit): LspTextEdit {
  return { range: toRange(text, range), newText };
}

export function toDiagnostic(text: TextDocument, diagnostic: Diagnostic, language: Language): LspDiagnostic {
  return {
    range: toRange(text, diagnostic.range),
    severity: lspSeverities[diagnostic.severity],
    code: diagnostic.rule,
    source: 'oos',
    message: inLanguage(diagnostic.message, language),
    ...tagsOf(diagnostic),
  };
}

/** How editors show it: struck out, or in a faint colour. */
function tagsOf({ rule }: Diagnostic): Pick<LspDiagnostic, 'tags'> {
  if (rule.startsWith('deprecated-')) return { tags: [DiagnosticTag.Deprecated] };
  return rule.startsWith('unused-') ? { tags: [DiagnosticTag.Unnecessary] } : {};
}
