import type { ActionSpec, Catalog } from '../catalog/catalog.ts';
import { pairOf, valueFor } from '../syntax/navigate.ts';
import type { TextRange, ValueNode } from '../syntax/node.ts';
import { sleepSeconds } from '../template/sleepSeconds.ts';
import type { Task, Template } from '../template/template.ts';
import { type LoopFacts, loopFacts } from './loops.ts';
import type { Reach } from './reachedCalls.ts';
import { longestWait } from './retries.ts';
import { ValueOrigins } from './valueOrigins.ts';

/**
 * Why a task may take any time. `person`: somebody has to agree; `trigger`: it waits for an event; `action`: a product
 * action waits as it likes; `template`: its template is not at hand; `items`: the length of its loop is not known;
 * `back`: a jump leads back to an earlier task; `run-time`: how long it waits is known only at run time.
 */
type OpenReason = 'person' | 'trigger' | 'action' | 'template' | 'items' | 'back' | 'run-time';

export interface OpenDuration {
  readonly task: Task;
  /** In the text of the root: the task, or what leads to its template. */
  readonly range: TextRange;
  readonly reason: OpenReason;
}

/** What an execution waits at most, by what its template says. The calls themselves take time besides. */
export interface Duration {
  /** The waiting that is written down, on the longest path. */
  readonly seconds: number;
  /** The points in time, as written, up to which ACS::Sleep waits besides. In the order of the text. */
  readonly until: readonly string[];
  /** What may take longer; empty: `seconds` is all. In the order of the text. */
  readonly open: readonly OpenDuration[];
}

/** The longest that the tasks of a template can wait: ACS::Sleep, retries, timeouts of product actions, loops, child templates. */
export function longestDuration(template: Template, reach: Reach, catalog: Catalog): Duration {
  const clock = new Clock(reach, catalog);
  const seconds = clock.list(template.tasks.tasks, []);
  const byPlace = (a: { readonly range: TextRange }, b: { readonly range: TextRange }) => a.range.start - b.range.start;
  const until = clock.until.sort(byPlace).map(({ date }) => date);
  return { seconds, until: [...new Set(until)], open: clock.open.sort(byPlace) };
}

class Clock {
  readonly open: OpenDuration[] = [];
  readonly until: { readonly date: string; readonly range: TextRange }[] = [];
  readonly #origins: ValueOrigins;
  readonly #children: ReadonlyMap<Task, Template>;
  readonly #catalog: Catalog;
  readonly #around = new Set<Template>();

  constructor(reach: Reach, catalog: Catalog) {
    this.#origins = new ValueOrigins(reach);
    this.#children = new Map(reach.templates.flatMap(({ by, template }) => (by ? [[by, template] as const] : [])));
    this.#catalog = catalog;
  }

  /** The longest path through a list, from its first task. */
  list(tasks: readonly Task[], path: readonly Task[]): number {
    // From behind, so that what can follow a task is known before it.
    const longest = new Map<Task, number>();
    for (const task of tasks.toReversed()) {
      const next = this.#origins.flowAround(task).next(task);
      const forward = next.filter((it) => it.index > task.index);
      if (forward.length < next.length && next.length < tasks.length) this.#miss(task, 'back');
      const rest = Math.max(0, ...forward.map((it) => longest.get(it) ?? 0));
      longest.set(task, rest + this.#task([...path, task]));
    }
    const [first] = tasks;
    return (first && longest.get(first)) ?? 0;
  }

  #task(path: readonly Task[]): number {
    const task = path.at(-1);
    if (!task) return 0;
    const once = this.#once(task, path);
    const loop = loopFacts(path, this.#origins);
    return loop ? once * this.#rounds(loop, once) : once;
  }

  /** How often its items run one after another. */
  #rounds({ task, items, concurrency }: LoopFacts, once: number): number {
    if (items.kind !== 'known') {
      if (once > 0) this.#miss(task, 'items');
      return 1;
    }
    const { value } = concurrency;
    const [, percent] = /^(\d+)%$/.exec(String(value)) ?? [];
    const atOnce = percent === undefined ? Number(value) : Math.ceil((items.count * Number(percent)) / 100);
    return Math.ceil(items.count / (atOnce >= 1 ? atOnce : 1));
  }

