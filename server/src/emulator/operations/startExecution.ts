import { asJson, isMap } from '../../execution/json.ts';
import type { StartOptions } from '../../execution/run.ts';
import { isFinal } from '../../execution/run.ts';
import type { Call, Handler } from '../house.ts';
import { notFound, ServiceError } from '../serviceError.ts';
import type { StoredExecution, UsedTemplate } from '../store/execution.ts';
import { startKey } from '../store/state.ts';
import { executionAnswer } from './executionAnswers.ts';
import { checkRoom, executionsIn, findExecution } from './findExecution.ts';
import { findTemplate, versionNamed } from './findTemplate.ts';
import { contentFor } from './inspection.ts';
import { newExecution, unpublished, usedTemplate } from './newExecution.ts';

/**
 * StartExecution. It answers before anything has run. A repeated ClientToken brings the execution that there is already, and
 * is refused when that has been deleted: it starts nothing twice, however late it comes.
 */
export const startExecution: Handler = (call) => {
  const repeated = startedBefore(call);
  if (repeated) return { Execution: executionAnswer(repeated, call) };
  const { parameters, store, clock, catalog, runner, caller, region } = call;
  const template = templateFor(call);
  const parentId = parameters.text('ParentExecutionId');
  const parent = parentId === undefined ? undefined : findExecution(call, parentId);
  const given = asJson(parameters.map('Parameters'));
  const execution = newExecution(
    {
      region,
      template,
      given: isMap(given) ? given : {},
      mode: parameters.given('Mode') as StartOptions['mode'],
      loopMode: parameters.given('LoopMode') as StartOptions['loopMode'],
      safetyCheck: parameters.given('SafetyCheck') as StartOptions['safetyCheck'],
      executedBy: caller.user,
      parent: parent && { executionId: parent.id, effect: undefined, task: undefined },
      tags: parameters.tags() ?? {},
      description: parameters.text('Description'),
      resourceGroupId: parameters.text('ResourceGroupId'),
      clientToken: parameters.text('ClientToken'),
      call: parameters.fingerprint(['ClientToken']),
    },
    catalog,
    clock.now(),
  );
  checkRoom(call);
  store.commit({ kind: 'execution', execution, counts: true });
  if (!isFinal(execution.run.status)) runner.launch(execution);
  return { Execution: executionAnswer(execution, call) };
};

function startedBefore(call: Call): StoredExecution | undefined {
  const { parameters, caller, region, store } = call;
  const token = parameters.text('ClientToken');
  if (token === undefined) return undefined;
  const gone = store.state.spentStarts.get(startKey(region, caller.user, token));
  if (gone !== undefined) throw notFound('Execution', gone);
  const found = executionsIn(call).find((it) => it.clientToken === token && it.executedBy === caller.user);
  if (found && found.call !== parameters.fingerprint(['ClientToken'])) {
    const message = 'The request uses the same client token as a previous, but non-identical request.';
    throw new ServiceError('IdempotentParameterMismatch', 400, message);
  }
  return found;
}

function templateFor(call: Call): UsedTemplate {
  const { parameters, catalog, caller, clock } = call;
  const content = contentFor(call);
  const name = parameters.text('TemplateName');
  if (name === undefined) return unpublished(content, catalog, caller.user, clock.now());
  const template = findTemplate(call, name);
  return usedTemplate(template, versionNamed(template, parameters.text('TemplateVersion')));
}
