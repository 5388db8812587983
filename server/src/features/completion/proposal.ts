import type { Words } from '../../words/words.ts';

/** What sort of thing a proposal is; hosts turn it into the icon of their protocol. */
export type ProposalKind =
  | 'action'
  | 'property'
  | 'key'
  | 'value'
  | 'type'
  | 'parameter'
  | 'task'
  | 'output'
  | 'condition'
  | 'pseudoParameter'
  | 'function'
  | 'service'
  | 'operation'
  | 'field'
  | 'template'
  | 'snippet';

/** Something that may be written at a place, in no notation yet. */
export interface Proposal {
  /** The name or value as people know it. */
  readonly label: string;
  /** What the list calls it where that is no name but words; the label is the English ones. */
  readonly title?: Words | undefined;
  readonly kind: ProposalKind;
  /** A word or two behind the label: the type, `required`. */
  readonly detail?: Words | undefined;
  /** One line about it, in words of ours: it stands for the documentation where there is none. */
  readonly summary?: Words | undefined;
  /** Markdown, worked out only when somebody looks at the proposal. */
  readonly documentation?: (() => Words | undefined) | undefined;
  /**
   * Its place among the proposals of equal fit with what has been typed: lower comes first. A tenth is enough to tell two
   * apart; whole numbers are for groups (0: most likely meant, 1: usual, 2: rare, 3: discouraged).
   */
  readonly rank: number;
  readonly deprecated?: boolean | undefined;
  /** It is right only with something that is still to be written: for who has begun to type its name. */
  readonly whenTyped?: boolean | undefined;
  readonly insertion: Insertion;
}

export type Insertion =
  /** A value or the text of a name; it is quoted and escaped as its place asks. */
  | { readonly kind: 'scalar'; readonly value: string | number | boolean }
  /** A value with inner structure: a map, a list, a value with a hole. */
  | { readonly kind: 'structure'; readonly value: Skeleton }
  /** A key and what follows it. `value` absent: the key and its colon, the cursor behind it. */
  | {
      readonly kind: 'pair';
      readonly key: string;
      /** The key is only a suggestion: a place to be filled in, before those in the value. */
      readonly keyIsHole?: boolean | undefined;
      readonly value?: Skeleton | undefined;
    }
  /** A scalar, and pairs that come after the pair it is the value of, unless their keys are there already. */
  | {
      readonly kind: 'scalarAndPairs';
      readonly value: string;
      readonly pairs: readonly (readonly [key: string, value: Skeleton])[];
    }
  /** Characters that go in as they are: inside an expression or a selector. */
  | { readonly kind: 'text'; readonly text: string };

/** Data with holes, which becomes YAML or JSON in the indentation of its place. Maps are lists of pairs, to keep their order. */
export type Skeleton =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  /** A place to be filled in, in the order of the text. `choices`: the values that it may have; the first stands there. */
  | {
      readonly kind: 'hole';
      readonly text?: string | undefined;
      readonly choices?: readonly string[] | undefined;
      /** The hole takes the place of a whole value that is no string: no quotes around it. */
      readonly bare?: boolean | undefined;
    }
  /** A map or a list that is yet to be written: the cursor stands where its first line begins. */
  | { readonly kind: 'open'; readonly of: 'map' | 'list' }
  | { readonly kind: 'map'; readonly pairs: readonly (readonly [key: string, value: Skeleton])[] }
  | { readonly kind: 'list'; readonly items: readonly Skeleton[] };
