import type { Language, Words } from '../../../words/words.ts';
import type { Io } from '../../io.ts';
import { connect } from '../connect.ts';
import { during } from '../during.ts';
import type { TemplateArguments } from './options.ts';
import { writeTemplate } from './writeTemplate.ts';

/** `oos templates show NAME`: the content alone on standard output, so that it can go into a file. */
export async function showTemplate(name: string, given: TemplateArguments, io: Io, language: Language) {
  const { api } = await connect(given, io);
  const request = { TemplateName: name, TemplateVersion: given.value('version') };
  return writeTemplate(await during(asking, io, language, api.getTemplate(request)), given, io, language);
}

const asking: Words = { en: 'Asking for the template...', zh: '正在查询模板…' };
