import type { OosApi } from '../../server/src/cloud/api/oosApi.ts';
import type { RequestOf } from '../../server/src/cloud/api/operations.ts';
import { contentHash } from '../../server/src/cloud/contentHash.ts';
import { OosError } from '../../server/src/cloud/oosError.ts';
import { sleeping } from '../emulator/contents.ts';
import type { Random } from '../mutants/random.ts';
import type { Ledger } from './ledger.ts';
import { planted } from './planted.ts';

type Tags = Readonly<Record<string, string>>;

export interface KeptTemplate {
  /** The hashes of its versions. */
  readonly versions: readonly string[];
  readonly tags: Tags;
}

export interface KeptExecution {
  readonly tags: Tags;
  readonly cancelled: boolean;
}

/** What a Local OOS confirmed to its writers. Executions go by their descriptions. */
export interface Confirmed {
  readonly templates: Ledger<KeptTemplate>;
  readonly executions: Ledger<KeptExecution>;
  /** The ids of executions by their descriptions. */
  readonly ids: Map<string, string>;
  count: number;
}

type StartRequest = RequestOf<'StartExecution'>;

/** Lasts longer than any test, and has a secret to keep. */
const endless = `${sleeping('PT24H')}Parameters: { p: { Type: String, NoEcho: true } }\n`;
/** Makes the data file grow fast. */
const ballast = sleeping('PT1S', 'x'.repeat(60_000));
const region = { RegionId: 'cn-hangzhou' } as const;

/** Writes one thing after the other. Each writer has things of its own, so that it knows what has to be there. */
export class Writer {
  readonly #name: string;
  readonly #random: Random;
  readonly #confirmed: Confirmed;
  #words = 0;
  /** A start whose answer never came. */
  #interrupted: StartRequest | undefined;

  constructor(name: string, random: Random, confirmed: Confirmed) {
    this.#name = name;
    this.#random = random;
    this.#confirmed = confirmed;
  }

  /** Writes until a call fails; gives what failed when `expected` says that nothing should have. */
  async work(api: OosApi, progress: () => void, expected: () => boolean): Promise<string[]> {
    try {
      const wrong = await this.#startAgain(api);
      while (wrong.length === 0) {
        await this.#write(api);
        this.#confirmed.count++;
        progress();
      }
      return wrong;
    } catch (error) {
      return error instanceof OosError && expected() ? [] : [`a write failed: ${error}`];
    }
  }

  /** With the same ClientToken: whether the first try took effect or not, there is one execution then. */
  async #startAgain(api: OosApi): Promise<string[]> {
    const request = this.#interrupted;
    if (!request) return [];
    const { ids, executions } = this.#confirmed;
    const { Description = '', Tags = {} } = request;
    const call = api.startExecution(request);
    const { Execution } = await executions.write(Description, { tags: Tags as Tags, cancelled: false }, call);
    this.#interrupted = undefined;
    const known = ids.get(Description);
    ids.set(Description, Execution.ExecutionId);
    return known === undefined || known === Execution.ExecutionId ? [] : [`${Description} was started twice`];
  }

  #write(api: OosApi): Promise<unknown> {
    const own = <S>(ledger: Ledger<S>) => ledger.entries().filter(([name]) => name.startsWith(`${this.#name}-`));
    const templates = own(this.#confirmed.templates);
    const executions = own(this.#confirmed.executions).filter(([, { cancelled }]) => !cancelled);
    const template = templates.length > 0 ? this.#random.pick(templates) : undefined;
    const execution = executions.length > 0 ? this.#random.pick(executions) : undefined;
    const kind = this.#random.below(10);
    if (template && kind < 5) return this.#changeTemplate(api, ...template, kind);
    if (execution && kind < 7) return this.#changeExecution(api, ...execution, kind);
    return kind === 7 ? this.#start(api) : this.#create(api, kind >= 8);
  }

  #create(api: OosApi, heavy: boolean): Promise<unknown> {
    const TemplateName = this.#word();
    const Content = heavy ? ballast : sleeping('PT1S', this.#word());
    const tags = { by: this.#word() };
    const next = { versions: [contentHash(Content)], tags };
    const { templates } = this.#confirmed;
    return templates.write(TemplateName, next, api.createTemplate({ TemplateName, Content, Tags: tags }));
  }

  #changeTemplate(api: OosApi, name: string, state: KeptTemplate, kind: number): Promise<unknown> {
    const { templates } = this.#confirmed;
    if (kind === 0 || state.versions[0] === contentHash(ballast)) {
      return templates.write(name, undefined, api.deleteTemplate({ TemplateName: name }));
    }
    if (kind === 1) {
      const tags = { ...state.tags, also: this.#word() };
      const call = api.tagResources({ ResourceType: 'template', ResourceIds: [name], Tags: tags, ...region });
      return templates.write(name, { ...state, tags }, call);
    }
    const Content = sleeping('PT1S', this.#word());
    const versions = [...state.versions, contentHash(Content)];
    return templates.write(name, { ...state, versions }, api.updateTemplate({ TemplateName: name, Content }));
  }

  async #start(api: OosApi): Promise<void> {
    const Description = this.#word();
    const { executions, ids } = this.#confirmed;
    const tags = { by: this.#word() };
    const TemplateContent = endless;
    const Parameters = { p: planted.noEcho };
    const request: StartRequest = { TemplateContent, Parameters, Description, Tags: tags, ClientToken: this.#word() };
    this.#interrupted = request;
    const state = { tags, cancelled: false };
    const { Execution } = await executions.write(Description, state, api.startExecution(request));
    this.#interrupted = undefined;
    ids.set(Description, Execution.ExecutionId);
  }

  #changeExecution(api: OosApi, name: string, state: KeptExecution, kind: number): Promise<unknown> {
    const { executions, ids } = this.#confirmed;
    const id = ids.get(name) ?? '';
    if (kind === 5) {
      return executions.write(name, { ...state, cancelled: true }, api.cancelExecution({ ExecutionId: id }));
    }
    const tags = { ...state.tags, also: this.#word() };
    const call = api.tagResources({ ResourceType: 'execution', ResourceIds: [id], Tags: tags, ...region });
    return executions.write(name, { ...state, tags }, call);
  }

  #word(): string {
    return `${this.#name}-${this.#words++}`;
  }
}