  #once(task: Task, path: readonly Task[]): number {
    if (task.inner) return this.list(task.inner.tasks, path);
    const child = this.#children.get(task);
    if (child) return this.#child(child, task, path);
    const action = task.action?.toLowerCase() ?? '';
    if (action === 'acs::sleep') return this.#sleep(task, path);
    if (action === 'acs::waitfor' || (action === 'acs::checkfor' && pairOf(task.node, 'Retries'))) {
      return this.#retries(task, path);
    }
    const spec = this.#catalog.action(action);
    if (spec?.atomic === false) return this.#product(spec, task, path);
    const reason = reasonOf(action, spec);
    if (reason) this.#miss(task, reason);
    return 0;
  }

  /** Product actions give up after the time that they are given, where they take one. */
  #product(spec: ActionSpec, task: Task, path: readonly Task[]): number {
    const [property, unit] = [...spec.properties.values()].flatMap((it) => {
      const seconds = timeoutUnits.get(it.name.toLowerCase());
      return seconds === undefined ? [] : [[it, seconds] as const];
    })[0] ?? [undefined, 1];
    if (!property) {
      this.#miss(task, 'action');
      return 0;
    }
    const node = valueFor(task.properties?.value, property.name);
    const time = Number(node ? this.#value(node, path) : (property.defaultValue ?? Number.NaN));
    if (!Number.isFinite(time)) this.#miss(task, 'run-time');
    return Number.isFinite(time) ? time * unit : 0;
  }

  #child(child: Template, task: Task, path: readonly Task[]): number {
    if (this.#around.has(child)) {
      this.#miss(task, 'template');
      return 0;
    }
    this.#around.add(child);
    const seconds = this.list(child.tasks.tasks, path);
    this.#around.delete(child);
    return seconds;
  }

  #sleep(task: Task, path: readonly Task[]): number {
    const properties = task.properties?.value;
    const date = pairOf(properties, 'Duration') ? undefined : this.#value(valueFor(properties, 'EndDate'), path);
    if (date !== undefined) {
      this.until.push({ date: String(date), range: this.#origins.rangeOf(task) });
      return 0;
    }
    const written = this.#value(valueFor(properties, 'Duration'), path);
    const seconds = written === undefined ? undefined : sleepSeconds(String(written));
    if (seconds === undefined) this.#miss(task, 'run-time');
    return seconds ?? 0;
  }

  #retries(task: Task, path: readonly Task[]): number {
    const setting = (key: string, otherwise: number) => {
      const node = valueFor(task.node, key);
      const value = node ? Number(this.#value(node, path)) : otherwise;
      if (!Number.isFinite(value)) this.#miss(task, 'run-time');
      return Number.isFinite(value) ? value : otherwise;
    };
    const type = this.#value(valueFor(task.node, 'DelayType'), path);
    return longestWait({
      retries: setting('Retries', 10),
      delayType: typeof type === 'string' ? type : 'Exponential',
      delay: setting('Delay', 2),
      backOff: setting('BackOff', 2),
      maxInterval: setting('MaxRetryInterval', 1800),
    });
  }

  /** A scalar that is written, or the default of the parameter that decides. */
  #value(node: ValueNode | undefined, path: readonly Task[]): string | number | undefined {
    const origin = node && this.#origins.originOf(node, path);
    const found = origin && 'node' in origin && origin.node?.kind === 'scalar' ? origin.node.value : undefined;
    return typeof found === 'string' || typeof found === 'number' ? found : undefined;
  }

  #miss(task: Task, reason: OpenReason): void {
    if (this.open.some((it) => it.task === task && it.reason === reason)) return;
    this.open.push({ task, range: this.#origins.rangeOf(task), reason });
  }
}

/** The properties by which product actions take the longest time, in lower case, with the seconds of their unit. */
const timeoutUnits: ReadonlyMap<string, number> = new Map([
  ['timeout', 1],
  ['timeoutinminutes', 60],
]);

function reasonOf(action: string, spec: ActionSpec | undefined): OpenReason | undefined {
  if (/^acs::(?:approve|pause)(?:::|$)/.test(action)) return 'person';
  if (action === 'acs::template') return 'template';
  if (spec?.trigger) return 'trigger';
  return !spec && action !== '' ? 'action' : undefined;
}
