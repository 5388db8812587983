import type { TextRange } from '../syntax/node.ts';

/** A name as it is written, with its place. */
export interface NameAt {
  readonly text: string;
  readonly range: TextRange;
}

/**
 * What stands between `{{` and `}}` (template-language reference: parameter, pseudo-parameter, path into the result of
 * a task, parameter store).
 */
export type ExpressionBody =
  | { readonly kind: 'parameter'; readonly name: NameAt }
  /** `ACS::RegionId`; the name includes the prefix. */
  | { readonly kind: 'pseudo'; readonly name: NameAt }
  /** `task.output`, or `task.` and a jq-like path. `simple` when the path is one plain name. */
  | { readonly kind: 'task'; readonly name: NameAt; readonly path: NameAt; readonly simple: boolean }
  /** `oos:name` or `oos-secret:name`. */
  | { readonly kind: 'store'; readonly name: NameAt; readonly secret: boolean }
  | { readonly kind: 'empty' }
  /** Something else; `at` is the first character that does not fit. */
  | { readonly kind: 'malformed'; readonly text: string; readonly at: TextRange }
  /** `{{` without `}}`. */
  | { readonly kind: 'unclosed'; readonly text: string };

/** One `{{ ... }}` in a scalar. */
export interface Expression {
  /** Braces included. */
  readonly range: TextRange;
  readonly body: ExpressionBody;
  /** Nothing but this expression stands in the scalar, so the value keeps its type. */
  readonly whole: boolean;
}
