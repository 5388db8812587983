import { membersOf } from '../../membersOf.ts';
import type { Fact, Notice } from '../../webview/pageMessages.ts';
import type { StatusView } from '../statusWords.ts';
import { type Verb, verbs } from '../waits/waitVerbs.ts';
import type { KeptPage } from './keptPage.ts';

export interface TaskView {
  readonly id: string;
  readonly name: string;
  readonly action: string;
  readonly status: StatusView;
  /** In milliseconds of the epoch; undefined where the service does not tell. */
  readonly started: number | undefined;
  readonly ended: number | undefined;
  readonly message: string;
  /** What was said along with an approval or the like. */
  readonly note: string;
  /** As JSON; empty where there is none. */
  readonly inputs: string;
  readonly outputs: string;
  /** `3 of 10`, of a loop that has begun. */
  readonly progress: string;
  readonly loop: LoopView | undefined;
  /** The execution that the task has started. */
  readonly child: string | undefined;
  /** It has a name that can be looked up in the template. */
  readonly hasSource: boolean;
}

/** The items of a loop, which are fetched when somebody opens them. */
export interface LoopView {
  readonly isOpen: boolean;
  readonly items: readonly TaskView[];
  readonly hasMore: boolean;
}

export interface VerbView {
  readonly verb: Verb;
  readonly label: string;
}

export interface WaitView {
  readonly key: string;
  readonly title: string;
  readonly message: string;
  /** The call that waits, and what is known about its risk. */
  readonly sentences: string;
  /** What the waiting task is going to do: as JSON, or as the template has it. */
  readonly details: string;
  /** As whom it is answered, and where. */
  readonly caller: string;
  readonly verbs: readonly VerbView[];
  /** The tasks that can be executed, in Mode Debug. */
  readonly tasks: readonly string[];
  readonly next: string | undefined;
}

/** What can be done with the execution as a whole. */
export type ExecutionAction = 'cancel' | 'delete' | 'runAgain' | 'logs' | 'source' | 'refresh';

export interface ExecutionView {
  readonly id: string;
  readonly heading: string;
  readonly status: StatusView;
  readonly message: string;
  readonly started: number | undefined;
  readonly ended: number | undefined;
  /** By how many milliseconds the clock of the service is ahead of that of this machine, at least. */
  readonly clockAhead: number;
  readonly facts: readonly Fact[];
  readonly parent: string | undefined;
  readonly waits: readonly WaitView[];
  /** What can be said while a task goes on. */
  readonly verbs: readonly VerbView[];
  readonly actions: readonly { readonly action: ExecutionAction; readonly label: string }[];
  readonly tasks: readonly TaskView[];
  readonly parameters: string;
  readonly outputs: string;
  /** Why nothing newer is known; empty when all is well. */
  readonly trouble: string;
  readonly texts: ExecutionTexts;
}

/** The words of the page itself. `{0}` stands for a value. */
export interface ExecutionTexts {
  readonly tasks: string;
  readonly noTasks: string;
  readonly about: string;
  readonly parameters: string;
  readonly inputs: string;
  readonly outputs: string;
  readonly took: string;
  readonly runningFor: string;
  readonly seconds: string;
  readonly minutes: string;
  readonly hours: string;
  readonly note: string;
  readonly noted: string;
  readonly task: string;
  readonly properties: string;
  readonly endAs: string;
  readonly endings: readonly { readonly value: string; readonly label: string }[];
  readonly items: string;
  readonly hideItems: string;
  readonly more: string;
  readonly openChild: string;
  readonly openParent: string;
  readonly showInTemplate: string;
  readonly openInEditor: string;
  readonly item: string;
  readonly loading: string;
  readonly telling: string;
}

/** What somebody has typed, by the ids of the inputs. It may be secret, so that the page keeps none of it on the disk. */
interface Typed {
  readonly type: 'typed';
  readonly typed: Readonly<Record<string, string>>;
}

export type ToExecution =
  | Typed
  /** Which execution it is, to be kept with the window. */
  | { readonly type: 'kept'; readonly kept: KeptPage }
  | { readonly type: 'view'; readonly view: ExecutionView }
  /** An answer is on its way. `wait`: which one it is about; empty for the execution as a whole. */
  | { readonly type: 'telling'; readonly isTelling: boolean; readonly wait: string }
  | ({ readonly type: 'notice' } & Notice);

/** Which value is to be opened in an editor: of a task, or of the execution. */
export type ValueName = 'inputs' | 'outputs' | 'parameters';

export type FromExecution =
  | Typed
  | { readonly type: 'do'; readonly action: ExecutionAction }
  | {
      readonly type: 'notify';
      readonly verb: Verb;
      /** The wait that it is about; empty for the execution as a whole. */
      readonly wait: string;
      readonly note: string;
      readonly taskName: string;
      /** Properties of the task, as JSON. */
      readonly properties: string;
      readonly status: string;
    }
  | { readonly type: 'loop'; readonly task: string; readonly isOpen: boolean }
  | { readonly type: 'moreItems' | 'source'; readonly task: string }
  | { readonly type: 'openExecution'; readonly id: string }
  | { readonly type: 'openValue'; readonly task: string; readonly value: ValueName };

const actions: readonly ExecutionAction[] = ['cancel', 'delete', 'runAgain', 'logs', 'source', 'refresh'];
const valueNames: readonly ValueName[] = ['inputs', 'outputs', 'parameters'];

/** Undefined for what no page of ours says. */
export function readFromExecution(message: unknown): FromExecution | undefined {
  const said = membersOf(message);
  const text = (name: string): string => (typeof said[name] === 'string' ? said[name] : '');
  const task = text('task');
  switch (said.type) {
    case 'do': {
      const action = actions.find((it) => it === said.action);
      return action && { type: 'do', action };
    }
    case 'notify': {
      const verb = verbs.find((it) => it === said.verb);
      const [wait, note, taskName] = [text('wait'), text('note'), text('taskName')];
      const details = { wait, note, taskName, properties: text('properties'), status: text('status') };
      return verb && { type: 'notify', verb, ...details };
    }
    case 'loop':
      return { type: 'loop', task, isOpen: said.isOpen === true };
    case 'moreItems':
    case 'source':
      return { type: said.type, task };
    case 'typed': {
      const typed = Object.entries(membersOf(said.typed));
      return { type: 'typed', typed: Object.fromEntries(typed.map(([id, it]) => [id, String(it)])) };
    }
    case 'openExecution':
      return { type: 'openExecution', id: text('id') };
    case 'openValue': {
      const value = valueNames.find((it) => it === said.value);
      return value && { type: 'openValue', task, value };
    }
    default:
      return undefined;
  }
}
