import { asMapping, keyName, stringOf, toData, valueFor } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { asText, code, escaped, same } from './markdown.ts';

/** A text of the template, or a map of texts by language, each for those who read it. For Markdown. */
export function textWords(node: ValueNode | undefined): Words {
  const plain = stringOf(node);
  if (plain !== undefined) return same(escaped(plain));
  const texts = (asMapping(node)?.pairs ?? []).flatMap((pair) => {
    const text = stringOf(pair.value);
    return text === undefined || text === '' ? [] : [{ language: keyName(pair).toLowerCase(), text }];
  });
  const inOrder = (...languages: readonly string[]): string => {
    const found = languages.map((language) => texts.find((it) => it.language === language));
    return escaped(found.find((it) => it !== undefined)?.text ?? '');
  };
  return { en: inOrder('en', 'zh-cn'), zh: inOrder('zh-cn', 'en') };
}

/** A value as code; undefined without one. */
export function valueCode(node: ValueNode | undefined): string | undefined {
  return node && code(asText(toData(node)));
}

/** The value under a key as code. */
export const attributeCode = (node: ValueNode | undefined, key: string): string | undefined =>
  valueCode(valueFor(node, key));
