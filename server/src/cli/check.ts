import type { Severity } from '../analysis/rule.ts';
import { inLanguage, type Language, languages } from '../words/words.ts';
import { bundledCatalog } from '../workspace/bundledCatalog.ts';
import type { Arguments } from './arguments.ts';
import { type CheckResult, checkFiles } from './checkFiles.ts';
import type { Command } from './command.ts';
import { exitCode } from './exitCode.ts';
import { formatJson } from './formats/json.ts';
import { fixHint, formatPretty, formatSummary } from './formats/pretty.ts';
import { collectInputs } from './inputs.ts';
import type { Io } from './io.ts';
import { progressOn } from './progress.ts';
import { printable, terminalOf } from './terminal.ts';
import { UsageError } from './usageError.ts';

type Option = 'format' | 'lang' | 'quiet' | 'max-warnings' | 'stdin-filename';

/** `oos check`: the findings of all named templates on standard output. */
export const check: Command<Option> = {
  operands: '[PATH...] [OPTIONS]',
  about: {
    en: [
      'PATH is a file, a folder (searched for OOS templates), or - for standard input.',
      'Without PATH the current folder is searched.',
    ].join('\n'),
    zh: ['PATH 是文件、文件夹（在其中查找 OOS 模板），或表示标准输入的 -。', '不写 PATH 时在当前文件夹中查找。'].join(
      '\n',
    ),
  },
  options: {
    format: {
      choices: ['pretty', 'json'],
      summary: { en: 'For people (the default), or for programs', zh: '供人阅读（默认），或供程序读取' },
    },
    lang: {
      choices: languages,
      summary: {
        en: 'The language of the words; by default that of the terminal, English in JSON',
        zh: '输出文字的语言；默认与终端相同，JSON 默认英文',
      },
    },
    quiet: {
      summary: {
        en: 'Only the findings: no summary, hints and progress',
        zh: '只输出发现的问题，不输出汇总、提示和进度',
      },
    },
    'max-warnings': {
      value: 'N',
      summary: { en: 'Fail when there are more than N warnings', zh: '警告多于 N 个时视为失败' },
    },
    'stdin-filename': {
      value: 'NAME',
      summary: { en: 'The name of what comes from standard input', zh: '标准输入内容的文件名' },
    },
  },

  async run(given, io, terminalLanguage) {
    const allowedWarnings = maxWarnings(given);
    const operands = given.operands.length > 0 ? given.operands : ['.'];
    const stdinName = given.value('stdin-filename');
    if (stdinName !== undefined && !operands.includes('-')) throw new UsageError(nameWithoutStdin);
    const format = given.value('format') ?? 'pretty';
    const language = format === 'json' && !given.has('lang') ? 'en' : terminalLanguage;
    const quiet = given.has('quiet');

    const inputs = await collectInputs(operands, stdinName, io);
    const progress = progressOn(quiet ? { write: () => undefined } : io.stderr, inputs.inputs.length);
    const result = await checkFiles(inputs, bundledCatalog(), progress);
    if (format === 'json') io.stdout.write(formatJson(result.files, language));
    else writePretty(result, quiet, io, language);
    for (const complaint of result.complaints) {
      io.stderr.write(`oos: ${printable(inLanguage(complaint, language))}\n`);
    }
    return verdict(result, allowedWarnings, io, language);
  },
};

function writePretty({ files }: CheckResult, quiet: boolean, io: Io, language: Language): void {
  const terminal = terminalOf(io.stdout, io.env);
  for (const file of files) io.stdout.write(formatPretty(file, terminal, language));
  if (quiet || files.length === 0) return;
  io.stdout.write(formatSummary(files, terminal, language));
  io.stderr.write(fixHint(files, language));
}

function verdict({ files, complaints }: CheckResult, allowed: number, io: Io, language: Language): number {
  const count = (severity: Severity) =>
    files.reduce((sum, { diagnostics }) => sum + diagnostics.filter((it) => it.severity === severity).length, 0);
  const warnings = count('warning');
  const tooMany = warnings > allowed;
  if (tooMany) {
    const words = {
      en: `There are ${warnings} warnings; --max-warnings allows ${allowed}.`,
      zh: `共有 ${warnings} 个警告，--max-warnings 允许 ${allowed} 个。`,
    };
    io.stderr.write(`oos: ${inLanguage(words, language)}\n`);
  }
  if (complaints.length > 0) return exitCode.unusable;
  return tooMany || count('error') > 0 ? exitCode.findings : exitCode.clean;
}

function maxWarnings(given: Arguments<Option>): number {
  const written = given.value('max-warnings');
  if (written === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new UsageError({
    en: `--max-warnings needs a whole number from 0, not "${written}".`,
    zh: `--max-warnings 需要一个不小于 0 的整数，而不是“${written}”。`,
  });
}

const nameWithoutStdin = {
  en: '--stdin-filename names standard input, which is not read here. Add a - for it: oos check - --stdin-filename NAME',
  zh: '--stdin-filename 用于给标准输入命名，而这里没有读取标准输入。请加上 -：oos check - --stdin-filename NAME',
};
