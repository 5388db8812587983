import { asJson, isMap } from '../../execution/json.ts';
import { isFinal, type Notification, type NotifyType } from '../../execution/run.ts';
import type { Call, Handler } from '../house.ts';
import { invalid, ServiceError } from '../serviceError.ts';
import { usedTemplateAnswer } from './executionAnswers.ts';
import { familyOf, findExecution } from './findExecution.ts';

export const cancelExecution: Handler = (call) => {
  const { id, run } = findExecution(call, call.parameters.given('ExecutionId'));
  const refused = isFinal(run.status)
    ? `it is ${run.status} already`
    : call.runner.tell(id, { kind: 'cancel' })?.refused;
  if (refused === undefined) return {};
  throw new ServiceError('ExecutionCancelFailed', 400, `The execution ${id} cannot be cancelled: ${refused}.`);
};

/** All of them or none, with those that were started from them. */
export const deleteExecutions: Handler = (call) => {
  const ids = call.parameters.list('ExecutionIds') ?? [];
  for (const id of ids) findExecution(call, id);
  const going = familyOf(ids, call.store.state).find(({ run }) => !isFinal(run.status));
  if (going && !call.parameters.flag('Force')) {
    const message = `The execution ${going.id} is ${going.run.status}. Cancel it before deleting it.`;
    throw new ServiceError('ExecutionDeleteFailed', 400, message);
  }
  call.runner.forget(ids);
  return {};
};

export const notifyExecution: Handler = (call) => {
  const { parameters, runner } = call;
  const { id } = findExecution(call, parameters.given('ExecutionId'));
  const refused = runner.tell(id, notificationFrom(call, id))?.refused;
  if (refused === undefined) return {};
  throw new ServiceError('ExecutionNotifyFailed', 400, refused);
};

function notificationFrom({ parameters }: Call, executionId: string): Notification {
  const named = parameters.text('TaskExecutionId');
  const tasks = parameters.list('TaskExecutionIds') ?? (named === undefined ? undefined : [named]);
  const replaced = asJson(parameters.map('Parameters'));
  return {
    kind: 'notify',
    type: parameters.given('NotifyType') as NotifyType,
    taskName: parameters.text('TaskName'),
    parameters: isMap(replaced) ? replaced : undefined,
    executionStatus: parameters.text('ExecutionStatus') as Notification['executionStatus'],
    tasks: tasks?.map((it) => inRun(it, executionId)),
    loopItem: parameters.text('LoopItem'),
    note: parameters.text('NotifyNote'),
    // Nobody else can notify here, so the owner stands for all approvers of a task.
    by: undefined,
  };
}

function inRun(task: string, executionId: string): string {
  if (!task.startsWith(`${executionId}.`)) throw invalid('TaskExecutionId', `${task} is no task of ${executionId}`);
  return task.slice(executionId.length + 1);
}

export const getExecutionTemplate: Handler = (call) => {
  const execution = findExecution(call, call.parameters.given('ExecutionId'));
  return { Content: execution.template.version.content, Template: usedTemplateAnswer(execution) };
};
