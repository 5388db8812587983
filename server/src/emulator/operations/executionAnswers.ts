import { type JsonMap, textOf } from '../../execution/json.ts';
import { currentTasks, type TaskExecution } from '../../execution/run.ts';
import { accountId } from '../callers/accounts.ts';
import { dateText } from '../dates.ts';
import type { House } from '../house.ts';
import type { LogLine, StoredExecution } from '../store/execution.ts';
import { shownOutputs, shownParameters, shownProperties, type Veil, veilFor } from './masking.ts';
import { metaOf, versionText } from './templateAnswers.ts';

/** Tasks are named by the execution and their place in it. */
export const taskId = ({ id }: StoredExecution, task: string): string => `${id}.${task}`;

type Where = Pick<House, 'store' | 'runner'>;

/** What has not begun is Queued while others run in its place. */
export const statusOf = ({ id, run }: StoredExecution, { runner }: Pick<Where, 'runner'>): string =>
  runner.isQueued(id) ? 'Queued' : run.status;

/** A run makes a task Started and Running in one step; what is to stay Started is shown so. */
export const taskStatusOf = (execution: StoredExecution, task: TaskExecution, { runner }: Pick<Where, 'runner'>) =>
  runner.isStarting(execution, task) ? 'Started' : task.status;

const dateOrNone = (time: number | undefined) => (time === undefined ? undefined : dateText(time));

/** An execution as StartExecution answers it; lists have more. */
export function executionAnswer(execution: StoredExecution, house: Where) {
  const { id, run, template } = execution;
  const { state } = house.store;
  const veil = veilFor(execution, state);
  return {
    ExecutionId: id,
    TemplateName: template.name,
    TemplateId: template.id,
    TemplateVersion: versionText(template.version),
    Status: statusOf(execution, house),
    StatusMessage: veil(run.statusMessage),
    Mode: run.mode,
    LoopMode: run.loopMode,
    SafetyCheck: run.safetyCheck,
    Parameters: shownParameters(execution, state),
    Outputs: shownOutputs(execution, state),
    Counters: run.counters,
    CurrentTasks: currentTasks(run).map(({ id: task, name, action }) => ({
      TaskExecutionId: taskId(execution, task),
      TaskName: name,
      TaskAction: action,
    })),
    RamRole: veil(run.ramRole),
    ExecutedBy: execution.executedBy,
    IsParent: hasChildren(execution, house),
    ParentExecutionId: execution.parent?.executionId,
    CreateDate: dateText(execution.created),
    StartDate: dateText(execution.created),
    UpdateDate: dateText(execution.updated),
    EndDate: dateOrNone(execution.ended),
    Description: execution.description === undefined ? undefined : veil(execution.description),
    Tags: veil(execution.tags),
    ResourceGroupId: execution.resourceGroupId,
  };
}

/** An entry of ListExecutions. */
export const listedExecution = (execution: StoredExecution, house: Where) => {
  const { LoopMode, ...answer } = executionAnswer(execution, house) as Record<string, unknown>;
  return {
    ...answer,
    Category: execution.template.version.category,
    WaitingStatus: execution.run.waitingStatus,
    AccountId: accountId,
  };
};

const hasChildren = ({ id }: StoredExecution, { store }: Where) =>
  [...store.state.executions.values()].some(({ parent }) => parent?.executionId === id);

/** An entry of ListTaskExecutions. */
export function listedTask(execution: StoredExecution, task: TaskExecution, index: number, where: Where) {
  const { store } = where;
  const dates = execution.taskDates[index];
  // A task that was tried again has started several.
  const child = [...store.state.executions.values()].findLast(
    ({ parent }) => parent?.executionId === execution.id && parent.task === task.id,
  );
  const veil = veilFor(execution, store.state);
  return {
    TaskExecutionId: taskId(execution, task.id),
    TaskName: task.name,
    TaskAction: task.action,
    ExecutionId: execution.id,
    ChildExecutionId: child?.id,
    ParentTaskExecutionId: task.parentId === undefined ? undefined : taskId(execution, task.parentId),
    TemplateId: execution.template.id,
    Status: taskStatusOf(execution, task, where),
    StatusMessage: veil(task.statusMessage),
    Properties: shownProperties(execution, task, store.state),
    Outputs: veil(task.outputs),
    ExtraData: { NotifyNote: veil(task.notes.join('\n')) },
    Loop: loopOf(task, veil),
    LoopItem: task.loopItem === undefined ? undefined : textOf(veil(task.loopItem)),
    LoopBatchNumber: task.loopBatchNumber,
    CreateDate: dateOrNone(dates?.created),
    StartDate: dateOrNone(dates?.started ?? dates?.created),
    UpdateDate: dateOrNone(dates?.updated),
    EndDate: dateOrNone(dates?.ended),
  };
}

/** The settings of the loop and how far it is. */
function loopOf({ loop }: TaskExecution, veil: Veil): JsonMap | undefined {
  if (!loop) return undefined;
  const count = (status: string) => loop.results.filter((it) => it?.status === status).length;
  return {
    Items: veil(loop.items),
    MaxErrors: loop.maxErrors,
    BatchPauseOption: loop.pause,
    Batch: loop.batch + 1,
    Batches: loop.batches.length,
    Counters: {
      Total: loop.items.length,
      Success: count('Success'),
      Failed: count('Failed'),
      Skipped: count('Skipped'),
    },
  };
}

/** An entry of ListExecutionLogs. */
export const listedLog = (execution: StoredExecution, { task, message, at }: LogLine, veil: Veil) => ({
  TaskExecutionId: task === undefined ? undefined : taskId(execution, task),
  LogType: 'System',
  Message: veil(message),
  Timestamp: dateText(at),
});

/** What GetExecutionTemplate tells: the template as it was, published or not. */
export function usedTemplateAnswer({ template: { meta, version } }: StoredExecution) {
  const described = metaOf(meta ?? nameless, version);
  return Object.fromEntries(Object.entries(described).filter(([name]) => name !== 'HasTrigger'));
}

const nameless = {
  region: '',
  name: '',
  id: '',
  createdBy: '',
  created: 0,
  tags: {},
  resourceGroupId: undefined,
  executions: 0,
};
