import { type Severity, severities } from '../analysis/rule.ts';
import { type AssessedTask, pathOf, pathText } from '../risk/assess.ts';
import { durationWords } from '../risk/durationWords.ts';
import { guardWords, targetsWords, undoWords } from '../risk/radiusWords.ts';
import { unseenWords } from '../risk/unseenWords.ts';
import type { Words } from '../words/words.ts';
import { rest } from './hover/fieldsTable.ts';
import { code, codes, escaped, inBoth, paragraphs, type Say, table } from './hover/markdown.ts';
import { parameterPurpose, valuesTaken } from './parameterFacts.ts';
import type { Preflight } from './preflight.ts';
import { limitWords, unreadable, verdictWords } from './preflightWords.ts';
import { joined } from './risk/assessedWords.ts';
import { roleWords } from './risk/roleWords.ts';

/** More of one kind are only counted, so that the report can be read at a glance. */
const MOST_ROWS = 10;
const MOST_RIGHTS = 40;

/** The number of the line at an offset as people count, from 1. Only hosts know lines. */
export type LineOf = (offset: number) => number;

/** The report as a page: the verdict, then a part for each thing that is good to know. Parts without news are a line. */
export const preflightMarkdown = (report: Preflight, lineOf: LineOf): Words =>
  inBoth((say) =>
    paragraphs(
      `**${escaped(say(verdictWords(report)))}**`,
      findingsPart(say, report, lineOf),
      ...(report.readable ? partsOfTasks(say, report, lineOf) : [say(unreadable)]),
    ),
  );

const partsOfTasks = (say: Say, report: Preflight, lineOf: LineOf): string[] => [
  riskPart(say, report, lineOf),
  unseenPart(say, report, lineOf),
  rightsPart(say, report),
  parametersPart(say, report, lineOf),
  `${heading(say, { en: 'Limits', zh: '限制' })}\n\n${escaped(say(limitWords(report)))}`,
  `${heading(say, { en: 'Duration', zh: '时长' })}\n\n${escaped(say(durationWords(report.duration)))}`,
];

const heading = (say: Say, words: Words): string => `### ${say(words)}`;

const line: Words = { en: 'Line', zh: '行' };

const severityWords: Readonly<Record<Severity, Words>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  information: { en: 'information', zh: '信息' },
  hint: { en: 'hint', zh: '提示' },
};

function findingsPart(say: Say, { counts, findings }: Preflight, lineOf: LineOf): string {
  const found = severities.filter((it) => counts[it] > 0).map((it) => `${counts[it]} ${say(severityWords[it])}`);
  const telling = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const rows = telling.slice(0, MOST_ROWS).map(({ range, severity, message, rule }) => {
    return [String(lineOf(range.start)), say(severityWords[severity]), escaped(say(message)), code(rule)];
  });
  return paragraphs(
    heading(say, { en: 'Findings', zh: '检查结果' }),
    found.length > 0 ? found.join(', ') : say({ en: 'None.', zh: '无。' }),
    table(
      [line, { en: 'Severity', zh: '级别' }, { en: 'Message', zh: '内容' }, { en: 'Rule', zh: '规则' }].map(say),
      rows,
    ),
    rest(say, telling.length - rows.length),
  );
}

function riskPart(say: Say, { risky }: Preflight, lineOf: LineOf): string {
  const titles: readonly Words[] = [
    line,
    { en: 'Task', zh: '任务' },
    { en: 'Call', zh: '调用' },
    { en: 'Why', zh: '原因' },
    { en: 'How far', zh: '影响范围' },
    { en: 'What guards it', zh: '防护措施' },
  ];
  const rows = risky.slice(0, MOST_ROWS).map((it) => riskRow(say, it, lineOf));
  return paragraphs(
    heading(say, { en: 'Risks', zh: '风险' }),
    risky.length === 0 ? say({ en: 'No risky calls.', zh: '没有高风险调用。' }) : '',
    table(titles.map(say), rows),
    rest(say, risky.length - rows.length),
  );
}

const riskRow = (say: Say, { task, radius }: AssessedTask, lineOf: LineOf): string[] => [
  String(lineOf(task.range.start)),
  code(pathText(task.taskPath)),
  codes(say, [...task.through, `${task.service} ${task.api}`]),
  escaped(say(joined([task.reason, undoWords(task)]))),
  escaped(say(targetsWords(radius))),
  escaped(say(guardWords(radius))),
];

function unseenPart(say: Say, { unseen }: Preflight, lineOf: LineOf): string {
  if (unseen.length === 0) return '';
  const shown = unseen.slice(0, MOST_ROWS).map((it) => {
    const at = lineOf(it.range.start);
    const place = say({ en: `line ${at}`, zh: `第 ${at} 行` });
    return `- ${code(pathText(pathOf(it.tasks)))} (${place}): ${escaped(say(unseenWords(it)))}`;
  });
  return paragraphs(
    heading(say, { en: 'Not looked into', zh: '无法得知的内容' }),
    shown.join('\n'),
    rest(say, unseen.length - shown.length),
  );
}

function rightsPart(say: Say, { rights }: Preflight): string {
  const actions = rights.run.map(({ action }) => action);
  return paragraphs(
    heading(say, { en: 'Permissions', zh: '权限' }),
    actions.length === 0 ? say({ en: 'None.', zh: '无。' }) : codes(say, actions, MOST_RIGHTS),
    escaped(say(roleWords(rights))),
  );
}

function parametersPart(say: Say, { open }: Preflight, lineOf: LineOf): string {
  const titles: readonly Words[] = [
    line,
    { en: 'Name', zh: '名称' },
    { en: 'Values', zh: '取值' },
    { en: 'About', zh: '说明' },
  ];
  const rows = open.slice(0, MOST_ROWS).map((it) => {
    const at = String(lineOf(it.pair.key.range.start));
    return [at, code(it.name), escaped(say(valuesTaken(it))), escaped(say(parameterPurpose(it)))];
  });
  return paragraphs(
    heading(say, { en: 'Parameters that need a value', zh: '需要填写的参数' }),
    open.length === 0 ? say({ en: 'None, all have defaults.', zh: '无，均有默认值。' }) : '',
    table(titles.map(say), rows),
    rest(say, open.length - rows.length),
  );
}
