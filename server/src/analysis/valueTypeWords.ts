import type { ValueNode } from '../syntax/node.ts';
import type { Words } from '../words/words.ts';
import { isAt } from './languageProblems.ts';
import { shown } from './literals.ts';

/** The names of JSON Schema for types, in the words of OOS. */
const typeWords: Readonly<Record<string, Words>> = {
  object: { en: 'a map', zh: '映射' },
  array: { en: 'a list', zh: '列表' },
  string: { en: 'a text', zh: '文本' },
  integer: { en: 'a whole number', zh: '整数' },
  number: { en: 'a number', zh: '数字' },
  boolean: { en: 'true or false', zh: ' true 或 false' },
};

const exactly: readonly (readonly [place: string, Words])[] = [
  ['Parameters/*', { en: 'a map of attributes such as Type and Default', zh: '由 Type、Default 等属性组成的映射' }],
  ['Outputs/*', { en: 'a map with Type and Value', zh: '含 Type 和 Value 的映射' }],
  ['Tasks/*/Outputs/*', { en: 'a map with Type and ValueSelector', zh: '含 Type 和 ValueSelector 的映射' }],
  [
    'Tasks/*/Loop/Outputs/*',
    { en: 'a map with AggregateType and AggregateField', zh: '含 AggregateType 和 AggregateField 的映射' },
  ],
  ['Tasks/*', { en: 'a map with Name and Action', zh: '含 Name 和 Action 的映射' }],
  ['Tasks/*/Loop/RateControl', { en: 'a map, or a reference to one', zh: '映射或对映射的引用' }],
];

/** What a place takes, for a sentence: "must be ...". `expected`: names of JSON types. */
export function wantedWords(steps: readonly string[], expected: readonly string[]): Words {
  const words = exactly.find(([place]) => isAt(steps, place))?.[1];
  if (words) return words;
  const types = expected.flatMap((it) => typeWords[it] ?? []);
  return { en: types.map(({ en }) => en).join(' or '), zh: types.map(({ zh }) => zh).join('或') };
}

const named: readonly (readonly [place: string, Words])[] = [
  ['Parameters/*', { en: 'parameter', zh: '参数' }],
  ['Outputs/*', { en: 'output', zh: '输出' }],
  ['Tasks/*/Outputs/*', { en: 'output', zh: '输出' }],
  ['Tasks/*/Loop/Outputs/*', { en: 'output', zh: '输出' }],
];

/** What stands at a place, as the subject of a sentence. */
export function ownerWords(steps: readonly string[]): Words {
  const last = steps.at(-1) ?? '';
  const kind = named.find(([place]) => isAt(steps, place))?.[1];
  if (kind) return { en: `The ${kind.en} '${last}'`, zh: `${kind.zh}“${last}”` };
  if (isAt(steps, 'Tasks/*')) return { en: 'A task', zh: '任务' };
  if (/^\d+$/.test(last)) return { en: `An entry of ${steps.at(-2)}`, zh: `${steps.at(-2)} 的每一项` };
  return { en: last, zh: `${last} ` };
}

/** What a value is, for a sentence: "not ...". */
export function foundWords(node: ValueNode): Words {
  if (node.kind === 'mapping') return { en: 'a map', zh: '映射' };
  if (node.kind === 'sequence') return { en: 'a list', zh: '列表' };
  const value = shown(node.value);
  if (typeof node.value === 'string') return { en: `the text '${value}'`, zh: `文本“${value}”` };
  return { en: value, zh: ` ${value}` };
}
