import type { ApiCall, Catalog } from '../catalog/catalog.ts';
import { stringOf, valueFor } from '../syntax/navigate.ts';
import type { TextRange, ValueNode } from '../syntax/node.ts';
import type { Task, Template } from '../template/template.ts';
import { selectionCall } from './selectionCall.ts';

export interface RiskContext {
  readonly catalog: Catalog;
  /** The name of the template itself, where it has one. */
  readonly rootName?: string | undefined;
  /** The template that is published, or about to be, by this name. Undefined: not at hand. */
  readonly child?: ((name: string) => Template | undefined) | undefined;
}

/** Where a task stands, seen from the template that is started. */
export interface TaskPlace {
  /** The tasks from the root to this one, those of child templates and the inner ones of ACS::Loop included. */
  readonly tasks: readonly Task[];
  /** The names of the templates on the way, the root's first where it has one. Inline templates have none. */
  readonly templateNames: readonly string[];
  /** In the text of the root: what makes the call, or what leads to the template or the action that makes it. */
  readonly range: TextRange;
}

/** A call that an execution of the template can make. */
export interface ReachedCall extends ApiCall, TaskPlace {
  /** `ask`: WaitFor, CheckFor and SelectTargets look at the answer; what they call is meant to be read only. */
  readonly kind: 'execute' | 'ask';
  /** The product action that the task runs and that makes the call, itself or through others. */
  readonly action: string | undefined;
  /** What the task says about its own risk. */
  readonly mark: 'High' | 'Normal' | undefined;
}

/**
 * Why a task cannot be looked through. `run-time`: what it calls is known only at run time; `template`, `action`: it names
 * one that is not at hand; `http`: it talks to any address; `circle`: the template embeds itself; `limit`: too many tasks.
 */
export type UnseenReason = 'run-time' | 'template' | 'action' | 'http' | 'circle' | 'limit';

export interface UnseenTask extends TaskPlace {
  readonly reason: UnseenReason;
  /** What it names, as written. */
  readonly name: string | undefined;
}

interface ReachedTemplate {
  readonly template: Template;
  /** The task that embeds it. Undefined: it is the root. */
  readonly by: Task | undefined;
  /** What leads to it in the text of the root; undefined where it stands in that text itself. */
  readonly range: TextRange | undefined;
}

export interface Reach {
  /** In the order in which the tasks stand, children where they are embedded. */
  readonly calls: readonly ReachedCall[];
  readonly unseen: readonly UnseenTask[];
  /** The tasks of ACS::SelectTargets. */
  readonly selections: readonly TaskPlace[];
  /** The tasks that start a template of its own name, at hand or not. Product actions are none of them. */
  readonly embedded: readonly TaskPlace[];
  /** The root first. */
  readonly templates: readonly ReachedTemplate[];
}

/** Templates that embed others again and again could name any number of tasks. */
const MOST_TASKS = 2000;
const DEEPEST = 20;

/** Every call that an execution of the template can reach, through product actions, child templates and loops. */
export function reachedCalls(template: Template, context: RiskContext): Reach {
  const walk = new Walk(context);
  walk.template(template, { tasks: [], templateNames: [], range: undefined }, context.rootName);
  return walk;
}

/** Inside a child template `range` is fixed, since its text is another one. */
type Way = Omit<TaskPlace, 'range'> & { readonly range: TextRange | undefined };

class Walk implements Reach {
  readonly calls: ReachedCall[] = [];
  readonly unseen: UnseenTask[] = [];
  readonly selections: TaskPlace[] = [];
  readonly embedded: TaskPlace[] = [];
  readonly templates: ReachedTemplate[] = [];
  readonly #context: RiskContext;
  /** The names of the templates around, as OOS compares them. */
  readonly #open: string[] = [];
  #left = MOST_TASKS;

  constructor(context: RiskContext) {
    this.#context = context;
  }

  template(template: Template, way: Way, name: string | undefined): void {
    this.templates.push({ template, by: way.tasks.at(-1), range: way.range });
    const templateNames = name === undefined ? way.templateNames : [...way.templateNames, name];
    this.#open.push((name ?? '').toLowerCase());
    for (const task of template.tasks.tasks) this.#task(task, { ...way, templateNames });
    this.#open.pop();
  }

