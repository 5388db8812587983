import { typeOfParameter } from '../../features/parameterFacts.ts';
import type { Preflight } from '../../features/preflight.ts';
import { preflightVerdict, verdictWords } from '../../features/preflightWords.ts';
import { pathOf } from '../../features/risk/assess.ts';
import { durationWords } from '../../risk/durationWords.ts';
import { policyOf } from '../../risk/policy.ts';
import type { Right } from '../../risk/rights.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { Lines } from '../position.ts';
import { riskyTaskValue, unseenValue } from './riskValue.ts';
import { formatValue } from './value.ts';

/** What a report is about. */
export interface PreflightOf {
  /** As it was named. */
  readonly path: string;
  /** Under which name it is, or would be, published; empty where its file suggests none. */
  readonly rootName: string;
  readonly text: string;
}

/** The report as one JSON value. Other programs rely on this shape; it only grows. */
export function formatPreflightJson(of: PreflightOf, report: Preflight, language: Language): string {
  const say = (words: Words) => inLanguage(words, language);
  const lines = new Lines(of.text);
  const { counts, findings, tasks, risky, unseen, open, size, loops, duration } = report;
  return formatValue({
    version: 1,
    path: of.path,
    verdict: preflightVerdict(report),
    message: say(verdictWords(report)),
    findings: {
      ...counts,
      diagnostics: findings.map(({ rule, severity, message, range }) => ({
        ...{ rule, severity, message: say(message), range: lines.rangeAt(range) },
      })),
    },
    riskyTasks: risky.map((it) => riskyTaskValue(it, of.rootName, lines, language)),
    unseen: unseen.map((it) => unseenValue(it, lines, language)),
    rights: rightsValue(report, lines),
    parameters: open.map((it) => ({
      ...{ name: it.name, type: typeOfParameter(it), range: lines.rangeAt(it.pair.key.range) },
    })),
    limits: {
      bytes: size,
      tasks,
      loops: loops.map(({ taskPath, value, most, range }) => ({
        ...{ Task: taskPath, items: value, most, range: lines.rangeAt(range) },
      })),
    },
    duration: {
      seconds: duration.seconds,
      open: duration.open.map(({ task, reason, range }) => ({
        ...{ Task: pathOf([task]), reason, range: lines.rangeAt(range) },
      })),
      message: say(durationWords(duration)),
    },
  });
}

function rightsValue({ rights: { run, start, role } }: Preflight, lines: Lines) {
  const rightValue = ({ action, resource, basis, ranges }: Right) => ({
    ...{ action, resource, basis, ranges: ranges.map((it) => lines.rangeAt(it)) },
  });
  return { run: run.map(rightValue), start: start.map(rightValue), role, policy: policyOf(run) };
}
