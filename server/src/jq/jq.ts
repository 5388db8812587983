import type { JqNode } from './ast.ts';
import { constantProblems } from './constants.ts';
import { nameProblems } from './names.ts';
import { parseSyntax } from './parse.ts';
import type { JqProblem } from './problem.ts';

export interface JqProgram {
  readonly root: JqNode;
  /** By position. jq 1.6 compiles the program when there is none, `unknown-format` aside. */
  readonly problems: readonly JqProblem[];
  /** Nested deeper than we read, so nothing is said about it. */
  readonly tooDeep: boolean;
}

/**
 * Reads a program as jq 1.6 compiles it: the grammar first, and names and constants only in a program whose grammar
 * holds. With `dotted` it is read as if a dot stood in front of it; ranges still are those of `text`. Never throws.
 */
export function readJq(text: string, { dotted = false } = {}): JqProgram {
  const { root, problems, tooDeep } = parseSyntax(text, dotted);
  if (tooDeep) return { root, problems: [], tooDeep };
  if (problems.some(({ later }) => !later)) return { root, problems, tooDeep };
  // Most programs have neither a division nor a key in parentheses.
  const constant = /[/:]/.test(text) ? constantProblems(root) : [];
  const found = [...problems, ...constant, ...nameProblems(root)];
  return { root, problems: found.sort((a, b) => a.range.start - b.range.start), tooDeep };
}
