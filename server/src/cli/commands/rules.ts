import { rules as allRules } from '../../analysis/rules/index.ts';
import { rulePage } from '../../features/rulePage.ts';
import { languages } from '../../words/words.ts';
import type { Command } from '../commandLine/command.ts';
import { ruleNamed } from '../commandLine/ruleNames.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { formatMarkdown } from '../formats/markdown.ts';
import { formatRuleList, formatRulesJson } from '../formats/ruleList.ts';
import { terminalOf } from '../terminal/terminal.ts';

/** `oos rules [ID]`: what is checked, and one rule's page. */
export const rules: Command<'format' | 'lang'> = {
  operands: '[ID] [OPTIONS]',
  about: {
    en: 'Without ID all rules, one per line; with ID the page of this rule, with its reason and examples.',
    zh: '不写 ID 时列出全部规则，每行一条；写 ID 时显示该规则的说明，包括原因和示例。',
  },
  options: {
    format: {
      choices: ['pretty', 'json'],
      summary: { en: 'For people (the default), or for programs', zh: '供人阅读（默认），或供程序读取' },
    },
    lang: {
      choices: languages,
      summary: {
        en: 'The language of the output; by default that of the terminal, for programs English',
        zh: '输出文字的语言；默认与终端相同，供程序读取时默认英文',
      },
    },
  },
  examples: [
    { line: 'oos rules', does: { en: 'All of them', zh: '全部规则' } },
    {
      line: 'oos rules missing-property',
      does: { en: 'Why this is checked, and how it is done right', zh: '为什么检查它，以及正确的写法' },
    },
  ],

  async run(given, io, terminalLanguage) {
    const [id, another] = given.operands;
    if (another !== undefined) throw new UsageError(oneAtATime);
    const rule = id === undefined ? undefined : ruleNamed(id);
    const chosen = rule ? [rule] : allRules;
    const terminal = terminalOf(io.stdout, io.env);
    if (given.value('format') === 'json') {
      io.stdout.write(formatRulesJson(chosen, given.has('lang') ? terminalLanguage : 'en'));
    } else if (rule) io.stdout.write(formatMarkdown(rulePage(rule, terminalLanguage), terminal));
    else io.stdout.write(formatRuleList(chosen, terminal, terminalLanguage));
    return exitCode.clean;
  },
};

const oneAtATime = {
  en: 'oos rules shows one rule at a time: oos rules ID',
  zh: 'oos rules 一次只显示一条规则：oos rules ID',
};
