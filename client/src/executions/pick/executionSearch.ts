import type { Execution } from '../../../../server/src/cloud/api/answers.ts';
import type { OosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import { ExecutionList, startOf } from '../tree/executionList.ts';

/** The newest executions, and those of templates that were searched for. */
export class ExecutionSearch {
  readonly #api: OosApi;
  /** By the name that was searched for; empty for all. */
  readonly #lists = new Map<string, ExecutionList>();
  #name = '';

  constructor(api: OosApi) {
    this.#api = api;
  }

  /** All that have been found so far, whatever was searched for, the newest first. */
  get executions(): Execution[] {
    const all = [...this.#lists.values()].flatMap(({ executions }) => executions);
    const byId = new Map(all.map((it) => [it.ExecutionId, it]));
    return [...byId.values()].sort((a, b) => startOf(b) - startOf(a));
  }

  /** There are more of what was searched for last. */
  get hasMore(): boolean {
    return this.#lists.get(this.#name)?.hasMore ?? false;
  }

  /** `text`: what was typed, by which nothing is asked for where it cannot be a part of a name. Rejects with an OosError. */
  async look(text: string, signal: AbortSignal): Promise<void> {
    const name = PART_OF_NAME.test(text) ? text : '';
    const known = this.#lists.get(name);
    const list = known ?? new ExecutionList(this.#api, name === '' ? {} : { template: name });
    if (!known) await list.load(signal);
    if (signal.aborted) return;
    this.#lists.set(name, list);
    this.#name = name;
  }

  /** Rejects with an OosError. */
  async more(): Promise<void> {
    await this.#lists.get(this.#name)?.more();
  }
}

/** An id is none, and one letter is in too many names. */
const PART_OF_NAME = /^(?!exec-)[\w-]{2,200}$/i;
