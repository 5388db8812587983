import type { SyntaxProblem, SyntaxProblemCode, SyntaxTree, TextRange } from '../syntax/node.ts';
import type { Task } from '../template/template.ts';
import { oncePer } from './oncePer.ts';
import { swallowedItem } from './swallowedItem.ts';

/** Of these nothing but the place itself is affected: how the text goes on is beyond doubt. */
const harmless: ReadonlySet<SyntaxProblemCode> = new Set([
  'alias',
  'comment-in-json',
  'conflict-marker',
  'empty-document',
  'scalar-unreadable',
  'tag',
  'too-deep',
  'trailing-comma',
  'unquoted-expression',
]);

/** Rules about names that are declared elsewhere, and about what stands there. */
const RELATES = /^(?:unknown|misplaced|unreachable)-/;

const LONGEST_NAME = 200;

/** A text with more of them is no template with slips in it, and nothing in it is certain. */
const MOST_MISTAKES = 50;

/** Of these it is not certain to what the line belongs. */
const layout: ReadonlySet<SyntaxProblemCode> = new Set(['bad-indent', 'bad-token', 'missing-space', 'tab-indent']);

/** What a parser says about lines below a mistake, since it cannot see what they belong to. */
const followUps: ReadonlySet<SyntaxProblemCode> = new Set(['bad-indent', 'bad-token', 'key-not-scalar']);

/**
 * The parts of a text of which it is not certain how they are meant, because something in them cannot be read: a task,
 * a parameter, an output, or whatever else stands as an entry in a section. What other rules would say about such a
 * part may be nothing but an echo of that mistake.
 */
export class Shadows {
  readonly #text: string;
  readonly #parts: readonly TextRange[];
  readonly #echoes: ReadonlySet<SyntaxProblem>;
  /** Where aliases of YAML begin: nothing can be said against what they stand for. */
  readonly #aliases: ReadonlySet<number>;

  /** `tasks`: all of the document. One that swallows another is not certain as a whole. */
  constructor({ text, problems }: SyntaxTree, tasks: readonly Task[] = []) {
    this.#text = text;
    this.#aliases = new Set(problems.flatMap(({ code, range }) => (code === 'alias' ? range.start : [])));
    const serious = problems.filter((it) => !harmless.has(it.code) || isMerge(text, it));
    if (serious.length > MOST_MISTAKES || serious.some(({ code }) => code === 'too-long')) {
      this.#parts = [{ start: 0, end: text.length }];
      this.#echoes = new Set();
      return;
    }
    const lines = serious.length > 0 ? new Lines(text, serious) : undefined;
    const parts = tasks.filter(({ node }) => swallowedItem(node)).map(({ node }): TextRange => node.range);
    const echoes = new Set<SyntaxProblem>();
    for (const problem of serious) {
      const { start } = problem.range;
      const around = parts.find((it) => it.start <= start && start < it.end);
      if (around && followUps.has(problem.code)) echoes.add(problem);
      else if (lines) parts.push(lines.partAround(start, !layout.has(problem.code)));
    }
    this.#parts = parts;
    this.#echoes = echoes;
  }

  /** True for a problem that an earlier one in the same part brings along. */
  isEcho(problem: SyntaxProblem): boolean {
    return this.#echoes.has(problem);
  }

  /** True for a finding in a part that is not certain, and for a name that stands in such a part, where it may be declared. */
  hides({ rule, range }: { readonly rule: string; readonly range: TextRange }): boolean {
    if (this.#aliases.has(range.start)) return true;
    if (this.#parts.some(({ start, end }) => start <= range.start && range.start < end)) return true;
    if (this.#parts.length === 0 || !RELATES.test(rule)) return false;
    const name = /^["']?([\w-]+)["']?$/.exec(this.#text.slice(range.start, range.end))?.[1];
    // What a task gives may be about to be written where its name stands.
    const owner = /([\w-]+)\.$/.exec(this.#text.slice(Math.max(0, range.start - LONGEST_NAME), range.start))?.[1];
    return [name, owner].some((it) => it !== undefined && this.#parts.some((part) => this.#stands(it, part)));
  }

  #stands(name: string, { start, end }: TextRange): boolean {
    const word = new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i');
    return word.test(this.#text.slice(start, end));
  }
}

/** Of a part with a merge key of YAML nobody knows what else stands in it. */
const isMerge = (text: string, { code, range }: SyntaxProblem): boolean =>
  code === 'alias' && text.startsWith('<<', range.start);

/** The smallest indentation; no spread, since there can be more lines than a call takes arguments. */
const least = (lines: readonly Line[]): number => lines.reduce((min, { indent }) => Math.min(min, indent), Infinity);

/** Those that show in the text alone, for rules that run without a template. */
export const shadowsOf = oncePer((tree: SyntaxTree): Shadows => new Shadows(tree));

interface Line {
  readonly start: number;
  /** White space in front of it, in characters. */
  readonly indent: number;
  readonly isKey: boolean;
}

/** The lines of a text that say something, and what belongs together by their indentation. */
class Lines {
  readonly #text: string;
  readonly #lines: readonly Line[];
  /** Lines with a mistake, whose indentation may be part of it. */
  readonly #broken: ReadonlySet<number>;
  /** The indentation of the keys at the root. */
  readonly #root: number;

  constructor(text: string, problems: readonly SyntaxProblem[]) {
    this.#text = text;
    this.#lines = [...text.matchAll(/^([ \t]*)(?!#|---|\.\.\.)(\S.*)$/gm)].map(
      ({ index, 1: space = '', 2: said = '' }) => ({
        start: index,
        indent: space.length,
        isKey: /^["']?[A-Za-z]/.test(said),
      }),
    );
    this.#broken = new Set(problems.map(({ range }) => this.#indexOf(range.start)));
    const sound = this.#lines.filter((it, index) => it.isKey && !this.#broken.has(index));
    this.#root = least(sound);
  }

  /** The entry of a section around an offset, else the section. `isPlaced`: the line stands where it belongs. */
  partAround(offset: number, isPlaced: boolean): TextRange {
    const at = this.#indexOf(offset);
    const isSection = (line: Line) => line.isKey && line.indent <= this.#root;
    const own = this.#lines[at];
    const from = own && isSection(own) ? at : this.#before(at, isSection);
    const to = this.#behind(at, isSection);
    const inside = this.#lines.slice(from + 1, to).filter((_, index) => !this.#broken.has(from + 1 + index));
    const column = least(inside);
    const isEntry = (line: Line) => line.indent <= column;
    if (from === at || inside.length === 0) return this.#range(from, to);
    const first = isPlaced && own && isEntry(own) ? at : this.#before(at, isEntry);
    return this.#range(Math.max(from, first), Math.min(to, this.#behind(at, isEntry)));
  }

  #before(at: number, fits: (line: Line) => boolean): number {
    for (let index = at - 1; index >= 0; index--) if (this.#fits(index, fits)) return index;
    return 0;
  }

  #behind(at: number, fits: (line: Line) => boolean): number {
    for (let index = at + 1; index < this.#lines.length; index++) if (this.#fits(index, fits)) return index;
    return this.#lines.length;
  }

  #fits(index: number, fits: (line: Line) => boolean): boolean {
    const line = this.#lines[index];
    return line !== undefined && !this.#broken.has(index) && fits(line);
  }

  #range(from: number, to: number): TextRange {
    return { start: this.#lines[from]?.start ?? 0, end: this.#lines[to]?.start ?? this.#text.length + 1 };
  }

  /** The last line that begins at or before an offset. */
  #indexOf(offset: number): number {
    let low = 0;
    let high = this.#lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}
