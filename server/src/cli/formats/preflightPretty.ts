import stringWidth from 'string-width';
import { severities } from '../../analysis/rule.ts';
import { parameterPurpose, valuesTaken } from '../../features/parameterFacts.ts';
import type { Preflight } from '../../features/preflight.ts';
import {
  limitWords,
  type PreflightVerdict,
  preflightVerdict,
  riskCountWords,
  unreadable,
  verdictWords,
} from '../../features/preflightWords.ts';
import { roleWords } from '../../features/risk/roleWords.ts';
import { pathOf, pathText } from '../../risk/assess.ts';
import { durationWords } from '../../risk/durationWords.ts';
import { unseenWords } from '../../risk/unseenWords.ts';
import type { TextRange } from '../../syntax/node.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { Lines } from '../files/position.ts';
import { printable, type Style, type Terminal } from '../terminal/terminal.ts';
import type { PreflightOf } from './preflightJson.ts';
import { groupStyle, groupTitle, riskGroups } from './preflightRisks.ts';
import { counted, styles } from './pretty.ts';

/** More of one kind are only counted, so that the report fits on a screen. */
const MOST_SHOWN = 6;
const MOST_RIGHTS = 12;

const titles = {
  findings: { en: 'Findings', zh: '检查结果' },
  risky: { en: 'Risks', zh: '风险' },
  rights: { en: 'Permissions', zh: '权限' },
  open: { en: 'Parameters', zh: '参数' },
  limits: { en: 'Limits', zh: '限制' },
  duration: { en: 'Duration', zh: '时长' },
} as const satisfies Readonly<Record<string, Words>>;

const verdictStyles: Readonly<Record<PreflightVerdict, Style>> = { errors: 'red', care: 'yellow', ready: 'green' };

/** The report for a person: the verdict, then a few lines for each part. */
export function formatPreflight(of: PreflightOf, report: Preflight, terminal: Terminal, language: Language): string {
  const page = new Page(of, terminal, language);
  const { paint } = terminal;
  page.line(
    paint('bold', `${printable(of.path)}:`),
    paint(verdictStyles[preflightVerdict(report)], page.say(verdictWords(report))),
  );
  findingLines(report, page);
  if (!report.readable) {
    page.line(page.say(unreadable));
    return page.text;
  }
  riskLines(report, page);
  rightLines(report, page);
  parameterLines(report, page);
  page.section(titles.limits, page.say(limitWords(report)));
  page.section(titles.duration, page.say(durationWords(report.duration)));
  return page.text;
}

/** Lines under titles that stand in a column. */
class Page {
  text = '';
  readonly terminal: Terminal;
  readonly language: Language;
  readonly #lines: Lines;
  readonly #width: number;

  constructor({ text }: PreflightOf, terminal: Terminal, language: Language) {
    this.terminal = terminal;
    this.language = language;
    this.#lines = new Lines(text);
    this.#width = Math.max(...Object.values(titles).map((it) => stringWidth(inLanguage(it, language)))) + 2;
  }

  line(...parts: string[]): void {
    this.text += `${parts.join(' ')}\n`;
  }

  section(title: Words, content: string): void {
    const name = inLanguage(title, this.language);
    this.line(`${this.terminal.paint('bold', name)}${' '.repeat(this.#width - stringWidth(name))}${content}`);
  }

  /** Below a section, with the place that it is about. */
  item(range: TextRange, content: string): void {
    const { line, character } = this.#lines.positionAt(range.start);
    this.line(`  ${this.terminal.paint('dim', `${line + 1}:${character + 1}`)} ${content}`);
  }

  more(left: number): void {
    if (left > 0) this.line(`  ${this.say({ en: `and ${left} more`, zh: `另有 ${left} 个` })}`);
  }

  say(words: Words): string {
    return printable(inLanguage(words, this.language));
  }
}

function findingLines({ counts, findings }: Preflight, page: Page): void {
  const { paint } = page.terminal;
  const shown = severities.flatMap((it) =>
    counts[it] > 0 ? paint(styles[it], counted(it, counts[it], page.language)) : [],
  );
  page.section(titles.findings, shown.length > 0 ? shown.join(', ') : page.say({ en: 'none', zh: '无' }));
  const telling = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  for (const { severity, message, rule, range } of telling.slice(0, MOST_SHOWN)) {
    page.item(range, `${paint(styles[severity], page.say(message))} ${paint('dim', `(${rule})`)}`);
  }
  page.more(telling.length - MOST_SHOWN);
}

function riskLines(report: Preflight, page: Page): void {
  const { risky, unseen } = report;
  page.section(titles.risky, page.say(riskCountWords(report)));
  const groups = riskGroups(risky);
  for (const it of groups.slice(0, MOST_SHOWN)) {
    const title = page.terminal.paint(groupStyle(it), page.say(groupTitle(it)));
    page.item(it.first.task.range, `${title}${page.say(colon)}${page.say(it.words)}`);
  }
  page.more(groups.slice(MOST_SHOWN).reduce((sum, { calls }) => sum + calls.length, 0));
  for (const it of unseen.slice(0, MOST_SHOWN)) {
    const path = page.terminal.paint('cyan', printable(pathText(pathOf(it.tasks))));
    page.item(it.range, `${path}${page.say(colon)}${page.say(unseenWords(it))}`);
  }
  page.more(unseen.length - MOST_SHOWN);
}

const colon: Words = { en: ': ', zh: '：' };

function rightLines({ rights }: Preflight, page: Page): void {
  const { length } = rights.run;
  const names = rights.run.slice(0, MOST_RIGHTS).map(({ action }) => printable(action));
  const left = length - names.length;
  const more = left > 0 ? page.say({ en: ` and ${left} more`, zh: ` 等 ${length} 项` }) : '';
  page.section(titles.rights, length === 0 ? page.say({ en: 'none', zh: '无' }) : `${names.join(', ')}${more}`);
  page.line(`  ${page.say(roleWords(rights))}`);
}

function parameterLines({ open }: Preflight, page: Page): void {
  const count: Words = { en: `${open.length} without a default`, zh: `${open.length} 个没有默认值` };
  page.section(titles.open, page.say(open.length === 0 ? { en: 'none needs a value', zh: '无需填写' } : count));
  for (const it of open.slice(0, MOST_SHOWN)) {
    const purpose = page.say(parameterPurpose(it));
    const name = page.terminal.paint('cyan', printable(it.name));
    page.item(it.pair.key.range, `${name} (${page.say(valuesTaken(it))})${purpose === '' ? '' : ` ${purpose}`}`);
  }
  page.more(open.length - MOST_SHOWN);
}
