import type { ActionSpec } from '../../catalog/catalog.ts';
import { asMapping } from '../../syntax/navigate.ts';
import type { Task } from '../../template/template.ts';
import { keysOf, type Step } from './location.ts';
import type { CompletionPlace, Construct } from './place.ts';
import { namesRegion } from './regions.ts';
import { actionOf, callsOperation, operationOf, propertyText, type Scene, scalarsOf } from './scene.ts';
import type { ValueSlot } from './slot.ts';

/** A value in the properties of a task. */
interface PropertyValue {
  readonly task: Task;
  readonly action: ActionSpec;
  /** The keys from `Properties` down. */
  readonly path: readonly string[];
  /** It is an item of the list that stands there. */
  readonly item: boolean;
  readonly slot: ValueSlot;
  readonly scene: Scene;
}

/** What a value in the properties of a task may be, references and calls aside. `steps`: from `Properties` down. */
export function propertyPlaces(
  task: Task,
  steps: readonly Step[],
  slot: ValueSlot,
  scene: Scene,
): readonly CompletionPlace[] {
  const argument = functionArgument(steps);
  if (argument) return [argument];
  const action = actionOf(task, scene.catalog);
  const path = keysOf(steps);
  if (!action || path.length === 0) return [];
  const value: PropertyValue = { task, action, path, item: typeof steps.at(-1) === 'number', slot, scene };
  const special = callsOperation(action) ? inCall(value) : specialActions[action.name]?.(value);
  if (special) return special;
  const siblings = scalarsOf(slot.mapping ?? asMapping(task.properties?.value));
  return [{ kind: 'actionPropertyValue', action, path, siblings, item: value.item }];
}

/** A property of ExecuteAPI, WaitFor or CheckFor that depends on the operation. */
function inCall({ task, path, item, scene: { catalog } }: PropertyValue): CompletionPlace[] | undefined {
  const [first = '', ...rest] = path;
  if (rest.length > 0) {
    if (first !== 'Parameters') return undefined;
    const operation = operationOf(task, catalog);
    if (operation) return [{ kind: 'requestValue', operation, path: rest, item }];
    return rest.length === 1 && namesRegion(rest[0] ?? '') ? [{ kind: 'region' }] : [];
  }
  switch (first) {
    case 'Service':
      return [{ kind: 'service', api: propertyText(task, 'API') }];
    case 'API':
      return [{ kind: 'operation', service: propertyText(task, 'Service') }];
    case 'Method':
    case 'URI': {
      const operation = operationOf(task, catalog);
      return operation?.style === 'ROA' ? [{ kind: 'requestAddress', operation, part: first }] : undefined;
    }
    case 'DesiredValues':
    case 'NotDesiredValues':
    case 'StopRetryValues': {
      const selector = propertyText(task, 'PropertySelector') ?? '';
      return item ? [{ kind: 'desiredValue', selector, operation: operationOf(task, catalog) }] : undefined;
    }
    default:
      return undefined;
  }
}

const specialActions: Readonly<Record<string, (value: PropertyValue) => CompletionPlace[] | undefined>> = {
  'ACS::Choice': inChoice,
  'ACS::Template': inTemplate,
  'ACS::Loop': ({ path, item }) => (path.join() === 'LoopTasks' ? [construct('task', item)] : undefined),
};

function inChoice({ task, path, item }: PropertyValue): CompletionPlace[] | undefined {
  switch (path.join('.')) {
    case 'DefaultTask':
    case 'Choices.NextTask':
      return [{ kind: 'jumpTarget', task }];
    case 'Choices.When':
      return [{ kind: 'conditionName' }];
    case 'Choices':
      return [construct('choice', item)];
    default:
      return undefined;
  }
}

function inTemplate({ task, path }: PropertyValue): CompletionPlace[] | undefined {
  const [first, name, ...deeper] = path;
  if (first === 'TemplateName') return [{ kind: 'templateName' }];
  if (first !== 'Parameters' || name === undefined) return undefined;
  return deeper.length === 0 ? [{ kind: 'templateParameterValue', task, name }] : [];
}

/** Where a list is wanted and none is begun, the construct comes with its dash. */
export const construct = (of: Construct, item: boolean): CompletionPlace => ({ kind: 'construct', of, list: !item });

/** An argument of a function; some say how it works, and some may be the name of a condition. */
export function functionArgument(steps: readonly Step[]): CompletionPlace | undefined {
  const last = steps.at(-1);
  const name = typeof last === 'number' ? steps.at(-2) : last;
  if (typeof name !== 'string' || !name.startsWith('Fn::')) return undefined;
  return { kind: 'functionArgument', name, index: typeof last === 'number' ? last : 0 };
}
