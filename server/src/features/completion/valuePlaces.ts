import { asMapping, valueFor } from '../../syntax/navigate.ts';
import { isEvaluated } from '../../template/scope.ts';
import type { Task } from '../../template/template.ts';
import { expectedAt } from './expected.ts';
import { callPlaces, templateShapes } from './keyPlaces.ts';
import { keysOf, type Step } from './location.ts';
import type { CompletionPlace, Construct } from './place.ts';
import { actionOf, callsOperation, operationOf, propertyText, type Scene, scalarsOf, stringsOf } from './scene.ts';
import type { ValueSlot } from './slot.ts';

/** What the value at the cursor may be. */
export function valuePlaces(slot: ValueSlot, scene: Scene): CompletionPlace[] {
  const { task } = scene.location;
  const own = task ? inTask(task, slot, scene) : outsideTasks(slot, scene);
  // Inside quotes there is no room for a structure.
  const calls = slot.quote === undefined ? callPlaces(scene, false) : [];
  return [...own, ...referencePlaces(scene), ...calls];
}

/** `{{ name }}`, wherever the service resolves it. */
function referencePlaces(scene: Scene): CompletionPlace[] {
  const { steps, place, task } = scene.location;
  if (!isEvaluated(place) || isLiteral(steps, scene)) return [];
  if (task && steps[0] === 'Outputs') return [];
  if (task && steps[0] === 'Loop' && steps[1] === 'Outputs') return [];
  if (!task && steps[2] === 'AssociationPropertyMetadata') return [];
  return [{ kind: 'reference', ...expectedAt(scene) }];
}

/** Names of tasks must be written out. */
const isLiteral = (steps: readonly Step[], { location: { task }, catalog }: Scene): boolean => {
  const [part, ...rest] = keysOf(steps);
  const [first] = rest;
  if (part !== 'Properties' || first === undefined || !task) return false;
  const action = actionOf(task, catalog);
  return action?.properties.get(first)?.literal === true || rest.at(-1) === 'NextTask';
};

function inTask(task: Task, slot: ValueSlot, scene: Scene): CompletionPlace[] {
  const { steps } = scene.location;
  const [part, first, second] = steps;
  if (steps.length === 1) {
    if (part === 'Action') return [{ kind: 'actionName' }];
    if (part === 'OnError' || part === 'OnSuccess') return [{ kind: 'jumpTarget', task }];
    if (part === 'When') return [{ kind: 'conditionName' }];
  }
  if (part === 'Properties') return inProperties(task, steps.slice(1), slot, scene);
  if (part === 'Loop' && first === 'Outputs' && steps[3] === 'AggregateField')
    return [{ kind: 'aggregateField', task }];
  return second === 'ValueSelector' ? [] : templateValues(scene);
}

function templateValues(scene: Scene): CompletionPlace[] {
  return [{ kind: 'templateValue', shapes: templateShapes(scene) }];
}

function inProperties(task: Task, steps: readonly Step[], slot: ValueSlot, scene: Scene): CompletionPlace[] {
  const action = actionOf(task, scene.catalog);
  const path = keysOf(steps);
  const [first, ...rest] = path;
  const item = typeof steps.at(-1) === 'number';
  const call = functionArgument(steps);
  if (call) return [call];
  if (!action || first === undefined) return [];
  const special = specialProperty(task, action.name, path, scene);
  if (special) return special;
  if (callsOperation(action)) {
    const operation = operationOf(task, scene.catalog);
    if (first === 'Parameters' && rest.length > 0) {
      return operation ? [{ kind: 'requestValue', operation, path: rest, item }] : [];
    }
    if (item && /Values$/.test(first)) {
      return [{ kind: 'desiredValue', selector: propertyText(task, 'PropertySelector') ?? '', operation }];
    }
  }
  const siblings = scalarsOf(slot.mapping ?? asMapping(task.properties?.value));
  return [{ kind: 'actionPropertyValue', action, path, siblings, item }];
}

