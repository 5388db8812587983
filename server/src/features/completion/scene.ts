import type { ActionSpec, Catalog } from '../../catalog/catalog.ts';
import type { ApiOperation } from '../../catalog/openApi/openApi.ts';
import { asSequence, keyName, stringOf, valueFor } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';
import type { Task, TaskList, Template } from '../../template/template.ts';
import type { InsertionContext } from './insertionContext.ts';
import type { Location } from './location.ts';

/** A template that ACS::Template may run. */
export interface KnownTemplate {
  readonly name: string;
  readonly parameters: readonly KnownParameter[];
  /** Its outputs with their types. Not there: not known. */
  readonly outputs?: ReadonlyMap<string, string>;
}

interface KnownParameter {
  readonly name: string;
  readonly type: string;
  /** It has no default. */
  readonly required: boolean;
  readonly allowedValues?: readonly unknown[] | undefined;
}

/** What providers look at besides their place. */
export interface Scene {
  readonly catalog: Catalog;
  /** Where the cursor is. */
  readonly location: Location;
  /** Templates in the folders of the user. */
  readonly templates: readonly KnownTemplate[];
  readonly insertion: InsertionContext;
  /** The names that expressions of the text hold, in lower case, with how often. */
  readonly used: ReadonlyMap<string, number>;
  /** The template of the text as it stands, with everything in it. Read when it is first asked for. */
  readonly whole: Template | undefined;
}

/** The specification of what a task does. */
export const actionOf = ({ action }: Task, catalog: Catalog): ActionSpec | undefined =>
  action === undefined ? undefined : catalog.action(action);

const apiActions = new Set(['ACS::ExecuteAPI', 'ACS::WaitFor', 'ACS::CheckFor']);

/** An action that calls an operation which its properties name. */
export const callsOperation = ({ name }: ActionSpec): boolean => apiActions.has(name);

/** The text of a property that is written out. */
export function propertyText({ properties }: Task, name: string): string | undefined {
  const text = stringOf(valueFor(properties?.value, name));
  return text?.includes('{{') ? undefined : text;
}

/** The operation that a task calls. */
export function operationOf(task: Task, catalog: Catalog): ApiOperation | undefined {
  const service = propertyText(task, 'Service');
  const api = propertyText(task, 'API');
  return service === undefined || api === undefined ? undefined : catalog.openApi.service(service)?.operation(api);
}

/** Whether a trigger may stand in the place `index` of a list of tasks: first of all in a template that no other holds. */
export function takesTrigger(template: Template, { owner, tasks }: TaskList, index: number, catalog: Catalog): boolean {
  if (index !== 0 || owner !== undefined || template.parent !== undefined) return false;
  return tasks.every((it) => it.index === 0 || actionOf(it, catalog)?.trigger !== true);
}

/** The tasks that a jump of a task may lead to. */
export const tasksBehind = (task: Task): readonly string[] => namesOf(task.list.tasks.slice(task.index + 1));

const namesOf = (tasks: readonly Task[]): string[] => tasks.flatMap(({ name }) => name ?? []);

export function insertionContext({ template, task, steps }: Location): InsertionContext {
  if (task) {
    const around = insertionContextAt(template, task.list.tasks, task.index, task.index + 1);
    const [part, name, index = Number.POSITIVE_INFINITY, ...deeper] = steps;
    if (part !== 'Properties' || name !== 'LoopTasks' || deeper.length > 0) return around;
    // A jump does not leave the loop.
    const inner = template.allTasks.filter(({ list }) => list.owner === task);
    return { ...around, jumpTargets: namesOf(inner.filter((it) => it.index >= Number(index))) };
  }
  // In the place of the whole list: behind what is there.
  const tasks = steps.join() === 'Tasks' ? template.tasks.tasks : [];
  return insertionContextAt(template, tasks, tasks.length);
}

/** For a task that stands in the place `index` of a list, and is followed by the one in the place `next`. */
export function insertionContextAt(
  template: Template,
  tasks: readonly Task[],
  index: number,
  next = index,
): InsertionContext {
  return {
    parameters: template.parameters.names(),
    jumpTargets: namesOf(tasks.slice(next)),
    lists: tasks
      .slice(0, index)
      .reverse()
      .flatMap((it) => listOutputs(it).map((output) => `${it.name}.${output}`)),
  };
}

function listOutputs({ name, outputs, loop }: Task): string[] {
  if (name === undefined) return [];
  if (loop) return loop.outputs.all.map((it) => it.name);
  return outputs.all.filter((it) => stringOf(valueFor(it.attributes, 'Type')) === 'List').map((it) => it.name);
}

/** The parameters of the template that a task of ACS::Template runs. Undefined: that template is not known. */
export function runTemplateParameters(
  task: Task,
  { catalog, templates }: Pick<Scene, 'catalog' | 'templates'>,
): readonly KnownParameter[] | undefined {
  if (task.child) return declaredParameters(task.child);
  const name = propertyText(task, 'TemplateName');
  if (name === undefined) return undefined;
  const known = templates.find((it) => it.name === name);
  if (known) return known.parameters;
  const spec = catalog.action(name);
  return spec?.atomic === false
    ? [...spec.properties.values()].map((it) => ({ ...it, type: it.types[0] ?? 'String' }))
    : undefined;
}

/** The outputs of the template that a task of ACS::Template runs, with their types. Undefined: not known. */
export function runTemplateOutputs(
  task: Task,
  templates: readonly KnownTemplate[],
): ReadonlyMap<string, string> | undefined {
  if (task.child) return declaredOutputs(task.child);
  const name = propertyText(task, 'TemplateName');
  return name === undefined ? undefined : templates.find((it) => it.name === name)?.outputs;
}

/** What others that run a template have to know of it. */
export const knownTemplate = (name: string, template: Template): KnownTemplate => ({
  name,
  parameters: declaredParameters(template),
  outputs: declaredOutputs(template),
});

const declaredOutputs = ({ outputs }: Template): ReadonlyMap<string, string> =>
  new Map(outputs.all.map(({ name, attributes }) => [name, stringOf(valueFor(attributes, 'Type')) ?? 'String']));

/** The parameters that a template declares. */
function declaredParameters({ parameters }: Template): KnownParameter[] {
  return parameters.all.map(({ name, attributes }) => ({
    name,
    type: stringOf(valueFor(attributes, 'Type')) ?? 'String',
    required: valueFor(attributes, 'Default') === undefined,
    allowedValues: scalarValuesOf(valueFor(attributes, 'AllowedValues')),
  }));
}

/** The scalars of a mapping, by key. */
export function scalarsOf(node: ValueNode | undefined): ReadonlyMap<string, string> {
  const pairs = node?.kind === 'mapping' ? node.pairs : [];
  return new Map(
    pairs.flatMap((pair) => {
      const text = stringOf(pair.value);
      return text === undefined ? [] : [[keyName(pair), text] as const];
    }),
  );
}

function scalarValuesOf(node: ValueNode | undefined): unknown[] | undefined {
  return asSequence(node)?.items.flatMap((item) => (item.kind === 'scalar' ? [item.value] : []));
}

/** The strings of a list. */
export const stringsOf = (node: ValueNode | undefined): string[] =>
  (asSequence(node)?.items ?? []).flatMap((item) => stringOf(item) ?? []);
