import type { ApiOperation } from '../../catalog/openApi/openApi.ts';
import { keyName } from '../../syntax/navigate.ts';
import type { Task } from '../../template/template.ts';
import { expectedAt } from './expected.ts';
import { keysOf, type Location, rateControlSteps, type Step } from './location.ts';
import type { CompletionPlace, TemplatePart } from './place.ts';
import { propertyPart } from './propertySchema.ts';
import { requestParameter } from './requestProposals.ts';
import { actionOf, callsOperation, operationOf, type Scene } from './scene.ts';
import { type Shape, shapesAt, shapesOf } from './schemaShapes.ts';
import type { KeySlot } from './slot.ts';

/** What the key at the cursor may be. */
export function keyPlaces(slot: KeySlot, scene: Scene): readonly CompletionPlace[] {
  const present = slot.mapping.pairs.filter((it) => it !== slot.pair).map(keyName);
  const places = namedKeys(scene, present);
  return present.length === 0 && !slot.hasColon ? [...places, ...callPlaces(scene, true)] : places;
}

/** The keys of a map that is wanted in the place of a value. */
export function innerKeyPlaces(scene: Scene): readonly CompletionPlace[] {
  return namedKeys(scene, []).filter((it) => it.kind !== 'templateKey' || it.shapes[0]?.schema.type === 'object');
}

const namedKeys = (scene: Scene, present: readonly string[]): CompletionPlace[] =>
  scene.location.task ? inTask(scene.location.task, scene, present) : outsideTasks(scene, present);

function inTask(task: Task, scene: Scene, present: readonly string[]): CompletionPlace[] {
  const { location } = scene;
  const [part, ...rest] = location.steps;
  if (part === 'Properties') return inProperties(task, rest, scene, present);
  const keys = templateKeys(scene, present);
  const loops = !present.includes('Loop') && actionOf(task, scene.catalog)?.mayLoop !== false;
  if (location.steps.length === 0) return loops ? [...keys, construct('taskPart')] : keys;
  if (part === 'Loop' && rest.length === 1 && rest[0] === 'Outputs') return [construct('loopOutput')];
  return part === 'Outputs' && rest.length === 0 ? [construct('taskOutput')] : keys;
}

function inProperties(task: Task, steps: readonly Step[], scene: Scene, present: readonly string[]): CompletionPlace[] {
  const action = actionOf(task, scene.catalog);
  const path = keysOf(steps);
  if (!action || path.some((it) => it.startsWith('Fn::'))) return [];
  const isItem = typeof steps.at(-1) === 'number';
  const [first, ...rest] = path;
  if (first === 'Parameters' && callsOperation(action))
    return inRequest(operationOf(task, scene.catalog), rest, isItem, present);
  if (first === 'Parameters' && action.name === 'ACS::Template') {
    return rest.length === 0 ? [{ kind: 'templateParameter', task, present }] : [];
  }
  const isList = !isItem && propertyPart(action, path)?.types.includes('List');
  return isList ? [] : [{ kind: 'actionProperty', action, path, present }];
}

function inRequest(
  operation: ApiOperation | undefined,
  path: readonly string[],
  isItem: boolean,
  present: readonly string[],
): CompletionPlace[] {
  if (!operation) return path.length === 0 ? [{ kind: 'unknownRequest', present }] : [];
  const isList = !isItem && requestParameter(operation, path)?.type === 'array';
  return isList ? [] : [{ kind: 'requestParameter', operation, path, present }];
}

function outsideTasks(scene: Scene, present: readonly string[]): CompletionPlace[] {
  const { steps, place } = scene.location;
  const parameter = place.entry?.kind === 'parameter' ? place.entry : undefined;
  if (steps.length === 1) {
    if (steps[0] === 'Parameters') return [{ kind: 'newParameter' }, construct('parameter')];
    if (steps[0] === 'Outputs') return [construct('templateOutput')];
    if (steps[0] === 'Conditions') return [construct('condition')];
  }
  if (parameter && steps[2] === 'AssociationPropertyMetadata') {
    return steps.length === 3 ? [{ kind: 'associationMetadata', parameter, present }] : [];
  }
  return templateKeys(scene, present);
}

const construct = (of: (CompletionPlace & { kind: 'construct' })['of']): CompletionPlace => ({
  kind: 'construct',
  of,
  list: false,
});

/** The shapes of a template that the schema allows where the cursor is. */
export function templateShapes({ catalog, location }: Scene): readonly Shape[] {
  const root = catalog.templateSchema;
  const whole = shapesOf(root, root);
  const control = rateControlSteps(location);
  if (control) return shapesAt(whole, ['Tasks', 0, 'Loop', 'RateControl', ...control]);
  const task = location.task ? shapesAt(whole, ['Tasks', 0]) : whole;
  return shapesAt(task, location.steps);
}

function templateKeys(scene: Scene, present: readonly string[]): CompletionPlace[] {
  return [{ kind: 'templateKey', shapes: templateShapes(scene), present, part: partOf(scene.location) }];
}

function partOf(location: Location): TemplatePart {
  const { task, steps } = location;
  const [first = ''] = steps;
  const control = rateControlSteps(location);
  if (control) return control.length === 0 ? 'rateControl' : 'other';
  return parts[`${task ? 'task' : 'root'} ${first} ${steps.length}`] ?? 'other';
}

/** By what is around, the first key and the number of steps. */
const parts: Readonly<Record<string, TemplatePart>> = {
  'root  0': 'root',
  'root Parameters 2': 'parameter',
  'root Outputs 2': 'output',
  'task  0': 'task',
  'task Outputs 2': 'output',
  'task Loop 1': 'loop',
};

/** Names of tasks must be written out. */
export function isLiteral({ location: { task, steps }, catalog }: Scene): boolean {
  const [part, ...rest] = keysOf(steps);
  const [first] = rest;
  if (part !== 'Properties' || first === undefined || !task) return false;
  const property = actionOf(task, catalog)?.properties.get(first);
  return property?.literal === true || rest.at(-1) === 'NextTask';
}

/** Calls of functions, where one may stand. `asPair`: as the key and its arguments. */
export function callPlaces(scene: Scene, asPair: boolean): CompletionPlace[] {
  const { steps, task } = scene.location;
  if (isLiteral(scene) || !(task ? mayCallInTask(steps) : mayCallOutside(steps))) return [];
  const logical = !task && (steps[0] === 'Parameters' || (steps[0] === 'Conditions' && steps.length === 2));
  // A dash may stand in front of a text as well.
  const alone = asPair && typeof steps.at(-1) !== 'number';
  return [{ kind: 'functionCall', expected: expectedAt(scene).expected, logical, asPair, alone }];
}

function mayCallInTask([part, first, second, ...deeper]: readonly Step[]): boolean {
  switch (part) {
    case 'When':
      return true;
    case 'Properties':
      // A choice is always a map that is written out.
      return first !== undefined && !(first === 'Choices' && second !== undefined && deeper.length === 0);
    case 'Loop':
      return first !== undefined && first !== 'Outputs';
    case 'Outputs':
      return second === 'ValueSelector' && deeper.length === 0;
    default:
      return false;
  }
}

function mayCallOutside([section, name, part, ...deeper]: readonly Step[]): boolean {
  if (section === 'Conditions') return name !== undefined;
  if (section === 'Parameters') return part === 'AssociationPropertyMetadata' && deeper.includes('Condition');
  return section === 'Outputs' && part === 'Value';
}
