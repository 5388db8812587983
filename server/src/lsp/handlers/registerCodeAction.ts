import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver/node';
import type { Diagnostic } from '../../analysis/rule.ts';
import { unknownProductAction } from '../../analysis/rules/unknown-product-action.ts';
import { diagnosticsAt, quickFixes, silencings } from '../../features/codeAction.ts';
import { fixAll } from '../../features/fixAll.ts';
import { lineDifference } from '../../syntax/edit.ts';
import { inLanguage, type Words } from '../../words/words.ts';
import { toDiagnostic, toTextRange } from '../convert.ts';
import type { OpenDocument } from '../documents/documentStore.ts';
import { type Session, templateRequest } from '../session.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

/** Applies all fixes that need no second look. Given only when it is asked for, as editors do on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.oos`;

/** A command of the client, not of the server. Its one argument is `{ rule: ID }`. */
const explainCommand = 'oos.explainRule';

/** Another one of the client. */
const refreshCommand = 'oos.actions.refresh';

export function registerCodeAction(session: Session): void {
  session.connection.onCodeAction(
    templateRequest(session, 'code actions', [], (open, { context: { only }, range }: CodeActionParams) => {
      const actions: CodeAction[] = [];
      if (!only || wants(only, CodeActionKind.QuickFix)) {
        const diagnostics = diagnosticsAt(session.diagnose(open), toTextRange(open.lines, range));
        actions.push(...fixActions(session, open, diagnostics));
        actions.push(...refreshActions(session, open, diagnostics));
        actions.push(...silencingActions(session, open, diagnostics));
        if (session.client.explains) actions.push(...explainActions(session, open, diagnostics));
      }
      if (only && wants(only, fixAllKind)) actions.push(...fixAllActions(session, open));
      return actions;
    }),
  );
}

/** A kind includes the kinds below it: the empty one includes all. */
function wants(only: readonly CodeActionKind[], kind: CodeActionKind): boolean {
  return only.some((it) => it === CodeActionKind.Empty || kind === it || kind.startsWith(`${it}.`));
}

function fixActions(session: Session, open: OpenDocument, found: readonly Diagnostic[]): CodeAction[] {
  return quickFixes(found).map(({ diagnostic, fix, preferred }) => ({
    ...quickFix(session, open, fix.title, [diagnostic]),
    ...(preferred ? { isPreferred: true } : {}),
    edit: toWorkspaceEdit(session, open, fix.edits),
  }));
}

function silencingActions(session: Session, open: OpenDocument, found: readonly Diagnostic[]): CodeAction[] {
  return silencings(open.document.tree, found).map(({ title, diagnostics, edit }) => ({
    ...quickFix(session, open, title, diagnostics),
    edit: toWorkspaceEdit(session, open, [edit]),
  }));
}

function explainActions(session: Session, open: OpenDocument, found: readonly Diagnostic[]): CodeAction[] {
  return [...new Set(found.map(({ rule }) => rule))].map((rule) => {
    const about = found.filter((it) => it.rule === rule);
    const action = quickFix(session, open, { en: `Explain ${rule}`, zh: `说明 ${rule}` }, about);
    return { ...action, command: { title: action.title, command: explainCommand, arguments: [{ rule }] } };
  });
}

/** What is not known may be newer than what is. A client that shows no outcome of a command lets the server tell it. */
function refreshActions(session: Session, open: OpenDocument, found: readonly Diagnostic[]): CodeAction[] {
  const about = found.filter(({ rule }) => rule === unknownProductAction.id);
  if (about.length === 0) return [];
  const action = quickFix(session, open, { en: 'Refresh the list of actions', zh: '刷新动作列表' }, about);
  const { title } = action;
  const command = session.client.refreshesActions
    ? { title, command: refreshCommand }
    : { title, command: 'oos.refreshActions', arguments: [{ tell: true }] };
  return [{ ...action, command }];
}

function fixAllActions(session: Session, open: OpenDocument): CodeAction[] {
  const { text, notation } = open.document;
  const fixed = fixAll(text, notation, session.catalog(), session.settings.of(open.lines.uri));
  const edit = lineDifference(text, fixed.text);
  if (!edit) return [];
  const title = inLanguage(
    { en: 'Apply all safe fixes in this file', zh: '应用此文件中的所有安全修复' },
    session.client.language,
  );
  return [{ title, kind: fixAllKind, edit: toWorkspaceEdit(session, open, [edit]) }];
}

function quickFix(
  { client: { language } }: Session,
  { lines }: OpenDocument,
  title: Words,
  about: readonly Diagnostic[],
): CodeAction {
  const diagnostics = about.map((it) => toDiagnostic(lines, it, language));
  return { title: inLanguage(title, language), kind: CodeActionKind.QuickFix, diagnostics };
}
