import type { ActionSpec } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';
import { propertySkeleton } from './actionInsertion.ts';
import type { InsertionContext } from './insertionContext.ts';
import { type PropertyPart, propertyParts } from './propertySchema.ts';
import type { Proposal } from './proposal.ts';

/**
 * The keys that may stand in the `Properties` of a task, or deeper, the required ones first. `path`: the keys from
 * `Properties` down, without the indexes of lists. `present`: the keys that are there already.
 */
export function propertyProposals(
  spec: ActionSpec,
  path: readonly string[],
  present: readonly string[],
  context: InsertionContext,
): Proposal[] {
  return propertyParts(spec, path)
    .map((part, index) => ({ part, index }))
    .filter(({ part }) => !present.includes(part.name))
    .map(({ part, index }) => ({
      label: part.name,
      kind: 'property',
      detail: propertyDetail(part),
      summary: part.summary,
      rank: (part.required ? 0 : 1) + index / 1000,
      insertion: { kind: 'pair', key: part.name, value: propertySkeleton(spec, [...path, part.name], context) },
    }));
}

function propertyDetail({ types, required }: PropertyPart): Words | undefined {
  const type = types.join(' / ');
  if (!required) return type === '' ? undefined : { en: type, zh: type };
  const join = type === '' ? ['', ''] : [`${type}, `, `${type}，`];
  return { en: `${join[0]}required`, zh: `${join[1]}必填` };
}
