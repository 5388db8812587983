import { keyName, stringOf, valueFor } from '../../syntax/navigate.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { Place, Task, Template } from '../../template/template.ts';

/** The name of a key, or the index of an item. */
export type Step = string | number;

/** Where a node stands, in the words of the template. */
export interface Location {
  /** The innermost template around it. */
  readonly template: Template;
  /** The innermost task around it, or the one that it is. */
  readonly task: Task | undefined;
  /** The way down to it, from the task, or from the root of the template where it is in none. */
  readonly steps: readonly Step[];
  /** Where it stands, for the scope of names. */
  readonly place: Place;
}

/**
 * `path`: the nodes from the root of the text down to the one in question. `inside`: it is about what the last node has in
 * it; else about what may stand in its place.
 */
export function locate(root: Template, path: readonly SyntaxNode[], inside: boolean): Location {
  let template = root;
  let task: Task | undefined;
  let steps: Step[] = [];
  path.forEach((node, index) => {
    const next = path[index + 1];
    if (node.kind === 'mapping' && (inside || next)) {
      const child = template.children.find((it) => it.root === node);
      const found = template.allTasks.find((it) => it.node === node);
      if (child || found) steps = [];
      template = child ?? template;
      task = child || found ? found : task;
    } else steps.push(...stepOf(node, next));
  });
  return { template, task, steps, place: placeOf(template, task, steps) };
}

function stepOf(node: SyntaxNode, next: SyntaxNode | undefined): Step[] {
  if (node.kind === 'pair') return [keyName(node)];
  return node.kind === 'sequence' && next && next.kind !== 'pair' ? [node.items.indexOf(next)] : [];
}

function placeOf(template: Template, task: Task | undefined, steps: readonly Step[]): Place {
  const [first, second, third] = steps.map((step) => (typeof step === 'string' ? step : undefined));
  if (task) return { section: 'Tasks', task, part: first, entry: undefined };
  return { section: first, task: undefined, part: third, entry: entryOf(template, first, second) };
}

function entryOf(template: Template, section: string | undefined, name: string | undefined): Place['entry'] {
  if (name === undefined) return undefined;
  switch (section) {
    case 'Parameters':
      return template.parameters.get(name);
    case 'Outputs':
      return template.outputs.get(name);
    case 'Conditions':
      return template.conditions.get(name);
    default:
      return undefined;
  }
}

/** The way down from a rate control: that of a loop, or the default of a parameter for one. Undefined: it is in none. */
export function rateControlSteps({ task, steps, place }: Location): readonly Step[] | undefined {
  const [first, second, third] = steps;
  if (task) return first === 'Loop' && second === 'RateControl' ? steps.slice(2) : undefined;
  if (place.entry?.kind !== 'parameter' || third !== 'Default') return undefined;
  const widget = stringOf(valueFor(place.entry.attributes, 'AssociationProperty'));
  return widget === 'RateControl' ? steps.slice(3) : undefined;
}

/** The keys of a way down, without the indexes of lists. */
export const keysOf = (steps: readonly Step[]): string[] => steps.filter((step) => typeof step === 'string');
