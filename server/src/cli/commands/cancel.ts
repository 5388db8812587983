import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { whileChanging } from '../cloud/change.ts';
import { confirmChange } from '../cloud/confirm.ts';
import { connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { cloudOptions, consentOptions } from '../cloud/options.ts';
import type { OptionTable } from '../commandLine/arguments.ts';
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { executionWords } from '../executions/executionWords.ts';
import { exitCode } from '../exitCode.ts';
import { formatValue } from '../formats/value.ts';
import { printable } from '../terminal/terminal.ts';

const options = { ...consentOptions, ...cloudOptions } as const satisfies OptionTable;

/** `oos cancel ID`: stops an execution. */
export const cancel: Command<keyof typeof options> = {
  operands: 'ID [OPTIONS]',
  about: {
    en: 'Stops an execution. What its tasks have done stays done.',
    zh: '取消某个执行。其任务已完成的操作不会撤销。',
  },
  options,
  examples: [{ line: 'oos cancel exec-1234', does: { en: 'After a question', zh: '询问后取消' } }],

  async run(given, io, language) {
    const [id, ...more] = given.operands;
    if (id === undefined || more.length > 0) throw new UsageError(oneId);
    const { api, connection } = await connect(given, io);
    const execution = await during(looking, io, language, api.getExecution(id));
    const which = executionWords(execution);
    const what = { en: `Cancel ${which.en}.`, zh: `取消${which.zh}。` };
    if (!(await confirmChange({ connection, what }, given, io, language))) return exitCode.unusable;
    const answer = api.cancelExecution({ ExecutionId: id });
    const sent = { what: cancelling, answer, look: ['executions', 'show', id] };
    const { RequestId } = await whileChanging(sent, given, io, language);
    const isForProgram = given.value('format') === 'json';
    io.stdout.write(
      isForProgram ? formatValue({ version: 1, cancelled: id, requestId: RequestId }) : told(id, language),
    );
    return exitCode.clean;
  },
};

const told = (id: string, language: Language): string =>
  `${printable(inLanguage({ en: `${id} was told to stop.`, zh: `已请求取消 ${id}。` }, language))}\n`;
const oneId: Words = { en: 'Name one execution: oos cancel ID', zh: '请指定一个执行：oos cancel ID' };
const looking: Words = { en: 'Looking at the execution...', zh: '正在查看执行…' };
const cancelling: Words = { en: 'Cancelling...', zh: '正在取消…' };
