import { isFinal } from '../../cloud/api/executionStatus.ts';
import type { OosApi } from '../../cloud/api/oosApi.ts';
import { nextPause } from '../../cloud/execution/executionWatch.ts';
import { gathered } from '../../cloud/execution/gathered.ts';
import { type LogLine, LogTail } from '../../cloud/execution/logTail.ts';
import { OosError } from '../../cloud/oosError.ts';
import type { Language, Words } from '../../words/words.ts';
import { connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { cloudOptions } from '../cloud/options.ts';
import type { OptionTable } from '../commandLine/arguments.ts';
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { formatLog } from '../formats/logLine.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { Interruption } from '../run/interruption.ts';

const options = {
  task: {
    value: 'NAME',
    summary: { en: 'Only the lines of this task; its name or its ID', zh: '只显示该任务的日志，写任务名或任务 ID' },
  },
  follow: {
    short: 'f',
    summary: {
      en: 'Go on until the execution is over; with --format json one value per line',
      zh: '持续显示直到执行结束；与 --format json 合用时每行一个值',
    },
  },
  ...cloudOptions,
} as const satisfies OptionTable;

/** `oos logs ID`: what an execution has written, the oldest line first. */
export const logs: Command<keyof typeof options> = {
  operands: 'ID [OPTIONS]',
  about: {
    en: 'The logs of an execution, the oldest line first: the time, the task, the message.',
    zh: '显示某个执行的日志，最早的在前：时间、任务、内容。',
  },
  options,
  examples: [
    { line: 'oos logs exec-1234 --follow', does: { en: 'As they are written', zh: '持续跟踪日志' } },
    { line: 'oos logs exec-1234 --task stop', does: { en: 'Those of one task', zh: '某个任务的日志' } },
    { line: 'oos logs exec-1234 | grep -i error', does: { en: 'Search them', zh: '在日志中查找' } },
  ],

  async run(given, io, language) {
    const [id, ...more] = given.operands;
    if (id === undefined || more.length > 0) throw new UsageError(oneId);
    const { api } = await connect(given, io);
    const tail = new LogTail(api, { ExecutionId: id });
    const task = given.value('task');
    const isForProgram = given.value('format') === 'json';
    if (!given.has('follow')) {
      const lines = of(task, await during(asking, io, language, tail.next()));
      if (lines.length === 0) await during(asking, io, language, refuseUnknownTask(api, id, task));
      io.stdout.write(isForProgram ? formatValue({ version: 1, id, logs: lines.map(asValue) }) : textOf(lines));
      return exitCode.clean;
    }
    const format = isForProgram ? jsonLines : textOf;
    let isSilent = true;
    const write = (all: readonly LogLine[]) => {
      const lines = of(task, all);
      if (lines.length > 0) isSilent = false;
      io.stdout.write(format(lines));
    };
    const isOver = await follow({ tail, api, id, write }, io, language);
    if (isOver && isSilent) await refuseUnknownTask(api, id, task);
    return exitCode.clean;
  },
};

/** Other programs rely on this shape; it only grows. */
const asValue = ({ log, task, item }: LogLine) => ({ ...log, TaskName: task, LoopItem: item });
const jsonLines = (lines: readonly LogLine[]) => lines.map((it) => `${JSON.stringify(asValue(it))}\n`).join('');
const textOf = (lines: readonly LogLine[]) => lines.map((it) => `${formatLog(it)}\n`).join('');

/** `wanted`: the name or the id of a task; undefined: all. */
const of = (wanted: string | undefined, lines: readonly LogLine[]): LogLine[] =>
  wanted === undefined ? [...lines] : lines.filter(({ log, task }) => isMeant(wanted, log.TaskExecutionId, task));

const isMeant = (wanted: string, id: string | undefined, name: string | undefined): boolean =>
  id === wanted || name?.toLowerCase() === wanted.toLowerCase();

/** Throws a UsageError where the execution has no such task, at least until now. */
async function refuseUnknownTask(api: OosApi, ExecutionId: string, wanted: string | undefined): Promise<void> {
  if (wanted === undefined) return;
  const tasks = await gathered(api.each('ListTaskExecutions', { ExecutionId, IncludeChildTaskExecution: true }));
  if (tasks.some((it) => isMeant(wanted, it.TaskExecutionId, it.TaskName))) return;
  await api.getExecution(ExecutionId);
  throw new UsageError(unknownTask(wanted));
}

/**
 * Until the execution is over, or Ctrl-C, or nobody reads any more. The execution is asked for first, so that its last lines are
 * not missed. Answers whether it is over.
 */
async function follow({ tail, api, id, write }: Following, io: Io, language: Language): Promise<boolean> {
  const interruption = new Interruption(io);
  const { signal } = interruption;
  try {
    for (let pause: number | undefined; ; ) {
      const { Status } = await during(asking, io, language, api.getExecution(id, { signal }));
      const lines = await tail.next({ signal });
      write(lines);
      if (isFinal(Status)) return true;
      pause = nextPause(pause, lines.length > 0);
      await io.wait(pause, signal);
      if (io.isReaderGone) return false;
    }
  } catch (error) {
    if (!(error instanceof OosError && error.facts.kind === 'cancelled')) throw error;
    return false;
  } finally {
    interruption.end();
  }
}

interface Following {
  readonly tail: LogTail;
  readonly api: OosApi;
  readonly id: string;
  readonly write: (lines: readonly LogLine[]) => void;
}

const unknownTask = (task: string): Words => ({
  en: `The execution has no task "${task}" so far. oos executions tasks ID --all lists them.`,
  zh: `该执行目前没有任务“${task}”。可用 oos executions tasks ID --all 列出其任务。`,
});
const oneId: Words = { en: 'Name one execution: oos logs ID', zh: '请指定一个执行：oos logs ID' };
const asking: Words = { en: 'Asking for the logs...', zh: '正在查询日志…' };
