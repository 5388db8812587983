import { stringOf, valueFor } from '../syntax/navigate.ts';
import type { TextRange, ValueNode } from '../syntax/node.ts';
import { isSecret } from '../template/isSecret.ts';
import type { Task, Template } from '../template/template.ts';
import { Flow, jumpsByTask } from './flow.ts';
import type { Reach } from './reachedCalls.ts';

/** Where the value of an expression comes from. */
export type ValueOrigin =
  /** It is written in the template, or is what a child template is given there. */
  | { readonly kind: 'written'; readonly node: ValueNode }
  /** Who starts the execution decides; `node` is what it is otherwise. */
  | {
      readonly kind: 'parameter';
      readonly name: string;
      readonly type: string | undefined;
      readonly node: ValueNode | undefined;
    }
  /** A task finds it out. */
  | {
      readonly kind: 'output';
      readonly task: Task | undefined;
      readonly name: string;
      readonly type: string | undefined;
    }
  /** The element of the loop around. */
  | { readonly kind: 'item' }
  /** A function, a text with references in it, or nothing that can be told. */
  | { readonly kind: 'run-time' };

const WHOLE = /^\s*\{\{\s*([\w:-]+)(?:\.([\w-]+))?\s*\}\}\s*$/;
/** A child that is given what it is given what it is given ends somewhere. */
const DEEPEST = 20;

/** Looks up where values come from, across the templates of an execution, and what flow and place a task has in them. */
export class ValueOrigins {
  readonly #templateOf = new Map<Task, Template>();
  readonly #rangeOf = new Map<Template, TextRange | undefined>();
  readonly #flows = new Map<readonly Task[], Flow>();
  readonly #values: ValueNode | undefined;

  /** `values`: what an execution is started with, by the names of parameters; the others have their defaults then. */
  constructor({ templates }: Reach, values?: ValueNode) {
    this.#values = values;
    for (const { template, range } of templates) {
      for (const task of template.allTasks) this.#templateOf.set(task, template);
      this.#rangeOf.set(template, range);
    }
  }

  /** Where a task stands in the text of the root: its action, or what leads to its template. */
  rangeOf(task: Task): TextRange {
    const template = this.#templateOf.get(task);
    return (template && this.#rangeOf.get(template)) ?? task.actionNode?.range ?? task.node.range;
  }

  /** `path`: the tasks from the root to the one that the value stands in. */
  originOf(node: ValueNode, path: readonly Task[], depth = 0): ValueOrigin {
    const text = stringOf(node);
    if (text === undefined || !text.includes('{{'))
      return isCall(node) ? { kind: 'run-time' } : { kind: 'written', node };
    const [, name, output] = WHOLE.exec(text) ?? [];
    const inner = path.at(-1);
    const template = inner && this.#templateOf.get(inner);
    if (name === undefined || !template || depth > DEEPEST) return { kind: 'run-time' };
    if (/^acs::taskloopitem$/i.test(name)) return { kind: 'item' };
    if (output !== undefined) return outputOf(template, name, output);
    return this.#parameterOf(template, name, path, depth);
  }

  flowAround(task: Task): Flow {
    const { tasks } = task.list;
    const template = this.#templateOf.get(task);
    const flow = this.#flows.get(tasks) ?? new Flow(tasks, template ? jumpsByTask(template) : new Map());
    this.#flows.set(tasks, flow);
    return flow;
  }

  #parameterOf(template: Template, name: string, path: readonly Task[], depth: number): ValueOrigin {
    const parameter = template.parameters.get(name);
    if (!parameter) return { kind: 'run-time' };
    const outer = path.slice(
      0,
      path.findIndex((task) => this.#templateOf.get(task) === template),
    );
    const embedding = outer.at(-1);
    if (embedding) {
      const given = valueFor(valueFor(embedding.properties?.value, 'Parameters'), parameter.name);
      if (given) return this.originOf(given, outer, depth + 1);
    }
    const fallback = valueFor(parameter.attributes, 'Default');
    // What a child is not given is its default for certain.
    if (embedding && fallback) return { kind: 'written', node: fallback };
    const type = stringOf(valueFor(parameter.attributes, 'Type'));
    if (!this.#values) return { kind: 'parameter', name: parameter.name, type, node: fallback };
    const value = valueFor(this.#values, parameter.name) ?? fallback;
    // Nobody but the service gets the value of a secret one, so that it may be another than the default.
    if (!value || isSecret(parameter)) return { kind: 'parameter', name: parameter.name, type, node: undefined };
    return this.originOf(value, path, depth + 1);
  }
}

const isCall = (node: ValueNode): boolean =>
  node.kind === 'mapping' && node.pairs.some(({ key }) => String(key.value).startsWith('Fn::'));

function outputOf(template: Template, name: string, output: string): ValueOrigin {
  const task = template.anyTask.get(name);
  const declared = task?.outputs.get(output) ?? task?.loop?.outputs.get(output);
  return { kind: 'output', task, name: output, type: stringOf(valueFor(declared?.attributes, 'Type')) };
}
