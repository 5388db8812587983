import { joined, reachWords, throughWords } from '../../features/risk/assessedWords.ts';
import { type AssessedTask, pathOf, pathText } from '../../risk/assess.ts';
import { guardWords } from '../../risk/radiusWords.ts';
import type { UnseenTask } from '../../risk/reachedCalls.ts';
import { unseenWords } from '../../risk/unseenWords.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { Lines } from '../files/position.ts';
import { brokenWords, countRisks, isBroken, type RiskFile, type RiskReport } from '../risk/report.ts';
import { printable } from '../terminal/terminal.ts';
import { estimateWords, riskVerdict } from './riskSummary.ts';

/** The risky tasks as a comment on a pull request: a verdict, a table, and what is not known. */
export function formatRiskMarkdown({ files, complaints }: RiskReport, language: Language): string {
  const say = (words: Words) => inLanguage(words, language);
  const rows = files.flatMap((file) => rowsOf(file, language));
  const unseen = files.flatMap((file) => unseenLines(file, language));
  const missing = complaints.map((it) => `- ${escaped(say(it))}`);
  const head = `| ${titles.map(say).join(' | ')} |\n|${' --- |'.repeat(titles.length)}`;
  const verdict = say({ en: 'OOS risk check', zh: 'OOS 风险检查' });
  return `${[
    `**${verdict}**: ${say(files.length === 0 && complaints.length > 0 ? nothingSeen : riskVerdict(countRisks(files)))}`,
    ...(rows.length > 0 ? [[head, ...rows].join('\n')] : []),
    ...(unseen.length > 0 ? [`${say(unseenTitle)}\n\n${unseen.join('\n')}`] : []),
    ...(complaints.length > 0 ? [`${say(missingTitle)}\n\n${missing.join('\n')}`] : []),
    ...files.filter(isBroken).map(({ path }) => escaped(say(brokenWords(path)))),
    `<sub>${say(estimateWords)}</sub>`,
  ].join('\n\n')}\n`;
}

const titles: readonly Words[] = [
  { en: 'Where', zh: '位置' },
  { en: 'Task', zh: '任务' },
  { en: 'Call', zh: '调用' },
  { en: 'Can it be undone?', zh: '能否撤销' },
  { en: 'Why', zh: '原因' },
  { en: 'How far', zh: '影响范围' },
  { en: 'What guards it', zh: '防护措施' },
];

const unseenTitle: Words = {
  en: 'Not looked into, so their risks are not known:',
  zh: '以下任务无法得知其内容，风险未知：',
};

/** Who reads only the comment has to learn of it there. */
const missingTitle: Words = {
  en: 'Not looked at, so what is risky there is not known:',
  zh: '以下内容未能查看，其中的风险未知：',
};
const nothingSeen: Words = { en: 'No template could be looked at.', zh: '没有可以查看的模板。' };

function rowsOf(file: RiskFile, language: Language): string[] {
  const lines = new Lines(file.document.text);
  const say = (words: Words) => escaped(inLanguage(words, language));
  return file.tasks.map((assessed) => {
    const { task, radius } = assessed;
    const way = throughWords(task);
    const cells = [
      place(file.path, task.range.start, lines),
      code(pathText(task.taskPath)),
      code(`${task.service} ${task.api}`),
      undoCell(assessed, language),
      say(joined([task.reason, ...(way ? [way] : [])])),
      say(joined(reachWords(assessed))),
      say(guardWords(radius)),
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

function undoCell({ task }: AssessedTask, language: Language): string {
  if (task.irreversible) return inLanguage({ en: '**no**', zh: '**不能**' }, language);
  if (task.interrupts) return inLanguage({ en: 'an interruption: no', zh: '服务中断无法挽回' }, language);
  return task.irreversible === false
    ? inLanguage({ en: 'yes', zh: '能' }, language)
    : inLanguage({ en: 'it depends', zh: '视情况' }, language);
}

function unseenLines(file: RiskFile, language: Language): string[] {
  const lines = new Lines(file.document.text);
  const line = (task: UnseenTask) => {
    const words = escaped(inLanguage(unseenWords(task), language));
    return `- ${place(file.path, task.range.start, lines)} ${code(pathText(pathOf(task.tasks)))} ${words}`;
  };
  return file.reach.unseen.map(line);
}

const place = (path: string, offset: number, lines: Lines): string =>
  code(`${path}:${lines.positionAt(offset).line + 1}`);

/** Text that may hold anything, so that it stays text: no mark-up, no link, no mention of a person, no new cell. */
const escaped = (text: string): string =>
  printable(text)
    .replace(/[\\`*_{}[\]<>()#|~]/g, '\\$&')
    .replaceAll('@', '@\u200b')
    .replaceAll('&', '&amp;');

/** The same as code: a backtick would end it, and a bar the cell. */
const code = (text: string): string => `\`${printable(text).replaceAll('`', "'").replaceAll('|', '\\|') || ' '}\``;
