import type { Words } from '../../words/words.ts';
import { isOperation, limits } from '../wire/limits.ts';

/** Ways in which the Local OOS can misbehave, as networks, gateways and busy services do. */
export const faultNames = [
  /** The answer comes late. */
  'slow',
  /** The connection breaks, before or after the call was carried out. */
  'drop',
  /** The call is carried out and its answer is no JSON. */
  'garble',
  /** A server error with a code, before or after the call was carried out. */
  '5xx',
  /** A page of HTML, as proxies give it, with any status. */
  'html',
  /** The call is carried out and its answer ends in the middle. */
  'truncated',
  /** Too many calls; when to come back stands in a header. */
  'throttle',
  /** The clocks are twenty minutes apart. */
  'clock-skew',
  /** UpdateTemplate finds that somebody else was faster. */
  'race',
  /** The call is refused with the code that stands behind a colon. */
  'fail',
] as const;

export type FaultName = (typeof faultNames)[number];

/** What goes wrong with a call. */
export interface Strike {
  readonly name: FaultName;
  /** Of `fail`: what the call is refused with. */
  readonly code: string | undefined;
}

/** How often: with a probability, for the next calls, or for every so manieth call. */
type Rate = { readonly probability: number } | { left: number } | { readonly every: number; met: number };

interface Fault extends Strike {
  /** Undefined: of all operations. */
  readonly operation: string | undefined;
  readonly rate: Rate;
}

/** There is no such fault. `words` say why, and what there is instead. */
export class FaultError extends Error {
  readonly text: string;
  readonly words: Words;

  constructor(text: string, words: Words) {
    super(`There is no fault ${text}. ${words.en}`);
    this.name = 'FaultError';
    this.text = text;
    this.words = words;
  }
}

/**
 * Reads `NAME=RATE`, `NAME@OPERATION=RATE` or `fail:CODE@OPERATION=RATE`. RATE is a probability between 0 and 1, a number of
 * next calls (`3x`), or which ones of all calls (`5th`: every fifth). Throws a FaultError for anything else.
 */
export function readFault(text: string): Fault {
  const refuse = (words: Words): never => {
    throw new FaultError(text, words);
  };
  const [, written = '', code, operation, wanted = ''] = /^([^:@=]*)(?::([^@=]*))?(?:@([^=]*))?=(.*)$/.exec(text) ?? [];
  const name = faultNames.find((it) => it === written) ?? refuse(written === '' ? noForm : noName);
  if (name === 'fail' ? !/^[A-Za-z][\w.-]{0,99}$/.test(code ?? '') : code !== undefined) refuse(oddCode);
  if (operation !== undefined && !isOperation(operation)) refuse(noOperation(operation));
  if (name === 'race' && (operation ?? updating) !== updating) refuse(noRace);
  const rate = readRate(wanted) ?? refuse(noRate);
  return { name, code, operation: name === 'race' ? updating : operation, rate };
}

const updating = 'UpdateTemplate';

function readRate(text: string): Rate | undefined {
  const [, count, unit] = /^([1-9]\d{0,8})(x|st|nd|rd|th)$/.exec(text) ?? [];
  if (count !== undefined) return unit === 'x' ? { left: Number(count) } : { every: Number(count), met: 0 };
  return /^\d*\.?\d+$/.test(text) && Number(text) <= 1 ? { probability: Number(text) } : undefined;
}

/** Decides which call goes wrong. The same seed and the same calls in the same order give the same faults. */
export class Faults {
  #faults: readonly Fault[] = [];
  readonly #random: () => number;

  constructor(faults: readonly string[], seed: number) {
    this.#random = randomNumbers(seed);
    this.set(faults);
  }

  /** Instead of those so far. Throws a FaultError for what `readFault` does not know. */
  set(faults: readonly string[]): void {
    this.#faults = faults.map(readFault);
  }

  /** The fault for a call, if it is to have one. */
  pick(operation: string): Strike | undefined {
    const own = this.#faults.filter((it) => (it.operation ?? operation) === operation);
    // Those count every call, whatever else goes wrong with it.
    for (const { rate } of own) if ('every' in rate) rate.met++;
    return own.find(({ rate }) => this.#strikes(rate));
  }

  /** A number from 0 up to, not including, `below`. */
  number(below: number): number {
    return Math.floor(this.#random() * below);
  }

  #strikes(rate: Rate): boolean {
    if ('probability' in rate) return this.#random() < rate.probability;
    if ('every' in rate) return rate.met % rate.every === 0;
    if (rate.left === 0) return false;
    rate.left--;
    return true;
  }
}

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const names = faultNames.map((name) => (name === 'fail' ? 'fail:CODE' : name));

const noForm: Words = {
  en: `Write NAME=RATE, such as slow=0.1 or throttle@GetTemplate=3x. NAME can be: ${names.join(', ')}.`,
  zh: `请写成 NAME=RATE，例如 slow=0.1 或 throttle@GetTemplate=3x。NAME 可以是：${names.join('、')}。`,
};

const noName: Words = {
  en: `There is no such fault. It can be: ${names.join(', ')}.`,
  zh: `没有这种故障。可选：${names.join('、')}。`,
};

const oddCode: Words = {
  en: 'The fault "fail", and no other, is written with the code to answer: fail:QuotaExceed=1x.',
  zh: '只有 fail 要写明（也必须写明）返回的错误码：fail:QuotaExceed=1x。',
};

const noOperation = (operation: string): Words => ({
  en: `There is no operation "${operation}". It can be: ${Object.keys(limits).join(', ')}.`,
  zh: `没有操作“${operation}”。可选：${Object.keys(limits).join('、')}。`,
});

const noRace: Words = {
  en: `Only ${updating} can lose a race: race=1x.`,
  zh: `只有 ${updating} 会遇到 race：race=1x。`,
};

const noRate: Words = {
  en: 'RATE is a probability from 0 to 1 (0.1), the number of next calls (3x), or which calls (5th: every fifth).',
  zh: 'RATE 是 0 到 1 的概率（0.1）、接下来的调用次数（3x），或第几次调用（5th 表示每第 5 次）。',
};
