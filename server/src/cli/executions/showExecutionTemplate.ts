import type { Language, Words } from '../../words/words.ts';
import { connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { writeTemplate } from '../cloud/templates/writeTemplate.ts';
import type { Io } from '../io.ts';
import type { ExecutionArguments } from './options.ts';

/** `oos executions template ID`: the text that is being run, which may have been replaced since. */
export async function showExecutionTemplate(id: string, given: ExecutionArguments, io: Io, language: Language) {
  const { api } = await connect(given, io);
  const answer = await during(asking, io, language, api.getExecutionTemplate({ ExecutionId: id }));
  return writeTemplate(answer, given, io, language);
}

const asking: Words = { en: 'Asking for the template...', zh: '正在查询模板…' };
