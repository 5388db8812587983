import { encodeRequest } from '../../../cloud/api/encodeRequest.ts';
import { inLanguage, type Language, type Words } from '../../../words/words.ts';
import { exitCode } from '../../exitCode.ts';
import { formatValue } from '../../formats/value.ts';
import type { Io } from '../../io.ts';
import { printable } from '../../terminal/terminal.ts';
import { whileChanging } from '../change.ts';
import { confirmChange } from '../confirm.ts';
import { connect } from '../connect.ts';
import { during } from '../during.ts';
import type { TemplateArguments } from './options.ts';

/** `oos templates delete NAME`. The template is looked at first, so that only what exists is asked about. */
export async function deleteTemplate(name: string, given: TemplateArguments, io: Io, language: Language) {
  const request = { TemplateName: name, AutoDeleteExecutions: given.has('with-executions') || undefined };
  encodeRequest('DeleteTemplate', request);
  const { api, connection } = await connect(given, io);
  const { Template } = await during(looking, io, language, api.getTemplate({ TemplateName: name }));
  const what = given.has('with-executions') ? withExecutions(name) : allVersions(name, Template.TemplateVersion);
  if (!(await confirmChange({ connection, what, typed: name }, given, io, language))) return exitCode.unusable;
  const sent = { what: deleting, answer: api.deleteTemplate(request), look: ['templates', 'show', name] };
  const { RequestId } = await whileChanging(sent, given, io, language);
  if (given.value('format') === 'json') {
    io.stdout.write(formatValue({ version: 1, deleted: name, requestId: RequestId }));
  } else io.stdout.write(`${printable(inLanguage(deleted(name), language))}\n`);
  return exitCode.clean;
}

const allVersions = (name: string, latest = '?'): Words => ({
  en: `Delete the template ${name} with all its versions (the latest is ${latest}).`,
  zh: `删除模板 ${name} 及其全部版本（最新版本为 ${latest}）。`,
});
const withExecutions = (name: string): Words => ({
  en: `Delete the template ${name} with all its versions, and all its executions with their logs.`,
  zh: `删除模板 ${name} 及其全部版本，以及它的全部执行和日志。`,
});
const deleted = (name: string): Words => ({ en: `Deleted ${name}.`, zh: `已删除 ${name}。` });
const looking: Words = { en: 'Looking at the template...', zh: '正在查看模板…' };
const deleting: Words = { en: 'Deleting...', zh: '正在删除…' };
