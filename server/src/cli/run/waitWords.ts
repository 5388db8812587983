import type { TaskExecution } from '../../cloud/api/answers.ts';
import type { RequestOf } from '../../cloud/api/operations.ts';
import { loopProgress } from '../../cloud/execution/loopProgress.ts';
import type { Wait } from '../../cloud/execution/waits.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { asVerb } from './notifyVerbs.ts';

type NotifyRequest = RequestOf<'NotifyExecution'>;

/** Something that a person may do about a wait. */
export interface Choice {
  /** What is typed for it. */
  readonly key: string;
  readonly words: Words;
  readonly request: NotifyRequest;
}

/** What an execution waits for, with what the service says about it. */
export function waitWords(wait: Wait): Words {
  const [task] = wait.tasks;
  const what = kindWords(wait, task?.TaskName ?? task?.TaskExecutionId ?? wait.execution.ExecutionId);
  const message = task?.StatusMessage?.trim();
  const more = wait.tasks.length - 1;
  const others =
    more > 0 ? { en: ` ${more} more waiting behind it.`, zh: `另有 ${more} 个任务在等待。` } : { en: '', zh: '' };
  return {
    en: `${what.en}${message ? `: ${message}` : '.'}${others.en}`,
    zh: `${what.zh}${message ? `：${message}` : '。'}${others.zh}`,
  };
}

function kindWords({ kind, execution, tasks: [task] }: Wait, name: string): Words {
  switch (kind) {
    case 'approval':
      return { en: `${name} waits for an approval`, zh: `${name} 正在等待审批` };
    case 'risk':
      return { en: `${name} is risky and waits for a confirmation`, zh: `${name} 是高风险任务，正在等待确认` };
    case 'pause':
      return { en: `${name} is paused until somebody approves`, zh: `${name} 已暂停，等待批准` };
    case 'batch': {
      const { done, total } = (task && loopProgress(task)) ?? { done: '?', total: '?' };
      return {
        en: `The loop ${name} is paused between two batches, ${done} of ${total} done`,
        zh: `循环 ${name} 在批次之间暂停，已完成 ${done}/${total}`,
      };
    }
    case 'failure':
      return { en: `${name} has failed and waits for a decision`, zh: `${name} 已失败，等待处理` };
    case 'debug':
      return {
        en: `${execution.ExecutionId} runs in Debug mode and waits to be told what to do next`,
        zh: `${execution.ExecutionId} 处于调试模式，正在等待下一步指令`,
      };
    case 'trigger':
      return {
        en: `${name} waits for its trigger, and the execution goes on by itself (Ctrl-C stops watching)`,
        zh: `${name} 正在等待触发，执行会自行继续（按 Ctrl-C 停止跟踪）`,
      };
  }
}

/** What can be done about it. `tasks`: those that have run; `template`: what is being run, to know which comes next. */
export function choicesFor(
  { kind, execution: { ExecutionId }, tasks: [task] }: Wait,
  tasks: readonly TaskExecution[],
  template: Template | undefined,
): readonly Choice[] {
  const about = { ExecutionId, TaskExecutionId: task?.TaskExecutionId };
  switch (kind) {
    case 'trigger':
      return [];
    case 'failure':
      return [
        { key: 't', words: { en: '[t]ry again', zh: '[t] 重试' }, request: { ...about, NotifyType: 'RetryTask' } },
        { key: 's', words: { en: '[s]kip it', zh: '[s] 跳过' }, request: { ...about, NotifyType: 'SkipTask' } },
      ];
    case 'debug':
      return debugChoices(ExecutionId, nextTask(tasks, template));
    default:
      return [
        { key: 'a', words: { en: '[a]pprove', zh: '[a] 批准' }, request: { ...about, NotifyType: 'Approve' } },
        { key: 'r', words: { en: '[r]eject', zh: '[r] 拒绝' }, request: { ...about, NotifyType: 'Reject' } },
      ];
  }
}

function debugChoices(ExecutionId: string, next: string | undefined): Choice[] {
  const execute: Choice[] =
    next === undefined
      ? []
      : [
          {
            key: 'e',
            words: { en: `[e]xecute ${next}`, zh: `[e] 执行 ${next}` },
            request: { ExecutionId, NotifyType: 'ExecuteTask', TaskName: next },
          },
        ];
  const words = { en: '[c]omplete it as Success', zh: '[c] 以 Success 结束' };
  return [
    ...execute,
    { key: 'c', words, request: { ExecutionId, NotifyType: 'CompleteExecution', ExecutionStatus: 'Success' } },
  ];
}

/** The one behind the last that has run, in the order of the text; jumps are for those who name the task themselves. */
function nextTask(tasks: readonly TaskExecution[], template: Template | undefined): string | undefined {
  const list = template?.tasks.tasks ?? [];
  const last = tasks.at(-1)?.TaskName?.toLowerCase();
  const at = last === undefined ? -1 : list.findIndex(({ name }) => name?.toLowerCase() === last);
  return last !== undefined && at < 0 ? undefined : list[at + 1]?.name;
}

/** The words to type behind `oos` for a choice. */
export function typedWords({ request }: Choice): string[] {
  const { ExecutionId, NotifyType, TaskExecutionId, TaskName, ExecutionStatus } = request;
  const task = TaskName ?? TaskExecutionId;
  return [
    'notify',
    ExecutionId,
    asVerb(NotifyType),
    ...(task === undefined ? [] : ['--task', task]),
    ...(ExecutionStatus === undefined ? [] : ['--status', ExecutionStatus.toLowerCase()]),
  ];
}
