import type { TextRange } from '../syntax/node.ts';
import type { JqNode, Step } from './ast.ts';

/** One step of a path that goes through names and lists only. `range` is that of the name, or of the brackets. */
export type PlainStep = { readonly range: TextRange } & (
  | { readonly kind: 'field'; readonly name: string }
  /** `each`: all of them, not one. */
  | { readonly kind: 'item'; readonly each: boolean }
);

/** The steps of a program that does nothing but walk: `.a.b[].c`, also with pipes. Undefined: it does more. */
export function plainSteps(node: JqNode): readonly PlainStep[] | undefined {
  if (node.kind === 'identity') return [];
  if (node.kind === 'pipe') return joined(node.operands.map(plainSteps));
  return node.kind === 'path' ? joined([plainSteps(node.from), ...node.steps.map(stepsOf)]) : undefined;
}

function joined(parts: readonly (readonly PlainStep[] | undefined)[]): readonly PlainStep[] | undefined {
  return parts.some((it) => it === undefined) ? undefined : parts.flatMap((it) => it ?? []);
}

function stepsOf(step: Step): readonly PlainStep[] | undefined {
  switch (step.kind) {
    case 'field':
      return [{ kind: 'field', name: step.name, range: step.nameRange }];
    case 'each':
      return [{ kind: 'item', each: true, range: step.range }];
    case 'slice':
      return [];
    case 'index':
      return indexSteps(step.index, step.range);
  }
}

function indexSteps(index: JqNode, range: TextRange): readonly PlainStep[] | undefined {
  if (index.kind === 'string' && index.value !== undefined) {
    return [{ kind: 'field', name: index.value, range: index.range }];
  }
  const number = index.kind === 'negation' ? index.value : index;
  return number.kind === 'literal' && typeof number.value === 'number'
    ? [{ kind: 'item', each: false, range }]
    : undefined;
}
