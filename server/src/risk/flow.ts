import { pairOf } from '../syntax/navigate.ts';
import { jumpTarget } from '../template/jumpTarget.ts';
import type { Jump, Task, Template } from '../template/template.ts';

/** `skip`: the condition under `When` does not hold. */
type Outcome = 'success' | 'failure' | 'skip';

interface Step {
  readonly to: Task;
  readonly on: Outcome;
}

/** What follows when a task fails. `fails`: nothing, the execution has failed. `ends`: nothing, and that is meant so. */
export type OnFailure =
  | { readonly kind: 'fails' | 'ends' }
  /** The tasks that can run then, in the order of the text. */
  | { readonly kind: 'continues'; readonly tasks: readonly Task[] };

/** Nobody writes longer lists; in those that machines write, what precedes what is not worked out. */
const MOST_TASKS = 300;

/** In which order the tasks of one list run, and with which outcome of each task the next one follows. */
export class Flow {
  readonly #tasks: readonly Task[];
  readonly #jumps: ReadonlyMap<Task, readonly Jump[]>;
  readonly #withoutSuccess = new Map<Task, ReadonlySet<Task>>();
  readonly #afterFailure = new Map<Task, ReadonlySet<Task>>();

  constructor(tasks: readonly Task[], jumps: ReadonlyMap<Task, readonly Jump[]>) {
    this.#tasks = tasks;
    this.#jumps = jumps;
  }

  /** The tasks that pass `isWanted` and have always succeeded when `task` runs. */
  precedingAlways(task: Task, isWanted: (task: Task) => boolean): Task[] {
    if (this.#tasks.length > MOST_TASKS) return [];
    return this.#tasks.filter((it) => it !== task && isWanted(it) && !this.#reachedWithoutSuccess(it).has(task));
  }

  /** The tasks whose failure leads to `task`, at once or some time later. */
  leadingByFailure(task: Task): Task[] {
    if (this.#tasks.length > MOST_TASKS) return [];
    return this.#tasks.filter((it) => it !== task && this.#reachedByFailure(it).has(task));
  }

  /** The tasks that can run directly after this one. */
  next(task: Task): Task[] {
    return this.#steps(task).map(({ to }) => to);
  }

  onFailure(task: Task): OnFailure {
    const isHandled = this.#jumpsOf(task, 'OnError').length > 0;
    const reached = this.#reachedByFailure(task);
    if (reached.size === 0) return { kind: isHandled ? 'ends' : 'fails' };
    return { kind: 'continues', tasks: this.#tasks.filter((it) => reached.has(it)) };
  }

  #reachedWithoutSuccess(task: Task): ReadonlySet<Task> {
    return cached(this.#withoutSuccess, task, () =>
      this.#reachable(this.#tasks.slice(0, 1), (from, step) => from !== task || step.on !== 'success'),
    );
  }

  #reachedByFailure(task: Task): ReadonlySet<Task> {
    return cached(this.#afterFailure, task, () => this.#reachable(this.#targets(task, 'failure')));
  }

  #reachable(starts: readonly Task[], follows: (from: Task, step: Step) => boolean = () => true): ReadonlySet<Task> {
    const found = new Set(starts);
    // A set goes through what is added while it is walked.
    for (const from of found) {
      for (const step of this.#steps(from)) if (follows(from, step)) found.add(step.to);
    }
    return found;
  }

  #steps(task: Task): Step[] {
    return (['success', 'failure', 'skip'] as const).flatMap((on) => this.#targets(task, on).map((to) => ({ to, on })));
  }

  #targets(task: Task, on: Outcome): readonly Task[] {
    const next = this.#tasks.slice(task.index + 1, task.index + 2);
    if (on === 'skip') return pairOf(task.node, 'When') ? next : [];
    const keys: readonly Jump['key'][] = on === 'failure' ? ['OnError'] : ['OnSuccess', 'NextTask', 'DefaultTask'];
    const jumps = keys.flatMap((key) => this.#jumpsOf(task, key));
    if (jumps.length === 0) return on === 'success' ? next : [];
    return jumps.flatMap((jump) => this.#led(jump, next));
  }

  #led(jump: Jump, next: readonly Task[]): readonly Task[] {
    const target = jumpTarget(jump);
    if ('task' in target) return [target.task];
    if (target.kind === 'end') return [];
    // A mistake in the name could mean any task.
    return target.kind === 'next' ? next : this.#tasks;
  }

  #jumpsOf(task: Task, key: Jump['key']): readonly Jump[] {
    return this.#jumps.get(task)?.filter((it) => it.key === key) ?? [];
  }
}

function cached<T>(known: Map<Task, T>, task: Task, make: () => T): T {
  const found = known.get(task) ?? make();
  known.set(task, found);
  return found;
}

/** The jumps of a template by the tasks that they stand in. */
export function jumpsByTask({ jumps }: Template): Map<Task, Jump[]> {
  const groups = new Map<Task, Jump[]>();
  for (const jump of jumps) groups.set(jump.task, [...(groups.get(jump.task) ?? []), jump]);
  return groups;
}
