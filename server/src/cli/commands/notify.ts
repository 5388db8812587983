import type { TaskExecution } from '../../cloud/api/answers.ts';
import { encodeRequest } from '../../cloud/api/encodeRequest.ts';
import type { OosApi } from '../../cloud/api/oosApi.ts';
import type { RequestOf } from '../../cloud/api/operations.ts';
import { gathered } from '../../cloud/execution/gathered.ts';
import { waitFor } from '../../cloud/execution/waits.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { whileChanging } from '../cloud/change.ts';
import { confirmChange } from '../cloud/confirm.ts';
import { type Cloud, connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { cloudOptions, consentOptions } from '../cloud/options.ts';
import type { Arguments, OptionTable } from '../commandLine/arguments.ts';
import type { Command } from '../commandLine/command.ts';
import { didYouMean } from '../commandLine/didYouMean.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { executionWords } from '../executions/executionWords.ts';
import { finalStatuses } from '../executions/names.ts';
import { exitCode } from '../exitCode.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { asVerb, type NotifyType, notifyTypeOf, notifyVerbs } from '../run/notifyVerbs.ts';
import { waitDetails } from '../run/waitDetails.ts';
import { waitWords } from '../run/waitWords.ts';
import { printable } from '../terminal/terminal.ts';

const options = {
  task: {
    value: 'NAME',
    summary: {
      en: 'Which task: its name, or its ID. Needed for execute-task, else the one that waits longest',
      zh: '任务名或任务 ID。execute-task 必填，其他情况默认为等待最久的任务',
    },
  },
  note: { value: 'TEXT', summary: { en: 'Why; it is kept with the task', zh: '说明，会随任务保存' } },
  parameters: {
    value: 'JSON',
    summary: { en: 'With execute-task: what its properties are to be', zh: '与 execute-task 合用：任务的属性' },
  },
  status: {
    choices: Object.keys(finalStatuses),
    summary: { en: 'With complete: how the execution ends', zh: '与 complete 合用：执行的最终状态' },
  },
  ...consentOptions,
  ...cloudOptions,
} as const satisfies OptionTable;

type Given = Arguments<keyof typeof options>;
type Request = RequestOf<'NotifyExecution'>;

/** `oos notify ID VERB`: answers an execution that waits for somebody. */
export const notify: Command<keyof typeof options> = {
  secondOperands: Object.keys(notifyVerbs),
  operands: `ID ${Object.keys(notifyVerbs).join('|')} [OPTIONS]`,
  about: {
    en: [
      'Tells a waiting execution how to go on. approve, reject: for approvals, pauses and risky tasks.',
      'retry-task, skip-task: after a failure in the mode failure-pause.',
      'execute-task, cancel-task, complete: step by step in the mode debug.',
    ].join('\n'),
    zh: [
      '告知等待中的执行如何继续。approve、reject：用于审批、暂停和高风险任务。',
      'retry-task、skip-task：用于 failure-pause 模式下的失败。',
      'execute-task、cancel-task、complete：用于 debug 模式的单步执行。',
    ].join('\n'),
  },
  options,
  examples: [
    { line: 'oos notify exec-1234 approve --note "checked with Ann"', does: { en: 'Approve', zh: '批准' } },
    {
      line: 'oos notify exec-1234 execute-task --task stop',
      does: { en: 'The next task in the mode debug', zh: '在 debug 模式下执行一个任务' },
    },
    {
      line: 'oos notify exec-1234 complete --status success',
      does: { en: 'End an execution in the mode debug', zh: '结束 debug 模式的执行' },
    },
  ],

  async run(given, io, language) {
    const [id, word, ...more] = given.operands;
    if (id === undefined || word === undefined || more.length > 0) throw new UsageError(idAndVerb);
    const NotifyType = notifyTypeOf(word);
    if (!NotifyType) throw new UsageError(unknownVerb(word));
    const wanted = requestFrom(id, NotifyType, given);
    const cloud = await connect(given, io);
    return tell(await aimed(wanted, given.value('task'), cloud.api), cloud, given, io, language);
  },
};

/** All but the task. Throws a `UsageError` or an OosError for what does not go with the verb. */
function requestFrom(ExecutionId: string, NotifyType: NotifyType, given: Given): Request {
  const request = {
    ExecutionId,
    NotifyType,
    NotifyNote: given.value('note'),
    Parameters: parametersFrom(given.value('parameters')),
    ExecutionStatus: finalStatuses[given.value('status') ?? ''],
    TaskName: NotifyType === 'ExecuteTask' ? given.value('task') : undefined,
  };
  encodeRequest('NotifyExecution', request);
  return request;
}

/** What was written is not repeated: there may be secrets in it. */
function parametersFrom(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  } catch {
    // Told below, as for JSON of another kind.
  }
  throw new UsageError({
    en: '--parameters needs a JSON object, such as \'{"instanceId": "i-1"}\'.',
    zh: '--parameters 需要一个 JSON 对象，例如 \'{"instanceId": "i-1"}\'。',
  });
}

