import { asMapping, asScalar, asSequence, keyName, pairOf, stringOf } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, SyntaxTree, ValueNode } from '../syntax/node.ts';
import { Collector } from './collector.ts';
import { languageKeys, meantPair, structuralKeys } from './meantKeys.ts';
import { NameIndex } from './nameIndex.ts';
import type { Condition, Entry, Loop, Output, Parameter, Task, TaskList, Template } from './template.ts';

/** The template that a text holds. Undefined while its root is no mapping. */
export function readTemplate({ root, text }: SyntaxTree): Template | undefined {
  return root?.kind === 'mapping' ? readRoot(root, text, undefined) : undefined;
}

function readRoot(root: MappingNode, source: string, parent: Task | undefined): Template {
  const formatVersion = pairOf(root, 'FormatVersion');
  const kind = /-State$/.test(stringOf(formatVersion?.value) ?? '') ? 'state' : 'template';
  const section = (key: string) => meantPair(root, key, languageKeys.root)?.value;
  const parameters = entries<Parameter>(section('Parameters'), 'parameter');
  const children: Template[] = [];
  const reader = new TaskReader(source, children);
  const tasks = reader.list(section('Tasks'), undefined);
  const template = {
    kind,
    root,
    formatVersion,
    parameters,
    conditions: entries<Condition>(section('Conditions'), 'condition'),
    outputs: entries<Output>(section('Outputs'), 'output'),
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
    const part = (key: string) => meantPair(node, key, languageKeys.task);
    const nameNode = asScalar(part('Name')?.value);
    const actionNode = asScalar(part('Action')?.value);
    const properties = part('Properties');
    const task: { -readonly [K in keyof Task]: Task[K] } = {
      kind: 'task',
      name: stringOf(nameNode),
      nameNode,
      action: stringOf(actionNode),
      actionNode,
      node,
      properties,
      outputs: entries<Output>(part('Outputs')?.value, 'output'),
      loop: readLoop(part('Loop')),
      list,
      index,
      inner: undefined,
      child: undefined,
    };
    this.allTasks.push(task);
    const loopTasks = asSequence(innerPart(task, 'LoopTasks'));
    if (loopTasks) task.inner = this.list(loopTasks, task);
    const content = asMapping(innerPart(task, 'TemplateContent'));
    if (content) {
      task.child = readRoot(content, this.#source, task);
      this.#children.push(task.child);
    }
    return task;
  }
}

/**
 * What stands under a property that holds further tasks. It is looked for under every action, since the action may be
 * missing or misspelt; a slip in the property itself is seen through only where the action tells what was meant.
 */
function innerPart({ action, properties }: Task, key: 'LoopTasks' | 'TemplateContent'): ValueNode | undefined {
  const [name, known] =
    key === 'LoopTasks' ? ['acs::loop', structuralKeys.loop] : (['acs::template', structuralKeys.template] as const);
  return meantPair(properties?.value, key, action?.toLowerCase() === name ? known : [])?.value;
}

function readLoop(pair: PairNode | undefined): Loop | undefined {
  if (!pair) return undefined;
  const node = asMapping(pair.value);
  return { pair, node, outputs: entries<Output>(meantPair(node, 'Outputs', languageKeys.loop)?.value, 'output') };
}
