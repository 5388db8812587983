import { descendants } from '../syntax/navigate.ts';
import type { Comment, SyntaxTree, TextRange } from '../syntax/node.ts';
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
export function readSuppressions(tree: SyntaxTree): Suppression[] {
  const found: Suppression[] = [];
  for (const [index, comment] of tree.comments.entries()) {
    for (const { word, id, range } of idsOf(comment)) {
      if (word === 'oos-enable') continue;
      found.push({ id, range, comment, covers: coverage(tree, comment, word, id, tree.comments.slice(index + 1)) });
    }
  }
  return found;
}

interface NamedId {
  readonly word: string;
  readonly id: string;
  readonly range: TextRange;
}

/** A comment without an id gives one entry with an empty id. What follows `--` is a reason for people. */
function idsOf(comment: Comment): NamedId[] {
  const match = DIRECTIVE.exec(comment.text);
  const [, word = '', rest = ''] = match ?? [];
  if (!match) return [];
  const start = comment.range.start + comment.text.indexOf(word);
  const ids = rest.replace(/\s--\s.*$/s, '');
  const named = [...ids.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
    const at = start + word.length + index;
    return { word, id, range: { start: at, end: at + id.length } };
  });
  return named.length > 0 ? named : [{ word, id: '', range: { start, end: start + word.length } }];
}

function coverage(tree: SyntaxTree, comment: Comment, word: string, id: string, later: readonly Comment[]): TextRange {
  const { text } = tree;
  const { start, end } = comment.range;
  if (word === 'oos-disable') {
    const enable = later.find((it) => idsOf(it).some((other) => other.word === 'oos-enable' && other.id === id));
    return { start: end, end: enable?.range.start ?? text.length + 1 };
  }
  const from = word === 'oos-disable-line' ? text.lastIndexOf('\n', start - 1) + 1 : endOfLine(text, end) + 1;
  const lineEnd = endOfLine(text, from);
  let to = lineEnd;
  for (const { kind, range } of descendants(tree.root)) {
    if (kind === 'scalar' && range.start >= from && range.start <= lineEnd) to = Math.max(to, range.end);
  }
  return { start: from, end: to + 1 };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

export const silences = ({ id, covers }: Suppression, { rule, range }: Diagnostic): boolean =>
  id === rule && covers.start <= range.start && range.start < covers.end;
