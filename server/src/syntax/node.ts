/** The syntax tree that both notations share. It is immutable; positions are half-open UTF-16 offset ranges. */

export type Notation = 'yaml' | 'json';

export interface TextRange {
  readonly start: number;
  /** The offset behind the last character. */
  readonly end: number;
}

/** A replacement of `range` by `newText`. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** How the service reads a scalar. A YAML timestamp keeps its text as value. */
export type ScalarType = 'string' | 'integer' | 'float' | 'boolean' | 'null' | 'timestamp';

export interface ScalarNode {
  readonly kind: 'scalar';
  /** Quotes and the block header (`|`, `>`) included. */
  readonly range: TextRange;
  readonly style: ScalarStyle;
  readonly type: ScalarType;
  readonly value: string | number | boolean | null;
}

export interface PairNode {
  readonly kind: 'pair';
  /** From the key to the end of the value. */
  readonly range: TextRange;
  readonly key: ScalarNode;
  /** Absent while only the key has been typed. */
  readonly value: ValueNode | undefined;
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly range: TextRange;
  /** Written with braces. Always true in JSON. */
  readonly flow: boolean;
  readonly pairs: readonly PairNode[];
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly range: TextRange;
  /** Written with brackets. Always true in JSON. */
  readonly flow: boolean;
  readonly items: readonly ValueNode[];
}

export type ValueNode = MappingNode | SequenceNode | ScalarNode;
export type SyntaxNode = ValueNode | PairNode;

/** A YAML comment with its `#`. */
export interface Comment {
  readonly range: TextRange;
  readonly text: string;
}

/** Every way in which a text can fail to be what the service reads. `analysis` words them. */
export type SyntaxProblemCode =
  | 'alias'
  | 'bad-character'
  | 'bad-escape'
  | 'bad-indent'
  | 'bad-token'
  | 'comment-in-json'
  | 'conflict-marker'
  | 'empty-document'
  | 'key-not-scalar'
  | 'missing-bracket'
  | 'missing-colon'
  | 'missing-comma'
  | 'missing-quote'
  | 'missing-space'
  | 'missing-value'
  | 'multiple-documents'
  | 'nested-on-one-line'
  | 'open-colon'
  | 'scalar-unreadable'
  | 'tab-indent'
  | 'tag'
  | 'too-deep'
  | 'too-long'
  | 'trailing-comma'
  | 'unexpected-end'
  | 'unquoted-expression'
  | 'unknown';

export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  readonly range: TextRange;
  /** What makes the place readable, where that is most likely what was meant. */
  readonly repair?: TextEdit;
}

/** The parse of one text. Parsing never fails: broken text gives a partial `root` plus problems. */
export interface SyntaxTree {
  readonly notation: Notation;
  readonly text: string;
  readonly root: ValueNode | undefined;
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
  /**
   * Quoted scalars whose continuation lines stand too far left for a strict YAML parser.
   * The service reads them, so they are no problems.
   */
  readonly underIndented: readonly TextRange[];
  /** What has a name for aliases in YAML, `&name`: values, and pairs whose value is left empty behind the name. */
  readonly anchors?: ReadonlyMap<ValueNode | PairNode, string>;
}