/** With the task that is meant: a name is looked for among those that wait, since the API takes only ids here. */
async function aimed(request: Request, task: string | undefined, api: OosApi): Promise<Request> {
  if (task === undefined || request.TaskName !== undefined) return request;
  const { ExecutionId } = request;
  const tasks = await gathered(api.each('ListTaskExecutions', { ExecutionId, IncludeChildTaskExecution: true }));
  const named = tasks.filter((it) => it.TaskExecutionId === task || it.TaskName?.toLowerCase() === task.toLowerCase());
  const ids = named.filter(isOpen).map(({ TaskExecutionId }) => TaskExecutionId);
  if (ids.length === 0) throw new UsageError(named.length > 0 ? notWaiting(task) : unknownTask(task));
  return ids.length === 1 ? { ...request, TaskExecutionId: ids[0] } : { ...request, TaskExecutionIds: ids };
}

/** Failed ones too: in the mode failure-pause they are what is retried or skipped. */
const isOpen = ({ Status }: TaskExecution): boolean =>
  Status === 'Waiting' || Status === 'Failed' || Status === 'Running';

async function tell(request: Request, cloud: Cloud, given: Given, io: Io, language: Language): Promise<number> {
  const { api, connection } = cloud;
  const what = await during(looking, io, language, describe(request, api));
  if (!(await confirmChange({ connection, what }, given, io, language))) return exitCode.unusable;
  const { ExecutionId, NotifyType } = request;
  const sent = { what: telling, answer: api.notifyExecution(request), look: ['executions', 'tasks', ExecutionId] };
  const { RequestId } = await whileChanging(sent, given, io, language);
  const isForProgram = given.value('format') === 'json';
  io.stdout.write(
    isForProgram
      ? formatValue({ version: 1, notified: ExecutionId, type: NotifyType, requestId: RequestId })
      : `${printable(inLanguage(told(ExecutionId, NotifyType), language))}\n`,
  );
  return exitCode.clean;
}

/** The execution, and what it waits for: who approves wants to know what. */
async function describe(request: Request, api: OosApi): Promise<Words> {
  const { ExecutionId, NotifyType, TaskExecutionId, TaskExecutionIds, TaskName } = request;
  const execution = await api.getExecution(ExecutionId);
  const which = executionWords(execution);
  const verb = [asVerb(NotifyType), TaskName].filter(Boolean).join(' ');
  const first = { en: `Tell ${which.en}: ${verb}.`, zh: `告知${which.zh}：${verb}。` };
  if (execution.Status !== 'Waiting') return first;
  const wanted = { ExecutionId, Status: 'Waiting', IncludeChildTaskExecution: true } as const;
  const order = { SortField: 'StartDate', SortOrder: 'Ascending' } as const;
  const waiting = await gathered(api.each('ListTaskExecutions', { ...wanted, ...order }, { most: 20 }));
  const ids = TaskExecutionIds ?? (TaskExecutionId === undefined ? undefined : [TaskExecutionId]);
  const meant = waiting.filter((it) => ids?.includes(it.TaskExecutionId) ?? true);
  const wait = waitFor(execution, meant, []);
  const why = waitWords(wait);
  const rest = (await waitDetails(wait, api)).map((it) => `\n  ${printable(it)}`).join('');
  return {
    en: `${first.en}\n${printable(why.en)}${rest}`,
    zh: `${first.zh}\n${printable(why.zh)}${rest}`,
  };
}

function unknownVerb(word: string): Words {
  const verbs = Object.keys(notifyVerbs);
  const guess = didYouMean(word, verbs);
  return {
    en: `An execution cannot be told "${word}".${guess.en} It can be: ${verbs.join(', ')}.`,
    zh: `没有“${word}”这种通知。${guess.zh}可选值：${verbs.join('、')}。`,
  };
}

const idAndVerb: Words = {
  en: 'Say which execution, and what to tell it: oos notify ID approve',
  zh: '请指定执行和通知内容：oos notify ID approve',
};
const unknownTask = (task: string): Words => ({
  en: `The execution has no task "${task}". oos executions tasks ID --all lists them.`,
  zh: `该执行没有任务“${task}”。可用 oos executions tasks ID --all 列出其任务。`,
});
const notWaiting = (task: string): Words => ({
  en: `The task "${task}" waits for nobody.`,
  zh: `任务“${task}”没有在等待。`,
});
const told = (id: string, type: NotifyType): Words => ({
  en: `${id} was told: ${asVerb(type)}.`,
  zh: `已通知 ${id}：${asVerb(type)}。`,
});
const looking: Words = { en: 'Looking at the execution...', zh: '正在查看执行…' };
const telling: Words = { en: 'Telling it...', zh: '正在通知…' };
