import { once } from '../once.ts';
import type { ApiField, ApiOperation, ApiParameter, ApiType } from './openApi.ts';
import { type FieldRow, type OperationData, type ParameterRow, parameterFlags } from './openApiData.ts';

/** The letters of types. `a` is followed by the letter of the items where the source tells it. */
const types: Readonly<Record<string, ApiType>> = {
  s: 'string',
  i: 'integer',
  l: 'integer',
  n: 'number',
  b: 'boolean',
  a: 'array',
  o: 'object',
  m: 'map',
  j: 'json',
  x: 'any',
};

const typeOf = (letter = 'x'): ApiType => types[letter] ?? 'any';

export interface OperationHead {
  readonly name: string;
  readonly service: string;
  readonly version: string;
  /** Of its version. An operation with a path of its own is called by path all the same. */
  readonly style: 'RPC' | 'ROA';
  readonly knowsRequired: boolean;
}

/** Parameters are decoded when they are asked for: who lists the operations of a service looks at few of them. */
export function apiOperation(head: OperationHead, { p, d, m, u, b }: OperationData): ApiOperation {
  const style = u === undefined ? head.style : 'ROA';
  const decoded: ApiParameter[] = [];
  const parameter = (row: ParameterRow, index: number): ApiParameter => {
    decoded[index] ??= apiParameter(row);
    return decoded[index];
  };
  const all = once(() => p.map(parameter));
  const required = once(() => p.flatMap((row, index) => (isRequired(row) ? parameter(row, index) : [])));
  return {
    ...head,
    style,
    method: style === 'ROA' ? m : undefined,
    path: u,
    rawBody: b === 1,
    deprecated: d === 1,
    get parameters() {
      return all();
    },
    get required() {
      return required();
    },
  };
}

/** An inner parameter stands where the outermost one stands, so `outer` is that one's place. */
function apiParameter([name, type, flags, more = []]: ParameterRow, outer?: ApiParameter['place']): ApiParameter {
  const place = outer ?? placeOf(flags);
  const fields = more.flatMap((it) => (typeof it === 'string' ? [] : apiParameter(it, place)));
  return {
    name,
    ...apiType(type, fields),
    fields,
    required: (flags & parameterFlags.required) !== 0,
    place,
    deprecated: (flags & parameterFlags.deprecated) !== 0,
    values: more.filter((it) => typeof it === 'string'),
  };
}

/** A field of an answer, from its row. */
export function apiField([name, type, inner = []]: FieldRow): ApiField {
  const fields = inner.map(apiField);
  return { name, ...apiType(type, fields), fields };
}

function apiType(letters: string, fields: readonly ApiField[]): Pick<ApiField, 'type' | 'itemType'> {
  const [own, item] = letters;
  const items = item === undefined ? 'object' : typeOf(item);
  const known = own === 'a' && (item !== undefined || fields.length > 0);
  return { type: typeOf(own), itemType: known ? items : undefined };
}

const isRequired = ([, , flags]: ParameterRow): boolean => (flags & parameterFlags.required) !== 0;

function placeOf(flags: number): ApiParameter['place'] {
  if (flags & parameterFlags.path) return 'path';
  if (flags & parameterFlags.body) return 'body';
  return flags & parameterFlags.header ? 'header' : 'query';
}
