import type { TaskExecution } from '../../cloud/api/answers.ts';
import type { OosApi } from '../../cloud/api/oosApi.ts';
import { gathered } from '../../cloud/execution/gathered.ts';
import { loopProgress } from '../../cloud/execution/loopProgress.ts';
import { tasksInOrder } from '../../cloud/execution/tasksInOrder.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { exitCode } from '../exitCode.ts';
import { formatTable } from '../formats/table.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { terminalOf } from '../terminal/terminal.ts';
import type { ExecutionArguments } from './options.ts';

/** Each of them takes a call. */
const MOST_BELOW = 100;

interface Found {
  /** Those of the execution first, then those of the executions below. */
  readonly tasks: readonly TaskExecution[];
  /** Executions below whose tasks were not asked for. */
  readonly left: number;
}

/** `oos executions tasks ID`: in the order in which they started; with `--all` as a tree. */
export async function listTasks(id: string, given: ExecutionArguments, io: Io, language: Language): Promise<number> {
  const { api } = await connect(given, io);
  // An execution without tasks is answered with an empty list, and so is one that does not exist.
  const { tasks, left } = await during(asking, io, language, findTasks(api, id, given.has('all')));
  if (tasks.length === 0) await during(asking, io, language, api.getExecution(id));
  if (given.value('format') === 'json') {
    io.stdout.write(formatValue({ version: 1, id, tasks, more: left > 0 }));
    return exitCode.clean;
  }
  const rows = inTree(tasks, id).map(({ task, depth }) => rowOf(task, depth));
  io.stdout.write(formatTable(titles, rows, terminalOf(io.stdout, io.env), language));
  if (left > 0) io.stderr.write(`${inLanguage(leftOut(left), language)}\n`);
  return exitCode.clean;
}

async function findTasks(api: OosApi, id: string, all: boolean): Promise<Found> {
  const found: TaskExecution[] = [];
  const seen = new Set<string>();
  const open = [id];
  while (open.length > 0 && seen.size <= MOST_BELOW) {
    const next = open.shift() ?? id;
    if (seen.has(next)) continue;
    seen.add(next);
    const order = { SortField: 'StartDate', SortOrder: 'Ascending' } as const;
    const request = { ExecutionId: next, IncludeChildTaskExecution: all || undefined, ...order };
    const tasks = tasksInOrder(await gathered(api.each('ListTaskExecutions', request)));
    found.push(...tasks);
    if (all) open.push(...tasks.flatMap(({ ChildExecutionId }) => ChildExecutionId || []));
  }
  return { tasks: found, left: open.length };
}

interface Placed {
  readonly task: TaskExecution;
  readonly depth: number;
}

/** Each task before those that belong to it. One whose owner is not among them stands at the top. */
function inTree(tasks: readonly TaskExecution[], id: string): Placed[] {
  const known = new Set(tasks.map(({ TaskExecutionId }) => TaskExecutionId));
  const owners = new Map(
    tasks.flatMap((it) => (it.ChildExecutionId ? [[it.ChildExecutionId, it.TaskExecutionId]] : [])),
  );
  const below = new Map<string, TaskExecution[]>();
  for (const task of tasks) {
    const parent = task.ParentTaskExecutionId || owners.get(task.ExecutionId ?? id) || '';
    const key = known.has(parent) && parent !== task.TaskExecutionId ? parent : '';
    below.set(key, [...(below.get(key) ?? []), task]);
  }
  const placed: Placed[] = [];
  const place = (key: string, depth: number) => {
    const own = below.get(key) ?? [];
    below.delete(key);
    for (const task of own) {
      placed.push({ task, depth });
      place(task.TaskExecutionId, depth + 1);
    }
  };
  place('', 0);
  return placed;
}

function rowOf(task: TaskExecution, depth: number) {
  const progress = loopProgress(task);
  const item = task.LoopItem ? ` [${task.LoopItem}]` : '';
  return [
    `${'  '.repeat(depth)}${task.TaskName || task.TaskExecutionId}${item}`,
    task.TaskAction,
    progress ? `${task.Status} ${progress.done}/${progress.total}` : task.Status,
    task.StartDate || task.CreateDate,
    task.EndDate,
    task.TaskExecutionId,
    task.StatusMessage,
  ];
}

const asking: Words = { en: 'Asking for the tasks...', zh: '正在查询任务…' };

const titles: readonly Words[] = [
  { en: 'Task', zh: '任务' },
  { en: 'Action', zh: '动作' },
  { en: 'Status', zh: '状态' },
  { en: 'Started', zh: '开始时间' },
  { en: 'Ended', zh: '结束时间' },
  { en: 'ID', zh: 'ID' },
  { en: 'Message', zh: '信息' },
];

const leftOut = (count: number): Words => ({
  en: `The tasks of ${count} more executions below are left out.`,
  zh: `另有 ${count} 个子执行的任务未列出。`,
});
