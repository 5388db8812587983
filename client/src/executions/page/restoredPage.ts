import * as vscode from 'vscode';
import type { Cloud } from '../../connection/connections.ts';
import { cloudOfKept } from '../../connection/keptCaller.ts';
import { failureText } from '../../failure.ts';
import type { Toolkit } from '../../toolkit.ts';
import { Panel } from '../../webview/panel.ts';
import type { ToExecution } from './executionMessages.ts';
import type { KeptPage } from './keptPage.ts';

/** A page for an execution, in a new tab or in the one that came back with its window: `restored`. */
export const executionPage = (
  { context }: Toolkit,
  shown: {
    readonly title: string;
    readonly column?: vscode.ViewColumn | undefined;
    readonly restored?: vscode.WebviewPanel;
  },
): Panel<ToExecution> => new Panel({ context, name: 'executionView', icon: 'tab.svg', ...shown });

export interface RestoredParts {
  readonly toolkit: Toolkit;
  readonly webview: vscode.WebviewPanel;
  /** Undefined where it is not known. */
  readonly kept: KeptPage | undefined;
  /** The execution can be shown, with the connection that it was shown with. */
  readonly ready: (cloud: Cloud) => void;
  readonly onClose: () => void;
}

/** A page that came back with its window and waits for its connection. It looks for that whenever there is a chance. */
export class RestoredPage {
  readonly #parts: RestoredParts;
  readonly #panel: Panel<ToExecution>;
  readonly #chances: vscode.Disposable;
  #isOver = false;

  constructor(parts: RestoredParts) {
    const { toolkit, webview, onClose } = parts;
    this.#parts = parts;
    this.#panel = executionPage(toolkit, { title: webview.title, restored: webview });
    const look = (): void => void this.#look();
    this.#chances = vscode.Disposable.from(
      toolkit.connections.onDidChange(look),
      vscode.workspace.onDidGrantWorkspaceTrust(look),
      this.#panel.onDidChangeVisibility(look),
      this.#panel.onDidClose(() => {
        this.#end();
        onClose();
      }),
    );
    look();
  }

  /** From now on it belongs to its execution. */
  take(): Panel<ToExecution> {
    this.#end();
    return this.#panel;
  }

  #end(): void {
    this.#isOver = true;
    this.#chances.dispose();
  }

  /** Does not reject: what is wrong stands on the page. */
  async #look(): Promise<void> {
    const { toolkit, kept, ready } = this.#parts;
    if (!this.#panel.visible) return;
    try {
      if (!kept)
        throw new Error(
          vscode.l10n.t(
            'It is no longer known which execution was shown here. Open it again from the Executions view.',
          ),
        );
      this.#panel.post({ type: 'notice', tone: 'busy', text: vscode.l10n.t('Asking OOS...') });
      const cloud = await cloudOfKept(toolkit.connections, kept.id, kept);
      if (!this.#isOver) ready(cloud);
    } catch (error) {
      if (!this.#isOver) this.#panel.post({ type: 'notice', tone: 'failure', text: failureText(error) ?? '' });
    }
  }
}