  #task(task: Task, around: Way): void {
    const way = { ...around, tasks: [...around.tasks, task] };
    this.#left--;
    if (this.#left < 0) {
      if (this.#left === -1) this.#miss(way, task.nameNode, 'limit');
      return;
    }
    for (const inner of task.inner?.tasks ?? []) this.#task(inner, way);
    if (task.child) this.template(task.child, way, undefined);
    else this.#own(task, way);
  }

  #own(task: Task, way: Way): void {
    const action = task.action?.toLowerCase();
    if (action === 'acs::executeapi') this.#call(task, way, 'execute');
    else if (action === 'acs::waitfor' || action === 'acs::checkfor') this.#call(task, way, 'ask');
    else if (action === 'acs::selecttargets') this.#selection(task, way);
    else if (action === 'acs::executehttprequest') this.#miss(way, task.actionNode, 'http');
    else if (action === 'acs::template') this.#embedded(task, way);
    else if (task.action !== undefined && !this.#product(task.action, way, task.actionNode)) {
      this.#miss(way, task.actionNode, 'action');
    }
  }

  #call({ properties }: Task, way: Way, kind: ReachedCall['kind']): void {
    const apiNode = valueFor(properties?.value, 'API');
    const service = literal(valueFor(properties?.value, 'Service'));
    const api = literal(apiNode);
    if (service === undefined || api === undefined) {
      this.#missValue(way, apiNode);
      return;
    }
    const risk = stringOf(valueFor(properties?.value, 'Risk'));
    const mark = risk === 'High' || risk === 'Normal' ? risk : undefined;
    this.calls.push({ service, api, kind, mark, action: undefined, ...this.#place(way, apiNode) });
  }

  #selection({ properties }: Task, way: Way): void {
    const node = valueFor(properties?.value, 'ResourceType');
    this.selections.push(this.#place(way, node));
    const type = literal(node);
    const call = selectionCall(type ?? '');
    if (call) this.calls.push({ ...call, kind: 'ask', mark: undefined, action: undefined, ...this.#place(way, node) });
    else if (type === undefined) this.#missValue(way, node);
    else this.#miss(way, node, 'action');
  }

  #embedded({ properties }: Task, way: Way): void {
    const node = valueFor(properties?.value, 'TemplateName');
    const name = literal(node);
    if (!node || (name !== undefined && this.#product(name, way, node))) return;
    this.embedded.push(this.#place(way, node));
    const child = name === undefined ? undefined : this.#context.child?.(name);
    if (name === undefined) this.#missValue(way, node);
    else if (this.#open.includes(name.toLowerCase())) this.#miss(way, node, 'circle');
    else if (child && this.#open.length >= DEEPEST) this.#miss(way, node, 'limit');
    else if (child) this.template(child, { ...way, range: way.range ?? node.range }, name);
    else this.#miss(way, node, 'template');
  }

  /** An action of the catalogue, in its own right or as the template that it is. False: it is not known what it calls. */
  #product(name: string, way: Way, node: ValueNode | undefined): boolean {
    const spec = this.#context.catalog.action(name);
    for (const { service, api } of spec?.calls ?? []) {
      const place = this.#place(way, node);
      this.calls.push({ service, api, kind: 'execute', mark: undefined, action: spec?.name ?? name, ...place });
    }
    // What ListActions tells of an action does not say what it calls.
    return spec !== undefined && (spec.calls.length > 0 || spec.atomic || spec.origin.kind === 'bundled');
  }

  /** What is missing altogether is a finding of its own. */
  #missValue(way: Way, node: ValueNode | undefined): void {
    if (node) this.#miss(way, node, 'run-time');
  }

  #miss(way: Way, node: ValueNode | undefined, reason: UnseenReason): void {
    const name = node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
    this.unseen.push({ ...this.#place(way, node), reason, name });
  }

  #place({ tasks, templateNames, range }: Way, node: ValueNode | undefined): TaskPlace {
    const task = tasks.at(-1);
    const own = node?.range ?? task?.actionNode?.range ?? task?.node.range;
    return { tasks, templateNames, range: range ?? own ?? { start: 0, end: 0 } };
  }
}

/** A text that is written out: no reference, no function. */
function literal(node: ValueNode | undefined): string | undefined {
  const text = stringOf(node)?.trim();
  return text === undefined || text === '' || text.includes('{{') ? undefined : text;
}
