import { functionNamed } from '../../catalog/functions/functions.ts';
import { keyName } from '../../syntax/navigate.ts';
import type { MappingNode, ValueNode } from '../../syntax/node.ts';
import { looksLikeCall } from './functionSlips.ts';
import {
  alternatives,
  elementOf,
  listOf,
  mapType,
  typeNamed,
  unionOf,
  unknownType,
  type ValueType,
} from './valueType.ts';

type TypeOf = (node: ValueNode | undefined) => ValueType;

/** The type of what a function gives. */
export function callType(name: string, argument: ValueNode | undefined, typeOf: TypeOf): ValueType {
  const spec = functionNamed(name);
  if (!spec) return unknownType;
  const given = argument?.kind === 'sequence' ? argument.items : undefined;
  switch (spec.name) {
    case 'Fn::If':
      return given?.length === 3 ? unionOf([typeOf(given[1]), typeOf(given[2])]) : unknownType;
    case 'Fn::Select':
      return given?.length === 2 ? selected(given, typeOf) : unknownType;
    case 'Fn::Jq':
      return mode(given) === 'All' ? listOf(unknownType) : unknownType;
    case 'Fn::First':
    case 'Fn::Last':
    case 'Fn::Min':
    case 'Fn::Max':
      return elementOf(typeOf(argument));
    case 'Fn::Split':
      return listOf({ kind: 'String' });
    case 'Fn::ListJoin':
      return listOf(given ? joined(given.map(typeOf)) : unknownType);
    case 'Fn::MergeMap':
    case 'Fn::MapJoin':
      return mapType;
    case 'Fn::MergeMapToList':
    case 'Fn::ConvertMapToList':
      return listOf(mapType);
    default:
      return typeNamed(spec.result);
  }
}

/** Whether a list among the arguments becomes one element or is poured in is not documented. */
const joined = (types: readonly ValueType[]): ValueType =>
  types.some((type) => alternatives(type).some(({ kind }) => kind === 'List')) ? unknownType : unionOf(types);

function selected([index, container]: readonly ValueNode[], typeOf: TypeOf): ValueType {
  if (container?.kind === 'sequence') {
    const position = index?.kind === 'scalar' && /^\d+$/.test(String(index.value)) ? Number(index.value) : Number.NaN;
    const item = container.items[position];
    return item ? typeOf(item) : elementOf(typeOf(container));
  }
  if (container?.kind === 'mapping' && !container.pairs.some((pair) => looksLikeCall(keyName(pair)))) {
    return fromMap(index, container, typeOf);
  }
  return elementOf(typeOf(container));
}

/** A map that is written out is a table: the key chooses one of its values. */
function fromMap(key: ValueNode | undefined, { pairs }: MappingNode, typeOf: TypeOf): ValueType {
  const pair = key?.kind === 'scalar' ? pairs.find((it) => keyName(it) === String(key.value)) : undefined;
  return pair ? typeOf(pair.value) : unionOf(pairs.map(({ value }) => typeOf(value)));
}

function mode(given: readonly ValueNode[] | undefined): unknown {
  return given?.[0]?.kind === 'scalar' ? given[0].value : undefined;
}
