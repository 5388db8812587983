import { randomUUID } from 'node:crypto';
import type { Execution } from '../../cloud/api/answers.ts';
import { encodeRequest } from '../../cloud/api/encodeRequest.ts';
import { isFinal } from '../../cloud/api/executionStatus.ts';
import type { RequestOf } from '../../cloud/api/operations.ts';
import { ExecutionWatch } from '../../cloud/execution/executionWatch.ts';
import { type FailedTask, failedTasks } from '../../cloud/execution/failedTasks.ts';
import { veilOver } from '../../cloud/execution/veil.ts';
import { OosError, type OosErrorKind } from '../../cloud/oosError.ts';
import type { ParameterReading } from '../../features/parameterValues.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { confirmChange } from '../cloud/confirm.ts';
import { type Cloud, connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { isCancelled } from '../cloud/leaving.ts';
import { offlineErrors } from '../cloud/offlineCheck.ts';
import { connectionChoice } from '../cloud/options.ts';
import { tagsFrom } from '../cloud/tagPairs.ts';
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { loopModes, modes, safetyChecks } from '../executions/names.ts';
import { exitCode } from '../exitCode.ts';
import type { TemplateFile } from '../files/templateFile.ts';
import { formatResult } from '../formats/executionResult.ts';
import { diagnosticsValue } from '../formats/json.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { knownActions } from '../knownActions.ts';
import { followExecution } from '../run/followExecution.ts';
import { type GivenParameters, givenParameters } from '../run/givenParameters.ts';
import { Interruption } from '../run/interruption.ts';
import { timeoutFrom } from '../run/milliseconds.ts';
import { oosLine } from '../run/oosLine.ts';
import { type RunArguments, type RunOption, runOptions } from '../run/options.ts';
import { readParameters } from '../run/readParameters.ts';
import { type Operand, publishedRunnable, type Runnable, readOperand, runnableFile } from '../run/runnable.ts';
import { Screen } from '../run/screen.ts';
import { startWords } from '../run/summary.ts';
import { Stopped } from '../terminal/stopped.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';

type StartRequest = RequestOf<'StartExecution'>;

/** `oos run NAME|FILE`: starts an execution and follows it to its end. */
export const runExecution: Command<RunOption> = {
  operands: 'NAME|FILE|- [OPTIONS]',
  about: {
    en: [
      'Starts an execution and follows it to its end. A file that exists is started by its content, which is not published;',
      'any other word is the name of a published template. Parameters are checked before anything is sent; those that are',
      'missing are asked for. Give secret ones (NoEcho) when you are asked, or with --params-file: others can see a command line.',
      'Where the execution waits for somebody you are asked; from a script, the command to type is shown. Ctrl-C asks whether to',
      'cancel the execution or just to stop watching. Exit codes: 0 success, or it goes on without you; 1 failed or cancelled.',
    ].join('\n'),
    zh: [
      '启动执行并跟踪到结束。存在的文件按其内容执行，不会发布；其他名称视为已发布的模板。',
      '参数在发送前检查，缺少的会询问。机密参数（NoEcho）请在询问时输入，或用 --params-file 提供，因为命令行可能被他人看到。',
      '执行需要人工处理时会询问您；在脚本中则显示要输入的命令。按 Ctrl-C 可选择取消执行或仅停止跟踪。',
      '退出码：0 成功，或执行仍在继续；1 失败或已取消。',
    ].join('\n'),
  },
  options: runOptions,
  examples: [
    {
      line: 'oos run restart-web -p instanceId=i-123 -p force=true',
      does: { en: 'A published template', zh: '执行已发布的模板' },
    },
    {
      line: 'oos run draft.oos.yml --params-file values.yml --mode debug',
      does: { en: 'A file, step by step', zh: '单步执行一个文件' },
    },
    {
      line: 'oos run patch-all -p \'ids=["i-1","i-2"]\' --yes --timeout 30m --format json',
      does: { en: 'From a script: the execution as JSON at the end', zh: '在脚本中执行，结束时输出 JSON' },
    },
  ],

  async run(given, io, language) {
    const [operand, ...more] = given.operands;
    if (operand === undefined || more.length > 0) throw new UsageError(oneOperand);
    if (operand === '-' && given.value('params-file') === '-') throw new UsageError(stdinTwice);
    const timeout = timeoutFrom(given.value('timeout'));
    const meant = await readOperand(operand, io);
    if (meant.kind === 'file' && given.has('version')) throw new UsageError(versionOfFile);
    const parameters = await givenParameters(given, io);
    if (meant.kind === 'file' && !(await mayStart(meant.file, given, io, language))) return exitCode.findings;
    const cloud = await connect(given, io);
    const runnable = await runnableFor(meant, cloud, given, io, language);
    const reading = await readingOf(runnable, parameters, io, language);
    if (!reading) return exitCode.unusable;
    const job = {
      cloud,
      runnable,
      secrets: reading.secrets,
      given,
      io,
      language,
      timeout,
    };
    return start(requestFor(runnable, reading, given), job);
  },
};

/** Shows the errors of the offline check; a program gets them instead of the execution. */
async function mayStart(file: TemplateFile, given: RunArguments, io: Io, language: Language): Promise<boolean> {
  const errors = await offlineErrors(file, given, io, language);
  if (errors.length === 0 || given.has('force')) return true;
  io.stderr.write(`oos: ${inLanguage(notStarted, language)}\n`);
  if (given.value('format') === 'json') {
    const diagnostics = diagnosticsValue(file.document.text, errors, given.has('lang') ? language : 'en');
    io.stdout.write(formatValue({ version: 1, path: file.path, diagnostics }));
  }
  return false;
}

function runnableFor(meant: Operand, { api }: Cloud, given: RunArguments, io: Io, language: Language) {
  if (meant.kind === 'file') return runnableFile(meant.file);
  return during(looking, io, language, publishedRunnable(api, meant.name, given.value('version')));
}

type Given = Pick<ParameterReading, 'values' | 'secrets'>;

/** Without a template that can be made out, everything goes to the service as it is, and any of it may be secret. */
async function readingOf(
  { template }: Runnable,
  given: GivenParameters,
  io: Io,
  language: Language,
): Promise<Given | undefined> {
  if (template) return readParameters(template, given, io, language);
  const pairs = [...given.values].map(([name, it]) => [name, it.kind === 'text' ? it.text : it.value] as const);
  const secrets = pairs.map(([, value]) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return { values: Object.fromEntries(pairs), secrets };
}

/** Throws an OosError for what the service would refuse. */
function requestFor({ source }: Runnable, { values }: Given, given: RunArguments): StartRequest {
  const request: StartRequest = {
    ...source,
    Parameters: Object.keys(values).length > 0 ? values : undefined,
    Mode: modes[given.value('mode') ?? ''],
    LoopMode: loopModes[given.value('loop-mode') ?? ''],
    SafetyCheck: safetyChecks[given.value('safety-check') ?? ''],
    Tags: tagsFrom(given.values('tag')),
    Description: given.value('description'),
    ClientToken: randomUUID(),
  };
  encodeRequest('StartExecution', request);
  return request;
}

interface Job {
  readonly cloud: Cloud;
  readonly runnable: Runnable;
  readonly secrets: readonly string[];
  readonly given: RunArguments;
  readonly io: Io;
  readonly language: Language;
  readonly timeout: number | undefined;
}

async function start(request: StartRequest, job: Job): Promise<number> {
  const { cloud, runnable, given, io, language } = job;
  const { catalog } = await knownActions(io, language, connectionChoice(given));
  const what = startWords(runnable, request, catalog);
  if (!(await confirmChange({ connection: cloud.connection, what }, given, io, language))) return exitCode.unusable;
  const interruption = new Interruption(io);
  try {
    const started = await send(request, job, interruption);
    io.stderr.write(`${inLanguage(startedWords(started.ExecutionId), language)}\n`);
    const last = given.has('no-follow') ? started : await follow(started, job, interruption);
    return await conclude(last, job, interruption.signal);
  } finally {
    interruption.end();
  }
}

/** The call may have taken effect all the same. */
const doubtful: ReadonlySet<OosErrorKind> = new Set<OosErrorKind>([
  'network',
  'timeout',
  'server',
  'protocol',
  'cancelled',
]);

/** A first Ctrl-C does not keep the answer from coming, since nobody would know then whether the execution has started. */
async function send(request: StartRequest, job: Job, interruption: Interruption): Promise<Execution> {
  const { cloud, secrets, io, language, given } = job;
  const say = (words: Words) => io.stderr.write(`${printable(inLanguage(words, language))}\n`);
  const answered = new AbortController();
  interruption.signal.addEventListener('abort', () => say(startingStill), { once: true, signal: answered.signal });
  try {
    const call = cloud.api.startExecution(request, { signal: interruption.insistent, secrets });
    return veilOver(secrets).execution((await during(starting, io, language, call)).Execution);
  } catch (error) {
    if (error instanceof OosError && doubtful.has(error.facts.kind)) {
      say(perhapsStarted(oosLine(given, 'executions', 'list', '--since', '10m')));
    }
    throw isCancelled(error) ? new Stopped() : error;
  } finally {
    answered.abort();
  }
}

function follow(started: Execution, job: Job, interruption: Interruption): Promise<Execution> {
  const { cloud, runnable, secrets, given, io, language, timeout } = job;
  return followExecution(started, {
    api: cloud.api,
    secrets,
    screen: new Screen(io, language),
    prompter: io.prompter,
    template: runnable.template,
    lineFor: (...words) => oosLine(given, ...words),
    watch: new ExecutionWatch(cloud.api, started.ExecutionId, { logs: given.has('logs'), secrets }),
    interruption,
    io,
    timeout,
  });
}

/** Ctrl-C leaves out what else could be told about a failure. */
async function conclude(execution: Execution, job: Job, signal: AbortSignal): Promise<number> {
  const { cloud, given, io, language, secrets } = job;
  const { ExecutionId, Status } = execution;
  if (given.value('format') === 'json') io.stdout.write(formatValue({ version: 1, execution }));
  else if (!isFinal(Status) && given.has('no-follow')) io.stdout.write(`${printable(ExecutionId)}\n`);
  else {
    const failed =
      Status === 'Failed' ? await failedTasks(cloud.api, ExecutionId, { secrets, signal }).catch(notTold) : [];
    io.stdout.write(formatResult(execution, failed, terminalOf(io.stdout, io.env), language));
  }
  return Status === 'Failed' || Status === 'Cancelled' ? exitCode.findings : exitCode.clean;
}

/** How it ended is known; this is more than that. */
function notTold(error: unknown): FailedTask[] {
  if (error instanceof OosError) return [];
  throw error;
}

const oneOperand: Words = {
  en: 'Name one template: oos run NAME, or oos run FILE',
  zh: '请指定一个模板：oos run NAME 或 oos run FILE',
};
const stdinTwice: Words = {
  en: 'Standard input can be the template or its parameters, not both. Name a file for one of them.',
  zh: '标准输入只能作为模板或参数之一，不能同时作为两者。请为其中之一指定文件。',
};

const versionOfFile: Words = {
  en: '--version is for published templates; a file is started as it is. Leave --version out.',
  zh: '--version 用于已发布的模板，而文件按其内容执行。请去掉 --version。',
};
const notStarted: Words = {
  en: 'Nothing was started because of the errors above. Correct them, or add --force.',
  zh: '存在以上错误，未启动执行。请修正，或加上 --force。',
};
const looking: Words = { en: 'Looking at the template...', zh: '正在查看模板…' };
const starting: Words = { en: 'Starting...', zh: '正在启动…' };
const startedWords = (id: string): Words => ({ en: `Started ${printable(id)}.`, zh: `已启动 ${printable(id)}。` });
const startingStill: Words = {
  en: 'Waiting to hear whether it has started. Press Ctrl-C once more to leave without knowing.',
  zh: '正在等待启动结果。再按一次 Ctrl-C 则不等结果直接退出。',
};
const perhapsStarted = (line: string): Words => ({
  en: `It is not known whether the execution has started. Look before you try again: ${line}`,
  zh: `无法确定执行是否已经启动。重试之前请先查看：${line}`,
});
