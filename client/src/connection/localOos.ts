import { type ChildProcess, fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Connection } from '../../../server/src/cloud/connection.ts';
import { type Ready, sharedLocalOos } from './sharedLocalOos.ts';

/**
 * Starts the Local OOS of this package when it is first needed, in a process of its own that ends with the window; unless there
 * is one to share.
 */
export class LocalOos implements vscode.Disposable {
  readonly #shared = sharedLocalOos(process.env);
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #ended: () => void;
  #process: ChildProcess | undefined;
  #ready: Promise<Ready> | undefined;

  /** `ended` is called when it ends by itself, so that its address leads nowhere. The next connection starts another one. */
  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, ended: () => void) {
    this.#context = context;
    this.#log = log;
    this.#ended = ended;
  }

  get isShared(): boolean {
    return this.#shared !== undefined;
  }

  /** Rejects when it does not start; the log says why. */
  async connection(): Promise<Connection> {
    const { explicitConnection } = await import('../../../server/src/cloud/connection.ts');
    const { endpoint, region, ...credential } = this.#shared ?? (await this.#own());
    return explicitConnection({ name: vscode.l10n.t('Local OOS'), region, endpoint, credential });
  }

  #isDisposed = false;

  dispose(): void {
    this.#isDisposed = true;
    this.#process?.kill();
    this.#process = undefined;
    this.#ready = undefined;
  }

  /** Several who ask at once get the same one, since two must not write to one file. */
  #own(): Promise<Ready> {
    const ready = this.#ready ?? this.#start();
    this.#ready = ready;
    ready.catch(() => this.#forget(ready));
    return ready;
  }

  #forget(ready: Promise<Ready>): void {
    if (this.#ready === ready) this.#ready = undefined;
  }

  async #start(): Promise<Ready> {
    const more = vscode.workspace.getConfiguration('oos').get<readonly string[]>('localOos.arguments', []);
    const data = await this.#dataFile();
    if (this.#isDisposed) throw notStarted();
    const child = fork(this.#context.asAbsolutePath('dist/oos.cjs'), ['emulator', ...data, ...more], {
      // In the desktop editor the extension host is Electron, which is Node only when it is told so.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stderr?.on('data', (chunk: Buffer) => this.#log.warn(`Local OOS: ${chunk.toString().trimEnd()}`));
    this.#process = child;
    child.once('exit', (code, signal) => {
      this.#log.info(`Local OOS ended (${code ?? signal}).`);
      if (this.#process !== child) return;
      this.#process = undefined;
      this.#ready = undefined;
      this.#ended();
    });
    return readyLine(child);
  }

  /** What is published and run stays until the next time, for each workspace by itself. */
  async #dataFile(): Promise<string[]> {
    const folder = this.#context.storageUri ?? this.#context.globalStorageUri;
    if (folder.scheme !== 'file') return [];
    await mkdir(folder.fsPath, { recursive: true });
    return ['--data', path.join(folder.fsPath, 'local-oos.journal')];
  }
}

function readyLine(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end < 0) return;
      try {
        resolve(JSON.parse(text.slice(0, end)));
      } catch {
        reject(notStarted());
      }
    });
    child.once('error', reject);
    child.once('exit', () => reject(notStarted()));
  });
}

const notStarted = (): Error =>
  new Error(vscode.l10n.t('The Local OOS did not start. The output channel "OOS" says why.'));
