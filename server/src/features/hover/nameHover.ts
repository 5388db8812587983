import { sameNameAt } from '../../template/occurrences.ts';
import { conditionWords } from './conditionWords.ts';
import { namedBy } from './named.ts';
import { outputWords } from './outputWords.ts';
import { parameterWords } from './parameterWords.ts';
import { riskyIn, withRisk } from './riskSection.ts';
import type { Hover, Spot } from './spot.ts';
import { taskWords } from './taskWords.ts';

/** The declaration of a parameter, task, output or condition, or a use of it. */
export function nameHover(spot: Spot): Hover | undefined {
  const at = sameNameAt(spot.document, spot.offset)?.at;
  const named = at && namedBy(at, spot.root);
  if (!named) return undefined;
  const { range } = at;
  switch (named.kind) {
    case 'parameter':
      return { range, markdown: parameterWords(named, spot) };
    case 'condition':
      return { range, markdown: conditionWords(named, spot) };
    case 'task':
      return { range, markdown: withRisk(taskWords(named, spot), riskyIn(spot, named), 'named') };
    case 'output':
      return { range, markdown: outputWords(named, spot) };
  }
}
