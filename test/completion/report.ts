import type { Verdict } from './judge.ts';
import { kinds } from './position.ts';

/** Parts of 1, of the positions that are counted. */
export interface Rates {
  readonly count: number;
  readonly offered: number;
  readonly amongFirst: number;
}

export function rates(verdicts: readonly Verdict[]): Rates {
  const part = (some: readonly Verdict[]) => (verdicts.length > 0 ? some.length / verdicts.length : 1);
  return {
    count: verdicts.length,
    offered: part(verdicts.filter(({ rank }) => rank >= 0)),
    amongFirst: part(verdicts.filter(({ rank }) => rank >= 0 && rank < 3)),
  };
}

export const isEmptyAction = ({ position: { site } }: Verdict): boolean => site.kind === 'action, empty';

/** A lone `Fn::` or `ACS::` says nothing about what is meant. */
const isBegun = ({ position: { typed } }: Verdict): boolean => !['', 'Fn::', 'ACS::'].includes(typed);

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`.padStart(9);
const columns = ({ count, offered, amongFirst }: Rates): string =>
  String(count).padStart(7) + (count > 0 ? percent(offered) + percent(amongFirst) : ' '.repeat(18));

function row(name: string, verdicts: readonly Verdict[]): string {
  const empty = verdicts.filter((it) => !isBegun(it));
  const wrong = verdicts.filter(({ wrong }) => wrong !== undefined).length;
  const noisy = verdicts.filter(({ findings }) => findings.length > 0).length;
  return [
    name.padEnd(26),
    columns(rates(verdicts)),
    columns(rates(empty)),
    columns(rates(verdicts.filter(isBegun))),
    String(wrong).padStart(7),
    String(noisy).padStart(7),
  ].join('');
}

/** The figures by kind and over all. */
export function table(verdicts: readonly Verdict[]): string {
  const head = `${''.padEnd(26)}    all  offered  first 3  empty  offered  first 3  begun  offered  first 3  wrong  noisy`;
  const byKind = kinds.map((kind) =>
    row(
      kind,
      verdicts.filter(({ position: { site } }) => site.kind === kind),
    ),
  );
  const inNotation = (notation: string) => verdicts.filter((it) => it.position.notation === notation);
  return [
    head,
    ...byKind,
    row('YAML', inNotation('yaml')),
    row('JSON', inNotation('json')),
    row('all', verdicts),
    row(
      'all but the empty action',
      verdicts.filter((it) => !isEmptyAction(it)),
    ),
  ].join('\n');
}

/** What is not as it should be, by kind: a line for each position, with what is offered there. */
export function shortcomings(verdicts: readonly Verdict[]): string {
  return kinds
    .flatMap((kind) =>
      verdicts
        .filter(({ position: { site } }) => site.kind === kind)
        .filter(({ rank, wrong, findings }) => rank < 0 || rank > 2 || wrong !== undefined || findings.length > 0)
        .map(inOneLine),
    )
    .join('\n');
}

export function inOneLine({ position, rank, labels, wrong, findings }: Verdict): string {
  const { site, file, notation, way, typed } = position;
  const offered = `${labels.length} offered: ${labels.slice(0, 5).join(', ')}`;
  const what = [
    ...(rank < 0 ? ['not offered'] : rank > 2 ? [`at place ${rank + 1}`] : []),
    ...(wrong === undefined ? [] : [wrong]),
    ...findings,
  ].join('; ');
  return `${site.kind}: ${site.wanted} behind '${typed}' (${way}, ${file}.${notation}): ${what}. ${offered}`;
}
