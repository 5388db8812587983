import type { TaskExecution } from '../../../../server/src/cloud/api/answers.ts';
import type { OosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import { isLooping } from '../../../../server/src/cloud/execution/loopProgress.ts';
import { tasksInOrder } from '../../../../server/src/cloud/execution/tasksInOrder.ts';
import type { ExecutionNode } from './nodes.ts';

/** Nobody looks through more of them in a tree; the execution view has pages. */
const MOST_CHILDREN = 200;

/** What is below an entry: the tasks of an execution, the items of a loop, the execution that a task has started. */
export async function childNodes(api: OosApi, node: ExecutionNode): Promise<ExecutionNode[]> {
  if (node.kind === 'execution') {
    const { ExecutionId: executionId } = node.execution;
    const tasks = await tasksOf(api, executionId);
    return tasks.map((task) => ({ kind: 'task', task, executionId, parent: node }));
  }
  if (node.kind !== 'task') return [];
  const { task, executionId } = node;
  const items = isLooping(task) ? await tasksOf(api, executionId, task.TaskExecutionId) : [];
  const started = task.ChildExecutionId ? [await api.getExecution(task.ChildExecutionId)] : [];
  return [
    ...started.map((execution): ExecutionNode => ({ kind: 'execution', execution, parent: node })),
    ...items.map((item): ExecutionNode => ({ kind: 'task', task: item, executionId, parent: node })),
  ];
}

async function tasksOf(api: OosApi, ExecutionId: string, ParentTaskExecutionId?: string): Promise<TaskExecution[]> {
  const request = { ExecutionId, ParentTaskExecutionId, SortField: 'StartDate', SortOrder: 'Ascending' } as const;
  const tasks: TaskExecution[] = [];
  for await (const it of api.each('ListTaskExecutions', request, { most: MOST_CHILDREN })) tasks.push(it);
  return tasksInOrder(tasks);
}
