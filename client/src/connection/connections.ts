import * as vscode from 'vscode';
import type { OosApi } from '../../../server/src/cloud/api/oosApi.ts';
import type { Connection } from '../../../server/src/cloud/connection.ts';
import type { Transport } from '../../../server/src/cloud/transport.ts';
import { type Choice, readChoice, regionOf, writeChoice } from './choice.ts';
import { LocalOos } from './localOos.ts';
import { listOwnKeys } from './ownKeys.ts';

/** The service over the connection of this window. */
export interface Cloud {
  readonly connection: Connection;
  readonly transport: Transport;
  readonly api: OosApi;
}

/** Nothing happens, and nothing is told: the person has left a question. */
export class Left extends Error {}

/** Nothing is sent from a workspace that is not trusted. */
export class Untrusted extends Error {
  constructor() {
    super(
      vscode.l10n.t(
        'This workspace is not trusted, so nothing is sent to the cloud. Trust it to validate, publish and run.',
      ),
    );
  }
}

/**
 * The connection of this window. Nobody is called and no file with keys is read before a command needs it. Code for the cloud
 * is loaded with the first use.
 */
export class Connections implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #local: LocalOos;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #learnt = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed, this.#learnt];
  #cloud: Promise<Cloud> | undefined;
  #ask: () => Promise<boolean> = async () => false;

  /** The choice, or what is behind it, is another one now. */
  readonly onDidChange = this.#changed.event;
  /** It is the same one, and more is known about it. */
  readonly onDidLearn = this.#learnt.event;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    // Without a word to the views, which would start it again and again.
    this.#local = new LocalOos(context, log, () => {
      if (this.choice?.kind === 'local') this.#cloud = undefined;
    });
    this.#subscriptions.push(
      this.#local,
      vscode.workspace.onDidChangeConfiguration((it) => {
        if (it.affectsConfiguration('oos.endpoint')) this.forget();
      }),
    );
  }

  /** Who shares a Local OOS with us wants it to be used until another choice is made. */
  get choice(): Choice | undefined {
    return readChoice(this.#context.workspaceState) ?? (this.#local.isShared ? { kind: 'local' } : undefined);
  }

  get secrets(): vscode.SecretStorage {
    return this.#context.secrets;
  }

  /** What asks the person to choose when nothing is chosen; it answers whether something is now. */
  set chooser(ask: () => Promise<boolean>) {
    this.#ask = ask;
  }

  async choose(choice: Choice | undefined): Promise<void> {
    await writeChoice(this.#context.workspaceState, choice);
    this.forget();
  }

  /** The next use reads keys and profiles anew. */
  forget(): void {
    this.#cloud = undefined;
    this.#changed.fire();
  }

  /**
   * Rejects with an OosError where the chosen connection cannot be used, and with `Left` when the person chooses none. What did
   * not work is tried anew the next time.
   */
  cloud(): Promise<Cloud> {
    if (!vscode.workspace.isTrusted) return Promise.reject(new Untrusted());
    const cloud = this.#cloud ?? this.#open();
    this.#cloud = cloud;
    cloud.catch(() => {
      if (this.#cloud === cloud) this.#cloud = undefined;
    });
    return cloud;
  }

  async api(): Promise<OosApi> {
    return (await this.cloud()).api;
  }

  readonly #held = new Map<string, Cloud>();
  #holds = 0;

  /**
   * Until `work` ends, a connection that the person has agreed to can be had by the key that `work` gets, whatever is chosen in the
   * meantime.
   */
  async holding<T>(cloud: Cloud, work: (key: string) => Thenable<T>): Promise<T> {
    this.#holds += 1;
    const key = String(this.#holds);
    this.#held.set(key, cloud);
    try {
      return await work(key);
    } finally {
      this.#held.delete(key);
    }
  }

  held(key: string): Cloud | undefined {
    return this.#held.get(key);
  }

  dispose(): void {
    for (const it of this.#subscriptions) it.dispose();
  }

  async #open(): Promise<Cloud> {
    if (!this.choice && !(await this.#ask())) throw new Left();
    const { choice } = this;
    const connection = await this.#connection(choice);
    await this.#learn(choice, connection.region);
    const { createTransport } = await import('../../../server/src/cloud/createTransport.ts');
    const { createOosApi } = await import('../../../server/src/cloud/api/oosApi.ts');
    const transport = createTransport(connection);
    return { connection, transport, api: createOosApi(transport) };
  }

  /** A profile may have got another region since it was chosen. */
  async #learn(choice: Choice | undefined, region: string | undefined): Promise<void> {
    // Another one may have been chosen while we asked.
    if (JSON.stringify(choice) !== JSON.stringify(this.choice)) return;
    if (choice?.kind !== 'profile' || regionOf(choice) === region) return;
    await writeChoice(this.#context.workspaceState, { ...choice, ownRegion: region });
    this.#learnt.fire();
  }

  async #connection(choice: Choice | undefined): Promise<Connection> {
    if (choice?.kind === 'local') return this.#local.connection();
    if (choice?.kind === 'own') return this.#ownConnection(choice.name, choice.region);
    const { resolveConnection } = await import('../../../server/src/cloud/resolveConnection.ts');
    await this.#watchProfiles();
    const endpoint = vscode.workspace.getConfiguration('oos').get<string>('endpoint') || undefined;
    return resolveConnection(
      { profile: choice?.name, source: choice?.source, region: choice?.region, endpoint },
      process.env,
    );
  }

  /** What the profiles say now is seen with the next use. */
  async #lookAgain(): Promise<void> {
    const { choice } = this;
    if (choice?.kind === 'profile' && choice.region === undefined) await this.#learn(choice, undefined);
    this.forget();
  }

  async #ownConnection(name: string, region: string): Promise<Connection> {
    const keys = (await listOwnKeys(this.secrets)).find((it) => it.name === name);
    if (!keys) throw new Error(vscode.l10n.t('The keys "{0}" are gone. Choose another connection.', name));
    const { explicitConnection } = await import('../../../server/src/cloud/connection.ts');
    const endpoint = vscode.workspace.getConfiguration('oos').get<string>('endpoint') || undefined;
    return explicitConnection({ name, region, endpoint, credential: keys });
  }

  #watching = false;

  async #watchProfiles(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    const { watchProfiles } = await import('../../../server/src/cloud/watchProfiles.ts');
    this.#subscriptions.push(watchProfiles(process.env, () => this.#lookAgain()));
  }
}
