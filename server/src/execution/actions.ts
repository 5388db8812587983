import type { Task } from '../template/template.ts';
import { evaluateCondition } from './evaluate.ts';
import { Fault, unsupported } from './fault.ts';
import { isList, isMap, type Json, type JsonMap } from './json.ts';
import { beginRounds, beginTaskLoop, isOverTask } from './loops.ts';
import type { Machine } from './machine.ts';
import { readParameters } from './parameters.ts';
import { taskScope } from './places.ts';
import { evaluateProperties, mapProperty, textProperty } from './properties.ts';
import type { TaskExecution } from './run.ts';
import type { Scope } from './scope.ts';
import { readSleep } from './sleep.ts';

/** A task whose properties are evaluated. */
interface Doing {
  readonly machine: Machine;
  readonly task: TaskExecution;
  readonly definition: Task;
  readonly scope: Scope;
  readonly properties: JsonMap;
}

/** What the atomic actions do, by name in lower case. Each asks the host for something, waits, or ends the task. */
const actions: ReadonlyMap<string, (doing: Doing) => void> = new Map(
  Object.entries({
    'acs::executeapi': call,
    'acs::waitfor': call,
    'acs::checkfor': call,
    'acs::executehttprequest': httpRequest,
    'acs::selecttargets': act,
    'acs::gitcoderepo': act,
    'acs::timertrigger': trigger,
    'acs::alarmtrigger': trigger,
    'acs::eventtrigger': trigger,
    'acs::choice': choose,
    'acs::approve': ({ machine, task }) => machine.wait(task.id, 'approval', 'It waits to be approved.'),
    'acs::pause': ({ machine, task }) => machine.wait(task.id, 'pause', 'It waits until a person lets it go on.'),
    'acs::notify': notify,
    'acs::sleep': sleep,
    'acs::loop': ({ machine, task, definition }) => beginRounds(machine, task, definition),
    'acs::template': template,
  }),
);

const PRODUCT_ACTION = /^acs::[^:]+::[^:]+$/i;

/** Does what a task says. Throws a Fault where it cannot be done, which fails the task. */
export function perform(machine: Machine, task: TaskExecution, definition: Task): void {
  if (isOverTask(task, definition)) {
    beginTaskLoop(machine, task, definition);
    return;
  }
  const scope = taskScope(machine, task);
  const properties = { ...evaluateProperties(definition, scope), ...task.given };
  machine.setTask(task.id, { status: 'Running', properties });
  const action = actions.get(task.action.toLowerCase()) ?? (PRODUCT_ACTION.test(task.action) ? act : undefined);
  if (!action) throw unsupported(`the action '${task.action}'`);
  action({ machine, task, definition, scope, properties });
}

function succeed(machine: Machine, { id }: TaskExecution, jump?: string): void {
  machine.enqueue({ do: 'finish', task: id, outcome: { status: 'Success', answer: undefined, jump } });
}

/** Calls the operation that the properties name; WaitFor does it again and again. */
export function callOperation(machine: Machine, { id }: TaskExecution, properties: JsonMap): void {
  const { Method, URI, Headers, Body } = properties;
  const more = Object.entries({ Method, URI, Headers, Body }).filter((it): it is [string, Json] => it[1] !== undefined);
  machine.request(id, {
    kind: 'call',
    service: textProperty(properties, 'Service'),
    api: textProperty(properties, 'API'),
    parameters: mapProperty(properties, 'Parameters'),
    more: Object.fromEntries(more),
  });
}

function call({ machine, task, properties }: Doing): void {
  callOperation(machine, task, properties);
}

function act({ machine, task, properties }: Doing): void {
  machine.request(task.id, { kind: 'action', action: task.action, properties });
}

function httpRequest(doing: Doing): void {
  for (const key of ['CheckFor', 'WaitFor']) {
    if (doing.properties[key] !== undefined) throw unsupported(`${key} in ACS::ExecuteHttpRequest`);
  }
  act(doing);
}

function trigger({ machine, task }: Doing): void {
  if (machine.flow(task.flow).owner !== undefined) {
    throw new Fault('A trigger stands only in the outermost template.');
  }
  machine.wait(task.id, 'trigger', 'It waits for its trigger to fire.');
}

/** The first choice whose condition holds; those behind it are not looked at. */
function choose({ machine, task, properties, scope }: Doing): void {
  const { Choices = [], DefaultTask } = properties;
  if (!isList(Choices)) throw new Fault('The property Choices is no list.');
  const chosen = Choices.filter(isMap).find(({ When = null }) => evaluateCondition(When, scope));
  const target = chosen ? chosen.NextTask : DefaultTask;
  if (typeof target !== 'string') throw new Fault(`${chosen ? 'NextTask' : 'DefaultTask'} is no name of a task.`);
  machine.log(task.id, `The task ${task.name} chose ${target}.`);
  succeed(machine, task, target);
}

function notify({ machine, task, properties }: Doing): void {
  machine.log(
    task.id,
    `The task ${task.name} would notify by ${textProperty(properties, 'NotifyType')}; nothing is sent.`,
  );
  succeed(machine, task);
}

function sleep({ machine, task, properties }: Doing): void {
  const { milliseconds, until } = readSleep(properties);
  const seconds = (milliseconds ?? 0) / 1000;
  const message =
    until === undefined ? `It sleeps for ${seconds} second${seconds === 1 ? '' : 's'}.` : `It sleeps until ${until}.`;
  machine.setTask(task.id, { statusMessage: message });
  machine.log(task.id, `The task ${task.name} is waiting. ${message}`);
  machine.request(task.id, { kind: 'wait', milliseconds, until });
}

/** An inline template is run here, as a list of tasks with names of its own; a named one is the host's. */
function template(doing: Doing): void {
  const { machine, task, definition, properties } = doing;
  if (properties.TemplateContent === undefined) {
    textProperty(properties, 'TemplateName');
    act(doing);
    return;
  }
  if (!definition.child) throw unsupported('a TemplateContent that is not written out as a map');
  if (definition.child.kind === 'state') throw unsupported('a template of kind OOS-2019-06-01-State');
  const given = mapProperty(properties, 'Parameters');
  const { values, problems } = readParameters(definition.child, given, machine.run.environment, machine.secrets);
  if (problems.length > 0) throw new Fault(problems.join(' '));
  const flow = machine.addFlow({ owner: task.id, parameters: values });
  machine.enqueue({ do: 'go', flow, index: 0 });
}
