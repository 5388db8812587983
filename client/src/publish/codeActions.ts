import * as vscode from 'vscode';
import { writtenTemplates } from '../languageMode.ts';

/** Line numbers from 0: JSON begins with a brace. */
const LAST_LINE_OF_HEAD = 1;

/**
 * Under Source Action... for the whole template, and at its head also among those that come with Ctrl+., when somebody asks: a light
 * bulb that is always there tells nothing.
 */
export function registerCodeActions(): vscode.Disposable {
  const { Empty, Source } = vscode.CodeActionKind;
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: ({ uri }, { start }, { only, triggerKind }) => {
      const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke && start.line <= LAST_LINE_OF_HEAD;
      if (!only && !isAsked) return [];
      return offered().flatMap(({ name, title, command }) => {
        const kind = Source.append(name);
        if (only && !only.contains(kind)) return [];
        const action = new vscode.CodeAction(title, only ? kind : Empty);
        action.command = { title, command, arguments: [{ uri }] };
        return [action];
      });
    },
  };
  return vscode.languages.registerCodeActionsProvider(writtenTemplates, provider, {
    providedCodeActionKinds: [Empty, Source],
  });
}

const offered = () => [
  { name: 'oos.validate', title: vscode.l10n.t('Validate with OOS'), command: 'oos.validate' },
  { name: 'oos.publish', title: vscode.l10n.t('Publish to OOS'), command: 'oos.publish' },
];
