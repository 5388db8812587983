import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Fix } from '../analysis/rule.ts';
import { quickFixes } from '../features/codeAction.ts';
import { inLanguage } from '../words/words.ts';
import { toDiagnostic, toTextEdit, toTextRange } from './convert.ts';
import type { OpenDocument } from './documentStore.ts';
import { type Session, templateRequest } from './session.ts';

export function registerCodeAction(session: Session): void {
  session.connection.onCodeAction(
    templateRequest(session, 'code actions', [], (open, { context, range }: CodeActionParams): CodeAction[] => {
      const { client, diagnose } = session;
      if (context.only && !context.only.some(includesQuickFix)) return [];
      return quickFixes(diagnose(open), toTextRange(open.lines, range)).map(({ diagnostic, fix, preferred }) => ({
        title: inLanguage(fix.title, client.language),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(open.lines, diagnostic, client.language)],
        ...(preferred ? { isPreferred: true } : {}),
        edit: toWorkspaceEdit(open, fix, client.versionedEdits),
      }));
    }),
  );
}

/** A kind includes the kinds below it: the empty one includes all. */
function includesQuickFix(kind: CodeActionKind): boolean {
  return kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix;
}

/** With a version a client refuses the edit when the text has changed since. */
function toWorkspaceEdit({ lines }: OpenDocument, fix: Fix, versioned: boolean): WorkspaceEdit {
  const { uri, version } = lines;
  const edits = fix.edits.map((it) => toTextEdit(lines, it));
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
