import * as vscode from 'vscode';
import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import { notify } from '../act.ts';
import type { ExecutionSubject } from '../executionSubject.ts';
import { NoLongerWaits } from '../waits/noLongerWaits.ts';
import { waitKey } from '../waits/waitText.ts';
import { readProperties } from '../waits/waitVerbs.ts';
import type { FromExecution, ToExecution } from './executionMessages.ts';

/** What a person answers on the page of an execution, one after the other. */
export class PageAnswers {
  readonly #subject: ExecutionSubject;
  readonly #post: (message: ToExecution) => void;
  /** How often each wait was answered here. */
  readonly #counts = new Map<string, number>();
  #state: 'none' | 'sent' | 'arrived' = 'none';

  constructor(subject: ExecutionSubject, post: (message: ToExecution) => void) {
    this.#subject = subject;
    this.#post = post;
  }

  /** Names a wait. Where it was answered and the service still has it, it is another one. */
  keyOf(wait: Wait): string {
    const key = waitKey(wait);
    return [key, this.#counts.get(key) ?? []].flat().join('#');
  }

  /**
   * The page shows what waits, as whom it is answered and where, so that it is sent at once. While an answer is on its way there is
   * no other one. Rejects with an OosError, or with `NoLongerWaits`.
   */
  async send(said: Extract<FromExecution, { type: 'notify' }>): Promise<void> {
    if (this.#state !== 'none') return;
    this.#state = 'sent';
    this.#post({ type: 'telling', isTelling: true, wait: said.wait });
    try {
      await this.#notify(said);
      this.#state = 'arrived';
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  /** The page shows what has become of it. */
  looked(): void {
    if (this.#state === 'arrived') this.#end();
  }

  #end(): void {
    this.#state = 'none';
    this.#post({ type: 'telling', isTelling: false, wait: '' });
  }

  /** Only what the execution waits for now can be answered. */
  async #notify(said: Extract<FromExecution, { type: 'notify' }>): Promise<void> {
    const waits = this.#subject.followed.standing.sight?.waits ?? [];
    const wait = waits.find((it) => this.keyOf(it) === said.wait);
    if (!wait) throw new NoLongerWaits();
    const status = (['Success', 'Failed', 'Cancelled'] as const).find((it) => it === said.status);
    const parameters = readProperties(said.properties);
    if (parameters === 'wrong')
      throw new Error(vscode.l10n.t('The properties are not a JSON map, such as {0}.', '{"a": 1}'));
    await notify(this.#subject, wait, said.verb, { note: said.note, taskName: said.taskName, parameters, status });
    this.#counts.set(waitKey(wait), (this.#counts.get(waitKey(wait)) ?? 0) + 1);
  }
}
