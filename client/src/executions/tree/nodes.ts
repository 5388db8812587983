import type { Execution, TaskExecution } from '../../../../server/src/cloud/api/answers.ts';
import { isFinal } from '../../../../server/src/cloud/api/executionStatus.ts';
import { isLooping, loopProgress } from '../../../../server/src/cloud/execution/loopProgress.ts';
import { instant } from '../../../../server/src/cloud/instant.ts';
import type { Translate } from '../../translate.ts';
import { type StatusView, statusView } from '../statusWords.ts';
import { verbsInList } from '../waits/waitVerbs.ts';

/** An entry of the tree. */
export type ExecutionNode =
  | { readonly kind: 'execution'; readonly execution: Execution; readonly parent: ExecutionNode | undefined }
  | {
      readonly kind: 'task';
      readonly task: TaskExecution;
      readonly executionId: string;
      readonly parent: ExecutionNode;
    }
  /** The next page of a list. */
  | { readonly kind: 'more'; readonly parent: ExecutionNode | undefined }
  /** There is nothing, or nothing could be found out. */
  | {
      readonly kind: 'note';
      readonly text: string;
      readonly isProblem: boolean;
      readonly parent: ExecutionNode | undefined;
    };

/** What an entry looks like. */
export interface NodeLook {
  /** Stays the same as long as it is about the same thing, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly status: StatusView | undefined;
  readonly hasChildren: boolean;
  /** What the menus go by: `execution final`, `execution waiting RetryTask SkipTask`. */
  readonly context: string;
  /** For those who do not see the icon. */
  readonly spoken: string;
}

export interface LookParts {
  /** What people call an execution. */
  readonly nameOf: (execution: Execution) => string;
  readonly t: Translate;
  /** In milliseconds of the epoch. */
  readonly now: number;
}

/** How an entry is shown; without anything of the editor, so that lists to choose from use it too. */
export function nodeLook(node: ExecutionNode, parts: LookParts): NodeLook {
  const { t } = parts;
  switch (node.kind) {
    case 'execution':
      return executionLook(node.execution, pathOf(node), parts);
    case 'task':
      return taskLook(node.task, pathOf(node), t);
    case 'more':
      return plain(pathOf(node), t('Load more'), 'more');
    case 'note':
      return noteLook(node, t);
  }
}

/** The way to an entry from the top: an execution can stand at more than one place. */
function pathOf(node: ExecutionNode): string {
  const own =
    node.kind === 'execution'
      ? node.execution.ExecutionId
      : node.kind === 'task'
        ? node.task.TaskExecutionId
        : node.kind;
  return node.parent ? `${pathOf(node.parent)}/${own}` : own;
}

const plain = (id: string, label: string, context: string): NodeLook => ({
  id,
  label,
  description: '',
  status: undefined,
  hasChildren: false,
  context,
  spoken: label,
});

/** What could not be found out can be asked for again. */
function noteLook(node: Extract<ExecutionNode, { kind: 'note' }>, t: Translate): NodeLook {
  const look = plain(pathOf(node), node.text, 'note');
  if (!node.isProblem) return look;
  const again = t('Try again');
  return { ...look, description: again, spoken: `${node.text} ${again}` };
}

function executionLook(execution: Execution, id: string, { nameOf, t, now }: LookParts): NodeLook {
  const { Status, StartDate, Counters } = execution;
  const status = statusView(Status, t);
  const label = nameOf(execution);
  const total = Counters?.Total;
  const done = total === undefined ? undefined : doneOf(Counters ?? {});
  const progress = !isFinal(Status) && total ? t('{0} of {1} done', done ?? 0, total) : '';
  const description = [status.word, progress, ago(StartDate, t, now), execution.Description]
    .filter(Boolean)
    .join(' · ');
  const manner = isFinal(Status) ? 'final' : Status === 'Waiting' ? 'waiting' : 'running';
  return {
    id,
    label,
    description,
    status,
    hasChildren: true,
    context: ['execution', manner, ...verbsInList(execution)].join(' '),
    spoken: `${label}, ${description}`,
  };
}

const doneOf = (counters: Readonly<Record<string, number>>): number =>
  ['Success', 'Failed', 'Skipped', 'Cancelled'].reduce((sum, name) => sum + (counters[name] ?? 0), 0);

/** How long ago, roughly: lists are for finding one's way. */
function ago(text: string | undefined, t: Translate, now: number): string {
  const time = instant(text);
  if (!time) return text ?? '';
  const minutes = Math.max(0, Math.round((now - time.getTime()) / 60_000));
  if (minutes < 1) return t('just now');
  if (minutes < 60) return t('{0} min ago', minutes);
  if (minutes < 48 * 60) return t('{0} h ago', Math.round(minutes / 60));
  return t('{0} days ago', Math.round(minutes / 60 / 24));
}

function taskLook(task: TaskExecution, id: string, t: Translate): NodeLook {
  const status = statusView(task.Status, t);
  const progress = loopProgress(task);
  const item = task.LoopItem || undefined;
  const label = item ?? task.TaskName ?? task.TaskExecutionId;
  const description = [
    status.word,
    progress && t('{0} of {1} done', progress.done, progress.total),
    item === undefined ? task.TaskAction : '',
    task.Status === 'Failed' ? task.StatusMessage : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return {
    id,
    label,
    description,
    status,
    hasChildren: isLooping(task) || Boolean(task.ChildExecutionId),
    context: item === undefined ? 'task' : 'item',
    spoken: `${label}, ${description}`,
  };
}
