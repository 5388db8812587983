import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Diagnostic } from '../../server/src/analysis/rule.ts';
import type { TextEdit, TextRange } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { type Base, catalog } from './bases.ts';
import type { Kind, Mutant } from './kind.ts';

/** What the checker makes of one planted mistake. */
export interface Verdict {
  readonly kind: Kind;
  readonly base: Base;
  readonly text: string;
  /** Where the mistake is. */
  readonly at: readonly TextRange[];
  readonly found: boolean;
  /** What is new, and right or not. */
  readonly findings: readonly Diagnostic[];
  /** New errors and warnings elsewhere that the mistake does not bring along. */
  readonly noise: readonly Diagnostic[];
  /** The first fix gives back the text of the base. Undefined: it need not. */
  readonly repaired: boolean | undefined;
  /** The text after the first fix, where there is one. */
  readonly fixed: string | undefined;
}

export function judge(kind: Kind, base: Base, mutant: Mutant): Verdict {
  const edits = [...mutant.edits].sort((a, b) => a.range.start - b.range.start);
  const text = apply(base.document.text, edits);
  const all = analyze(new TemplateDocument(text, base.document.notation), catalog);
  const findings = added(all, base, edits);
  const at = mutant.at.map((it) => moved(it, edits));
  const lines = new Lines(text);
  const right = lines.of(at);
  const hits = findings.filter((it) => kind.rules.includes(it.rule) && right.has(lines.at(it.range.start)));
  const consequences = [...(kind.consequences ?? []), ...(mutant.consequences ?? [])].map((it) => ({
    rule: it.rule,
    lines: it.at && lines.of(it.at.map((range) => moved(range, edits))),
  }));
  const noise = findings.filter(({ severity, rule, range }) => {
    const line = lines.at(range.start);
    const expected = consequences.some((it) => it.rule === rule && (it.lines?.has(line) ?? true));
    return (severity === 'error' || severity === 'warning') && !right.has(line) && !expected;
  });
  const fix = hits.find(({ fixes }) => fixes.length > 0)?.fixes[0];
  const fixed = fix && apply(text, fix.edits);
  const repairable = mutant.repairable ?? kind.repairable ?? false;
  const repaired = repairable ? fixed === base.document.text : undefined;
  return { kind, base, text, at, found: hits.length > 0, findings, noise, repaired, fixed };
}

export function apply(text: string, edits: readonly TextEdit[]): string {
  const backwards = [...edits].sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  return backwards.reduce((it, { range, newText }) => it.slice(0, range.start) + newText + it.slice(range.end), text);
}

/** Where a range of the old text is in the new one; what is put in at its ends belongs to it. */
function moved({ start, end }: TextRange, edits: readonly TextEdit[]): TextRange {
  let [from, to] = [start, end];
  for (const { range, newText } of edits) {
    const more = newText.length - (range.end - range.start);
    if (range.end < start || (range.end === start && range.start < start)) from += more;
    else if (range.start < start) from += range.start - start;
    if (range.end <= end) to += more;
    else if (range.start < end) to += range.start + newText.length - end;
  }
  return { start: from, end: Math.max(from, to) };
}

/** The findings that the base did not have, compared by rule and by the place that they have moved to. */
function added(all: readonly Diagnostic[], { findings }: Base, edits: readonly TextEdit[]): Diagnostic[] {
  const before = new Map<string, number>();
  for (const { rule, range } of findings) {
    const { start, end } = moved(range, edits);
    const key = `${rule} ${start} ${end}`;
    before.set(key, (before.get(key) ?? 0) + 1);
  }
  return all.filter(({ rule, range }) => {
    const key = `${rule} ${range.start} ${range.end}`;
    const count = before.get(key) ?? 0;
    before.set(key, count - 1);
    return count <= 0;
  });
}

class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  /** The line of an offset. */
  at(offset: number): number {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** All lines that ranges touch. */
  of(ranges: readonly TextRange[]): Set<number> {
    const lines = ranges.map(({ start, end }) => [this.at(start), this.at(end)] as const);
    return new Set(lines.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)));
  }
}
