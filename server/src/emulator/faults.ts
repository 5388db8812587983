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
] as const;

export type FaultName = (typeof faultNames)[number];

/** How often: with a probability, or just for the next calls. */
type Rate = { readonly probability: number } | { left: number };

interface Fault {
  readonly name: FaultName;
  /** Undefined: of all operations. */
  readonly operation: string | undefined;
  readonly rate: Rate;
}

/**
 * Reads `NAME=RATE` or `NAME@OPERATION=RATE`. RATE is a probability between 0 and 1, or a number of calls: `3x`. Undefined
 * for anything else.
 */
export function readFault(text: string): Fault | undefined {
  const [, name, operation, rate = ''] = /^([\w-]+)(?:@(\w+))?=(\d+x|\d*\.?\d+)$/.exec(text) ?? [];
  const known = faultNames.find((it) => it === name);
  if (!known || Number(rate) > 1) return undefined;
  return {
    name: known,
    operation: known === 'race' ? 'UpdateTemplate' : operation,
    rate: rate.endsWith('x') ? { left: Number.parseInt(rate, 10) } : { probability: Number(rate) },
  };
}

/** Decides which call goes wrong. The same seed and the same calls in the same order give the same faults. */
export class Faults {
  #faults: readonly Fault[] = [];
  readonly #random: () => number;

  constructor(faults: readonly string[], seed: number) {
    this.#random = randomNumbers(seed);
    this.set(faults);
  }

  /** Instead of those so far. Throws a RangeError for what `readFault` does not know. */
  set(faults: readonly string[]): void {
    this.#faults = faults.map((text) => {
      const fault = readFault(text);
      if (!fault) throw new RangeError(`There is no fault ${text}.`);
      return fault;
    });
  }

  /** The fault for a call, if it is to have one. */
  pick(operation: string): FaultName | undefined {
    return this.#faults.find((it) => (it.operation ?? operation) === operation && this.#strikes(it.rate))?.name;
  }

  /** A number from 0 up to, not including, `below`. */
  number(below: number): number {
    return Math.floor(this.#random() * below);
  }

  #strikes(rate: Rate): boolean {
    if ('probability' in rate) return this.#random() < rate.probability;
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
