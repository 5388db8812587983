import type { Execution } from '../../cloud/api/answers.ts';
import type { OosApi } from '../../cloud/api/oosApi.ts';
import type { Wait } from '../../cloud/execution/waits.ts';
import { OosError } from '../../cloud/oosError.ts';
import type { CallOptions } from '../../cloud/transport.ts';
import { toData } from '../../syntax/navigate.ts';
import { TemplateDocument } from '../../template/document.ts';
import { isSecret } from '../../template/isSecret.ts';
import { notationOf } from '../../template/recognise.ts';
import type { Task, Template } from '../../template/template.ts';

/** In characters: whoever approves sees what is meant, and not pages of it. */
const LONGEST_LINE = 300;

/**
 * What the waiting task is going to do, a line each; none where nothing is known. Of a risky task that has not begun the service
 * need not know the properties, as with each item of a loop: then they are shown as the template has them, which is one call more.
 */
export async function waitDetails(wait: Wait, api: OosApi, options: CallOptions = {}): Promise<readonly string[]> {
  const { kind, tasks } = wait;
  if (kind !== 'approval' && kind !== 'risk' && kind !== 'failure') return [];
  const properties = tasks[0]?.Properties;
  const text = JSON.stringify(properties ?? {});
  if (text !== '{}') return [shortened(text)];
  return kind === 'risk' ? plan(wait, api, options) : [];
}

async function plan({ execution, tasks: [task] }: Wait, api: OosApi, options: CallOptions): Promise<readonly string[]> {
  try {
    const { ExecutionId } = execution;
    const { Content = '' } = await api.getExecutionTemplate({ ExecutionId }, options);
    const { template } = new TemplateDocument(Content, notationOf(undefined, undefined, Content));
    const found = template && taskIn(template, (task?.TaskName ?? '').toLowerCase());
    return found ? [...writtenLines(found.task), ...valueLines(found, execution)].map(shortened) : [];
  } catch (error) {
    // Who may approve need not be allowed to read the template, and can approve all the same.
    if (error instanceof OosError) return [];
    throw error;
  }
}

interface Found {
  readonly template: Template;
  readonly task: Task;
}

/** Also in the templates that are written out inside. */
function taskIn(template: Template, name: string): Found | undefined {
  const task = template.allTasks.find((it) => it.name?.toLowerCase() === name);
  if (task) return { template, task };
  return template.children.map((it) => taskIn(it, name)).find((it) => it !== undefined);
}

function writtenLines({ properties, loop }: Task): string[] {
  const written = JSON.stringify(toData(properties?.value) ?? {});
  return loop ? [written, `Loop: ${JSON.stringify(toData(loop.pair.value))}`] : [written];
}

/** The parameters that the task names. Those of a template inside are not the ones of the execution. */
function valueLines({ template, task }: Found, { Parameters }: Execution): string[] {
  if (template.parent || typeof Parameters !== 'object' || Parameters === null) return [];
  const inTask = template.uses.filter(({ place }) => place.task === task);
  const named = new Set(
    inTask.flatMap(({ expression: { body } }) => (body.kind === 'parameter' ? body.name.text.toLowerCase() : [])),
  );
  const secret = new Set(template.parameters.all.filter(isSecret).map(({ name }) => name.toLowerCase()));
  return Object.entries(Parameters)
    .filter(([name]) => named.has(name.toLowerCase()))
    .map(([name, value]) => `${name} = ${secret.has(name.toLowerCase()) ? '******' : JSON.stringify(value)}`);
}

const shortened = (text: string): string => (text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}...` : text);
