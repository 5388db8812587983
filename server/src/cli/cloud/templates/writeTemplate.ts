import type { AnswerOf } from '../../../cloud/api/operations.ts';
import { inLanguage, type Language, type Words } from '../../../words/words.ts';
import type { Arguments } from '../../commandLine/arguments.ts';
import { exitCode } from '../../exitCode.ts';
import { formatValue } from '../../formats/value.ts';
import type { Io } from '../../io.ts';
import { printable, printableText, terminalOf } from '../../terminal/terminal.ts';

type Answer = Pick<AnswerOf<'GetTemplate'>, 'Template' | 'Content' | 'ContentIsOriginal'>;

/** Writes the content of a template alone to standard output, so that it can go into a file. */
export function writeTemplate(
  { Template, Content: content = '', ContentIsOriginal }: Answer,
  given: Arguments<'format'>,
  io: Io,
  language: Language,
): number {
  if (given.value('format') === 'json') {
    io.stdout.write(formatValue({ version: 1, template: Template, content, contentIsOriginal: ContentIsOriginal }));
    return exitCode.clean;
  }
  const { paint } = terminalOf(io.stderr, io.env);
  if (io.stdout.isTTY) {
    io.stderr.write(`${paint('dim', printable(inLanguage(headOf(Template), language)))}\n`);
    io.stdout.write(`${printableText(content)}${content.endsWith('\n') ? '' : '\n'}`);
  } else io.stdout.write(content);
  if (!ContentIsOriginal) io.stderr.write(`${inLanguage(rewritten, language)}\n`);
  return exitCode.clean;
}

function headOf({ TemplateName, TemplateVersion, UpdatedDate, UpdatedBy }: Answer['Template']): Words {
  const known = (it: string | undefined) => it || '?';
  return {
    en: `${known(TemplateName)} ${known(TemplateVersion)}, saved ${known(UpdatedDate)} by ${known(UpdatedBy)}`,
    zh: `${known(TemplateName)} ${known(TemplateVersion)}，由 ${known(UpdatedBy)} 保存于 ${known(UpdatedDate)}`,
  };
}

const rewritten: Words = {
  en: 'The service returned only the content of the template; this is not the text that was published.',
  zh: '服务只返回了模板的内容结构，以上并非发布时的原文。',
};
