import type { Catalog } from '../../catalog/catalog.ts';
import { type PolicyDocument, policyOf } from '../../risk/policy.ts';
import type { RiskContext } from '../../risk/reachedCalls.ts';
import { rightsOf } from '../../risk/rights.ts';
import { asListed, riskyTasks } from '../../risk/riskyTasks.ts';
import type { Template } from '../../template/template.ts';
import { templateIn } from '../content.ts';
import type { Call, Handler } from '../house.ts';
import { findTemplate, templatesIn } from './findTemplate.ts';
import { contentFor } from './inspection.ts';
import { latest } from './templateAnswers.ts';

/** The paths of the tasks that wait for a confirmation before they run, each as JSON. */
export function riskyPaths(template: Template, catalog: Catalog): ReadonlySet<string> {
  return new Set(confirmed(template, { catalog }).map(({ taskPath }) => JSON.stringify(taskPath)));
}

export const listExecutionRiskyTasks: Handler = (call) => {
  const name = call.parameters.given('TemplateName');
  const template = templateIn(latest(findTemplate(call, name)).content);
  const tasks = template ? confirmed(template, contextOf(call, name)) : [];
  return { RiskyTasks: tasks.map((it) => asListed(it, name)) };
};

/** With RamRole today's service also tells what the role lacks, as Python writes a list of maps: here that is all. */
export const generateExecutionPolicy: Handler = (call) => {
  const template = templateIn(contentFor(call));
  const context = contextOf(call, call.parameters.text('TemplateName'));
  const rights = template ? rightsOf(template, context).run : [];
  const policy = policyOf(rights);
  return { Policy: policy, MissingPolicy: call.parameters.has('RamRole') ? inPython(policy) : undefined };
};

function inPython({ Statement }: PolicyDocument): string {
  const entries = Statement.map(({ Action, Resource }) => {
    const actions = Action.map((it) => `'${it}'`).join(', ');
    return `{'Action': [${actions}], 'ServiceName': '${Action[0]?.split(':')[0]}', 'Resources': '${Resource}'}`;
  });
  return `[${entries.join(', ')}]`;
}

/** What OOS documented that it asks about, unless the template says that nobody needs to be asked. */
const confirmed = (template: Template, context: RiskContext) =>
  riskyTasks(template, { ...context, mode: 'strict' }).filter(
    ({ documented, overridden }) => documented && !overridden,
  );

const contextOf = (call: Call, rootName: string | undefined): RiskContext => ({
  catalog: call.catalog,
  rootName,
  child: (name) => {
    const found = templatesIn(call).find((it) => it.name === name);
    return found && templateIn(latest(found).content);
  },
});
