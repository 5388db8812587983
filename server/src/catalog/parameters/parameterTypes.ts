import type { Words } from '../../words/words.ts';

/** A type of a template parameter. */
export interface ParameterType {
  readonly name: 'String' | 'Number' | 'Boolean' | 'List' | 'Json';
  readonly summary: Words;
  /** The constraints that have an effect on it; on another type each of them is a mistake. */
  readonly constraints: readonly string[];
}

export const parameterTypes: readonly ParameterType[] = [
  {
    name: 'String',
    summary: { en: 'A text.', zh: '文本。' },
    constraints: ['AllowedValues', 'AllowedPattern', 'MinLength', 'MaxLength', 'NoEcho'],
  },
  {
    name: 'Number',
    summary: { en: 'A number, whole or with a fraction.', zh: '数字，整数或小数。' },
    constraints: ['AllowedValues', 'MinValue', 'MaxValue'],
  },
  { name: 'Boolean', summary: { en: 'true or false.', zh: 'true 或 false。' }, constraints: ['AllowedValues'] },
  {
    name: 'List',
    summary: { en: 'A list. AllowedValues restricts its elements.', zh: '列表。AllowedValues 限制其元素。' },
    constraints: ['AllowedValues'],
  },
  { name: 'Json', summary: { en: 'A map or a list, as JSON.', zh: 'JSON 形式的映射或列表。' }, constraints: [] },
];
