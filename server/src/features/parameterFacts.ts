import { allowedValues } from '../analysis/breach.ts';
import { choices } from '../analysis/literals.ts';
import { numberAttribute } from '../analysis/parameterAttributes.ts';
import { type ParameterType, parameterTypes } from '../catalog/parameters/parameterTypes.ts';
import { isNull, stringOf, valueFor } from '../syntax/navigate.ts';
import { isSecret } from '../template/isSecret.ts';
import type { Parameter } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import { templateText } from './templateText.ts';

export type ParameterTypeName = ParameterType['name'];

/** The declared type: String where none is; undefined for one that we do not know. */
export function typeOfParameter({ attributes }: Parameter): ParameterTypeName | undefined {
  const node = valueFor(attributes, 'Type');
  const name = isNull(node) ? 'String' : stringOf(node);
  return parameterTypes.find((it) => it.name === name)?.name;
}

/** An execution cannot start without a value for it. */
export const isRequired = ({ attributes }: Parameter): boolean => valueFor(attributes, 'Default') === undefined;

/** What the template says that it is for, on one line; empty where it says nothing. */
export function parameterPurpose({ attributes }: Parameter): Words {
  const label = templateText(valueFor(attributes, 'Label'));
  const description = templateText(valueFor(attributes, 'Description'));
  const both = (a: string, b: string) =>
    [...new Set([a, b].map((it) => it.replace(/\s+/g, ' ').trim()))].filter(Boolean).join(': ');
  return { en: both(label.en, description.en), zh: both(label.zh, description.zh) };
}

/** Which values it takes, in short: `String, one of: a, b`. */
export function valuesTaken(parameter: Parameter): Words {
  const type = typeOfParameter(parameter) ?? stringOf(valueFor(parameter.attributes, 'Type')) ?? 'String';
  // What a secret may be would help to guess it.
  const allowed = isSecret(parameter) ? undefined : allowedValues(parameter);
  const parts = [
    allowed && { en: `one of: ${choices(allowed)}`, zh: `可选值：${choices(allowed, '、')}` },
    between(parameter, 'MinLength', 'MaxLength', { en: ' characters', zh: ' 个字符' }),
    between(parameter, 'MinValue', 'MaxValue', { en: '', zh: '' }),
  ].filter((it) => it !== undefined);
  return {
    en: [type, ...parts.map(({ en }) => en)].join(', '),
    zh: [type, ...parts.map(({ zh }) => zh)].join('，'),
  };
}

function between(parameter: Parameter, least: string, most: string, unit: Words): Words | undefined {
  const min = numberAttribute(parameter, least);
  const max = numberAttribute(parameter, most);
  if (min !== undefined && max !== undefined)
    return { en: `${min} to ${max}${unit.en}`, zh: `${min} 到 ${max}${unit.zh}` };
  if (min !== undefined) return { en: `at least ${min}${unit.en}`, zh: `至少 ${min}${unit.zh}` };
  return max === undefined ? undefined : { en: `at most ${max}${unit.en}`, zh: `最多 ${max}${unit.zh}` };
}
