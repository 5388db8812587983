import { type JqProgram, readJq } from './jq.ts';
import type { JqProblem } from './problem.ts';

/** A selector as OOS reads it. Ranges are offsets in the text of the selector. */
export interface Selector {
  readonly program: JqProgram;
  /** It has `{{ }}` in it, so that only the execution knows the whole text. */
  readonly embeds: boolean;
}

/**
 * Names with dots between them and plain brackets behind them: what most selectors are. Each is valid jq, with a dot in
 * front where it has none. A field of `e` and digits alone is left to the real reading.
 */
const PLAIN = /^\.?(?![eE]\d+(?!\w))[A-Za-z_]\w*(?:\.(?![eE]\d+(?!\w))[A-Za-z_]\w*|\[\d{0,9}\])*\??$/;
const REFERENCE = /\{\{(?:(?!\{\{)[\s\S])*?\}\}/g;

/** Whether a selector is surely valid without being parsed: what most selectors are. */
export const isPlainPath = (text: string): boolean => PLAIN.test(text);

/**
 * OOS takes a selector as it stands, or with a dot in front. Where it has references, what they stand for is tried out:
 * of all readings the one is given in which the first fault comes last. Never throws.
 */
export function readSelector(text: string): Selector {
  // The line breaks of a file are white space, and `\r` is none to jq.
  const clean = text.replaceAll('\r', ' ');
  const references = [...clean.matchAll(REFERENCE)].map(({ 0: { length }, index }) => ({ start: index, length }));
  if (references.length === 0) return { program: read(clean), embeds: clean.includes('{{') };
  return { program: readWithReferences(clean, references), embeds: true };
}

/** Why jq refuses a program whatever its version. */
export const faultsOf = ({ problems }: JqProgram): readonly JqProblem[] =>
  problems.filter(({ code, later }) => !later && code !== 'unknown-format');

function read(text: string): JqProgram {
  const asWritten = readJq(text);
  if (asWritten.problems.length === 0 || /^\s*\./.test(text)) return asWritten;
  const dotted = readJq(text, { dotted: true });
  return isBetter(dotted, asWritten) ? dotted : asWritten;
}

function isBetter(a: JqProgram, b: JqProgram): boolean {
  const [inA, inB] = [firstFault(a), firstFault(b)];
  return inA > inB || (inA === inB && a.problems.length < b.problems.length);
}

/** Faults of programs whose grammar holds, or that would not be read as anything else. */
const inMeaning: readonly JqProblem['code'][] = [
  'module',
  'unknown-function',
  'unknown-variable',
  'unknown-label',
  'key-not-string',
  'division-by-zero',
];
const inTheEnd: readonly JqProblem['code'][] = ['open', 'open-string', 'unfinished'];

/**
 * How far a program could be read: whole, with faults in its meaning, or up to a fault in its grammar. What is left open
 * is noticed only at the end.
 */
function firstFault(program: JqProgram): number {
  const [fault] = faultsOf(program);
  if (!fault) return Number.POSITIVE_INFINITY;
  if (inMeaning.includes(fault.code)) return PAST_GRAMMAR + fault.range.start;
  return inTheEnd.includes(fault.code) ? PAST_GRAMMAR - 1 : fault.range.start;
}

/** More than any offset in a text. */
const PAST_GRAMMAR = 2 ** 40;

interface Reference {
  readonly start: number;
  readonly length: number;
}

/** What a reference may become: each as long as the reference itself, so that all offsets stay as they are. */
const stands: readonly ((length: number) => string)[] = [
  (length) => '1'.repeat(length),
  (length) => 'x'.repeat(length),
  (length) => `"${'x'.repeat(length - 2)}"`,
  (length) => `.${'x'.repeat(length - 1)}`,
  (length) => '=='.padEnd(length),
  (length) => ' '.repeat(length),
];
/** More references than these in one selector are all taken for the same. */
const MOST_TRIED = 12;

function readWithReferences(text: string, references: readonly Reference[]): JqProgram {
  const attempt = (chosen: readonly number[]): JqProgram => read(filled(text, references, chosen));
  let chosen = references.map(() => 0);
  let best = attempt(chosen);
  const improve = (other: readonly number[]): void => {
    if (faultsOf(best).length === 0) return;
    const program = attempt(other);
    if (!isBetter(program, best)) return;
    best = program;
    chosen = [...other];
  };
  for (let stand = 1; stand < stands.length; stand++) improve(references.map(() => stand));
  for (let index = 0; index < Math.min(references.length, MOST_TRIED); index++) {
    for (let stand = 0; stand < stands.length; stand++) improve(chosen.with(index, stand));
  }
  return best;
}

function filled(text: string, references: readonly Reference[], chosen: readonly number[]): string {
  let result = '';
  let at = 0;
  references.forEach(({ start, length }, index) => {
    result += text.slice(at, start) + (stands[chosen[index] ?? 0]?.(length) ?? '');
    at = start + length;
  });
  return result + text.slice(at);
}
