import type { ParameterType } from '../catalog/parameterTypes.ts';
import { stringOf, toData, valueFor } from '../syntax/navigate.ts';
import type { ScalarNode, ValueNode } from '../syntax/node.ts';
import { closest } from '../template/closest.ts';
import type { Parameter } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import { readPattern } from './allowedPattern.ts';
import { choices, numberIn, shown } from './literals.ts';
import { numberAttribute } from './parameterAttributes.ts';
import { isDynamic } from './schemaCheck.ts';

/** A value that a parameter would refuse, with the first of its constraints that it breaks. */
export interface Refusal {
  readonly node: ValueNode;
  readonly message: Words;
  /** The allowed value that was most likely meant. */
  readonly meant: string | undefined;
}

/** The parts of a literal value that the constraints of its parameter do not allow: of a List, the single elements. */
export function refusals(parameter: Parameter, type: ParameterType['name'], value: ValueNode): Refusal[] {
  const parts = type === 'List' && value.kind === 'sequence' ? value.items : [value];
  return parts.flatMap((node) => {
    if (type === 'Json') return [];
    const refused = notAmongAllowed(parameter, node, type);
    if (refused) return [refused];
    if (node.kind !== 'scalar' || node.value === null) return [];
    const message =
      type === 'String' ? wrongText(parameter, node) : type === 'Number' ? wrongNumber(parameter, node) : undefined;
    return message ? [{ node, message, meant: undefined }] : [];
  });
}

function notAmongAllowed({ attributes }: Parameter, node: ValueNode, type: ParameterType['name']): Refusal | undefined {
  const list = valueFor(attributes, 'AllowedValues');
  if (list?.kind !== 'sequence' || list.items.length === 0 || list.items.some(isDynamic)) return undefined;
  const allowed = list.items.map((it) => toData(it));
  const value = toData(node);
  if (allowed.some((it) => same(it, value, type))) return undefined;
  const found = shown(value);
  return {
    node,
    message: {
      en: `The default '${found}' is not among AllowedValues: ${choices(allowed)}.`,
      zh: `默认值“${found}”不在 AllowedValues 中：${choices(allowed)}。`,
    },
    meant: closest(
      found,
      allowed.filter((it) => typeof it === 'string'),
    ),
  };
}

/** `5` and `'5'` are taken for one value, since the service may convert the one into the other. */
function same(a: unknown, b: unknown, type: ParameterType['name']): boolean {
  const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  return (
    text(a) === text(b) ||
    (type === 'Number' && Number(a) === Number(b)) ||
    (type === 'Boolean' && text(a).toLowerCase() === text(b).toLowerCase())
  );
}

function wrongText(parameter: Parameter, { value }: ScalarNode): Words | undefined {
  const text = String(value);
  const source = stringOf(valueFor(parameter.attributes, 'AllowedPattern'));
  const pattern = source === undefined || source.includes('{{') ? undefined : readPattern(source);
  if (pattern?.kind === 'readable' && pattern.matches(text) === false) {
    return {
      en: `The default '${shown(text)}' does not match AllowedPattern: ${source}`,
      zh: `默认值“${shown(text)}”与 AllowedPattern 不匹配：${source}`,
    };
  }
  const { length } = [...text];
  return outside(parameter, length, 'MinLength', 'MaxLength', {
    en: `The default '${shown(text)}' has ${length} characters`,
    zh: `默认值“${shown(text)}”有 ${length} 个字符`,
  });
}

function wrongNumber(parameter: Parameter, { value }: ScalarNode): Words | undefined {
  const number = typeof value === 'string' ? numberIn(value) : typeof value === 'number' ? value : undefined;
  if (number === undefined) return undefined;
  return outside(parameter, number, 'MinValue', 'MaxValue', {
    en: `The default is ${number}`,
    zh: `默认值是 ${number}`,
  });
}

function outside(parameter: Parameter, value: number, least: string, most: string, found: Words): Words | undefined {
  const min = numberAttribute(parameter, least);
  const max = numberAttribute(parameter, most);
  if (min !== undefined && value < min)
    return { en: `${found.en}, below ${least} ${min}.`, zh: `${found.zh}，小于 ${least} ${min}。` };
  if (max !== undefined && value > max)
    return { en: `${found.en}, above ${most} ${max}.`, zh: `${found.zh}，大于 ${most} ${max}。` };
  return undefined;
}
