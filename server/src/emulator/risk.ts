import type { Catalog } from '../catalog/catalog.ts';
import { asListed, riskyTasks } from '../risk/riskyTasks.ts';
import type { Template } from '../template/template.ts';
import { documentOf } from './content.ts';
import { findTemplate } from './findTemplate.ts';
import type { Handler } from './house.ts';
import { latest } from './templateAnswers.ts';

/** The paths of the tasks that wait for a confirmation before they run, each as JSON. */
export function riskyPaths(template: Template, catalog: Catalog): ReadonlySet<string> {
  const waiting = riskyTasks(template, { catalog, mode: 'strict' }).filter((it) => it.documented && !it.overridden);
  return new Set(waiting.map(({ taskPath }) => JSON.stringify(taskPath)));
}

export const listExecutionRiskyTasks: Handler = (call) => {
  const name = call.parameters.given('TemplateName');
  const { template } = documentOf(latest(findTemplate(call, name)).content);
  const tasks = template ? riskyTasks(template, { catalog: call.catalog, rootName: name, mode: 'strict' }) : [];
  return { RiskyTasks: tasks.filter(({ overridden }) => !overridden).map((it) => asListed(it, name)) };
};
