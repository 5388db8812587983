import { pathOf } from '../risk/assess.ts';
import { durationWords } from '../risk/durationWords.ts';
import { inLanguage, type Language, type Words } from '../words/words.ts';
import { typeOfParameter } from './parameterFacts.ts';
import type { Preflight } from './preflight.ts';
import { preflightVerdict, verdictWords } from './preflightWords.ts';
import { rightsValue } from './risk/rightsValue.ts';
import { type RangeOf, riskyTaskValue, unseenValue } from './risk/riskValue.ts';

/** The report for programs. `rootName`: under which name it is, or would be, published. They rely on this shape; it only grows. */
export function preflightValue(report: Preflight, rootName: string, rangeOf: RangeOf, language: Language): object {
  const say = (words: Words) => inLanguage(words, language);
  const { counts, findings, tasks, risky, unseen, open, size, loops, duration } = report;
  return {
    verdict: preflightVerdict(report),
    message: say(verdictWords(report)),
    findings: {
      ...counts,
      diagnostics: findings.map(({ rule, severity, message, range }) => ({
        ...{ rule, severity, message: say(message), range: rangeOf(range) },
      })),
    },
    riskyTasks: risky.map((it) => riskyTaskValue(it, rootName, rangeOf, language)),
    unseen: unseen.map((it) => unseenValue(it, rangeOf, language)),
    rights: rightsValue(report.rights, rangeOf),
    parameters: open.map((it) => ({
      ...{ name: it.name, type: typeOfParameter(it), range: rangeOf(it.pair.key.range) },
    })),
    limits: {
      bytes: size,
      tasks,
      loops: loops.map(({ taskPath, value, most, range }) => ({
        ...{ Task: taskPath, items: value, most, range: rangeOf(range) },
      })),
    },
    duration: {
      seconds: duration.seconds,
      until: duration.until,
      open: duration.open.map(({ task, reason, range }) => ({
        ...{ Task: pathOf([task]), reason, range: rangeOf(range) },
      })),
      message: say(durationWords(duration)),
    },
  };
}
