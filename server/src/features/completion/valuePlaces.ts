import { functionNamed } from '../../catalog/functions/functions.ts';
import { valueFor } from '../../syntax/navigate.ts';
import { isEvaluated } from '../../template/scope.ts';
import type { Parameter, Task } from '../../template/template.ts';
import { expectedAt } from './expected.ts';
import { callPlaces, innerKeyPlaces, isLiteral, templateShapes } from './keyPlaces.ts';
import { rateControlSteps, type Step } from './location.ts';
import type { CompletionPlace } from './place.ts';
import { construct, functionArgument, propertyPlaces } from './propertyPlaces.ts';
import { type Scene, stringsOf } from './scene.ts';
import type { ValueSlot } from './slot.ts';

/** What the value at the cursor may be. */
export function valuePlaces(slot: ValueSlot, scene: Scene): readonly CompletionPlace[] {
  const { task, steps } = scene.location;
  if (isBeyondArguments(steps)) return [];
  const own = task ? inTask(task, slot, scene) : outsideTasks(scene);
  const references = referencePlaces(scene, own);
  // Inside quotes there is no room for a structure.
  if (slot.quote !== undefined) return [...own, ...references];
  if (isItemOfConstructs(own)) return own;
  const keys = slot.pair ? innerKeyPlaces(scene) : [];
  return [...keys, ...own, ...references, ...callPlaces(scene, false)];
}

/** The function has all the arguments that it can take. */
function isBeyondArguments(steps: readonly Step[]): boolean {
  const [name, index] = steps.slice(-2);
  if (typeof index !== 'number' || typeof name !== 'string' || !name.startsWith('Fn::')) return false;
  return index >= (functionNamed(name)?.most ?? Number.POSITIVE_INFINITY);
}

/** A task, a choice: always a map that is written out. */
const isItemOfConstructs = (own: readonly CompletionPlace[]): boolean =>
  own.some((it) => it.kind === 'construct' && !it.list);

/** `{{ name }}`, wherever the service resolves it. */
function referencePlaces(scene: Scene, own: readonly CompletionPlace[]): CompletionPlace[] {
  const { steps, place, task } = scene.location;
  const [first, second, third] = steps;
  if (!isEvaluated(place) || isLiteral(scene)) return [];
  if (isItemOfConstructs(own)) return [];
  if (task && first === 'Outputs') return gathersRounds(task) && third === 'ValueSelector' ? [reference(scene)] : [];
  if (task && first === 'Loop' && second === 'Outputs') return [];
  if (task && first === 'Properties' && steps.length === 1) return [];
  if (!task && third === 'AssociationPropertyMetadata') return [];
  const rare = own.some(({ kind }) => writtenOut.has(kind));
  return [reference(scene, rare)];
}

/** Where something else than a reference is mostly meant. */
const writtenOut: ReadonlySet<CompletionPlace['kind']> = new Set(['service', 'operation', 'templateName', 'construct']);

const reference = (scene: Scene, rare = false): CompletionPlace => ({ kind: 'reference', ...expectedAt(scene), rare });

/** An ACS::Loop gives what its inner tasks give, by reference. */
const gathersRounds = ({ action }: Task): boolean => action?.toLowerCase() === 'acs::loop';

function inTask(task: Task, slot: ValueSlot, scene: Scene): readonly CompletionPlace[] {
  const { steps } = scene.location;
  const [part, ...rest] = steps;
  switch (part) {
    case 'Name':
      return [{ kind: 'newTask' }];
    case 'Action':
      return [{ kind: 'actionName' }];
    case 'OnError':
    case 'OnSuccess':
      return [{ kind: 'jumpTarget', task }];
    case 'When':
      return rest.length === 0 ? [{ kind: 'conditionName' }] : argument(steps);
    case 'Properties':
      return propertyPlaces(task, rest, slot, scene);
    case 'Loop':
      return rest[2] === 'AggregateField' ? [{ kind: 'aggregateField', task }] : [...argument(steps), ...listed(scene)];
    default:
      return listed(scene);
  }
}

const listed = (scene: Scene): CompletionPlace[] => [{ kind: 'templateValue', shapes: templateShapes(scene) }];

function argument(steps: readonly Step[]): CompletionPlace[] {
  const place = functionArgument(steps);
  return place ? [place] : [];
}

function outsideTasks(scene: Scene): readonly CompletionPlace[] {
  const { steps, place, template } = scene.location;
  const [section] = steps;
  switch (section) {
    case undefined:
      return [construct('template', true)];
    case 'Parameters':
      return place.entry?.kind === 'parameter' ? inParameter(place.entry, scene) : [];
    case 'RamRole':
      return [{ kind: 'ramRole' }];
    case 'Tasks':
      return steps.length <= 2 ? [construct('task', steps.length === 2)] : [];
    case 'Conditions':
      return [...argument(steps), { kind: 'conditionName' }];
    case 'Outputs':
      return [...argument(steps), ...listed(scene)];
    case 'Metadata':
      return steps.at(-2) === 'Parameters'
        ? [{ kind: 'groupParameter', present: groupedParameters(valueFor(template.root, section)) }]
        : [];
    default:
      return listed(scene);
  }
}

function inParameter(parameter: Parameter, scene: Scene): readonly CompletionPlace[] {
  const { steps } = scene.location;
  const [, , part, key] = steps;
  switch (part) {
    case 'AssociationProperty':
      return [{ kind: 'association', parameter }];
    case 'AssociationPropertyMetadata':
      if (typeof key !== 'string') return [];
      return [functionArgument(steps) ? { kind: 'consoleReference' } : { kind: 'associationMetadataValue', key }];
    case 'Default':
      if (rateControlSteps(scene.location) && key !== undefined) return listed(scene);
      return steps.length === 3 || typeof key === 'number' ? [{ kind: 'defaultValue', parameter }] : [];
    default:
      return listed(scene);
  }
}

function groupedParameters(metadata: Parameters<typeof valueFor>[0]): string[] {
  const groups = valueFor(valueFor(metadata, 'ALIYUN::OOS::Interface'), 'ParameterGroups');
  const items = groups?.kind === 'sequence' ? groups.items : [];
  return items.flatMap((group) => stringsOf(valueFor(group, 'Parameters')));
}
