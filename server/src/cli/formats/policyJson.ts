import { rightsValue } from '../../features/risk/rightsValue.ts';
import { unseenValue } from '../../features/risk/riskValue.ts';
import type { Rights } from '../../risk/rights.ts';
import type { TextRange } from '../../syntax/node.ts';
import type { Language } from '../../words/words.ts';
import { Lines } from '../files/position.ts';
import { formatValue } from './value.ts';

/** The rights of a template, the policy among them, and what cannot be looked through. Other programs rely on this shape; it only grows. */
export function formatRightsJson(text: string, rights: Rights, language: Language): string {
  const lines = new Lines(text);
  const rangeOf = (range: TextRange) => lines.rangeAt(range);
  return formatValue({
    version: 1,
    ...rightsValue(rights, rangeOf),
    unseen: rights.unseen.map((it) => unseenValue(it, rangeOf, language)),
  });
}
