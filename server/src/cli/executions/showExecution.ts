import type { Language, Words } from '../../words/words.ts';
import { connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { exitCode } from '../exitCode.ts';
import { formatExecution } from '../formats/executionPage.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { terminalOf } from '../terminal/terminal.ts';
import type { ExecutionArguments } from './options.ts';

/** `oos executions show ID`. */
export async function showExecution(id: string, given: ExecutionArguments, io: Io, language: Language) {
  const { api } = await connect(given, io);
  const execution = await during(asking, io, language, api.getExecution(id));
  const isForProgram = given.value('format') === 'json';
  io.stdout.write(
    isForProgram
      ? formatValue({ version: 1, execution })
      : formatExecution(execution, terminalOf(io.stdout, io.env), language),
  );
  return exitCode.clean;
}

const asking: Words = { en: 'Asking for the execution...', zh: '正在查询执行…' };
