import type { TaskExecution } from '../../execution/run.ts';
import { accountId } from '../callers/accounts.ts';
import type { Call, Handler } from '../house.ts';
import { invalid } from '../serviceError.ts';
import type { StoredExecution } from '../store/execution.ts';
import type { Parameters } from '../wire/parameters.ts';
import { listedExecution, listedLog, listedTask, statusOf, taskId, taskStatusOf } from './executionAnswers.ts';
import { hasTags, isBetween, isOrAny, matchesPerson } from './filters.ts';
import { executionsIn, findExecution } from './findExecution.ts';
import { shownParameters, veilFor } from './masking.ts';
import { inOrder } from './sorting.ts';

export const listExecutions: Handler = (call) => {
  const { parameters, operation, pages } = call;
  if (parameters.has('Depth') && parameters.flag('IncludeChildExecution')) {
    throw invalid('Depth', 'it cannot be given together with IncludeChildExecution');
  }
  const wanted = () => executionsIn(call).filter((it) => isAtDepth(it, call) && isWanted(it, call));
  const { items, maxResults, nextToken, total } = pages.cut(operation, parameters, () =>
    byAge(wanted(), sortKey(parameters), parameters.given('SortOrder')),
  );
  const listed = items.filter(isStored(call)).map((it) => listedExecution(it, call));
  return { Executions: listed, MaxResults: maxResults, NextToken: nextToken, TotalCount: total };
};

/** A later page may hold what has been deleted since. What of that is secret nobody can tell without those that started it. */
const isStored =
  ({ store }: Call) =>
  ({ id }: StoredExecution): boolean =>
    store.state.executions.has(id);

/** What was made in the same moment stays in the order in which it was made, or in the opposite one. */
const byAge = <T>(oldestFirst: readonly T[], key: (item: T) => string | number, order: string): T[] =>
  inOrder(order === 'Ascending' ? oldestFirst : oldestFirst.toReversed(), [key], order);

/** Executions that others have started are left out unless they are asked for. */
function isAtDepth({ parent }: StoredExecution, { parameters, store }: Call): boolean {
  const asked = parameters.has('ExecutionId') || parameters.has('ParentExecutionId');
  if (parent === undefined || asked || parameters.flag('IncludeChildExecution')) return true;
  if (parameters.text('Depth') !== 'FirstChildDepth') return false;
  return store.state.executions.get(parent.executionId)?.parent === undefined;
}

function isWanted(it: StoredExecution, { parameters, runner, store }: Call): boolean {
  const { run, template, parent } = it;
  const categories = parameters.text('Categories');
  const resource = parameters.text('ResourceId');
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
    (resource === undefined || JSON.stringify(shownParameters(it, store.state)).includes(resource)) &&
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
    byAge(
      executions()
        .flatMap((execution) => execution.run.tasks.map((task, index): TaskOf => ({ execution, task, index })))
        .filter((it) => isWantedTask(it, call)),
      taskSortKey(call),
      parameters.given('SortOrder'),
    ),
  );
  const isThere = isStored(call);
  const listed = items
    .filter(({ execution }) => isThere(execution))
    .map(({ execution, task, index }) => listedTask(execution, task, index, call));
  return { TaskExecutions: listed, MaxResults: maxResults, NextToken: nextToken };
};

function isWantedTask({ execution, task, index }: TaskOf, call: Call): boolean {
  const { parameters } = call;
  const parent = task.parentId === undefined ? undefined : taskId(execution, task.parentId);
  const asked = parameters.has('ParentTaskExecutionId') || parameters.has('TaskExecutionId');
  const dates = execution.taskDates[index];
  return (
    (parent === undefined || asked || parameters.flag('IncludeChildTaskExecution') === true) &&
    isOrAny(parameters.text('ParentTaskExecutionId'), parent) &&
    isOrAny(parameters.text('TaskExecutionId'), taskId(execution, task.id)) &&
    isOrAny(parameters.text('TaskName'), task.name) &&
    isOrAny(parameters.text('TaskAction')?.toLowerCase(), task.action.toLowerCase()) &&
    isOrAny(parameters.text('Status'), taskStatusOf(execution, task, call)) &&
    isBetween(parameters, 'StartDate', dates?.started ?? dates?.created) &&
    isBetween(parameters, 'EndDate', dates?.ended)
  );
}

function taskSortKey(call: Call): (it: TaskOf) => string | number {
  switch (call.parameters.given('SortField')) {
    case 'EndDate':
      return ({ execution, index }) => execution.taskDates[index]?.ended ?? notYet;
    case 'Status':
      return ({ execution, task }) => taskStatusOf(execution, task, call);
    default:
      return ({ execution, index }) => execution.taskDates[index]?.created ?? 0;
  }
}

/** The newest line first. */
export const listExecutionLogs: Handler = (call) => {
  const { parameters, operation, pages } = call;
  const execution = findExecution(call, parameters.given('ExecutionId'));
  const wanted = parameters.text('TaskExecutionId');
  const veil = veilFor(execution, call.store.state);
  const { items, maxResults, nextToken } = pages.cut(operation, parameters, () =>
    execution.logs
      .filter(({ task }) => isOrAny(wanted, task === undefined ? undefined : taskId(execution, task)))
      .filter(() => isOrAny(parameters.text('LogType'), 'System'))
      .toReversed(),
  );
  return {
    ExecutionLogs: items.map((line) => listedLog(execution, line, veil)),
    MaxResults: maxResults,
    NextToken: nextToken,
    IsTruncated: nextToken !== undefined,
  };
};
