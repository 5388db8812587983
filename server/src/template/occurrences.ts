import { asMapping, asScalar, asSequence, contains, keyName, pairOf, stringOf } from '../syntax/navigate.ts';
import type { ScalarNode, SyntaxNode, TextRange, ValueNode } from '../syntax/node.ts';
import { contentRange, scalarText } from '../syntax/scalarText.ts';
import type { TemplateDocument } from './document.ts';
import type { NameIndex } from './nameIndex.ts';
import { findTask } from './scope.ts';
import type { Call, Entry, Jump, Task, Template, Use } from './template.ts';

/** Some declarations, of whatever kind. */
type Names = Pick<NameIndex<unknown>, 'has'>;

/** A place where a name stands. Two places mean the same thing when `names` and `key` are the same. */
export interface Occurrence {
  /** The name without quotes or braces. */
  readonly range: TextRange;
  /** The whole declaration, where this is the name of one. */
  readonly declares: SyntaxNode | undefined;
  /** The declarations among which the name is looked up. */
  readonly names: Names;
  /** The name as OOS compares it. */
  readonly key: string;
}

export interface SameName {
  readonly at: Occurrence;
  /** Every occurrence of what `at` names, in the order of the text. It includes `at`. */
  readonly all: readonly Occurrence[];
}

/** All occurrences of the name at an offset; the offset may also stand directly behind the name. */
export function sameNameAt({ template, text }: TemplateDocument, offset: number): SameName | undefined {
  if (!template) return undefined;
  const occurrences = allOccurrences(template, text);
  const touching = occurrences.filter(({ range }) => contains(range, offset));
  const at = touching.find(({ range }) => offset < range.end) ?? touching[0];
  if (!at) return undefined;
  const all = occurrences.filter(({ names, key }) => names === at.names && key === at.key);
  return { at, all: all.sort((a, b) => a.range.start - b.range.start) };
}

/** Every place where a name stands, in a template and in the inline templates in it, in no particular order. */
export const allOccurrences = (template: Template, source: string): readonly Occurrence[] =>
  new Occurrences(source).collect(template);

/** Functions whose operands are conditions. */
const logic = /^Fn::(?:And|Or|Not|If)$/i;

/** Collects the declarations and uses of a template and of the inline templates in it. */
class Occurrences {
  readonly #found: Occurrence[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  collect(template: Template): Occurrence[] {
    for (const names of [template.parameters, template.conditions, template.outputs]) this.#declareEntries(names);
    for (const task of template.allTasks) this.#task(task);
    for (const use of template.uses) this.#use(template, use);
    for (const { name, range } of template.metadataUses) this.#add(range, name, template.parameters);
    for (const { name, node } of template.groupUses) this.#addScalar(node, name, template.parameters);
    for (const { name, node } of template.conditionUses) this.#addScalar(node, name, template.conditions);
    for (const jump of template.jumps) this.#jump(jump);
    for (const call of template.calls) this.#operands(call, template);
    for (const child of template.children) this.collect(child);
    return this.#found;
  }

  #add(range: TextRange, name: string, names: Names, declares?: SyntaxNode): void {
    if (range.start < range.end) this.#found.push({ range, declares, names, key: name.toLowerCase() });
  }

  #addScalar(node: ScalarNode, name: string, names: Names, declares?: SyntaxNode): void {
    this.#add(contentRange(this.#text, node), name, names, declares);
  }

  #declareEntries(names: Names & { readonly all: readonly Entry[] }): void {
    for (const { name, pair } of names.all) this.#addScalar(pair.key, name, names, pair);
  }

  #task(task: Task): void {
    const { name, nameNode, node, list, outputs, loop, child } = task;
    if (name !== undefined && nameNode) this.#addScalar(nameNode, name, list.byName, node);
    this.#declareEntries(outputs);
    if (loop) {
      this.#declareEntries(loop.outputs);
      for (const { attributes } of loop.outputs.all) {
        this.#addName(pairOf(attributes, 'AggregateField')?.value, outputs);
      }
    }
    if (child) this.#child(task, child);
  }

  /** Around an inline template its parameters are keys, and its outputs are what selectors read. */
  #child({ properties, outputs }: Task, child: Template): void {
    for (const pair of asMapping(pairOf(properties?.value, 'Parameters')?.value)?.pairs ?? []) {
      const name = keyName(pair);
      if (child.parameters.has(name)) this.#addScalar(pair.key, name, child.parameters);
    }
    for (const { attributes } of outputs.all) {
      const selector = asScalar(pairOf(attributes, 'ValueSelector')?.value);
      if (!selector) continue;
      const { text, rangeOf } = scalarText(this.#text, selector);
      const name = /^\s*\.?([A-Za-z0-9_-]+)/.exec(text);
      if (!name?.[1] || !child.outputs.has(name[1])) continue;
      this.#add(rangeOf(name[0].length - name[1].length, name[0].length), name[1], child.outputs);
    }
  }

  #use(template: Template, { expression: { body }, place }: Use): void {
    if (body.kind === 'parameter') {
      const { text, range } = body.name;
      const isCondition = !template.parameters.has(text) && template.conditions.has(text);
      this.#add(range, text, isCondition ? template.conditions : template.parameters);
    } else if (body.kind === 'task') {
      const task = findTask(template, body.name.text, place)?.task;
      this.#add(body.name.range, body.name.text, (task ?? place.task)?.list.byName ?? template.tasks.byName);
      if (task && body.simple) this.#add(body.path.range, body.path.text, outputsRead(task, body.path.text));
    }
  }

  #jump({ node, task }: Jump): void {
    const name = stringOf(node);
    if (name === undefined || /^ACS::|\{\{/i.test(name)) return;
    this.#addName(node, task.list.byName);
  }

  /** OOS does not say how a condition names another, so a string that equals the name of one is taken for it. */
  #operands({ pair: { key, value } }: Call, { conditions }: Template): void {
    const name = String(key.value);
    if (!logic.test(name)) return;
    const operands = asSequence(value)?.items ?? (value ? [value] : []);
    for (const operand of /If$/i.test(name) ? operands.slice(0, 1) : operands) {
      if (conditions.has(stringOf(operand) ?? '')) this.#addName(operand, conditions);
    }
  }

  #addName(node: ValueNode | undefined, names: Names): void {
    const name = stringOf(node);
    if (node?.kind === 'scalar' && name !== undefined) this.#addScalar(node, name, names);
  }
}

/** Where `task.name` is looked up: among the outputs of the loop, unless only the task itself declares the name. */
function outputsRead(task: Task, name: string): Names {
  if (!task.loop) return task.outputs;
  return !task.loop.outputs.has(name) && task.outputs.has(name) ? task.outputs : task.loop.outputs;
}
