import { descendants, keyName, pairOf } from '../../server/src/syntax/navigate.ts';
import type { MappingNode, PairNode, ScalarNode, TextRange, ValueNode } from '../../server/src/syntax/node.ts';
import type { Parameter, Task, Template, Use } from '../../server/src/template/template.ts';
import type { Base } from './bases.ts';

/** A pair and the mapping that it stands in. */
export interface PairAt {
  readonly mapping: MappingNode;
  readonly pair: PairNode;
}

/** The template of a base and the inline templates in it. */
export function templates({ template }: Base): Template[] {
  const withChildren = (it: Template): Template[] => [it, ...it.children.flatMap(withChildren)];
  return withChildren(template);
}

export const tasks = (base: Base): Task[] => templates(base).flatMap(({ allTasks }) => allTasks);
export const parameters = (base: Base): Parameter[] => templates(base).flatMap((it) => it.parameters.all);
export const uses = (base: Base): Use[] => templates(base).flatMap((it) => it.uses);

export const isAction = (task: Task, ...names: readonly string[]): boolean =>
  names.some((name) => task.action?.toLowerCase() === `acs::${name.toLowerCase()}`);

export const tasksOf = (base: Base, ...actions: readonly string[]): Task[] =>
  tasks(base).filter((task) => isAction(task, ...actions));

/** The mapping `Properties` of a task. */
export function propertiesOf({ properties }: Task): MappingNode | undefined {
  return properties?.value?.kind === 'mapping' ? properties.value : undefined;
}

/** The pairs of a mapping, or those of some names. */
export function pairsOf(node: ValueNode | undefined, ...names: readonly string[]): PairAt[] {
  if (node?.kind !== 'mapping') return [];
  return node.pairs
    .filter((pair) => names.length === 0 || names.includes(keyName(pair)))
    .map((pair) => ({ mapping: node, pair }));
}

/** The value under a chain of keys. */
export function valueAt(node: ValueNode | undefined, ...keys: readonly string[]): ValueNode | undefined {
  return keys.reduce<ValueNode | undefined>((at, key) => pairOf(at, key)?.value, node);
}

export function scalarAt(node: ValueNode | undefined, ...keys: readonly string[]): ScalarNode | undefined {
  const value = valueAt(node, ...keys);
  return value?.kind === 'scalar' ? value : undefined;
}

export const itemsOf = (node: ValueNode | undefined): readonly ValueNode[] =>
  node?.kind === 'sequence' ? node.items : [];

/** True for a scalar that says its value without an expression in it. */
export const isLiteral = (node: ValueNode | undefined): node is ScalarNode =>
  node?.kind === 'scalar' && node.value !== null && !String(node.value).includes('{{');

/** True for a text without a line break, quotes or escapes in it, so that offsets in it are those of the file. */
export function isSimple(base: Base, node: ValueNode | undefined): node is ScalarNode & { readonly value: string } {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return false;
  const written = base.document.text.slice(node.range.start, node.range.end);
  return node.value !== '' && written.replace(/^(['"])(.*)\1$/s, '$2') === node.value;
}

/** Where a parameter of a template is used: the names in expressions, metadata and groups. */
export function usesOf(template: Template, parameter: Parameter): TextRange[] {
  const wanted = parameter.name.toLowerCase();
  const named = template.uses.flatMap(({ expression: { body } }) => (body.kind === 'parameter' ? body.name : []));
  return [
    ...named.filter(({ text }) => text.toLowerCase() === wanted).map(({ range }) => range),
    ...template.metadataUses.filter((it) => it.parameter === parameter).map(({ range }) => range),
    ...template.groupUses.filter(({ name }) => name.toLowerCase() === wanted).map(({ node }) => node.range),
  ];
}

/** Where a task of a template is named: in expressions and as target of a jump. */
export function usesOfTask(template: Template, name: string): TextRange[] {
  const wanted = name.toLowerCase();
  const named = template.uses.flatMap(({ expression: { body } }) => (body.kind === 'task' ? body.name : []));
  const targets = template.jumps.flatMap(({ node }) =>
    node.kind === 'scalar' && String(node.value).toLowerCase() === wanted ? node : [],
  );
  return [
    ...named.filter(({ text }) => text.toLowerCase() === wanted).map(({ range }) => range),
    ...targets.map(({ range }) => range),
  ];
}

/** Every mapping of a base, inline templates included. */
export function mappings(base: Base): MappingNode[] {
  return [...descendants(base.document.tree.root)].filter((it) => it.kind === 'mapping');
}
