import type { Catalog } from '../../catalog/catalog.ts';
import { keyName, pairOf, valueFor } from '../../syntax/navigate.ts';
import { jumpTarget } from '../../template/jumpTarget.ts';
import type { Jump, Task, TaskList, Template } from '../../template/template.ts';
import { languageKeys } from '../languageProblems.ts';

/**
 * Which task of one list can follow which. Where a task has a mistake in what steers the flow, any task can follow it,
 * so that one mistake never makes others look unreachable.
 */
export class FlowGraph {
  readonly #tasks: readonly Task[];
  readonly #jumps: ReadonlyMap<Task, readonly Jump[]>;
  readonly #catalog: Catalog;
  readonly #taskKeys: ReadonlySet<string>;
  readonly #reachable = new Map<Task, ReadonlySet<Task>>();

  constructor({ jumps }: Template, { tasks }: TaskList, catalog: Catalog) {
    this.#tasks = tasks;
    this.#jumps = groupByTask(jumps);
    this.#catalog = catalog;
    this.#taskKeys = new Set(languageKeys(catalog, 'task'));
  }

  /** The tasks that can run, from the first one on. */
  get running(): ReadonlySet<Task> {
    const [first] = this.#tasks;
    return first ? new Set([first, ...this.after(first)]) : new Set();
  }

  /** The tasks that can run some time after this one; itself only by a jump backward. */
  after(task: Task): ReadonlySet<Task> {
    const known = this.#reachable.get(task);
    if (known) return known;
    const found = new Set<Task>();
    const open = [task];
    for (let at = open.pop(); at && found.size < this.#tasks.length; at = open.pop()) {
      for (const next of this.#successors(at)) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(next);
      }
    }
    this.#reachable.set(task, found);
    return found;
  }

  #successors(task: Task): readonly Task[] {
    const jumps = this.#jumps.get(task) ?? [];
    const targets = jumps.map((jump) => ({ key: jump.key, target: jumpTarget(jump) }));
    const isAstray = targets.some(({ target: { kind } }) => kind === 'unknown' || kind === 'backward');
    if (isAstray || this.#isUnclear(task, jumps)) return this.#tasks;
    const next = this.#tasks[task.index + 1];
    const named = targets.flatMap(({ target }) =>
      'task' in target ? target.task : target.kind === 'next' ? next : [],
    );
    const fallsThrough = !targets.some(({ key }) => key !== 'OnError') || pairOf(task.node, 'When') !== undefined;
    return [...named, ...(fallsThrough ? [next] : [])].filter((it) => it !== undefined);
  }

  #isUnclear({ action = '', node, properties }: Task, jumps: readonly Jump[]): boolean {
    const isProduct = /^ACS::[^:]+::[^:]+$/i.test(action);
    if (!isProduct && !this.#catalog.action(action)) return true;
    if (node.pairs.some((pair) => !this.#taskKeys.has(keyName(pair)))) return true;
    if (action.toLowerCase() !== 'acs::choice') return false;
    const choices = valueFor(properties?.value, 'Choices');
    const asked = choices?.kind === 'sequence' ? choices.items.length : -1;
    const count = (key: Jump['key']) => jumps.filter((jump) => jump.key === key).length;
    return count('DefaultTask') !== 1 || count('NextTask') !== asked;
  }
}

function groupByTask(jumps: readonly Jump[]): Map<Task, Jump[]> {
  const groups = new Map<Task, Jump[]>();
  for (const jump of jumps) groups.set(jump.task, [...(groups.get(jump.task) ?? []), jump]);
  return groups;
}

/** The lists of tasks of a template, the inner ones of ACS::Loop included. */
export function taskLists({ tasks, allTasks }: Template): TaskList[] {
  return [tasks, ...allTasks.flatMap((task) => task.inner ?? [])];
}
