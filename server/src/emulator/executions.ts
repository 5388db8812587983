import { asJson, isMap } from '../execution/json.ts';
import { isFinal, type Notification, type NotifyType, type TaskExecution } from '../execution/run.ts';
import { accountId } from './accounts.ts';
import type { StoredExecution } from './execution.ts';
import { listedExecution, listedLog, listedTask, statusOf, taskId, usedTemplateAnswer } from './executionAnswers.ts';
import { hasTags, isBetween, isOrAny, matchesPerson } from './filters.ts';
import { executionsIn, findExecution } from './findExecution.ts';
import type { Call, Handler } from './house.ts';
import type { Parameters } from './parameters.ts';
import { invalid, ServiceError } from './serviceError.ts';
import { inOrder } from './sorting.ts';

export const cancelExecution: Handler = (call) => {
  const { id, run } = findExecution(call, call.parameters.given('ExecutionId'));
  const refused = isFinal(run.status)
    ? `it is ${run.status} already`
    : call.runner.tell(id, { kind: 'cancel' })?.refused;
  if (refused === undefined) return {};
  throw new ServiceError('ExecutionCancelFailed', 400, `The execution ${id} cannot be cancelled: ${refused}.`);
};

/** All of them or none. */
export const deleteExecutions: Handler = (call) => {
  const ids = call.parameters.list('ExecutionIds') ?? [];
  const going = ids.map((id) => findExecution(call, id)).find(({ run }) => !isFinal(run.status));
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

function notificationFrom({ parameters, caller }: Call, executionId: string): Notification {
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
    by: caller.user,
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

export const listExecutions: Handler = (call) => {
  const { parameters, operation, pages } = call;
  if (parameters.has('Depth') && parameters.flag('IncludeChildExecution')) {
    throw invalid('Depth', 'it cannot be given together with IncludeChildExecution');
  }
  const wanted = () =>
    executionsIn(call)
      .toReversed()
      .filter((it) => isAtDepth(it, call) && isWanted(it, call));
  const listed = () => inOrder(wanted(), [sortKey(parameters)], parameters.given('SortOrder'));
  const { items, maxResults, nextToken } = pages.cut(operation, parameters, () =>
    listed().map((it) => listedExecution(it, call)),
  );
  return { Executions: items, MaxResults: maxResults, NextToken: nextToken, TotalCount: wanted().length };
};

/** Executions that others have started are left out unless they are asked for. */
function isAtDepth({ parent }: StoredExecution, { parameters, store }: Call): boolean {
  const asked = parameters.has('ExecutionId') || parameters.has('ParentExecutionId');
  if (parent === undefined || asked || parameters.flag('IncludeChildExecution')) return true;
  if (parameters.text('Depth') !== 'FirstChildDepth') return false;
  return store.state.executions.get(parent.executionId)?.parent === undefined;
}

function isWanted(it: StoredExecution, { parameters, runner }: Call): boolean {
  const { run, template, parent } = it;
  const categories = parameters.text('Categories');
  return (
    isOrAny(parameters.text('ExecutionId'), it.id) &&
    (template.name ?? '').includes(parameters.text('TemplateName') ?? '') &&
    isOrAny(parameters.text('ResourceTemplateName'), template.name) &&
    isOrAny(parameters.text('Status'), statusOf(it, { runner })) &&
    isOrAny(parameters.text('Mode'), run.mode) &&
    isOrAny(parameters.text('RamRole'), run.ramRole) &&
    isOrAny(parameters.text('ParentExecutionId'), parent?.executionId) &&
    isOrAny(parameters.text('ResourceGroupId'), it.resourceGroupId) &&
    isOrAny(parameters.text('Category'), template.version.category) &&
    isOrAny(parameters.text('AccountId'), accountId) &&
    (categories === undefined || categories.includes(template.version.category)) &&
    (it.description ?? '').includes(parameters.text('Description') ?? '') &&
    JSON.stringify(run.parameters).includes(parameters.text('ResourceId') ?? '') &&
    matchesPerson(parameters.text('ExecutedBy'), it.executedBy) &&
    isBetween(parameters, 'StartDate', it.created) &&
    isBetween(parameters, 'EndDate', it.ended) &&
    hasTags(it.tags, parameters.tags())
  );
}

/** What is not over comes after everything else. */
const notYet = Number.MAX_SAFE_INTEGER;

function sortKey(parameters: Parameters): (execution: StoredExecution) => string | number {
  switch (parameters.given('SortField')) {
    case 'EndDate':
      return ({ ended }) => ended ?? notYet;
    case 'Status':
      return ({ run }) => run.status;
    default:
      return ({ created }) => created;
  }
}

interface TaskOf {
  readonly execution: StoredExecution;
  readonly task: TaskExecution;
  readonly index: number;
}

export const listTaskExecutions: Handler = (call) => {
  const { parameters, operation, pages } = call;
  const id = parameters.text('ExecutionId');
  const executions = () => (id === undefined ? executionsIn(call) : [findExecution(call, id)]);
  const { items, maxResults, nextToken } = pages.cut(operation, parameters, () =>
    inOrder(
      executions()
        .flatMap((execution) => execution.run.tasks.map((task, index): TaskOf => ({ execution, task, index })))
        .toReversed()
        .filter((it) => isWantedTask(it, parameters)),
      [taskSortKey(parameters)],
      parameters.given('SortOrder'),
    ).map(({ execution, task, index }) => listedTask(execution, task, index, call)),
  );
  return { TaskExecutions: items, MaxResults: maxResults, NextToken: nextToken };
};

function isWantedTask({ execution, task, index }: TaskOf, parameters: Parameters): boolean {
  const parent = task.parentId === undefined ? undefined : taskId(execution, task.parentId);
  const asked = parameters.has('ParentTaskExecutionId') || parameters.has('TaskExecutionId');
  const dates = execution.taskDates[index];
  return (
    (parent === undefined || asked || parameters.flag('IncludeChildTaskExecution') === true) &&
    isOrAny(parameters.text('ParentTaskExecutionId'), parent) &&
    isOrAny(parameters.text('TaskExecutionId'), taskId(execution, task.id)) &&
    isOrAny(parameters.text('TaskName'), task.name) &&
    isOrAny(parameters.text('TaskAction')?.toLowerCase(), task.action.toLowerCase()) &&
    isOrAny(parameters.text('Status'), task.status) &&
    isBetween(parameters, 'StartDate', dates?.started ?? dates?.created) &&
    isBetween(parameters, 'EndDate', dates?.ended)
  );
}

function taskSortKey(parameters: Parameters): (it: TaskOf) => string | number {
  switch (parameters.given('SortField')) {
    case 'EndDate':
      return ({ execution, index }) => execution.taskDates[index]?.ended ?? notYet;
    case 'Status':
      return ({ task }) => task.status;
    default:
      return ({ execution, index }) => execution.taskDates[index]?.created ?? 0;
  }
}

/** The newest line first. */
export const listExecutionLogs: Handler = (call) => {
  const { parameters, operation, pages } = call;
  const execution = findExecution(call, parameters.given('ExecutionId'));
  const wanted = parameters.text('TaskExecutionId');
  const { items, maxResults, nextToken } = pages.cut(operation, parameters, () =>
    execution.logs
      .filter(({ task }) => isOrAny(wanted, task === undefined ? undefined : taskId(execution, task)))
      .filter(() => isOrAny(parameters.text('LogType'), 'System'))
      .toReversed()
      .map((line) => listedLog(execution, line)),
  );
  return {
    ExecutionLogs: items,
    MaxResults: maxResults,
    NextToken: nextToken,
    IsTruncated: nextToken !== undefined,
  };
};
