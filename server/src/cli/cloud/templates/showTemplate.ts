import type { Template } from '../../../cloud/api/answers.ts';
import { inLanguage, type Language, type Words } from '../../../words/words.ts';
import { exitCode } from '../../exitCode.ts';
import { formatValue } from '../../formats/value.ts';
import type { Io } from '../../io.ts';
import { printable, printableText, terminalOf } from '../../terminal.ts';
import { connect } from '../connect.ts';
import { during } from '../during.ts';
import type { TemplateArguments } from './options.ts';

/** `oos templates show NAME`: the content alone on standard output, so that it can go into a file. */
export async function showTemplate(name: string, given: TemplateArguments, io: Io, language: Language) {
  const { api } = await connect(given, io);
  const request = { TemplateName: name, TemplateVersion: given.value('version') };
  const { Template, Content, ContentIsOriginal } = await during(asking, io, language, api.getTemplate(request));
  if (given.value('format') === 'json') {
    const answer = { version: 1, template: Template, content: Content, contentIsOriginal: ContentIsOriginal };
    io.stdout.write(formatValue(answer));
    return exitCode.clean;
  }
  const content = Content ?? '';
  const { paint } = terminalOf(io.stderr, io.env);
  if (io.stdout.isTTY) {
    io.stderr.write(`${paint('dim', printable(inLanguage(headOf(Template), language)))}\n`);
    io.stdout.write(`${printableText(content)}${content.endsWith('\n') ? '' : '\n'}`);
  } else io.stdout.write(content);
  if (!ContentIsOriginal) io.stderr.write(`${inLanguage(rewritten, language)}\n`);
  return exitCode.clean;
}

function headOf({ TemplateName: name, TemplateVersion: version, UpdatedDate: date, UpdatedBy: by }: Template): Words {
  const known = (it: string | undefined) => it ?? '?';
  return {
    en: `${known(name)} ${known(version)}, saved ${known(date)} by ${known(by)}`,
    zh: `${known(name)} ${known(version)}，由 ${known(by)} 保存于 ${known(date)}`,
  };
}

const asking: Words = { en: 'Asking for the template...', zh: '正在查询模板…' };
const rewritten: Words = {
  en: 'The service sent the meaning of the template only; this is not the text that was published.',
  zh: '服务只返回了模板的内容结构，以上并非发布时的原文。',
};
