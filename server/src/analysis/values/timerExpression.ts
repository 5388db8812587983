import type { TextRange } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import type { Words } from '../../words/words.ts';
import { cronProblem } from './cron.ts';
import { instantProblem } from './instant.ts';

export type TimerType = 'cron' | 'at' | 'rate';

export interface TimerProblem {
  /** Within the expression; absent: all of it. */
  readonly range?: TextRange;
  readonly words: Words;
  readonly instead?: string | undefined;
  /** The type that the expression is of. */
  readonly type?: TimerType;
}

const RATE = /^\d+\s+(?:second|minute|hour|day|week)s?$/i;

const UNITS: Readonly<Record<string, string>> = {
  s: 'seconds',
  sec: 'seconds',
  secs: 'seconds',
  m: 'minutes',
  min: 'minutes',
  mins: 'minutes',
  h: 'hours',
  hr: 'hours',
  hrs: 'hours',
  d: 'days',
  w: 'weeks',
};

/** Checks the Expression of a timer trigger against its Type. */
export function timerProblem(type: TimerType, text: string): TimerProblem | undefined {
  const problem = { cron: cronProblem, at: atProblem, rate: rateProblem }[type](text);
  const other = problem && types.find((it) => it !== type && isOf(it, text));
  if (!other) return problem;
  return {
    words: {
      en: `'${text}' is an expression of Type ${other}, but Type is ${type}.`,
      zh: `“${text}”是 ${other} 类型的表达式，但 Type 为 ${type}。`,
    },
    type: other,
  };
}

const types: readonly TimerType[] = ['cron', 'at', 'rate'];

function isOf(type: TimerType, text: string): boolean {
  if (type === 'cron') return !cronProblem(text);
  return type === 'at' ? !atProblem(text) : RATE.test(text);
}

function atProblem(text: string): TimerProblem | undefined {
  return instantProblem(text, 'any');
}

function rateProblem(text: string): TimerProblem | undefined {
  if (RATE.test(text) && Number.parseInt(text, 10) > 0) return undefined;
  const [, count = '0', word = ''] = /^(?:rate\s*\()?\s*(\d+)\s*([a-z]+)\s*\)?$/i.exec(text.trim()) ?? [];
  const unit = UNITS[word.toLowerCase()] ?? closest(word, new Set(Object.values(UNITS))) ?? word;
  const instead = `${count} ${unit}`;
  return {
    words: {
      en: `'${text}' is not an interval. Write a number and a unit, such as 30 minutes.`,
      zh: `“${text}”不是有效的间隔。请写数字和单位，例如 30 minutes。`,
    },
    instead: RATE.test(instead) && Number(count) > 0 ? instead : undefined,
  };
}
