import type { ActionSpec, JsonSchema } from '../../catalog/catalog.ts';
import { functionNamed } from '../../catalog/functions/functions.ts';
import { keyName } from '../../syntax/navigate.ts';
import type { PairNode, ValueNode } from '../../syntax/node.ts';
import type { Task } from '../../template/template.ts';
import { callIn } from './calls.ts';
import { declaredExpectation, type Expectation, expectationOf, fits } from './expectation.ts';
import type { ValueTypes } from './valueTypes.ts';

/** Where in `Properties` something stands. */
interface PropertyPlace {
  /** Keys and indexes from `Properties` down. */
  readonly path: readonly string[];
  /** The pair that holds it; undefined in lists. */
  readonly pair: PairNode | undefined;
}

/** An expression, or a part of one, whose value surely does not fit the property. */
export interface Misfit extends PropertyPlace {
  readonly node: ValueNode;
  readonly expected: Expectation;
}

/** The expressions in the properties of a task that cannot give what the action takes. */
export function expressionMisfits(task: Task, action: ActionSpec, types: ValueTypes): Misfit[] {
  const node = task.properties?.value;
  if (node?.kind !== 'mapping' || types.isExpression(node)) return [];
  return expressionsIn(node, action.propertiesSchema, { path: [], pair: undefined }, types).flatMap((found) => {
    const expected = expectationAt(action, found.path);
    const leaves = expected ? resultsOf(found.node).filter((leaf) => !fits(types.typeOf(leaf), expected)) : [];
    return expected ? leaves.map((leaf) => ({ ...found, node: leaf, expected })) : [];
  });
}

interface PlacedNode extends PropertyPlace {
  readonly node: ValueNode;
}

/** The expressions at any depth that the schema describes. */
function expressionsIn(node: ValueNode, schema: JsonSchema, place: PropertyPlace, types: ValueTypes): PlacedNode[] {
  if (types.isExpression(node)) return [{ ...place, node }];
  return childrenOf(node).flatMap(({ step, pair, value }) => {
    const part = partOf(schema, step);
    return part ? expressionsIn(value, part, { path: [...place.path, step], pair }, types) : [];
  });
}

interface Child {
  readonly step: string;
  readonly pair: PairNode | undefined;
  readonly value: ValueNode;
}

function childrenOf(node: ValueNode): Child[] {
  if (node.kind === 'sequence') {
    return node.items.map((value, index) => ({ step: String(index), pair: undefined, value }));
  }
  if (node.kind === 'scalar') return [];
  return node.pairs.flatMap((pair) => (pair.value ? [{ step: keyName(pair), pair, value: pair.value }] : []));
}

/** What an expression can give: the branches of Fn::If and the values of a table that Fn::Select reads, else itself. */
function resultsOf(node: ValueNode): ValueNode[] {
  const call = node.kind === 'mapping' ? callIn(node) : undefined;
  const name = call && functionNamed(keyName(call))?.name;
  const given = call?.value?.kind === 'sequence' ? call.value.items : [];
  const [, second] = given;
  if (name === 'Fn::If' && given.length === 3) return given.slice(1).flatMap(resultsOf);
  if (name === 'Fn::Select' && second?.kind === 'mapping' && !callIn(second)) {
    return childrenOf(second).flatMap(({ value }) => resultsOf(value));
  }
  return [node];
}

/** What the action takes at a place; undefined where that is anything. */
export function expectationAt(action: ActionSpec, path: readonly string[]): Expectation | undefined {
  const [name = '', ...deeper] = path;
  const spec = action.properties.get(name);
  if (!action.atomic) return deeper.length === 0 && spec ? declaredExpectation(spec) : undefined;
  let schema: JsonSchema | undefined = action.propertiesSchema;
  for (const step of path) schema = schema && partOf(schema, step);
  return schema && expectationOf(schema);
}

function partOf(schema: JsonSchema, step: string): JsonSchema | undefined {
  const { properties, items } = schema as { properties?: Readonly<Record<string, JsonSchema>>; items?: JsonSchema };
  if (properties && Object.hasOwn(properties, step)) return properties[step];
  return /^\d+$/.test(step) ? items : undefined;
}
