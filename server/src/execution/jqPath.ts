import type { JqNode, Step } from '../jq/ast.ts';
import { faultsOf, readSelector } from '../jq/selector.ts';
import { Fault, unsupported } from './fault.ts';
import { isList, isMap, type Json } from './json.ts';

interface Selection {
  readonly results: readonly Json[];
  /** It goes through all elements of something, so that a list is what it means. */
  readonly iterates: boolean;
}

/**
 * What a selector finds in a document. Paths with fields, indexes, slices, `[]` and `?`, and pipes of them; anything else is a
 * Fault. As in jq, a field of null is null; other than in jq, `[]` of null is nothing, since an answer without a fixture is
 * `{}` and templates expect empty lists rather than none.
 */
export function select(selector: string, input: Json): Selection {
  const { program } = readSelector(selector);
  if (faultsOf(program).length > 0) throw new Fault('The selector is not valid jq.');
  if (program.tooDeep) throw unsupported('a jq selector nested this deeply');
  return { results: resultsOf(program.root, input), iterates: iterates(program.root) };
}

function resultsOf(node: JqNode, input: Json): readonly Json[] {
  switch (node.kind) {
    case 'identity':
      return [input];
    case 'path':
      return node.steps.reduce((values, step) => values.flatMap((it) => along(step, it)), resultsOf(node.from, input));
    case 'pipe':
      return node.operands.reduce<readonly Json[]>(
        (values, operand) => values.flatMap((it) => resultsOf(operand, it)),
        [input],
      );
    default:
      throw unsupported(constructOf(node));
  }
}

function iterates(node: JqNode): boolean {
  if (node.kind === 'pipe') return node.operands.some(iterates);
  return node.kind === 'path' && (iterates(node.from) || node.steps.some(({ kind }) => kind === 'each'));
}

function along(step: Step, value: Json): readonly Json[] {
  const found = follow(step, value);
  if (found) return found;
  if (step.optional) return [];
  throw new Fault(`The selector cannot read ${shownStep(step)} of ${kindOf(value)}.`);
}

/** Undefined: the value has no such part. */
function follow(step: Step, value: Json): readonly Json[] | undefined {
  switch (step.kind) {
    case 'field':
      return byKey(step.name, value);
    case 'index':
      return byIndex(literalOf(step.index), value);
    case 'slice':
      return bySlice(numberOf(step.from), numberOf(step.to), value);
    case 'each':
      if (value === null) return [];
      if (isList(value)) return value;
      return isMap(value) ? Object.values(value) : undefined;
  }
}

function byKey(key: string, value: Json): readonly Json[] | undefined {
  if (value === null) return [null];
  return isMap(value) ? [Object.hasOwn(value, key) ? (value[key] ?? null) : null] : undefined;
}

function byIndex(index: string | number, value: Json): readonly Json[] | undefined {
  if (typeof index === 'string') return byKey(index, value);
  if (value === null) return [null];
  return isList(value) ? [value.at(Math.floor(index)) ?? null] : undefined;
}

function bySlice(from: number | undefined, to: number | undefined, value: Json): readonly Json[] | undefined {
  if (value === null) return [null];
  if (typeof value === 'string') return [value.slice(from, to)];
  return isList(value) ? [value.slice(from, to)] : undefined;
}

function literalOf(node: JqNode): string | number {
  if (node.kind === 'string' && node.value !== undefined && node.format === undefined) return node.value;
  if (node.kind === 'literal' && typeof node.value === 'number') return node.value;
  if (node.kind === 'negation') return -numberIn(node.value);
  throw unsupported('a jq index that is computed');
}

const numberOf = (node: JqNode | undefined): number | undefined => (node ? numberIn(node) : undefined);

function numberIn(node: JqNode): number {
  const value = literalOf(node);
  if (typeof value === 'number') return value;
  throw new Fault('The selector counts with a text.');
}

function shownStep(step: Step): string {
  if (step.kind === 'field') return `the field '${step.name}'`;
  return { index: 'an element', slice: 'a slice', each: 'the elements' }[step.kind];
}

function kindOf(value: Json): string {
  if (isList(value)) return 'a list';
  if (isMap(value)) return 'a map';
  return { string: 'a text', number: 'a number', boolean: 'a truth value' }[typeof value as string] ?? 'null';
}

const constructNames: Partial<Record<JqNode['kind'], string>> = {
  recurse: "the jq operator '..'",
  literal: 'a jq literal',
  string: 'a jq string',
  array: 'building a list in jq',
  object: 'building an object in jq',
  comma: "the jq operator ','",
  negation: "the jq operator '-'",
  optional: "the jq operator '?' behind an expression",
  bind: "the jq keyword 'as'",
  label: "the jq keyword 'label'",
  definitions: "the jq keyword 'def'",
};

function constructOf(node: JqNode): string {
  switch (node.kind) {
    case 'call':
      return `the jq function '${node.name}'`;
    case 'operation':
      return `the jq operator '${node.operators[0]?.text ?? ''}'`;
    case 'variable':
      return `the jq variable '$${node.name}'`;
    case 'format':
      return `the jq format '@${node.name}'`;
    default:
      return constructNames[node.kind] ?? `the jq keyword '${node.kind}'`;
  }
}
