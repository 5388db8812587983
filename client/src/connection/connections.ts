import * as vscode from 'vscode';
import type { OosApi } from '../../../server/src/cloud/api/oosApi.ts';
import type { Connection } from '../../../server/src/cloud/connection.ts';
import type { Transport } from '../../../server/src/cloud/transport.ts';
import { type ChosenConnection, readChoice, regionOf, writeChoice } from './chosenConnection.ts';
import { LocalOos } from './localOos.ts';
import { listOwnKeys } from './ownKeys.ts';

/** The service over the connection of this window. */
export interface Cloud {
  readonly connection: Connection;
  readonly transport: Transport;
  readonly api: OosApi;
}

/** The person has left a question, so what depended on the answer does not happen. Nobody needs to be told. */
export class Dismissed extends Error {}

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
 * The connection of this window. The service is not called and no file with keys is read before a command needs it. Code for the
 * cloud is loaded with the first use.
 */
export class Connections implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #local: LocalOos;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #learnt = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed, this.#learnt];
  #cloud: Promise<Cloud> | undefined;
  #ask: () => Promise<boolean> = async () => false;
  /** Connections that a command was agreed to be carried out with, by the keys that it is known by while it goes on. */
  readonly #held = new Map<string, Cloud>();
  /** How often one was held, for the next key. */
  #holds = 0;
  #isWatchingProfiles = false;

  /** The choice, or what is behind it, is another one now. */
  readonly onDidChange = this.#changed.event;
  /** It is the same one, and more is known about it. */
  readonly onDidLearn = this.#learnt.event;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    // No event is fired: the views would ask again at once, and so start it again and again.
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
  get choice(): ChosenConnection | undefined {
    return readChoice(this.#context.workspaceState) ?? (this.#local.isShared ? { kind: 'local' } : undefined);
  }

  get secrets(): vscode.SecretStorage {
    return this.#context.secrets;
  }

  /** What asks the person to choose when nothing is chosen; it answers whether something is now. */
  set chooser(ask: () => Promise<boolean>) {
    this.#ask = ask;
  }

  async choose(choice: ChosenConnection | undefined): Promise<void> {
    await writeChoice(this.#context.workspaceState, choice);
    this.forget();
  }

  /** The next use reads keys and profiles anew. */
  forget(): void {
    this.#cloud = undefined;
    this.#changed.fire();
  }

  /**
   * Rejects with an OosError where the chosen connection cannot be used, and with `Dismissed` when the person chooses none. What did
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

  /** Undefined: the work that held it has ended. */
  held(key: string): Cloud | undefined {
    return this.#held.get(key);
  }

  dispose(): void {
    for (const it of this.#subscriptions) it.dispose();
  }

  async #open(): Promise<Cloud> {
    if (!this.choice && !(await this.#ask())) throw new Dismissed();
    const { choice } = this;
    const connection = await this.#connection(choice);
    await this.#learn(choice, connection.region);
    const { createTransport } = await import('../../../server/src/cloud/createTransport.ts');
    const { createOosApi } = await import('../../../server/src/cloud/api/oosApi.ts');
    const transport = createTransport(connection);
    return { connection, transport, api: createOosApi(transport) };
  }

  /** A profile may have got another region since it was chosen. */
  async #learn(choice: ChosenConnection | undefined, region: string | undefined): Promise<void> {
    // Another one may have been chosen while we asked.
    if (JSON.stringify(choice) !== JSON.stringify(this.choice)) return;
    if (choice?.kind !== 'profile' || regionOf(choice) === region) return;
    await writeChoice(this.#context.workspaceState, { ...choice, ownRegion: region });
    this.#learnt.fire();
  }

  async #connection(choice: ChosenConnection | undefined): Promise<Connection> {
    if (choice?.kind === 'local') return this.#local.connection();
    if (choice?.kind === 'own') return this.#ownConnection(choice.name, choice.region);
    const { resolveConnection } = await import('../../../server/src/cloud/resolveConnection.ts');
    await this.#watchProfiles();
    return resolveConnection(
      { profile: choice?.name, source: choice?.source, region: choice?.region, endpoint: configuredEndpoint() },
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
    return explicitConnection({ name, region, endpoint: configuredEndpoint(), credential: keys });
  }

  async #watchProfiles(): Promise<void> {
    if (this.#isWatchingProfiles) return;
    this.#isWatchingProfiles = true;
    const { watchProfiles } = await import('../../../server/src/cloud/watchProfiles.ts');
    this.#subscriptions.push(watchProfiles(process.env, () => this.#lookAgain()));
  }
}

/** The setting `oos.endpoint`. Undefined: the address of the region. */
const configuredEndpoint = (): string | undefined =>
  vscode.workspace.getConfiguration('oos').get<string>('endpoint') || undefined;
