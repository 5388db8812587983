import type { Words } from '../../words/words.ts';
import { rows } from './associationPropertyRows.ts';

/** How the console asks for a parameter. It changes nothing in an execution, and names that are not here are no mistake. */
export interface AssociationProperty {
  readonly name: string;
  /** The types of the parameters that have it, the usual one first. */
  readonly types: readonly string[];
  /** The keys that go with it in AssociationPropertyMetadata, the usual ones first. */
  readonly metadata: readonly string[];
  readonly summary: Words;
  /** Words in the names of such parameters that its own name does not have. */
  readonly alsoFor: string;
}

const words = (text: string): string[] => text.split(' ').filter((it) => it !== '');

export const associationProperties: readonly AssociationProperty[] = rows.map(
  ([name, types, metadata, en, zh, alsoFor = '']) => ({
    name,
    types: words(types),
    metadata: words(metadata),
    summary: { en, zh },
    alsoFor,
  }),
);

const byName = new Map(associationProperties.map((it) => [it.name, it]));

/** The association property of this name; letter case counts. */
export const associationPropertyNamed = (name: string): AssociationProperty | undefined => byName.get(name);
