import { OosError } from '../../cloud/oosError.ts';
import { locateServiceError } from '../../features/serviceError.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import { asTyped } from '../cloud/asTyped.ts';
import { connect } from '../cloud/connect.ts';
import { isCancelled, unlessLeft } from '../cloud/leaving.ts';
import { offlineErrors } from '../cloud/offlineCheck.ts';
import { farewell, hasLeft, mayHaveChanged } from '../cloud/publish/farewell.ts';
import { type PublishOption, publishOptions } from '../cloud/publish/options.ts';
import type { Outcome } from '../cloud/publish/outcome.ts';
import { extrasFrom, type Publication, publicationsFrom } from '../cloud/publish/publication.ts';
import { publishTemplate, type Surroundings } from '../cloud/publish/publishTemplate.ts';
import { tellRefusal } from '../cloud/refusal.ts';
import type { Command } from '../commandLine/command.ts';
import { exitCode } from '../exitCode.ts';
import { readTemplateFile, type TemplateFile } from '../files/templateFile.ts';
import { formatOutcome, outcomeValue } from '../formats/publication.ts';
import { formatInvalid } from '../formats/validation.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { oosLine } from '../run/oosLine.ts';
import { Stopped } from '../terminal/stopped.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';

/** `oos publish FILE...`: creates templates in the cloud, or new versions of them. */
export const publish: Command<PublishOption> = {
  operands: 'FILE... | - [OPTIONS]',
  about: {
    en: [
      'Creates templates, or new versions of those that exist. Each gets the name of its file: restart-web.oos.yml is restart-web.',
      'First the file is checked offline and compared with what is published; then you are asked.',
      'Where the same is published already, nothing is sent.',
    ].join('\n'),
    zh: [
      '创建模板，或为已有模板创建新版本。模板以文件名命名：restart-web.oos.yml 对应 restart-web。',
      '先离线检查文件，并与已发布的版本比较，然后询问您。',
      '如果已发布的内容相同，则不发送任何内容。',
    ].join('\n'),
  },
  options: publishOptions,
  examples: [
    { line: 'oos publish restart-web.oos.yml', does: { en: 'After a look at the changes', zh: '查看更改后发布' } },
    {
      line: 'oos publish *.oos.yml --dry-run --region cn-beijing',
      does: { en: 'What would change in another region?', zh: '查看在另一地域会有哪些更改' },
    },
    {
      line: 'oos publish draft.yml --name restart-web --tag team=web --yes',
      does: { en: 'From a script', zh: '在脚本中发布' },
    },
  ],

  async run(given, io, language) {
    const publications = publicationsFrom(given);
    const forProgram = given.value('format') === 'json';
    const cloud = await connect(given, io);
    const isOneOfMany = publications.length > 1;
    const surroundings = { cloud, extras: extrasFrom(given), given, isOneOfMany, io, language };
    const outcomes: Outcome[] = [];
    let worst: number = exitCode.clean;
    for (const publication of publications) {
      const { outcome, code } = outcomes.some(hasLeft)
        ? stoppedBefore(publication)
        : await publishFile(publication, surroundings);
      outcomes.push(outcome);
      worst = Math.max(worst, code);
      if (!forProgram) io.stdout.write(formatOutcome(outcome, terminalOf(io.stdout, io.env), language));
    }
    for (const it of farewell(outcomes, (...words) => oosLine(given, ...words))) {
      io.stderr.write(`oos: ${printable(inLanguage(it, language))}\n`);
    }
    // Whoever leaves before anything was sent gets no answer, as from all commands.
    if (forProgram && (!outcomes.some(hasLeft) || outcomes.some(mayHaveChanged))) {
      const words = given.has('lang') ? language : 'en';
      io.stdout.write(formatValue({ version: 1, templates: outcomes.map((it) => outcomeValue(it, words)) }));
    }
    return worst;
  },
};

interface Reported {
  readonly outcome: Outcome;
  readonly code: number;
}

const stoppedBefore = (publication: Publication): Reported => ({
  outcome: { ...publication, result: 'stopped' },
  code: exitCode.unusable,
});

/** Publishes one file. What is wrong with it is told on standard error, and does not keep the others from being published. */
async function publishFile(publication: Publication, surroundings: Surroundings): Promise<Reported> {
  try {
    return await attemptFile(publication, surroundings);
  } catch (error) {
    const isAtQuestion = error instanceof Stopped;
    if (isCancelled(error) || (isAtQuestion && surroundings.isOneOfMany)) return stoppedBefore(publication);
    throw error;
  }
}

async function attemptFile(publication: Publication, surroundings: Surroundings): Promise<Reported> {
  const { cloud, given, io, language } = surroundings;
  const file = await unlessLeft(readTemplateFile(publication.path, io), cloud.leaving);
  if ('en' in file) {
    io.stderr.write(`oos: ${printable(inLanguage(file, language))}\n`);
    return { outcome: { ...publication, result: 'unusable', why: file }, code: exitCode.unusable };
  }
  if ((await offlineErrors(file, given, io, language)).length > 0 && !given.has('force')) {
    return { outcome: { ...publication, result: 'errors' }, code: exitCode.findings };
  }
  try {
    const outcome = await publishTemplate(publication, file, surroundings);
    return { outcome, code: isRefusedHere(outcome) ? exitCode.unusable : exitCode.clean };
  } catch (error) {
    if (!(error instanceof OosError) || isCancelled(error)) throw error;
    const outcome = { ...publication, result: 'failed', error } as const;
    return { outcome, code: tellFailure(error, file, io, language) };
  }
}

const isRefusedHere = ({ result }: Outcome): boolean => result === 'declined' || result === 'unknown';

function tellFailure(error: OosError, file: TemplateFile, io: Io, language: Language): number {
  const { code = '', serviceMessage } = error.facts;
  if (!code.startsWith('TemplateValidationError')) {
    return tellRefusal(asTyped(error, 'publish'), io, language, file.path);
  }
  const range = locateServiceError(file.document, serviceMessage ?? '');
  io.stderr.write(formatInvalid(file, error, range, terminalOf(io.stderr, io.env), language));
  return exitCode.service;
}
