import type { Condition } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { labels } from './labels.ts';
import { code, facts, inBoth, paragraphs } from './markdown.ts';
import type { HoverContext } from './spot.ts';
import { valueCode } from './texts.ts';

export const conditionWords = ({ name, pair }: Condition, { lineOf }: HoverContext): Words =>
  inBoth((say) =>
    paragraphs(
      say({ en: `**${code(name)}** (condition)`, zh: `**${code(name)}**（条件）` }),
      facts(say, [labels.value, valueCode(pair.value)], [labels.declared, String(lineOf(pair.key.range.start))]),
    ),
  );
