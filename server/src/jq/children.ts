import type { JqNode, Pattern, Step } from './ast.ts';

/** The nodes directly inside a node, in the order of the text. */
export function childrenOf(node: JqNode): JqNode[] {
  switch (node.kind) {
    case 'string':
      return [...node.insertions];
    case 'path':
      return [node.from, ...node.steps.flatMap(inStep)];
    case 'call':
      return [...node.args];
    case 'array':
      return present(node.items);
    case 'object':
      return node.entries.flatMap(({ key, value }) => [key, ...present(value)]);
    case 'pipe':
    case 'comma':
    case 'operation':
      return [...node.operands];
    case 'negation':
    case 'optional':
      return [node.value];
    case 'bind':
      return [node.source, ...node.patterns.flatMap(keysIn), node.body];
    case 'reduce':
    case 'foreach':
      return [node.source, ...node.patterns.flatMap(keysIn), node.initial, node.update, ...present(node.extract)];
    case 'if':
      return [...node.branches.flatMap(({ condition, result }) => [condition, result]), ...present(node.otherwise)];
    case 'try':
      return [node.body, ...present(node.handler)];
    case 'label':
      return [node.body];
    case 'definitions':
      return [...node.definitions.map(({ body }) => body), ...present(node.body)];
    default:
      return [];
  }
}

const present = (node: JqNode | undefined): JqNode[] => (node ? [node] : []);

function inStep(step: Step): JqNode[] {
  if (step.kind === 'index') return [step.index];
  return step.kind === 'slice' ? [...present(step.from), ...present(step.to)] : [];
}

/** The expressions that stand for keys in a pattern, those of inner patterns included. */
export function keysIn(pattern: Pattern): JqNode[] {
  if (pattern.kind === 'variable') return [];
  if (pattern.kind === 'array') return pattern.items.flatMap(keysIn);
  return pattern.entries.flatMap(({ key, pattern: inner }) => [...present(key), ...(inner ? keysIn(inner) : [])]);
}

/** The names that a pattern binds, without `$`. */
export function variablesIn(pattern: Pattern): string[] {
  if (pattern.kind === 'variable') return [pattern.name];
  if (pattern.kind === 'array') return pattern.items.flatMap(variablesIn);
  return pattern.entries.flatMap(({ variable, pattern: inner }) => [
    ...(variable === undefined ? [] : [variable]),
    ...(inner ? variablesIn(inner) : []),
  ]);
}
