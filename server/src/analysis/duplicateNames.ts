import type { NameIndex } from '../template/nameIndex.ts';
import type { Entry } from '../template/template.ts';
import type { RuleContext } from './rule.ts';

/** Reports the names that differ from an earlier one in letter case only. Equal keys are found by duplicate-key. */
export function reportCaseTwins<T extends Entry>({ report }: RuleContext, index: NameIndex<T>): void {
  for (const [first, ...others] of index.duplicates()) {
    const seen = new Set([first?.name]);
    for (const { name, pair } of others) {
      if (seen.has(name)) continue;
      seen.add(name);
      report(pair.key.range, {
        en: `'${name}' and '${first?.name}' are one name: OOS does not look at letter case. Give one of them another name.`,
        zh: `“${name}”与“${first?.name}”是同一个名称：OOS 不区分大小写。请为其中一个换一个名称。`,
      });
    }
  }
}
