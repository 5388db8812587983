import { descendants } from '../syntax/navigate.ts';
import type { Comment, SyntaxNode, SyntaxTree, TextRange } from '../syntax/node.ts';
import { grouped } from './grouped.ts';
import type { Diagnostic } from './rule.ts';

/** One rule id in a comment such as `# oos-disable-line unknown-task -- made by another team`. */
export interface Suppression {
  readonly id: string;
  /** Where the id stands; the word `oos-disable...` where no id is given. */
  readonly range: TextRange;
  readonly comment: Comment;
  /** Where findings are silenced. */
  readonly covers: TextRange;
}

const DIRECTIVE = /^#\s*(oos-(?:disable-line|disable-next-line|disable|enable))(?![\w-])(.*)$/s;

/**
 * The suppressions of a YAML text. `oos-disable-line` covers its own line, `oos-disable-next-line` the next one, with a
 * text over several lines that begins there; `oos-disable` everything up to the `oos-enable` of the same id, or the end.
 */
export function readSuppressions(tree: SyntaxTree, directives = readDirectives(tree)): Suppression[] {
  const silencing = directives.filter(({ word }) => word !== 'oos-enable');
  if (silencing.length === 0) return [];
  const enables = grouped(
    directives.filter(({ word }) => word === 'oos-enable'),
    ({ id }) => id,
  );
  const longTexts = [...descendants(tree.root)].filter(
    ({ kind, range }) => kind === 'scalar' && endOfLine(tree.text, range.start) < range.end,
  );
  return silencing.map((directive): Suppression => {
    const { word, id, range, comment } = directive;
    const isRange = word === 'oos-disable';
    const covers = isRange ? untilEnabled(tree, comment, enables.get(id) ?? []) : lines(tree, directive, longTexts);
    return { id, range, comment, covers };
  });
}

/** One rule id in a comment to us. */
export interface Directive {
  /** Such as `oos-disable-line`. */
  readonly word: string;
  /** Empty where the comment names no rule. */
  readonly id: string;
  /** Of the id, else of the word. */
  readonly range: TextRange;
  readonly comment: Comment;
}

/** What comments say to us, in the order of the text. */
export const readDirectives = ({ comments }: SyntaxTree): Directive[] => comments.flatMap(directivesIn);

/** What follows `--` is a reason for people. */
function directivesIn(comment: Comment): Directive[] {
  const match = DIRECTIVE.exec(comment.text);
  const [, word = '', rest = ''] = match ?? [];
  if (!match) return [];
  const start = comment.range.start + comment.text.indexOf(word);
  const ids = rest.replace(/\s--\s.*$/s, '');
  const named = [...ids.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
    const at = start + word.length + index;
    return { word, id, range: { start: at, end: at + id.length }, comment };
  });
  return named.length > 0 ? named : [{ word, id: '', range: { start, end: start + word.length }, comment }];
}

function untilEnabled({ text }: SyntaxTree, { range }: Comment, enables: readonly Directive[]): TextRange {
  const enable = enables[firstAfter(enables, ({ comment }) => comment.range.start, range.end)];
  return { start: range.end, end: enable?.comment.range.start ?? text.length + 1 };
}

/** The line of the comment or the next one, and those that belong to a text which begins there. */
function lines({ text }: SyntaxTree, { word, comment }: Directive, longTexts: readonly SyntaxNode[]): TextRange {
  const { start, end } = comment.range;
  const from = word === 'oos-disable-line' ? text.lastIndexOf('\n', start - 1) + 1 : endOfLine(text, end) + 1;
  let to = endOfLine(text, from);
  for (let at = firstAfter(longTexts, ({ range }) => range.start, from); at < longTexts.length; at++) {
    const range = longTexts[at]?.range;
    if (!range || range.start > to) break;
    // A further text may begin on the line on which this one ends.
    to = Math.max(to, endOfLine(text, range.end));
  }
  return { start: from, end: to + 1 };
}

/** The index of the first item at or behind an offset, among items in the order of the text. */
function firstAfter<T>(items: readonly T[], startOf: (item: T) => number, offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The findings that no comment silences, in their order, and the suppressions that silence something. */
export function applySuppressions(
  found: readonly Diagnostic[],
  suppressions: readonly Suppression[],
): { readonly left: Diagnostic[]; readonly used: ReadonlySet<Suppression> } {
  const used = new Set<Suppression>();
  const silenced = new Set<Diagnostic>();
  const findings = grouped(found, ({ rule }) => rule);
  for (const [rule, silencing] of grouped(suppressions, ({ id }) => id)) {
    const ofRule = [...(findings.get(rule) ?? [])].sort((a, b) => a.range.start - b.range.start);
    for (const it of silencing) {
      const first = ofRule[firstAfter(ofRule, ({ range }) => range.start, it.covers.start)];
      if (first && first.range.start < it.covers.end) used.add(it);
    }
    for (const it of beginningIn(ofRule, silencing)) silenced.add(it);
  }
  return { left: found.filter((it) => !silenced.has(it)), used };
}

/** Of findings in the order of the text those that begin where a suppression reaches: one walk along both. */
function beginningIn(findings: readonly Diagnostic[], suppressions: readonly Suppression[]): Diagnostic[] {
  const covers = suppressions.map((it) => it.covers).sort((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  return findings.filter(({ range: { start } }) => {
    for (let cover = covers[next]; cover && cover.start <= start; cover = covers[++next])
      end = Math.max(end, cover.end);
    return start < end;
  });
}
