import { generalMetadataKeys, type MetadataKey, metadataKey } from '../../catalog/associationMetadata.ts';
import {
  type AssociationProperty,
  associationProperties,
  associationPropertyNamed,
} from '../../catalog/associationProperties.ts';
import type { Words } from '../../words/words.ts';
import { likeness } from './likeness.ts';
import type { Proposal, Skeleton } from './proposal.ts';
import { bareHole, booleanChoice, choice, fixed, hole, list, map } from './skeletons.ts';

/** The parameter that the proposals are for. */
export interface AssociationContext {
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  /** The other parameters of the template. */
  readonly parameters: readonly string[];
}

/** Values of AssociationProperty: those for the type, then those whose name is like that of the parameter, then the usual ones. */
export function associationPropertyProposals(context: AssociationContext): Proposal[] {
  return associationProperties.map((it, index) => ({
    label: it.name,
    kind: 'value',
    detail: { en: it.types.join(' / '), zh: it.types.join(' / ') },
    summary: it.summary,
    rank: rankOf(it, context) + index / 1000,
    insertion: {
      kind: 'scalarAndPairs',
      value: it.name,
      pairs: metadataPairs(it, context),
    },
  }));
}

function rankOf({ name, types, alsoFor }: AssociationProperty, { type, name: parameter }: AssociationContext): number {
  const segments = name.split('::');
  const own = likeness(segments.at(-1) ?? '', parameter);
  const also = Math.max(0, ...alsoFor.split(' ').map((it) => likeness(it, parameter)));
  const like = Math.max(own, also * 0.95, likeness(segments.slice(-2).join(' '), parameter) * 0.9);
  return (type === undefined || types.includes(type) ? 1 : 2) - like;
}

/** What nearly every use has beside it: the kind of the resources, and the region where the template asks for one. */
function metadataPairs({ name, metadata }: AssociationProperty, { parameters }: AssociationContext) {
  const region = parameters.find((it) => it.toLowerCase() === 'regionid');
  const shown = metadata.flatMap((key): (readonly [string, Skeleton])[] => {
    if (key === 'RegionId') return region === undefined ? [] : [[key, fixed(region)]];
    const always = alwaysGiven[name] === key ? metadataKey(key) : undefined;
    return always ? [[key, choice(always.values)]] : [];
  });
  return shown.length > 0 ? [['AssociationPropertyMetadata', map(...shown)] as const] : [];
}

const alwaysGiven: Readonly<Record<string, string>> = {
  Targets: 'ResourceType',
  DateTime: 'Format',
  'ALIYUN::OOS::Command::CommandContent': 'CommandType',
};

/** The keys of AssociationPropertyMetadata. `property`: the AssociationProperty beside it; `present`: the keys that are there. */
export function associationMetadataProposals(
  property: string | undefined,
  present: readonly string[],
  parameters: readonly string[],
): Proposal[] {
  const own = (property === undefined ? undefined : associationPropertyNamed(property))?.metadata ?? [];
  const keys = [...new Set([...own, ...generalMetadataKeys])].filter((it) => !present.includes(it));
  return keys.map((name, index) => {
    const key = metadataKey(name);
    return {
      label: name,
      kind: 'property',
      summary: key?.summary,
      rank: (own.includes(name) ? 0 : 1) + index / 100,
      insertion: { kind: 'pair', key: name, value: key ? valueSkeleton(key, parameters) : hole() },
    };
  });
}

function valueSkeleton({ name, value, values }: MetadataKey, parameters: readonly string[]): Skeleton {
  switch (value) {
    case 'condition':
      return condition(parameters);
    case 'boolean':
      return booleanChoice(name !== 'ShowSystem' && name !== 'AutoChangeType');
    case 'number':
      return bareHole(values[0] ?? '1');
    case 'list':
      return list(choice(values));
    case 'map':
      return map();
    case 'parameter':
      return choice([...parameters].sort((a, b) => likeness(b, name) - likeness(a, name)).slice(0, 5));
    default:
      return choice(values);
  }
}

/** In metadata the console, not OOS, reads the values of parameters, and they are written in another way. */
const condition = (parameters: readonly string[]): Skeleton =>
  map(['Condition', map(['Fn::Equals', list(choice(parameters.map((it) => `\${${it}}`)), hole())])]);

/** What a key of AssociationPropertyMetadata may be given: its usual values, and the names of parameters. */
export function associationMetadataValueProposals(key: string, parameters: readonly string[]): Proposal[] {
  const known = metadataKey(key);
  if (known?.value === 'condition') {
    return [
      { label: 'Condition', kind: 'snippet', rank: 0, insertion: { kind: 'structure', value: condition(parameters) } },
    ];
  }
  const values = known?.value === 'boolean' ? [true, false] : (known?.values ?? []);
  const byLikeness = (name: string): number => (known?.value === 'parameter' ? 0 : 1) - likeness(name, key) / 2;
  return [
    ...values.map((value, index) => valueProposal(value, 0.5 + index / 100)),
    ...parameters.map(
      (name): Proposal => ({
        label: name,
        kind: 'parameter',
        summary: parameterWords,
        rank: 0.5 + byLikeness(name),
        insertion: { kind: 'scalar', value: name },
      }),
    ),
  ];
}

const parameterWords: Words = { en: 'The value of this parameter.', zh: '该参数的值。' };

const valueProposal = (value: string | boolean, rank: number): Proposal => ({
  label: String(value),
  kind: 'value',
  rank,
  insertion: { kind: 'scalar', value },
});
