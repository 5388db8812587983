import { asMapping, keyName, stringOf } from '../syntax/navigate.ts';
import type { ValueNode } from '../syntax/node.ts';
import type { Words } from '../words/words.ts';

/** A text of the template, or a map of texts by language, as it is written; empty where there is none. */
export function templateText(node: ValueNode | undefined): Words {
  const plain = stringOf(node);
  if (plain !== undefined) return { en: plain, zh: plain };
  const texts = new Map(
    (asMapping(node)?.pairs ?? []).flatMap((pair): [string, string][] => {
      const text = stringOf(pair.value);
      return text === undefined ? [] : [[keyName(pair).toLowerCase(), text]];
    }),
  );
  const inOrder = (first: string, second: string) => texts.get(first) || texts.get(second) || '';
  return { en: inOrder('en', 'zh-cn'), zh: inOrder('zh-cn', 'en') };
}
