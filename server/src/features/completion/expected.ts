import { declaredExpectation, type Expectation, expectationOf, takes } from '../../analysis/types/expectation.ts';
import type { ActionSpec } from '../../catalog/catalog.ts';
import { functionNamed } from '../../catalog/functions/functions.ts';
import type { ApiParameter, ApiType } from '../../catalog/openApi/openApi.ts';
import type { Task } from '../../template/template.ts';
import { keysOf, type Step } from './location.ts';
import { propertyPart } from './propertySchema.ts';
import { requestParameter } from './requestProposals.ts';
import { actionOf, callsOperation, operationOf, runTemplateParameters, type Scene } from './scene.ts';

export interface Expected {
  /** Undefined: anything, or not known. */
  readonly expected: Expectation | undefined;
  /** The checks look at it: a value that surely is of another kind is rejected. */
  readonly strict: boolean;
  /** The name of what the value is given to. */
  readonly hint: string | undefined;
}

/** What kind of value is wanted where the cursor is. */
export function expectedAt(scene: Scene): Expected {
  const { task, steps, place } = scene.location;
  const names = keysOf(steps);
  const hint = hintOf(names, task !== undefined);
  const argument = argumentAt(steps);
  if (argument !== undefined) return { expected: argument ?? undefined, hint, strict: true };
  const isItem = typeof steps.at(-1) === 'number';
  const [first, second] = names;
  const strict =
    task !== undefined && (first === 'Loop' || first === 'When' || (first === 'Properties' && second !== 'Parameters'));
  const expected = (kinds: Expectation | undefined): Expected => ({ expected: kinds, hint, strict });
  if (task) return expected(isItem ? itemOf(task, names, scene) : inTask(task, names, scene));
  if (first === 'RamRole') return expected(takes('String'));
  const type = place.entry?.attributes?.pairs.find(({ key }) => key.value === 'Type')?.value;
  const isTyped = (first === 'Outputs' || first === 'Parameters') && !isItem && second !== undefined;
  return expected(isTyped && type?.kind === 'scalar' ? typeNamed(String(type.value)) : undefined);
}

/** Parameters and outputs have names of their own; elsewhere the key says what the value is for. */
function hintOf(names: readonly string[], inTask: boolean): string | undefined {
  const [section, name] = names;
  const isNamed = section === 'Outputs' || (section === 'Parameters' && !inTask);
  return isNamed ? name : names.findLast((it) => !it.startsWith('Fn::'));
}

/** What the innermost function takes there. Null: anything; undefined: it is no argument. */
function argumentAt(steps: readonly Step[]): Expectation | null | undefined {
  const at = steps.findLastIndex((step) => typeof step === 'string' && step.startsWith('Fn::'));
  if (at < 0) return undefined;
  const spec = functionNamed(String(steps[at]));
  const index = steps[at + 1] ?? 0;
  if (!spec || typeof index !== 'number' || steps.length > at + 2) return null;
  const argument = spec.arguments[index] ?? spec.arguments.at(-1);
  return typeNamed(argument?.type ?? 'Any') ?? null;
}

function inTask(task: Task, [part, first, ...rest]: readonly string[], scene: Scene): Expectation | undefined {
  if (part === 'When') return takes('Boolean');
  if (part === 'Loop') return inLoop(first);
  const action = actionOf(task, scene.catalog);
  return part === 'Properties' && action && first !== undefined
    ? ofProperty(task, action, [first, ...rest], scene)
    : undefined;
}

function ofProperty(
  task: Task,
  action: ActionSpec,
  path: readonly [string, ...string[]],
  scene: Scene,
): Expectation | undefined {
  const [first, ...rest] = path;
  const [name] = rest;
  if (first === 'Parameters' && name !== undefined) {
    if (callsOperation(action)) return ofRequest(task, rest, scene);
    const parameter = runTemplateParameters(task, scene)?.find((it) => it.name === name);
    if (action.name === 'ACS::Template') return parameter && typeNamed(parameter.type);
  }
  if (action.name === 'ACS::Choice' && rest.at(-1) === 'When') return takes('Boolean');
  const known = rest.length === 0 && !action.atomic ? action.properties.get(first) : undefined;
  if (known) return declaredExpectation(known);
  const schema = propertyPart(action, path)?.schema;
  return schema && expectationOf(schema);
}

function inLoop(key: string | undefined): Expectation | undefined {
  switch (key) {
    case 'Items':
      return takes('List');
    case 'RateControl':
      return takes('Map');
    case 'Concurrency':
    case 'MaxErrors':
      return takes('Number', 'String');
    default:
      return undefined;
  }
}

/** An item of a list of a request has a type of its own; of other lists nothing is known. */
function itemOf(task: Task, [part, first, ...rest]: readonly string[], scene: Scene): Expectation | undefined {
  if (part !== 'Properties' || first !== 'Parameters') return undefined;
  const operation = operationOf(task, scene.catalog);
  const parameter = operation && requestParameter(operation, rest);
  return parameter?.itemType && ofApiType(parameter.itemType);
}

function ofRequest(task: Task, path: readonly string[], { catalog }: Scene): Expectation | undefined {
  const operation = operationOf(task, catalog);
  const parameter: ApiParameter | undefined = operation && requestParameter(operation, path);
  return parameter && ofApiType(parameter.type);
}

function ofApiType(type: ApiType): Expectation | undefined {
  switch (type) {
    case 'string':
      return takes('String');
    case 'integer':
    case 'number':
      return takes('Number');
    case 'boolean':
      return takes('Boolean');
    case 'array':
      return takes('List');
    case 'object':
    case 'map':
      return takes('Map');
    default:
      return undefined;
  }
}

function typeNamed(type: string): Expectation | undefined {
  switch (type) {
    case 'String':
    case 'Number':
    case 'Boolean':
    case 'List':
      return takes(type);
    case 'Array':
      return takes('List');
    case 'Json':
    case 'Object':
      return takes('Map', 'List');
    default:
      return undefined;
  }
}
