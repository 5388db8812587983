import * as vscode from 'vscode';
import { LazyDocuments } from '../documents/lazyDocuments.ts';
import { tellingFailures } from '../failure.ts';
import type { StartedRun } from '../run/runForm.ts';
import type { Toolkit } from '../toolkit.ts';
import type { ExecutionCenter } from './executionCenter.ts';
import { executionScheme, logScheme } from './executionDocuments.ts';

/**
 * What VS Code and the rest of the extension can ask about executions before one is shown. The work is done by the ExecutionCenter,
 * whose code is loaded with the first one.
 */
export class Executions implements vscode.Disposable {
  readonly #toolkit: Toolkit;
  readonly #touched = new vscode.EventEmitter<void>();
  readonly #logs = new LazyDocuments(logScheme, async (uri) => (await this.center()).logs.contentOf(uri));
  readonly #texts = new LazyDocuments(executionScheme, async (uri) => (await this.center()).templates.contentOf(uri));
  readonly #pages = vscode.window.registerWebviewPanelSerializer('oos.executionView', {
    deserializeWebviewPanel: async (panel, state) => (await this.center()).restore(panel, state),
  });
  #center: Promise<ExecutionCenter> | undefined;

  /** This window has started an execution, or has done something to one. */
  readonly onDidTouch = this.#touched.event;

  constructor(toolkit: Toolkit) {
    this.#toolkit = toolkit;
  }

  center(): Promise<ExecutionCenter> {
    const documents = { logs: this.#logs, texts: this.#texts };
    this.#center ??= import('./executionCenter.ts').then(
      ({ ExecutionCenter }) => new ExecutionCenter(this.#toolkit, documents),
    );
    return this.#center;
  }

  /** Shows an execution that has just begun, and follows it to its end. */
  started(run: StartedRun): void {
    tellingFailures(this.#toolkit.log, async () => {
      await (await this.center()).started(run);
      this.touched();
    }).catch(() => undefined);
  }

  touched(): void {
    this.#touched.fire();
  }

  dispose(): void {
    for (const it of [this.#touched, this.#logs, this.#texts, this.#pages]) it.dispose();
    this.#center?.then((it) => it.dispose()).catch(() => undefined);
  }
}
