import * as vscode from 'vscode';
import type { Execution } from '../../../../server/src/cloud/api/answers.ts';
import type { OosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import { failureText } from '../../failure.ts';
import { patiently, signalOf } from '../../patiently.ts';
import { executionName } from '../startedFrom.ts';
import { type ExecutionChoice, executionChoices } from './executionChoices.ts';
import { ExecutionSearch } from './executionSearch.ts';

/** In milliseconds: nobody sees a list that changes with every letter. */
const TYPING_PAUSE = 250;

/**
 * Lets the person choose among the newest executions and those of the templates whose name is typed, or type an id that is not
 * among them. Undefined when the person leaves. Rejects with an OosError where there is no execution with that id.
 */
export async function pickExecution(api: OosApi, state: vscode.Memento): Promise<string | undefined> {
  const choice = await new ExecutionPick(api, (execution) => executionName(state, execution)).show();
  const { does, id } = choice ?? {};
  if (does !== 'typed' || id === undefined) return id;
  const title = vscode.l10n.t('Asking OOS...');
  return (await patiently(title, (token) => api.getExecution(id, { signal: signalOf(token) }))).ExecutionId;
}

class ExecutionPick {
  readonly #search: ExecutionSearch;
  readonly #nameOf: (execution: Execution) => string;
  readonly #pick = vscode.window.createQuickPick<ExecutionChoice>();
  #look = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #trouble = '';

  constructor(api: OosApi, nameOf: (execution: Execution) => string) {
    this.#search = new ExecutionSearch(api);
    this.#nameOf = nameOf;
  }

  /** Resolves with what was chosen: an execution, or an id that was typed. */
  show(): Promise<ExecutionChoice | undefined> {
    const pick = this.#pick;
    pick.title = vscode.l10n.t('OOS: Open an execution');
    pick.placeholder = vscode.l10n.t('A part of its name, status or description, or an id: exec-...');
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.keepScrollPosition = true;
    // Who copies an id from elsewhere comes back.
    pick.ignoreFocusOut = true;
    pick.onDidChangeValue(() => {
      this.#fill();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#find(), TYPING_PAUSE);
    });
    return new Promise((resolve) => {
      pick.onDidAccept(() => {
        const [choice] = pick.selectedItems;
        if (!choice) return;
        if (choice.does === 'open' || choice.does === 'typed') {
          resolve(choice);
          pick.hide();
        } else if (choice.does === 'more') this.#load();
        else if (choice.does === 'again') this.#find();
      });
      pick.onDidHide(() => {
        clearTimeout(this.#timer);
        this.#look.abort();
        resolve(undefined);
        pick.dispose();
      });
      pick.show();
      this.#find();
    });
  }

  #find(): void {
    const text = this.#pick.value.trim();
    this.#ask((signal) => this.#search.look(text, signal));
  }

  /** The first new one is where one goes on by the keyboard. */
  #load(): void {
    const known = new Set(this.#search.executions.map(({ ExecutionId }) => ExecutionId));
    const isNew = ({ id }: ExecutionChoice): boolean => id !== undefined && !known.has(id);
    this.#ask(() => this.#search.more(), isNew);
  }

  /** Does not reject: what went wrong stands in the list. `isNext`: the entry to go on from, if not the same as before. */
  async #ask(
    work: (signal: AbortSignal) => Promise<void>,
    isNext?: (choice: ExecutionChoice) => boolean,
  ): Promise<void> {
    this.#look.abort();
    this.#look = new AbortController();
    const { signal } = this.#look;
    this.#pick.busy = true;
    const trouble = await work(signal).then(
      () => '',
      (error) => failureText(error) ?? '',
    );
    if (signal.aborted) return;
    this.#trouble = trouble;
    this.#pick.busy = false;
    const [before] = this.#pick.activeItems;
    this.#fill();
    const next = this.#pick.items.find(isNext ?? isSame(before));
    if (next) this.#pick.activeItems = [next];
  }

  #fill(): void {
    this.#pick.items = executionChoices({
      executions: this.#search.executions,
      hasMore: this.#search.hasMore,
      isLooking: this.#pick.busy,
      text: this.#pick.value.trim(),
      trouble: this.#trouble,
      nameOf: this.#nameOf,
      moment: (time) => time.toLocaleString(vscode.env.language),
      now: Date.now(),
      t: vscode.l10n.t,
    });
  }
}

const isSame = (before: ExecutionChoice | undefined) => (choice: ExecutionChoice) =>
  before !== undefined && choice.does === before.does && choice.id === before.id;
