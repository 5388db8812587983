import type { TextRange } from '../syntax/node.ts';

/**
 * What a jq program says. Ranges are half-open offsets in the text that was parsed. Parentheses leave no node. A program
 * with a problem in its syntax gives the nodes up to there; `missing` stands where a value was expected.
 */
export type JqNode =
  | Simple
  | Literal
  | StringNode
  | Path
  | Call
  | Named
  | ArrayNode
  | ObjectNode
  | Run
  | Operation
  | Wrapped
  | Bind
  | Fold
  | If
  | Try
  | Label
  | Definitions;

/** `.`, `..`, `$__loc__`, or the place where a value is missing. */
export interface Simple {
  readonly kind: 'identity' | 'recurse' | 'location' | 'missing';
  readonly range: TextRange;
}

/** A number, `true`, `false` or `null`. */
interface Literal {
  readonly kind: 'literal';
  readonly range: TextRange;
  readonly value: number | boolean | null;
}

/** `"..."`, also behind a format: `@base64 "..."`. */
export interface StringNode {
  readonly kind: 'string';
  readonly range: TextRange;
  readonly format: string | undefined;
  /** What it says; undefined when it has `\( )`. */
  readonly value: string | undefined;
  /** The expressions in `\( )`. */
  readonly insertions: readonly JqNode[];
}

/** `.a[0].b?`: a value and the way from it. The value is `.` (with an empty range) where the text begins with a field. */
interface Path {
  readonly kind: 'path';
  readonly range: TextRange;
  readonly from: JqNode;
  readonly steps: readonly Step[];
}

/** One step of a path; `optional` when a `?` belongs to it. Its range has the dot or the brackets. */
export type Step = { readonly range: TextRange; readonly optional: boolean } & (
  | { readonly kind: 'field'; readonly name: string; readonly nameRange: TextRange }
  /** `."a"` or `.a["b"]`, or any other expression in brackets. */
  | { readonly kind: 'index'; readonly index: JqNode }
  | { readonly kind: 'slice'; readonly from: JqNode | undefined; readonly to: JqNode | undefined }
  /** `[]` */
  | { readonly kind: 'each' }
);

/** `name` or `name(a; b)`. */
export interface Call {
  readonly kind: 'call';
  readonly range: TextRange;
  readonly name: string;
  readonly nameRange: TextRange;
  readonly args: readonly JqNode[];
}

/** `$name`, `break $name`, or a format without a string, as `@base64`. The name has neither `$` nor `@`. */
export interface Named {
  readonly kind: 'variable' | 'break' | 'format';
  readonly range: TextRange;
  readonly name: string;
}

interface ArrayNode {
  readonly kind: 'array';
  readonly range: TextRange;
  readonly items: JqNode | undefined;
}

export interface ObjectNode {
  readonly kind: 'object';
  readonly range: TextRange;
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry {
  readonly range: TextRange;
  /** A name is a string without quotes. */
  readonly key: JqNode;
  /** Absent in `{a}`, `{"a"}` and `{$a}`. */
  readonly value: JqNode | undefined;
}

/** `a | b | c` or `a, b, c`. */
export interface Run {
  readonly kind: 'pipe' | 'comma';
  readonly range: TextRange;
  readonly operands: readonly JqNode[];
}

/** Operands with the operators of one precedence between them: `a + b - c`. */
export interface Operation {
  readonly kind: 'operation';
  readonly range: TextRange;
  readonly operands: readonly JqNode[];
  readonly operators: readonly { readonly text: string; readonly range: TextRange }[];
}

/** `-a` or `a?` (where the `?` belongs to no step of a path). */
interface Wrapped {
  readonly kind: 'negation' | 'optional';
  readonly range: TextRange;
  readonly value: JqNode;
}

/** `source as $pattern | body`; several patterns are alternatives, with `?//` between them. */
interface Bind {
  readonly kind: 'bind';
  readonly range: TextRange;
  readonly source: JqNode;
  readonly patterns: readonly Pattern[];
  readonly body: JqNode;
}

/** `reduce source as $x (initial; update)`, `foreach source as $x (initial; update; extract)`. */
export interface Fold {
  readonly kind: 'reduce' | 'foreach';
  readonly range: TextRange;
  readonly source: JqNode;
  readonly patterns: readonly Pattern[];
  readonly initial: JqNode;
  readonly update: JqNode;
  readonly extract: JqNode | undefined;
}

export type Pattern =
  | { readonly kind: 'variable'; readonly range: TextRange; readonly name: string }
  | { readonly kind: 'array'; readonly range: TextRange; readonly items: readonly Pattern[] }
  | { readonly kind: 'object'; readonly range: TextRange; readonly entries: readonly PatternEntry[] };

/** `$a`, `$a: pattern`, `key: pattern`. */
export interface PatternEntry {
  readonly variable: string | undefined;
  readonly key: JqNode | undefined;
  readonly pattern: Pattern | undefined;
}

export interface If {
  readonly kind: 'if';
  readonly range: TextRange;
  /** The conditions behind `if` and `elif`. */
  readonly branches: readonly { readonly condition: JqNode; readonly result: JqNode }[];
  readonly otherwise: JqNode | undefined;
}

export interface Try {
  readonly kind: 'try';
  readonly range: TextRange;
  readonly body: JqNode;
  readonly handler: JqNode | undefined;
}

/** `label $name | body` */
export interface Label {
  readonly kind: 'label';
  readonly range: TextRange;
  readonly name: string;
  readonly body: JqNode;
}

/** `def f: ...; def g: ...; body`. A program may have no body. */
export interface Definitions {
  readonly kind: 'definitions';
  readonly range: TextRange;
  readonly definitions: readonly Definition[];
  readonly body: JqNode | undefined;
}

export interface Definition {
  readonly name: string;
  readonly params: readonly { readonly name: string; readonly variable: boolean }[];
  readonly body: JqNode;
}
