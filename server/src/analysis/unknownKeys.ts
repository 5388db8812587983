import { keyName } from '../syntax/navigate.ts';
import type { MappingNode } from '../syntax/node.ts';
import { closest } from '../template/closest.ts';
import type { Words } from '../words/words.ts';
import { changeScalar } from './fixes.ts';
import { problemsAt } from './languageProblems.ts';
import { oncePer } from './oncePer.ts';
import type { RuleContext } from './rule.ts';

export interface KeyLevel {
  /** As `problemsAt` takes it. */
  readonly place: string;
  /** What has the keys, as the subject of a sentence. */
  readonly owner: Words;
  /** Words that people bring along from other systems, in lower case, and the keys that they mean. */
  readonly meant?: Readonly<Record<string, string>>;
}

const keysOf = oncePer((mapping: MappingNode): ReadonlySet<string> => new Set(mapping.pairs.map(keyName)));

/** Reports the keys that the language does not have at some levels, with the key that was most likely meant. */
export function reportUnknownKeys(context: RuleContext, levels: readonly KeyLevel[]): void {
  const { document, report } = context;
  for (const { place, owner, meant = {} } of levels) {
    for (const { key, mapping, allowed } of problemsAt(context, ['unknown-key'], [place])) {
      const name = keyName(key);
      const absent = allowed.filter((it) => !keysOf(mapping).has(it));
      const foreign = Object.hasOwn(meant, name.toLowerCase()) ? meant[name.toLowerCase()] : undefined;
      const to = foreign !== undefined && absent.includes(foreign) ? foreign : closest(name, absent);
      const message = { en: `${owner.en} has no key '${name}'.`, zh: `${owner.zh}没有“${name}”这个键。` };
      if (to === undefined) {
        report(key.key.range, {
          en: `${message.en} It can have ${allowed.join(', ')}.`,
          zh: `${message.zh}可用的键：${allowed.join('、')}。`,
        });
      } else {
        report(key.key.range, { en: `${message.en} Did you mean '${to}'?`, zh: `${message.zh}是否应为“${to}”？` }, [
          changeScalar(document.text, key.key, to),
        ]);
      }
    }
  }
}
