import type { OosApi } from '../../cloud/api/oosApi.ts';
import type { AnswerOf } from '../../cloud/api/operations.ts';
import { OosError } from '../../cloud/oosError.ts';
import { locateServiceError } from '../../features/serviceError.ts';
import type { TextRange } from '../../syntax/node.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { asTyped } from '../cloud/asTyped.ts';
import { connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { isCancelled, unlessLeft } from '../cloud/leaving.ts';
import { type CloudOption, cloudOptions } from '../cloud/options.ts';
import { tellRefusal } from '../cloud/refusal.ts';
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { readTemplateFile, type TemplateFile } from '../files/templateFile.ts';
import { formatInvalid, formatValid, validationValue } from '../formats/validation.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';

/** What the service says of one template. */
export type Verdict = { readonly file: TemplateFile } & (
  | { readonly answer: AnswerOf<'ValidateTemplateContent'> }
  /** `range`: the place of the first problem, where it is the template that the service refuses. */
  | { readonly error: OosError; readonly range: TextRange | undefined }
);

/** `oos validate FILE...`: what the service itself says of templates. */
export const validate: Command<CloudOption> = {
  operands: 'FILE... | - [OPTIONS]',
  about: {
    en: [
      'Sends templates to the service, which says whether it accepts them; nothing is saved. - is standard input.',
      'The service names the first problem only. oos check finds more, and without an account.',
    ].join('\n'),
    zh: [
      '把模板发送给服务，由服务判断是否接受，不会保存任何内容。- 表示标准输入。',
      '服务只指出第一个问题。oos check 能发现更多问题，且无需账号。',
    ].join('\n'),
  },
  options: cloudOptions,
  examples: [
    { line: 'oos validate restart-web.oos.yml', does: { en: 'One template', zh: '校验一个模板' } },
    {
      line: 'oos validate *.oos.yml --region cn-beijing --format json',
      does: { en: 'Several, in another region, for a program', zh: '在另一地域校验多个模板，供程序读取' },
    },
  ],

  async run(given, io, language) {
    if (given.operands.length === 0) throw new UsageError(noFile);
    const { api, leaving } = await connect(given, io);
    const verdicts: Verdict[] = [];
    let worst: number = exitCode.clean;
    for (const path of new Set(given.operands)) {
      const file = await unlessLeft(readTemplateFile(path, io), leaving);
      if ('en' in file) {
        io.stderr.write(`oos: ${printable(inLanguage(file, language))}\n`);
        worst = Math.max(worst, exitCode.unusable);
        continue;
      }
      const verdict = await during(asking(path), io, language, askService(file, api));
      verdicts.push(verdict);
      worst = Math.max(worst, codeFor(verdict, given.value('format') === 'json', io, language));
    }
    if (given.value('format') === 'json') {
      const words = given.has('lang') ? language : 'en';
      io.stdout.write(formatValue({ version: 1, files: verdicts.map((it) => validationValue(it, words)) }));
    }
    return worst;
  },
};

async function askService(file: TemplateFile, api: OosApi): Promise<Verdict> {
  try {
    return { file, answer: await api.validateTemplateContent({ Content: file.document.text }) };
  } catch (error) {
    if (!(error instanceof OosError) || isCancelled(error)) throw error;
    const { code, serviceMessage } = error.facts;
    const invalid = code?.startsWith('TemplateValidationError') === true;
    return { file, error, range: invalid ? locateServiceError(file.document, serviceMessage ?? '') : undefined };
  }
}

/** Tells a person the verdict, and answers the exit code for it. */
function codeFor(verdict: Verdict, forProgram: boolean, io: Io, language: Language): number {
  const terminal = terminalOf(io.stdout, io.env);
  if ('answer' in verdict) {
    if (!forProgram) io.stdout.write(formatValid(verdict.file, verdict.answer, terminal, language));
    return exitCode.clean;
  }
  const { file, error, range } = verdict;
  if (!range) return tellRefusal(asTyped(error, 'validate'), io, language, file.path);
  if (!forProgram) io.stdout.write(formatInvalid(file, error, range, terminal, language));
  return exitCode.findings;
}

const asking = (path: string): Words => ({
  en: `Asking the service about ${path}...`,
  zh: `正在请求服务校验 ${path}…`,
});

const noFile: Words = {
  en: 'Name the templates: oos validate FILE..., or - for standard input.',
  zh: '请指定模板：oos validate FILE...，或用 - 表示标准输入。',
};
