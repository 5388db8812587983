import type { ApiOperation, ApiParameter } from '../../catalog/openApi/openApi.ts';
import { findParameter, findRequestParameter } from '../../catalog/openApi/requestNames.ts';
import { asMapping, asSequence, keyName } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode, ValueNode } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import { oncePer } from '../oncePer.ts';
import type { RuleContext } from '../rule.ts';
import { apiCalls } from './apiCalls.ts';

/** A key in `Parameters`, at any depth that the catalogue describes, that the operation does not know. */
interface UnknownName {
  readonly operation: ApiOperation;
  readonly pair: PairNode;
  /** The parameter around it; undefined directly in `Parameters`. */
  readonly inside: ApiParameter | undefined;
  /** What was most likely meant. */
  readonly meant: string | undefined;
}

/** Of operations of the RPC style. What ROA operations take in `Parameters` is not known well enough. */
export const unknownNames = oncePer((context: RuleContext): readonly UnknownName[] =>
  apiCalls(context).flatMap(({ api, parameters }) => {
    const operation = api?.operation;
    if (operation?.style !== 'RPC' || typeof parameters === 'string') return [];
    return parameters.pairs.flatMap((pair) => {
      const known = findRequestParameter(operation, keyName(pair))?.parameter;
      if (known) return insideOf(operation, known, pair.value);
      return [unknownName(operation, parameters, pair, operation.parameters)];
    });
  }),
);

function insideOf(operation: ApiOperation, inside: ApiParameter, value: ValueNode | undefined): UnknownName[] {
  if (inside.fields.length === 0) return [];
  const maps = (asSequence(value)?.items ?? [value]).flatMap((it) => asMapping(it) ?? []);
  return maps.flatMap((map) =>
    map.pairs.flatMap((pair) => {
      const name = keyName(pair);
      if (name.startsWith('Fn::')) return [];
      const known = findParameter(inside.fields, name)?.parameter;
      if (known) return insideOf(operation, known, pair.value);
      return [{ ...unknownName(operation, map, pair, inside.fields), inside }];
    }),
  );
}

function unknownName(
  operation: ApiOperation,
  map: MappingNode,
  pair: PairNode,
  parameters: readonly ApiParameter[],
): UnknownName {
  const given = new Set(map.pairs.map(keyName));
  const free = parameters.map(({ name }) => name).filter((name) => !given.has(name));
  return { operation, pair, inside: undefined, meant: closest(keyName(pair), free) };
}

/** The required parameters of an operation of the RPC style that are neither given nor likely meant by an unknown name. */
export function missingParameters(
  operation: ApiOperation,
  parameters: MappingNode | 'none',
  unknown: readonly UnknownName[],
): ApiParameter[] {
  if (operation.style !== 'RPC' || !operation.knowsRequired) return [];
  const names = parameters === 'none' ? [] : parameters.pairs.map(keyName);
  const meant = new Set(unknown.map((it) => it.meant));
  return operation.parameters.filter(
    ({ name, required, place }) =>
      required &&
      place === 'query' &&
      name.toLowerCase() !== 'regionid' &&
      !meant.has(name) &&
      // `SystemDiskCategory` and `Tags` give a part of SystemDisk and Tag, or all of it.
      !names.some((it) => it.startsWith(name.replaceAll('.', ''))),
  );
}
