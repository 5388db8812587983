import { callWords, joined, reachWords, throughWords } from '../../features/risk/assessedWords.ts';
import { type AssessedTask, pathOf, pathText } from '../../risk/assess.ts';
import { guardWords, undoWords } from '../../risk/radiusWords.ts';
import type { UnseenTask } from '../../risk/reachedCalls.ts';
import { unseenWords } from '../../risk/unseenWords.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { Lines } from '../files/position.ts';
import { countRisks, type RiskFile } from '../risk/report.ts';
import { printable, type Style, type Terminal } from '../terminal/terminal.ts';
import { formatService } from './riskService.ts';
import { plural } from './riskSummary.ts';

/** The risky tasks of one file, each with why, with what guards it, and with how far it reaches. */
export function formatRiskPretty(file: RiskFile, terminal: Terminal, language: Language): string {
  const lines = new Lines(file.document.text);
  const place = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return terminal.paint('bold', `${printable(file.path)}:${line + 1}:${character + 1}`);
  };
  return [
    ...file.tasks.map((it) => formatTask(it, place(it.task.range.start), terminal, language)),
    ...file.reach.unseen.map((it) => formatUnseen(it, place(it.range.start), terminal, language)),
    ...(file.service ? [formatService(file.service, terminal, language)] : []),
  ].join('');
}

function formatTask(assessed: AssessedTask, place: string, { paint }: Terminal, language: Language): string {
  const { task, radius } = assessed;
  const say = (words: Words) => printable(inLanguage(words, language));
  const { label, style } = labelOf(assessed);
  const way = throughWords(task);
  return [
    `${place} ${paint(style, say(label))} ${say(callWords(task))}`,
    `  ${say(joined([task.reason, undoWords(task), ...(way ? [way] : [])]))}`,
    `  ${say(joined(reachWords(assessed)))}`,
    `  ${say(guardWords(radius))}`,
    '',
    '',
  ].join('\n');
}

function labelOf({ task }: AssessedTask): { readonly label: Words; readonly style: Style } {
  if (task.overridden) return { label: { en: 'marked Risk: Normal:', zh: '已标记 Risk: Normal：' }, style: 'dim' };
  if (task.irreversible) return { label: { en: 'irreversible:', zh: '不可撤销：' }, style: 'red' };
  return { label: { en: 'risky:', zh: '有风险：' }, style: 'yellow' };
}

function formatUnseen(task: UnseenTask, place: string, { paint }: Terminal, language: Language): string {
  const path = pathText(pathOf(task.tasks));
  const label = paint('cyan', inLanguage({ en: 'not seen:', zh: '未知：' }, language));
  const words = unseenWords(task);
  const text = inLanguage({ en: `'${path}': ${words.en}`, zh: `“${path}”：${words.zh}` }, language);
  return `${place} ${label} ${printable(text)}\n\n`;
}

/** One line over all files. */
export function formatRiskSummary(files: readonly RiskFile[], { paint }: Terminal, language: Language): string {
  const { risky, irreversible, overridden, unseen } = countRisks(files);
  const parts: { readonly words: Words; readonly style: Style }[] = [];
  const add = (count: number, style: Style, words: Words) => count > 0 && parts.push({ words, style });
  add(risky, 'yellow', { en: plural(risky, 'risky task'), zh: `${risky} 个高风险任务` });
  add(irreversible, 'red', { en: `${irreversible} of them irreversible`, zh: `其中 ${irreversible} 个不可撤销` });
  add(overridden, 'dim', { en: `${overridden} marked Risk: Normal`, zh: `${overridden} 个已标记 Risk: Normal` });
  add(unseen, 'cyan', { en: `${unseen} not looked into`, zh: `${unseen} 个无法得知` });
  if (risky + overridden + unseen === 0) {
    parts.push({ words: { en: 'no risky tasks found', zh: '没有发现高风险任务' }, style: 'green' });
  }
  const shown = parts.map(({ words, style }) => paint(style, inLanguage(words, language)));
  return inLanguage(
    {
      en: `Looked at ${plural(files.length, 'template')}: ${shown.join(', ')}.\n`,
      zh: `已查看 ${files.length} 个模板：${shown.join('，')}。\n`,
    },
    language,
  );
}
