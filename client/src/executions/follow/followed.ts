import { isFinal } from '../../../../server/src/cloud/api/executionStatus.ts';
import type { OosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import { ExecutionWatch, type Sight } from '../../../../server/src/cloud/execution/executionWatch.ts';
import { type Veil, veilOver } from '../../../../server/src/cloud/execution/veil.ts';
import { mayPass } from '../../mayPass.ts';
import { Poller, type PollerOptions } from './poller.ts';

/** How things stand with an execution. */
export interface Standing {
  /** Undefined before the first answer. */
  readonly sight: Sight | undefined;
  /** Why the last look has told nothing; the sight is an older one then. */
  readonly trouble: unknown;
  /** When the sight was taken, in milliseconds of the epoch. */
  readonly at: number;
}

export interface FollowedOptions {
  readonly api: OosApi;
  readonly id: string;
  /** Values that nothing may show. */
  readonly secrets?: readonly string[];
  readonly wait?: PollerOptions['wait'];
}

type Listener = (standing: Standing) => void;

/**
 * Follows one execution for all who want to know about it: its page, its logs, and the window that has started it. It is looked at as
 * long as somebody holds it.
 */
export class Followed {
  readonly id: string;
  /** Takes out the values that nothing may show. The sights come without them; what else is asked of the execution needs it. */
  readonly veil: Veil;
  readonly #watch: ExecutionWatch;
  readonly #poller: Poller;
  readonly #listeners = new Set<Listener>();
  #standing: Standing = { sight: undefined, trouble: undefined, at: 0 };
  readonly #hasSecrets: boolean;
  #shape = '';

  constructor({ api, id, secrets = [], wait }: FollowedOptions) {
    this.id = id;
    this.#watch = new ExecutionWatch(api, id, { secrets });
    this.veil = veilOver(secrets);
    this.#hasSecrets = secrets.length > 0;
    this.#poller = new Poller({ look: (signal) => this.#look(signal), ...(wait && { wait }) });
  }

  get standing(): Standing {
    return this.#standing;
  }

  get isOver(): boolean {
    return isFinal(this.#standing.sight?.execution.Status);
  }

  /** Somebody wants to know what goes on, or it has values that nothing may show: no other one can take its place. */
  get isNeeded(): boolean {
    return this.#poller.isHeld || this.#hasSecrets;
  }

  /** A text that was made of more than the sights, without the values that nothing may show. */
  redacted(text: string): string {
    return this.veil.text(text);
  }

  /** The execution is looked at until what this answers is called, or until it is over. */
  hold(): () => void {
    return this.#poller.hold();
  }

  /** Something was done to it, so look at once. */
  poke(): void {
    this.#poller.poke();
  }

  /** Called after each look. What it answers ends that. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#poller.dispose();
    this.#listeners.clear();
  }

  async #look(signal: AbortSignal) {
    try {
      const sight = await this.#watch.look(signal);
      const shape = JSON.stringify([
        sight.execution.Status,
        sight.waits.map(({ kind, execution }) => [kind, execution]),
      ]);
      const isNews = sight.changed.length > 0 || shape !== this.#shape;
      this.#shape = shape;
      this.#tell({ sight, trouble: undefined, at: Date.now() });
      return { isNews, isOver: isFinal(sight.execution.Status) };
    } catch (error) {
      if (signal.aborted) return { isNews: false, isOver: false };
      this.#tell({ ...this.#standing, trouble: error });
      return { isNews: false, isOver: !mayPass(error) };
    }
  }

  #tell(standing: Standing): void {
    this.#standing = standing;
    for (const it of [...this.#listeners]) it(standing);
  }
}
