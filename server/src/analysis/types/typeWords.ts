import { keyName } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { shown } from '../literals.ts';
import { callIn } from './calls.ts';
import { alternatives, type ValueType } from './valueType.ts';
import type { ValueTypes } from './valueTypes.ts';

const nouns: Readonly<Record<ValueType['kind'], Words>> = {
  unknown: { en: 'a value', zh: '值' },
  String: { en: 'a text', zh: '文本' },
  Number: { en: 'a number', zh: '数字' },
  Boolean: { en: 'true or false', zh: '布尔值' },
  Null: { en: 'nothing', zh: '空值' },
  List: { en: 'a list', zh: '列表' },
  Map: { en: 'a map', zh: '映射' },
  Json: { en: 'a map or a list', zh: '映射或列表' },
  union: { en: 'a value', zh: '值' },
};

/** What stands at a place, as part of a sentence: a literal as itself, an expression with what it gives. */
export function valueWords(node: ValueNode, types: ValueTypes): Words {
  const type = typeWords(types.typeOf(node));
  if (node.kind === 'scalar') {
    const value = shown(node.value);
    if (types.reference(node)) return { en: `'${value}', which is ${type.en}`, zh: `“${value}”（${type.zh}）` };
    if (typeof node.value === 'number') return { en: `the number ${value}`, zh: `数字 ${value}` };
    return typeof node.value === 'string' ? { en: `'${value}'`, zh: `“${value}”` } : { en: value, zh: ` ${value}` };
  }
  const call = node.kind === 'mapping' ? callIn(node) : undefined;
  if (!call) return type;
  const name = keyName(call);
  return { en: `${name}, which gives ${type.en}`, zh: ` ${name}（结果为${type.zh}）` };
}

/** `a list`, `a text or a number`. */
function typeWords(type: ValueType): Words {
  const words = alternatives(type).map(({ kind }) => nouns[kind]);
  return { en: words.map(({ en }) => en).join(' or '), zh: words.map(({ zh }) => zh).join('或') };
}
