import type { Words } from '../../words/words.ts';

/** A type of the template language. `Any`: not restricted, or known only from the arguments. */
type ValueType = 'String' | 'Number' | 'Boolean' | 'List' | 'Json' | 'Any';

export interface ArgumentSpec {
  /** For signatures: one English word. */
  readonly name: string;
  /** `Boolean` also stands for the name of a condition. */
  readonly type: ValueType;
  readonly allowedValues?: readonly string[];
}

/** A function `Fn::X`. Sources: the official list of 32 names, and the uses in published templates. */
export interface FunctionSpec {
  readonly name: string;
  /** It is in the official list. The others are used by published templates all the same. */
  readonly documented: boolean;
  /** `list`: the arguments stand in a list. `value`: there is one argument, and it stands in no list. */
  readonly form: 'list' | 'value';
  /** In order; in a list that may be longer, the last one repeats. */
  readonly arguments: readonly ArgumentSpec[];
  /** How many arguments there must be at least. */
  readonly least: number;
  /** How many there may be at most; Infinity when there is no limit. */
  readonly most: number;
  /** Every known use has this shape, so that another one is a mistake. Otherwise the shape is inferred. */
  readonly certain: boolean;
  readonly result: ValueType;
  readonly summary: Words;
  /** One line of YAML. */
  readonly example: string;
}

type Facts = Pick<FunctionSpec, 'name' | 'result' | 'summary' | 'example'> &
  Partial<Pick<FunctionSpec, 'documented' | 'certain'>>;

const usual = { documented: true, certain: true };

/** A function that takes exactly these arguments, in a list. */
export function fixed(specs: readonly ArgumentSpec[], facts: Facts): FunctionSpec {
  return { ...usual, form: 'list', arguments: specs, least: specs.length, most: specs.length, ...facts };
}

/** A function that takes `least` or more arguments of one kind, in a list. */
export function variadic(least: number, spec: ArgumentSpec, facts: Facts): FunctionSpec {
  return { ...usual, form: 'list', arguments: [spec], least, most: Number.POSITIVE_INFINITY, ...facts };
}

/** A function that takes one argument, which stands in no list. */
export function single(spec: ArgumentSpec, facts: Facts): FunctionSpec {
  return { ...usual, form: 'value', arguments: [spec], least: 1, most: 1, ...facts };
}
