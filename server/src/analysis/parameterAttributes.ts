import type { Catalog } from '../catalog/catalog.ts';
import { type ParameterType, parameterTypes } from '../catalog/parameters/parameterTypes.ts';
import { descendants, isNull, stringOf, valueFor } from '../syntax/navigate.ts';
import type { ValueNode } from '../syntax/node.ts';
import type { Parameter } from '../template/template.ts';
import { languageKeys } from './languageProblems.ts';
import { misspelt } from './misspelt.ts';
import { isDynamic } from './schemaCheck.ts';

/** The type of a parameter: String where none is given, undefined where the given one, or its key, is not known. */
export function parameterType({ attributes }: Parameter, catalog: Catalog): ParameterType | undefined {
  if (!attributes) return undefined;
  const node = valueFor(attributes, 'Type');
  if (isNull(node) && misspelt(attributes, 'Type', languageKeys(catalog, 'parameter'))) return undefined;
  const name = isNull(node) ? 'String' : stringOf(node);
  return parameterTypes.find((it) => it.name === name);
}

/** The default of a parameter, if it has one that is wholly known before the execution. */
export function literalDefault({ attributes }: Parameter): ValueNode | undefined {
  const node = valueFor(attributes, 'Default');
  if (!node || isNull(node)) return undefined;
  for (const part of descendants(node)) if (isDynamic(part)) return undefined;
  return node;
}

/** A number that an attribute has; undefined for a number in quotes as well, which is reported as such. */
export function numberAttribute({ attributes }: Parameter, key: string): number | undefined {
  const node = valueFor(attributes, key);
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}
