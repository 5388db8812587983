import type { Execution } from '../../../../server/src/cloud/api/answers.ts';
import type { OosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import { failureText } from '../../failure.ts';
import { notationOfFormat } from '../../notation.ts';
import { findTask, type TemplateFacts } from '../../run/templateFacts.ts';
import type { Toolkit } from '../../toolkit.ts';
import { namedIn, type TaskPlan, writtenLines } from './waitDetails.ts';
import { waitId } from './waitText.ts';

/** Finds out what high-risk tasks are going to do, from the templates that their executions run. */
export class TaskPlans {
  readonly #toolkit: Toolkit;
  readonly #known = new Map<string, Promise<TaskPlan | undefined>>();

  constructor(toolkit: Toolkit) {
    this.#toolkit = toolkit;
  }

  /** Undefined where nobody asks about a risk, and where the template cannot be had. Asks once for each wait. */
  of(api: OosApi, wait: Wait): Promise<TaskPlan | undefined> {
    const name = wait.tasks[0]?.TaskName;
    if (wait.kind !== 'risk' || name === undefined) return Promise.resolve(undefined);
    const id = waitId(wait);
    const known = this.#known.get(id) ?? this.#find(api, wait.execution, name, id);
    this.#known.set(id, known);
    return known;
  }

  async #find(api: OosApi, execution: Execution, name: string, id: string): Promise<TaskPlan | undefined> {
    try {
      const { Template, Content: text = '' } = await api.getExecutionTemplate({ ExecutionId: execution.ExecutionId });
      const format = notationOfFormat(Template.TemplateFormat);
      const client = await this.#toolkit.server();
      const start = { values: execution.Parameters };
      const facts = await client.sendRequest<TemplateFacts | null>('oos/template', { text, format, start });
      return facts ? planOf(facts, text, name, execution.Parameters) : undefined;
    } catch (error) {
      this.#toolkit.log.info(`GetExecutionTemplate: ${failureText(error)}`);
      // The next one who asks may be luckier.
      this.#known.delete(id);
      return undefined;
    }
  }
}

function planOf(facts: TemplateFacts, text: string, name: string, parameters: unknown): TaskPlan {
  const isMeant = (it: string | undefined): boolean => it?.toLowerCase() === name.toLowerCase();
  const risk = facts.riskyTasks.find(({ path }) => isMeant(path.at(-1)));
  const { start, end } = findTask(facts.tasks, name)?.range ?? {};
  const last = end && (end.character > 0 ? end.line + 1 : end.line);
  const written = start ? writtenLines(text, start.line, last ?? start.line) : '';
  return {
    call: risk ? `${risk.service} ${risk.api}` : '',
    words: risk?.words ?? [],
    written,
    values: namedIn(written, parameters),
  };
}
