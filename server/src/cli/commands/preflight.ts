import { analyze } from '../../analysis/analyze.ts';
import { templateNameOf } from '../../cloud/templateName.ts';
import { preflight as preflightOf } from '../../features/preflight.ts';
import { preflightVerdict } from '../../features/preflightWords.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { ChildTemplates } from '../../workspace/childTemplates.ts';
import { outputOptions } from '../cloud/options.ts';
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { SettingsSource } from '../files/settingsSource.ts';
import { readTemplateFile, type TemplateFile } from '../files/templateFile.ts';
import { formatPreflightJson } from '../formats/preflightJson.ts';
import { formatPreflight } from '../formats/preflightPretty.ts';
import type { Io } from '../io.ts';
import { knownActions } from '../knownActions.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';

/** `oos preflight FILE`: everything that is good to know before a template runs, on one screen. */
export const preflight: Command<keyof typeof outputOptions> = {
  operands: 'FILE | - [OPTIONS]',
  about: {
    en: [
      'Says whether a template is fit to run: mistakes, risky tasks and how far they reach, the permissions that it needs, the parameters',
      'that need a value, the limits of the service, and how long it can take. Works offline. - is standard input.',
      'The exit code is 1 where there are errors.',
    ].join('\n'),
    zh: [
      '判断模板是否可以运行：错误、高风险任务及其影响范围、所需权限、需要填写的参数、服务的限制，以及最长时长。',
      '离线工作。- 表示标准输入。有错误时退出码为 1。',
    ].join('\n'),
  },
  options: outputOptions,
  examples: [
    { line: 'oos preflight cleanup.oos.yml', does: { en: 'Before a run', zh: '运行之前' } },
    { line: 'oos preflight cleanup.oos.yml --format json', does: { en: 'For a program', zh: '供程序读取' } },
  ],

  async run(given, io, terminalLanguage) {
    const [path, ...more] = given.operands;
    if (path === undefined || more.length > 0) throw new UsageError(oneFile);
    const forProgram = given.value('format') === 'json';
    const language = forProgram && !given.has('lang') ? 'en' : terminalLanguage;
    const file = await readTemplateFile(path, io);
    if ('en' in file) {
      tell(file, io, language);
      return exitCode.unusable;
    }
    const rootName = templateNameOf(path);
    const report = await reportOn(file, rootName, io, language);
    const of = { path, rootName, text: file.document.text };
    const terminal = terminalOf(io.stdout, io.env);
    io.stdout.write(
      forProgram ? formatPreflightJson(of, report, language) : formatPreflight(of, report, terminal, language),
    );
    return preflightVerdict(report) === 'errors' ? exitCode.findings : exitCode.clean;
  },
};

async function reportOn({ document, place }: TemplateFile, rootName: string, io: Io, language: Language) {
  const { catalog } = await knownActions(io, language);
  const settings = new SettingsSource(undefined, {});
  const surroundings = { rootName: rootName || undefined, child: new ChildTemplates([io.cwd]).for(place) };
  const diagnostics = analyze(document, catalog, undefined, settings.settingsFor(place), surroundings);
  for (const complaint of settings.complaints(io.cwd)) tell(complaint, io, language);
  return preflightOf(document, { ...surroundings, catalog, diagnostics });
}

function tell(problem: Words, io: Io, language: Language): void {
  io.stderr.write(`oos: ${printable(inLanguage(problem, language))}\n`);
}

const oneFile: Words = {
  en: 'Name one template: oos preflight FILE, or - for standard input.',
  zh: '请指定一个模板：oos preflight FILE，或用 - 表示标准输入。',
};
