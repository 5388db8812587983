import { withMarks } from '../support/fixture.ts';
import type { Verdict } from './judge.ts';

export interface Rates {
  readonly planted: number;
  /** Parts of 1; undefined where nothing was planted. */
  readonly found: number | undefined;
  readonly noisy: number | undefined;
  /** Undefined also where nothing has one obvious repair. */
  readonly repaired: number | undefined;
}

export function rates(verdicts: readonly Verdict[]): Rates {
  const part = (of: readonly Verdict[], counts: (verdict: Verdict) => boolean) =>
    of.length > 0 ? of.filter(counts).length / of.length : undefined;
  return {
    planted: verdicts.length,
    found: part(verdicts, ({ found }) => found),
    noisy: part(verdicts, ({ noise }) => noise.length > 0),
    repaired: part(
      verdicts.filter(({ repaired }) => repaired !== undefined),
      ({ repaired }) => repaired === true,
    ),
  };
}

const percent = (part: number | undefined): string => (part === undefined ? '' : `${(part * 100).toFixed(1)} %`);
const row = (name: string, { planted, found, noisy, repaired }: Rates): string =>
  [
    name.padEnd(58),
    String(planted).padStart(7),
    percent(found).padStart(9),
    percent(noisy).padStart(9),
    percent(repaired).padStart(9),
  ].join('');

const groups: readonly [name: string, fits: (verdict: Verdict) => boolean][] = [
  ['own, YAML', ({ base }) => base.origin === 'own' && base.document.notation === 'yaml'],
  ['own, JSON', ({ base }) => base.origin === 'own' && base.document.notation === 'json'],
  ['corpus, YAML', ({ base }) => base.origin === 'corpus' && base.document.notation === 'yaml'],
  ['corpus, JSON', ({ base }) => base.origin === 'corpus' && base.document.notation === 'json'],
  ['all', () => true],
];

/** A table of the kinds and the totals. */
export function table(byKind: ReadonlyMap<string, readonly Verdict[]>): string {
  const all = [...byKind.values()].flat();
  const head = `${'kind'.padEnd(58)}planted    found    noisy repaired`;
  const lines = [...byKind].map(([name, verdicts]) => row(name, rates(verdicts)));
  const totals = groups.map(([name, fits]) => row(name, rates(all.filter(fits))));
  return [head, ...lines, '', `${byKind.size} kinds`, ...totals].join('\n');
}

/** A few examples of what went wrong with one kind. */
export function failures(verdicts: readonly Verdict[], most: number): string[] {
  const about = (what: string, failed: readonly Verdict[]) =>
    failed.slice(0, most).map((it) => `--- ${it.kind.name}: ${what}, ${it.base.name}\n${shown(it)}`);
  return [
    ...about(
      'not found',
      verdicts.filter(({ found }) => !found),
    ),
    ...about(
      'noise',
      verdicts.filter(({ noise }) => noise.length > 0),
    ),
    ...about(
      'not repaired',
      verdicts.filter(({ found, repaired }) => found && repaired === false),
    ),
  ];
}

/** The lines around the mistake, with marks around it, and what is said. */
function shown({ text, at, findings, noise, fixed, base }: Verdict): string {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const said = findings.map(
    (it) =>
      `  ${noise.includes(it) ? '!' : ' '} line ${lineOf(it.range.start)} ${it.severity} ${it.rule}: ${it.message.en}`,
  );
  const places = at.slice(0, 2).map((range) => `line ${lineOf(range.start)}:\n${excerpt(text, range)}`);
  const wrong = noise.slice(0, 2).map(({ range }) => `noise at line ${lineOf(range.start)}:\n${excerpt(text, range)}`);
  const repair =
    fixed === undefined || fixed === base.document.text
      ? []
      : [`after the fix:\n${difference(base.document.text, fixed)}`];
  return [...places, ...said.slice(0, 8), ...wrong, ...repair].join('\n');
}

function excerpt(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const from = text.lastIndexOf('\n', text.lastIndexOf('\n', start - 1) - 1) + 1;
  const next = text.indexOf('\n', text.indexOf('\n', end) + 1);
  const to = Math.min(next < 0 ? text.length : next, from + 1200);
  const range = { start: start - from, end: Math.min(end, to) - from };
  return withMarks(text.slice(from, to), [range]).replaceAll('<||>', '<|>');
}

/** Where two texts differ, with some of what stands around. */
function difference(wanted: string, given: string): string {
  let start = 0;
  while (start < wanted.length && wanted[start] === given[start]) start++;
  let tail = 0;
  while (tail < Math.min(wanted.length, given.length) - start && wanted.at(-1 - tail) === given.at(-1 - tail)) tail++;
  const part = (text: string) =>
    JSON.stringify(text.slice(Math.max(0, start - 30), Math.min(text.length - tail + 30, start + 200)));
  return `  wanted ${part(wanted)}\n  got    ${part(given)}`;
}
