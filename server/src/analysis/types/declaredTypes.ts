import { parameterTypes } from '../../catalog/parameters/parameterTypes.ts';
import { isNull, keyName, stringOf, valueFor } from '../../syntax/navigate.ts';
import type { ScalarNode, SequenceNode, ValueNode } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import type { Entry, Output, Parameter, Task } from '../../template/template.ts';
import { judgeDefault } from '../defaultType.ts';
import { literalDefault } from '../parameterAttributes.ts';
import { listOf, typeNamed, unknownType, type ValueType } from './valueType.ts';

/** The type of a parameter, with the values that it allows. Unknown where its default tells of another type. */
export function declaredType(parameter: Parameter): ValueType {
  const { attributes } = parameter;
  const type = typeOfEntry(parameter, isText(valueFor(attributes, 'Default')));
  const written = stringOf(valueFor(attributes, 'Type'));
  // Array and Object are words for outputs only; here something else may have been meant.
  if (written !== undefined && !parameterTypes.some(({ name }) => name === written)) return unknownType;
  if (contradicts(literalDefault(parameter), type)) return unknownType;
  const allowed = valueFor(attributes, 'AllowedValues');
  const values = allowed?.kind === 'sequence' ? literals(allowed) : undefined;
  if (!values) return type;
  if (type.kind === 'List') return listOf({ kind: 'String', values });
  return type.kind === 'String' || type.kind === 'Number' ? { kind: type.kind, values } : type;
}

/** A slip in either of the two must not lead to findings about whatever uses the parameter. */
function contradicts(value: ValueNode | undefined, { kind }: ValueType): boolean {
  const type = parameterTypes.find(({ name }) => name === kind)?.name;
  if (!value || !type) return false;
  const verdict = judgeDefault(value, type);
  return type === 'List' ? verdict !== 'fits' : verdict === 'wrong';
}

/** The type of what `task.name` reads. Unknown where it is no declared output: then it is a path into the result. */
export function outputType({ loop, outputs, action }: Task, name: string): ValueType {
  // The outputs of an ACS::Loop gather those of its rounds, in a way that is not documented in full.
  if (action?.toLowerCase() === 'acs::loop') return unknownType;
  const output = loop ? loop.outputs.get(name) : outputs.get(name);
  if (!output) return unknownType;
  return loop
    ? aggregateType(output, outputs.get(stringOf(valueFor(output.attributes, 'AggregateField')) ?? ''))
    : declaredOutput(output);
}

function aggregateType({ attributes }: Output, item: Output | undefined): ValueType {
  switch (stringOf(valueFor(attributes, 'AggregateType'))) {
    case 'Fn::ListJoin':
      return listOf(item ? declaredOutput(item) : unknownType);
    case 'Fn::Sum':
      return { kind: 'Number' };
    default:
      return unknownType;
  }
}

const declaredOutput = (output: Output): ValueType => typeOfEntry(output, true);

/** Without a `Type` it is String, unless something hints that another one was meant, such as a slip in the key. */
function typeOfEntry({ attributes }: Entry, isStringOtherwise: boolean): ValueType {
  if (!attributes) return unknownType;
  const type = valueFor(attributes, 'Type');
  if (!isNull(type)) return typeNamed(stringOf(type) ?? '');
  const hasSlip = attributes.pairs.some((pair) => closest(keyName(pair), ['Type']));
  return isStringOtherwise && !hasSlip ? { kind: 'String' } : unknownType;
}

const isText = (node: ValueNode | undefined): boolean =>
  isNull(node) || (node?.kind === 'scalar' && node.type === 'string');

/** The values of a list that holds nothing but written scalars. */
function literals({ items }: SequenceNode): (string | number | boolean)[] | undefined {
  const values = items.map((item) => (item.kind === 'scalar' ? literal(item) : undefined));
  return values.every((it) => it !== undefined) && values.length > 0 ? values : undefined;
}

function literal({ value }: ScalarNode): string | number | boolean | undefined {
  return value === null || (typeof value === 'string' && value.includes('{{')) ? undefined : value;
}
