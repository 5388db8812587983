import { type ChildProcess, fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Connection } from '../../../server/src/cloud/connection.ts';

/** What the emulator prints when it is ready. */
interface Ready {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly region: string;
}

/** Starts the Local OOS of this package when it is first needed, in a process of its own that ends with the window. */
export class LocalOos implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  #running: { readonly process: ChildProcess; readonly ready: Promise<Ready> } | undefined;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#log = log;
  }

  /** Rejects when it does not start; the log says why. */
  async connection(): Promise<Connection> {
    const { explicitConnection } = await import('../../../server/src/cloud/connection.ts');
    this.#running ??= await this.#start();
    const { endpoint, region, ...credential } = await this.#running.ready;
    return explicitConnection({ name: vscode.l10n.t('Local OOS'), region, endpoint, credential });
  }

  dispose(): void {
    this.#running?.process.kill();
    this.#running = undefined;
  }

  async #start() {
    const more = vscode.workspace.getConfiguration('oos').get<readonly string[]>('localOos.arguments', []);
    const data = await this.#dataFile();
    const child = fork(this.#context.asAbsolutePath('dist/oos.cjs'), ['emulator', ...data, ...more], {
      // In the desktop editor the extension host is Electron, which is Node only when it is told so.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stderr?.on('data', (chunk: Buffer) => this.#log.warn(`Local OOS: ${chunk.toString().trimEnd()}`));
    child.once('exit', (code) => {
      this.#log.info(`Local OOS ended (${code}).`);
      if (this.#running?.process === child) this.#running = undefined;
    });
    return { process: child, ready: readyLine(child) };
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
