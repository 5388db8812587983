/** The form of the files in `schemas/openapi`; see `schemas/README.md`. */
export interface OpenApiIndex {
  /** Further codes, in upper case, with the services that they stand for, the best one first. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** By code, in upper case. */
  readonly services: Readonly<Record<string, ServiceRow>>;
}

/** Style and default version; then offset and length of its block of operations, and of its block of answers if there is one. */
export type ServiceRow = readonly [
  style: ApiStyle,
  defaultVersion: string,
  operationsAt: number,
  operationsLength: number,
  responsesAt?: number,
  responsesLength?: number,
];

type ApiStyle = 'RPC' | 'ROA';

/** The versions of a service, the default one first, then from the newest to the oldest. */
export type OperationsBlock = readonly (readonly [
  version: string,
  style: ApiStyle,
  knowsRequired: 0 | 1,
  /** The texts of `OperationData`. */
  operations: Texts,
])[];

/** By the names of operations, each a text of JSON of its own: a service has hundreds, of which one or two are asked for. */
export type Texts = Readonly<Record<string, string>>;

export interface OperationData {
  /** Its parameters. */
  readonly p: readonly ParameterRow[];
  /** It is deprecated. */
  readonly d?: 1;
  /** Its method and its path. */
  readonly m?: string;
  readonly u?: string;
  /** Its body is sent as it is. */
  readonly b?: 1;
}

/** `flags` are those of `parameterFlags`. `more` are inner parameters, or the values that the source lists. */
export type ParameterRow = readonly [
  name: string,
  type: string,
  flags: number,
  more?: readonly ParameterRow[] | readonly string[],
];

export const parameterFlags = { required: 1, path: 2, body: 4, header: 8, deprecated: 16 } as const;

/** By version: the texts of lists of `FieldRow`. */
type ResponsesBlock = readonly (readonly [version: string, responses: Texts])[];

export type FieldRow = readonly [name: string, type: string, fields?: readonly FieldRow[]];

/** Where a block stands in its file, in bytes. */
export interface BlockPlace {
  readonly offset: number;
  readonly length: number;
}

/** Where the operations come from. Each method reads anew. */
export interface OpenApiSource {
  index(): OpenApiIndex;
  operations(place: BlockPlace): OperationsBlock;
  responses(place: BlockPlace): ResponsesBlock;
}
