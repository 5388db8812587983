import { asMapping, asScalar, asSequence, keyName, pairOf, stringOf, valueFor } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, SyntaxTree, ValueNode } from '../syntax/node.ts';
import { Collector } from './collector.ts';
import { NameIndex } from './nameIndex.ts';
import type { Condition, Entry, Loop, Output, Parameter, Task, TaskList, Template } from './template.ts';

/** The template that a text holds. Undefined while its root is no mapping. */
export function readTemplate({ root, text }: SyntaxTree): Template | undefined {
  return root?.kind === 'mapping' ? readRoot(root, text, undefined) : undefined;
}

function readRoot(root: MappingNode, source: string, parent: Task | undefined): Template {
  const formatVersion = pairOf(root, 'FormatVersion');
  const kind = /-State$/.test(stringOf(formatVersion?.value) ?? '') ? 'state' : 'template';
  const parameters = entries<Parameter>(valueFor(root, 'Parameters'), 'parameter');
  const children: Template[] = [];
  const reader = new TaskReader(source, children);
  const tasks = reader.list(valueFor(root, 'Tasks'), undefined);
  const template = {
    kind,
    root,
    formatVersion,
    parameters,
    conditions: entries<Condition>(valueFor(root, 'Conditions'), 'condition'),
    outputs: entries<Output>(valueFor(root, 'Outputs'), 'output'),
    tasks,
    allTasks: reader.allTasks,
    anyTask: new NameIndex(reader.allTasks, (task) => task.name),
    parent,
    children,
  } as const;
  return { ...template, ...new Collector(source, parameters).collect(template) };
}

function entries<T extends Entry & { readonly kind: string }>(
  node: ValueNode | undefined,
  kind: T['kind'],
): NameIndex<T> {
  const all = (asMapping(node)?.pairs ?? []).map(
    (pair) => ({ kind, name: keyName(pair), pair, attributes: asMapping(pair.value) }) as unknown as T,
  );
  return new NameIndex(all, (entry) => entry.name);
}

class TaskReader {
  readonly allTasks: Task[] = [];
  readonly #source: string;
  readonly #children: Template[];

  constructor(source: string, children: Template[]) {
    this.#source = source;
    this.#children = children;
  }

  list(node: ValueNode | undefined, owner: Task | undefined): TaskList {
    const sequence = asSequence(node);
    const tasks: Task[] = [];
    const list = { node: sequence, tasks, owner, byName: new NameIndex<Task>([], () => undefined) };
    for (const item of sequence?.items ?? [])
      if (item.kind === 'mapping') tasks.push(this.#task(item, list, tasks.length));
    list.byName = new NameIndex(tasks, (task) => task.name);
    return list;
  }

  #task(node: MappingNode, list: TaskList, index: number): Task {
    const nameNode = asScalar(valueFor(node, 'Name'));
    const actionNode = asScalar(valueFor(node, 'Action'));
    const properties = pairOf(node, 'Properties');
    const task: { -readonly [K in keyof Task]: Task[K] } = {
      kind: 'task',
      name: stringOf(nameNode),
      nameNode,
      action: stringOf(actionNode),
      actionNode,
      node,
      properties,
      outputs: entries<Output>(valueFor(node, 'Outputs'), 'output'),
      loop: readLoop(pairOf(node, 'Loop')),
      list,
      index,
      inner: undefined,
      child: undefined,
    };
    this.allTasks.push(task);
    const action = task.action?.toLowerCase();
    const loopTasks = action === 'acs::loop' ? valueFor(properties?.value, 'LoopTasks') : undefined;
    if (loopTasks) task.inner = this.list(loopTasks, task);
    const content = action === 'acs::template' ? asMapping(valueFor(properties?.value, 'TemplateContent')) : undefined;
    if (content) {
      task.child = readRoot(content, this.#source, task);
      this.#children.push(task.child);
    }
    return task;
  }
}

function readLoop(pair: PairNode | undefined): Loop | undefined {
  if (!pair) return undefined;
  const node = asMapping(pair.value);
  return { pair, node, outputs: entries<Output>(valueFor(node, 'Outputs'), 'output') };
}
