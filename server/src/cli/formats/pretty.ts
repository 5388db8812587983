import { type Diagnostic, type Severity, severities } from '../../analysis/rule.ts';
import { unknownProductAction } from '../../analysis/rules/unknown-product-action.ts';
import { certainFix } from '../../features/fixAll.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { CheckedFile } from '../files/checkFiles.ts';
import { Lines } from '../files/position.ts';
import { pipe, printable, type Style, type Terminal } from '../terminal/terminal.ts';
import { excerptOf } from './excerpt.ts';

export const styles: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'dim',
};

const names: Readonly<Record<Severity, { one: Words; many: Words }>> = {
  error: { one: { en: 'error', zh: '错误' }, many: { en: 'errors', zh: '个错误' } },
  warning: { one: { en: 'warning', zh: '警告' }, many: { en: 'warnings', zh: '个警告' } },
  information: { one: { en: 'information', zh: '信息' }, many: { en: 'notices', zh: '条信息' } },
  hint: { one: { en: 'hint', zh: '提示' }, many: { en: 'hints', zh: '条提示' } },
};

export const severityName = (severity: Severity): Words => names[severity].one;

/** The findings of one file, each with its line and a mark below the place. */
export function formatPretty({ path, text, diagnostics }: CheckedFile, terminal: Terminal, language: Language): string {
  const lines = new Lines(text);
  return diagnostics.map((it) => `${formatOne(path, it, lines, terminal, language)}\n`).join('');
}

/** One finding as it is shown where there is neither a terminal nor colour. */
export function findingText({ path, text }: CheckedFile, it: Diagnostic, language: Language): string {
  return formatOne(path, it, new Lines(text), pipe, language);
}

function formatOne(path: string, it: Diagnostic, lines: Lines, { width, paint }: Terminal, language: Language): string {
  const { start, end } = lines.rangeAt(it.range);
  const style = styles[it.severity];
  const place = paint('bold', `${printable(path)}:${start.line + 1}:${start.character + 1}`);
  const severity = paint(style, inLanguage(names[it.severity].one, language));
  const rule = paint('dim', `(${it.rule})`);
  const number = String(start.line + 1);
  const gutter = ' '.repeat(number.length);
  const line = lines.textOf(start.line);
  const to = end.line > start.line ? line.length : end.character;
  const { shown, column, length } = excerptOf(line, start.character, to, Math.max(20, width - number.length - 5));
  const [fix] = it.fixes;
  return [
    `${place} ${severity} ${printable(inLanguage(it.message, language))} ${rule}`,
    `  ${paint('dim', `${number} |`)} ${shown}`,
    `  ${paint('dim', `${gutter} |`)} ${' '.repeat(column)}${paint(style, '^'.repeat(length))}`,
    ...(fix ? [`  ${paint('dim', `${gutter} =`)} ${fixLine(fix.title, language)}`] : []),
    '',
  ].join('\n');
}

function fixLine(title: Words, language: Language): string {
  return printable(inLanguage({ en: `fix: ${title.en}`, zh: `修复：${title.zh}` }, language));
}

/** One line over all files: how many were checked, how many findings of each severity. */
export function formatSummary(files: readonly CheckedFile[], { paint }: Terminal, language: Language): string {
  const found = files.flatMap(({ diagnostics }) => diagnostics);
  const counts = severities.flatMap((severity) => {
    const count = found.filter((it) => it.severity === severity).length;
    return count > 0 ? [paint(styles[severity], counted(severity, count, language))] : [];
  });
  if (counts.length === 0) {
    const clean = inLanguage({ en: 'no problems found', zh: '没有发现问题' }, language);
    counts.push(paint('green', clean));
  }
  const english = `Checked ${files.length} ${files.length === 1 ? 'file' : 'files'}: ${counts.join(', ')}.\n`;
  return inLanguage({ en: english, zh: `已检查 ${files.length} 个文件：${counts.join('，')}。\n` }, language);
}

export function counted(severity: Severity, count: number, language: Language): string {
  const { one, many } = names[severity];
  return inLanguage({ en: `${count} ${count === 1 ? one.en : many.en}`, zh: `${count} ${many.zh}` }, language);
}

/** How to go on when there are repairs; else nothing. `fixed`: the command was told to repair what it can. */
export function fixHint(files: readonly CheckedFile[], fixed: boolean, language: Language): string {
  const repairable = files.flatMap(({ diagnostics }) => diagnostics).filter(({ fixes }) => fixes.length > 0);
  const certain = fixed ? 0 : repairable.filter((it) => certainFix(it)).length;
  const guesses = repairable.length - certain;
  const atOnce = {
    en: `${certain} of them can be repaired at once: run again with --fix.\n`,
    zh: `其中 ${certain} 个可以直接修复：请加上 --fix 再次运行。\n`,
  };
  const byHand = {
    en: `${guesses} of them can be repaired by a quick fix that you should look at: open the file in your editor, or read the edits with --format json.\n`,
    zh: `其中 ${guesses} 个有需要您确认的快速修复：请在编辑器中打开文件，或用 --format json 读取修改内容。\n`,
  };
  return (certain > 0 ? inLanguage(atOnce, language) : '') + (guesses > 0 ? inLanguage(byHand, language) : '');
}

/** What to do about actions that are not known. Nothing where all are. */
export function refreshHint(files: readonly CheckedFile[], language: Language): string {
  const isUnknown = ({ rule }: Diagnostic) => rule === unknownProductAction.id;
  if (!files.some(({ diagnostics }) => diagnostics.some(isUnknown))) return '';
  const hint = {
    en: 'An action that is not known may be newer than this program: oos actions refresh asks the service for its actions.\n',
    zh: '未知的动作可能比本程序更新：可用 oos actions refresh 向服务查询可用的动作。\n',
  };
  return inLanguage(hint, language);
}
