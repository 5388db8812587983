import { toData, valueFor } from '../syntax/navigate.ts';
import { isSecret } from '../template/isSecret.ts';
import type { Task, Template } from '../template/template.ts';
import { booleanFrom } from './convert.ts';
import { expressionsIn } from './evaluate.ts';
import { asJson, isList, isMap, type Json, type JsonMap, member } from './json.ts';
import { isLoopItem } from './places.ts';
import type { Run, TaskExecution } from './run.ts';
import { MASK } from './secrets.ts';

/*
 * `true` and `false` are everywhere, so a secret one cannot be looked for in what a run has done. It is hidden where the template
 * says that it comes from: where a reference to the parameter, or a function of one, gave a truth value.
 */

/** The names of parameters whose values nobody may be shown, in lower case. */
export type SecretNames = ReadonlySet<string>;

/** Those with NoEcho, and those that got a value with one of the names in `outer`. `given` is what the template around wrote. */
export function secretNames({ parameters }: Template, given?: Json, outer: SecretNames = new Set()): SecretNames {
  const own = parameters.all.filter(isSecret).map(({ name }) => name);
  const passed = isMap(given) ? Object.keys(given).filter((name) => mentions(given[name] ?? null, outer)) : [];
  return new Set([...own, ...passed].map((name) => name.toLowerCase()));
}

/** The properties of a task without secret truth values. `names`: those of the run. */
export function withoutSecretTruths(run: Run, template: Template, task: TaskExecution, names: SecretNames): JsonMap {
  const place = placeOf(run, { template, names }, task);
  const shown = place ? hidden(task.properties, writtenProperties(place.task), place.names) : task.properties;
  return isMap(shown) ? shown : {};
}

/** The same for the outputs of the template. */
export function outputsWithoutSecretTruths({ outputs }: Run, template: Template, names: SecretNames): JsonMap {
  const entries = Object.entries(outputs).map(([name, value]): [string, Json] => {
    const written = asJson(toData(valueFor(template.outputs.get(name)?.attributes, 'Value')));
    return [name, hidden(value, written, names)];
  });
  return Object.fromEntries(entries);
}

/** What the template of a run writes as the parameters of a task that runs another template. */
export function writtenParameters(run: Run, template: Template, task: TaskExecution): Json {
  const place = placeOf(run, { template, names: new Set() }, task);
  return place ? parametersOf(place.task) : null;
}

interface Root {
  readonly template: Template;
  readonly names: SecretNames;
}

/** What the template says about a task, and the names that mean something secret there. Flows that are over are gone. */
function placeOf(run: Run, root: Root, task: TaskExecution): { task: Task; names: SecretNames } | undefined {
  const parent = task.parentId === undefined ? undefined : run.tasks.find(({ id }) => id === task.parentId);
  const around = parent && placeOf(run, root, parent);
  if (isLoopItem(task) && around) return around;
  const { child, inner } = around?.task ?? {};
  const list = around ? (child?.tasks ?? inner) : root.template.tasks;
  const names = child && around ? secretNames(child, parametersOf(around.task), around.names) : around?.names;
  const found = list?.tasks[task.index];
  return found && { task: found, names: names ?? root.names };
}

const writtenProperties = ({ properties }: Task): Json => asJson(toData(properties?.value));

const parametersOf = (task: Task): Json => member(writtenProperties(task), 'Parameters') ?? null;

function hidden(value: Json, written: Json, names: SecretNames): Json {
  if (typeof written === 'string' || isCall(written)) return mentions(written, names) ? withoutTruths(value) : value;
  if (isList(written) && isList(value)) return value.map((it, at) => hidden(it, written[at] ?? null, names));
  if (!isMap(written) || !isMap(value)) return value;
  const entries = Object.entries(value).map(([key, it]) => [key, hidden(it, member(written, key) ?? null, names)]);
  return Object.fromEntries(entries);
}

function withoutTruths(value: Json): Json {
  if (isList(value)) return value.map(withoutTruths);
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, withoutTruths(it)]));
  return value !== null && booleanFrom(value) !== undefined ? MASK : value;
}

function mentions(written: Json, names: SecretNames): boolean {
  if (typeof written === 'string')
    return expressionsIn(written).some(
      ({ body }) => body.kind === 'parameter' && names.has(body.name.text.toLowerCase()),
    );
  if (typeof written !== 'object' || written === null) return false;
  return Object.values(written).some((it: Json) => mentions(it, names));
}

const isCall = (written: Json): boolean => isMap(written) && Object.keys(written).some((key) => key.startsWith('Fn::'));
