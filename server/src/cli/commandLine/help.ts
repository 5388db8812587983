import stringWidth from 'string-width';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { commands } from '../commands/commands.ts';
import type { OptionSpec, OptionTable } from './arguments.ts';
import type { Command, Example } from './command.ts';
import { commonOptions } from './commonOptions.ts';

/** The options that stand before a command, or alone. */
export const mainOptions = {
  ...commonOptions,
  version: { short: 'v', summary: { en: 'Show the version', zh: '显示版本' } },
  lang: { choices: ['en', 'zh-cn'], summary: { en: 'The language of the output', zh: '输出文字的语言' } },
} as const satisfies OptionTable;

/** The text of `oos --help`. */
export function mainHelp(language: Language): string {
  const say = (en: string, zh: string) => inLanguage({ en, zh }, language);
  return [
    say(
      'oos checks, publishes and runs Alibaba Cloud OOS templates (OOS-2019-06-01, YAML and JSON).',
      'oos 检查、发布并运行阿里云 OOS 模板（OOS-2019-06-01，YAML 和 JSON）。',
    ),
    '',
    say('Usage: oos COMMAND [OPTIONS]', '用法：oos 命令 [选项]'),
    '',
    say('Commands:', '命令：'),
    ...columns([...commands].map(([name, { summary }]) => [name, inLanguage(summary, language)])),
    '',
    say('Options:', '选项：'),
    ...optionLines(mainOptions, language),
    '',
    say('oos help COMMAND tells more about a command.', '用 oos help 命令 查看某个命令的详细说明。'),
    say(
      'Exit codes: 0 clean; 1 errors found; 2 wrong usage, unreadable input, declined or stopped; 3 the service could not be asked, or refused.',
      '退出码：0 没有错误；1 发现错误；2 用法不对、输入无法读取、您未同意或已中止；3 无法访问服务或服务拒绝。',
    ),
    '',
  ].join('\n');
}

/** The text of `oos NAME --help`. */
export function commandHelp(name: string, command: Command, language: Language): string {
  const { operands, about, options, examples } = command;
  const usage: Words = { en: 'Usage: ', zh: '用法：' };
  const optionsTitle: Words = { en: 'Options:', zh: '选项：' };
  return [
    `${inLanguage(usage, language)}oos ${name} ${operands}`,
    '',
    inLanguage(about, language),
    '',
    inLanguage(optionsTitle, language),
    ...optionLines({ ...options, ...commonOptions }, language),
    ...exampleLines(examples, language),
    '',
  ].join('\n');
}

function exampleLines(examples: readonly Example[], language: Language): string[] {
  const title = inLanguage({ en: 'Examples:', zh: '示例：' }, language);
  return ['', title, ...examples.flatMap(({ line, does }) => [`  ${line}`, `      ${inLanguage(does, language)}`])];
}

function optionLines(table: OptionTable, language: Language): string[] {
  return columns(
    Object.entries(table).map(([name, spec]) => [optionHead(name, spec), inLanguage(spec.summary, language)]),
  );
}

function optionHead(name: string, { short, value, choices }: OptionSpec): string {
  const argument = choices?.join('|') ?? value;
  return `${short ? `-${short}, ` : ''}--${name}${argument ? ` ${argument}` : ''}`;
}

/** What is wider has a line of its own, and does not push the words of the others out of a narrow window. */
const WIDEST = 30;

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => stringWidth(left)).filter((it) => it <= WIDEST));
  return rows.flatMap(([left, right]) => {
    const missing = width - stringWidth(left);
    const words = `${' '.repeat(Math.max(missing, 0))}  ${right}`;
    return missing < 0 ? [`  ${left}`, `  ${' '.repeat(width)}${words}`] : [`  ${left}${words}`];
  });
}
