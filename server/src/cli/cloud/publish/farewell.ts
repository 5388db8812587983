import type { Words } from '../../../words/words.ts';
import { notKnown } from '../change.ts';
import { stoppedEarly } from '../refusal.ts';
import type { Outcome } from './outcome.ts';

/** The person has left here. */
export const hasLeft = ({ result }: Outcome): boolean => result === 'stopped' || result === 'unknown';

/** Something was published, or perhaps. */
export const mayHaveChanged = ({ result }: Outcome): boolean =>
  result === 'created' || result === 'updated' || result === 'unknown';

/**
 * What a person is told who has left in the middle: what is published, what is not, and what nobody knows. Empty where nobody
 * has left. `lineFor` gives the command line for these words.
 */
export function farewell(outcomes: readonly Outcome[], lineFor: (...words: readonly string[]) => string): Words[] {
  if (!outcomes.some(hasLeft)) return [];
  const unknown = outcomes.filter(({ result }) => result === 'unknown');
  const doubts = unknown.map(({ name }) =>
    notKnown({ en: `${name} was published`, zh: `${name} 是否已发布` }, lineFor('templates', 'versions', name)),
  );
  if (outcomes.length === 1) return doubts.length > 0 ? doubts : [stoppedEarly];
  return [...doubts, overview(outcomes)];
}

function overview(outcomes: readonly Outcome[]): Words {
  const namesOf = (wanted: (it: Outcome) => boolean) => outcomes.filter(wanted).map(({ name }) => name);
  const published = namesOf(isThere);
  const missing = namesOf((it) => !isThere(it) && it.result !== 'unknown');
  const parts: Words[] = [
    ...(published.length > 0
      ? [{ en: `Published: ${published.join(', ')}.`, zh: `已发布：${published.join('、')}。` }]
      : []),
    ...(missing.length > 0
      ? [{ en: `Not published: ${missing.join(', ')}.`, zh: `未发布：${missing.join('、')}。` }]
      : []),
  ];
  return { en: `Stopped. ${parts.map(({ en }) => en).join(' ')}`, zh: `已停止。${parts.map(({ zh }) => zh).join('')}` };
}

const isThere = ({ result }: Outcome): boolean =>
  result === 'created' || result === 'updated' || result === 'unchanged';
