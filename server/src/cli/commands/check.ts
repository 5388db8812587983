import type { Severity } from '../../analysis/rule.ts';
import { templateNameOf } from '../../cloud/templateName.ts';
import { inLanguage, type Language, languages } from '../../words/words.ts';
import { ChildTemplates } from '../../workspace/childTemplates.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import type { Command } from '../commandLine/command.ts';
import { readRuleLevels } from '../commandLine/ruleNames.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { type CheckResult, checkFiles } from '../files/checkFiles.ts';
import { collectInputs } from '../files/inputs.ts';
import { repairNotes } from '../files/repair.ts';
import { readNamedSettings, SettingsSource } from '../files/settingsSource.ts';
import { formatGithub } from '../formats/github.ts';
import { formatJson } from '../formats/json.ts';
import { formatJunit } from '../formats/junit.ts';
import { fixHint, formatPretty, formatSummary, refreshHint } from '../formats/pretty.ts';
import type { Format } from '../formats/report.ts';
import { formatSarif } from '../formats/sarif.ts';
import type { Io, Out } from '../io.ts';
import { knownActions } from '../knownActions.ts';
import { searchedFolders } from '../risk/searchedFolders.ts';
import { progressOn } from '../terminal/progress.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';

type Option = 'format' | 'fix' | 'rule' | 'config' | 'lang' | 'quiet' | 'max-warnings' | 'stdin-filename';

/** The formats for programs, which are in English unless `--lang` says otherwise. */
const formats: ReadonlyMap<string, Format> = new Map([
  ['json', ({ files }, language) => formatJson(files, language)],
  ['sarif', formatSarif],
  ['junit', formatJunit],
  ['github', formatGithub],
]);

/** `oos check`: the findings of all named templates on standard output. */
export const check: Command<Option> = {
  operands: '[PATH...] [OPTIONS]',
  about: {
    en: [
      'PATH is a file, a folder (searched for OOS templates), or - for standard input.',
      'Without PATH the current folder is searched.',
      'The nearest .oosrc.json, in the folder of a template or above it, decides which rules apply.',
      'With --fix and - the repaired text goes to standard output, and the findings to standard error.',
    ].join('\n'),
    zh: [
      'PATH 是文件、文件夹（在其中查找 OOS 模板），或表示标准输入的 -。',
      '不写 PATH 时在当前文件夹中查找。',
      '启用哪些规则，由模板所在文件夹或其上级文件夹中最近的 .oosrc.json 决定。',
      '同时使用 --fix 和 - 时，修复后的文本写到标准输出，发现的问题写到标准错误。',
    ].join('\n'),
  },
  options: {
    format: {
      choices: ['pretty', ...formats.keys()],
      summary: {
        en: 'For people (the default), for programs, or for CI systems',
        zh: '供人阅读（默认）、供程序读取，或供 CI 系统使用',
      },
    },
    fix: {
      summary: {
        en: 'Repair what needs no second look, then tell what is left',
        zh: '修复无需人工判断的问题，再输出其余问题',
      },
    },
    rule: {
      value: 'ID=LEVEL',
      summary: {
        en: 'Set how a rule reports, or switch it off; may be repeated',
        zh: '设置规则的报告级别，或用 off 关闭规则；可重复使用',
      },
    },
    config: {
      value: 'FILE',
      summary: {
        en: 'The settings for all templates, instead of the nearest .oosrc.json',
        zh: '用于所有模板的设置文件，代替最近的 .oosrc.json',
      },
    },
    lang: {
      choices: languages,
      summary: {
        en: 'The language of the output; by default that of the terminal, for programs English',
        zh: '输出文字的语言；默认与终端相同，供程序读取时默认英文',
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
  examples: [
    { line: 'oos check templates', does: { en: 'All templates in a folder', zh: '文件夹中的所有模板' } },
    {
      line: 'oos check --fix cleanup.oos.yml',
      does: { en: 'Repair what has only one way to be repaired', zh: '修复只有一种改法的问题' },
    },
    {
      line: 'oos check templates --format sarif > oos.sarif',
      does: { en: 'For the code scanning of a repository', zh: '供代码仓库的代码扫描使用' },
    },
    {
      line: 'cat cleanup.oos.yml | oos check - --stdin-filename cleanup.oos.yml',
      does: { en: 'What another program writes', zh: '检查其他程序输出的内容' },
    },
  ],

  async run(given, io, terminalLanguage) {
    const allowedWarnings = maxWarnings(given);
    const operands = given.operands.length > 0 ? given.operands : ['.'];
    const stdinName = given.value('stdin-filename');
    if (stdinName !== undefined && !operands.includes('-')) throw new UsageError(nameWithoutStdin);
    const format = formats.get(given.value('format') ?? 'pretty');
    const language = format && !given.has('lang') ? 'en' : terminalLanguage;
    const quiet = given.has('quiet');
    const fix = given.has('fix');
    const settings = await settingsOf(given, io);

    const inputs = await collectInputs(operands, stdinName, io);
    const children = new ChildTemplates(searchedFolders(inputs, io.cwd));
    const progress = progressOn(quiet ? { write: () => undefined } : io.stderr, io.env, inputs.inputs.length);
    const result = await checkFiles(inputs, {
      catalog: (await knownActions(io, language)).catalog,
      settings,
      surroundings: ({ path, place }) => ({ rootName: templateNameOf(path) || undefined, child: children.for(place) }),
      fix,
      cwd: io.cwd,
      progress,
    });
    if (!quiet) io.stderr.write(repairNotes(result.files, language));
    const out = fix && operands.includes('-') ? io.stderr : io.stdout;
    if (format) out.write(format({ ...result, cwd: io.cwd, version: io.version() }, language));
    else writePretty(result, { quiet, fix, out }, io, language);
    for (const complaint of result.complaints) {
      io.stderr.write(`oos: ${printable(inLanguage(complaint, language))}\n`);
    }
    return verdict(result, allowedWarnings, io, language);
  },
};

async function settingsOf(given: Arguments<Option>, { cwd }: Io): Promise<SettingsSource> {
  const rules = readRuleLevels(given.values('rule'));
  const config = given.value('config');
  return new SettingsSource(config === undefined ? undefined : await readNamedSettings(config, cwd), rules);
}

interface Manner {
  readonly quiet: boolean;
  readonly fix: boolean;
  readonly out: Out;
}

function writePretty({ files }: CheckResult, { quiet, fix, out }: Manner, io: Io, language: Language): void {
  const terminal = terminalOf(out, io.env);
  for (const file of files) out.write(formatPretty(file, terminal, language));
  if (quiet || files.length === 0) return;
  out.write(formatSummary(files, terminal, language));
  io.stderr.write(fixHint(files, fix, language) + refreshHint(files, language));
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
