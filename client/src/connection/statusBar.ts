import * as vscode from 'vscode';
import { regionOf } from './chosenConnection.ts';
import type { Connections } from './connections.ts';

/** Says in the status bar with which connection this window calls OOS. A click chooses another one. */
export class ConnectionStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('oos.connection', vscode.StatusBarAlignment.Left, 10);
  readonly #connections: Connections;
  readonly #subscription: vscode.Disposable;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#item.name = vscode.l10n.t('OOS connection');
    this.#item.command = 'oos.chooseConnection';
    this.#subscription = vscode.Disposable.from(
      connections.onDidChange(() => this.#update()),
      connections.onDidLearn(() => this.#update()),
    );
    this.#update();
  }

  /** From the first template or command on. */
  show(): void {
    this.#item.show();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const { t } = vscode.l10n;
    const { choice } = this.#connections;
    if (!choice) {
      this.#item.text = `$(plug) OOS`;
      this.#item.tooltip = t('No connection is chosen. Everything that needs none still works.');
    } else if (choice.kind === 'local') {
      this.#item.text = `$(vm) ${t('Local OOS')}`;
      this.#item.tooltip = t('OOS runs on this machine. Nothing is sent anywhere.');
    } else {
      const { name } = choice;
      const region = regionOf(choice);
      this.#item.text = region === undefined ? `$(cloud) ${name}` : `$(cloud) ${name} · ${region}`;
      this.#item.tooltip = t('OOS is called as "{0}". Click to choose another connection.', name);
    }
    this.#item.accessibilityInformation = { label: `OOS: ${this.#item.text.replace(/\$\([\w-]+\) /, '')}` };
  }
}