function specialProperty(
  task: Task,
  action: string,
  path: readonly string[],
  scene: Scene,
): CompletionPlace[] | undefined {
  const name = path.join('.');
  switch (action) {
    case 'ACS::ExecuteAPI':
    case 'ACS::WaitFor':
    case 'ACS::CheckFor':
      if (name === 'Service') return [{ kind: 'service', api: propertyText(task, 'API') }];
      if (name === 'API') return [{ kind: 'operation', service: propertyText(task, 'Service') ?? '' }];
      return name === 'PropertySelector' ? [] : undefined;
    case 'ACS::Choice':
      if (path.at(-1) === 'NextTask' || name === 'DefaultTask') return [{ kind: 'jumpTarget', task }];
      return path.at(-1) === 'When' ? [{ kind: 'conditionName' }] : choiceItem(name, scene);
    case 'ACS::Template':
      if (name === 'TemplateName') return [{ kind: 'templateName' }];
      if (path[0] !== 'Parameters' || path[1] === undefined) return undefined;
      return path.length === 2 ? [{ kind: 'templateParameterValue', task, name: path[1] }] : [];
    case 'ACS::Loop':
      return name === 'LoopTasks' ? [construct('task', scene)] : undefined;
    default:
      return undefined;
  }
}

const choiceItem = (name: string, scene: Scene): CompletionPlace[] | undefined =>
  name === 'Choices' ? [construct('choice', scene)] : undefined;

/** Where a list is wanted and none is begun, the construct comes with its dash. */
function construct(of: Construct, { location: { steps } }: Scene): CompletionPlace {
  return { kind: 'construct', of, list: typeof steps.at(-1) !== 'number' };
}

/** The value of an argument that says how a function works. */
function functionArgument(steps: readonly Step[]): CompletionPlace | undefined {
  const [name, index] = steps.slice(-2);
  if (typeof name !== 'string' || !name.startsWith('Fn::') || typeof index !== 'number') return undefined;
  return { kind: 'functionArgument', name, index };
}

function outsideTasks(slot: ValueSlot, scene: Scene): CompletionPlace[] {
  const { steps, place, template } = scene.location;
  const [section, , part] = steps;
  const parameter = place.entry?.kind === 'parameter' ? place.entry : undefined;
  if (section === 'Parameters' && parameter) {
    if (part === 'AssociationProperty') return [{ kind: 'association', parameter }];
    if (part === 'AssociationPropertyMetadata') return inMetadata(steps);
    if (part === 'Default') return [{ kind: 'defaultValue', parameter }];
  }
  if (section === 'RamRole') return [{ kind: 'ramRole' }];
  if (section === 'Tasks' && steps.length <= 2) return [construct('task', scene)];
  if (section === 'Conditions') return [functionArgument(steps) ?? { kind: 'conditionName' }];
  if (section === 'Outputs' && part === 'Value') {
    const call = functionArgument(steps);
    return call ? [call] : [];
  }
  if (section === 'Metadata' && steps.at(-2) === 'Parameters') {
    return [{ kind: 'groupParameter', present: groupedParameters(template.root) }];
  }
  if (steps.length === 0 && slot.role === 'value') return [construct('template', scene)];
  return templateValues(scene);
}

function inMetadata(steps: readonly Step[]): CompletionPlace[] {
  const key = steps[3];
  if (typeof key !== 'string') return [];
  return [functionArgument(steps) ? { kind: 'consoleReference' } : { kind: 'associationMetadataValue', key }];
}

function groupedParameters(root: Parameters<typeof valueFor>[0]): string[] {
  const groups = valueFor(valueFor(valueFor(root, 'Metadata'), 'ALIYUN::OOS::Interface'), 'ParameterGroups');
  const items = groups?.kind === 'sequence' ? groups.items : [];
  return items.flatMap((group) => stringsOf(valueFor(group, 'Parameters')));
}
