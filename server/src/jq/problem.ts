import type { TextRange } from '../syntax/node.ts';

/** A reason why jq refuses a program. */
export type JqProblem = JqFault & {
  readonly range: TextRange;
  /** jq 1.6 refuses it, and later versions do not. */
  readonly later?: boolean;
};

export type JqFault =
  /** A character that begins nothing. */
  | { readonly code: 'bad-character'; readonly found: string }
  | { readonly code: 'bad-number'; readonly found: string }
  | { readonly code: 'bad-escape'; readonly found: string }
  | { readonly code: 'open-string' }
  /** A word or sign that does not fit; `expected` is what would have had to stand in its place, where that is one thing. */
  | { readonly code: 'unexpected'; readonly found: string; readonly expected: string | undefined }
  /** The text ends while the bracket or word at the range is open; `closer` would close it. */
  | { readonly code: 'open'; readonly found: string; readonly closer: string }
  /** The text ends behind the word or sign at the range, where more has to follow. */
  | { readonly code: 'unfinished'; readonly found: string; readonly expected: string | undefined }
  /** `a == b == c` */
  | { readonly code: 'unchainable'; readonly found: string }
  | { readonly code: 'missing-else' }
  /** `.a.[0]` */
  | { readonly code: 'dot-before-bracket' }
  /** `a?//b`, which jq 1.6 reads as another operator than `a? // b`. */
  | { readonly code: 'joined-alternative' }
  /** `.e1`, which jq 1.6 takes for a number. */
  | { readonly code: 'field-like-number'; readonly found: string }
  /** `{if}`, `{$__loc__}`, `$if`, `{$a: 1}`. */
  | { readonly code: 'word-as-name'; readonly found: string }
  /** `if ... end.a`, `{a: if ... end}`. */
  | { readonly code: 'statement-as-term'; readonly found: string }
  /** `module`, `import` or `include` at the beginning. */
  | { readonly code: 'module'; readonly found: string }
  /** `{(1): 2}`: a key that surely is no string. */
  | { readonly code: 'key-not-string' }
  | { readonly code: 'division-by-zero' }
  /** `arities`: how many arguments a function of that name takes. */
  | {
      readonly code: 'unknown-function';
      readonly name: string;
      readonly arity: number;
      readonly arities: readonly number[];
      /** Names that the place knows with this number of arguments, besides those built in. */
      readonly visible: readonly string[];
    }
  | { readonly code: 'unknown-variable'; readonly name: string; readonly visible: readonly string[] }
  | { readonly code: 'unknown-label'; readonly name: string; readonly visible: readonly string[] }
  /** jq compiles it and fails when it comes to it. */
  | { readonly code: 'unknown-format'; readonly name: string };
