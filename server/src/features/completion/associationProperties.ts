import { generalMetadataKeys, type MetadataKey, metadataKey } from '../../catalog/parameters/associationMetadata.ts';
import {
  type AssociationProperty,
  associationProperties,
  associationPropertyNamed,
} from '../../catalog/parameters/associationProperties.ts';
import type { Words } from '../../words/words.ts';
import { likenessTo } from './likeness.ts';
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
  const likeness = likenessTo(context.name);
  return associationProperties.map((it, index) => ({
    label: it.name,
    kind: 'value',
    detail: { en: it.types.join(' / '), zh: it.types.join(' / ') },
    summary: it.summary,
    rank:
      (context.type === undefined || it.types.includes(context.type) ? 1 : 2) - likenessOf(it, likeness) + index / 1000,
    insertion: {
      kind: 'scalarAndPairs',
      value: it.name,
      pairs: metadataPairs(it, context),
    },
  }));
}

/** The last part of a name says what the parameter holds; the one before it, of what. */
function likenessOf({ name, alsoFor }: AssociationProperty, likeness: (name: string) => number): number {
  const segments = name.split('::');
  const also = alsoFor.split(' ').map((it) => likeness(it) * 0.95);
  return Math.max(likeness(segments.at(-1) ?? ''), likeness(segments.slice(-2).join(' ')) * 0.9, ...also);
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
      return choice(likest(parameters, name));
    default:
      return choice(values);
  }
}

/** The names that are most like one. */
function likest(names: readonly string[], name: string): string[] {
  const likeness = likenessTo(name);
  return [...names].sort((a, b) => likeness(b) - likeness(a)).slice(0, 5);
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
  const likeness = likenessTo(key);
  const group = known?.value === 'parameter' ? 0.5 : 1.5;
  return [
    ...values.map((value, index) => valueProposal(value, 0.5 + index / 100)),
    ...parameters.map(
      (name): Proposal => ({
        label: name,
        kind: 'parameter',
        summary: parameterWords,
        rank: group - likeness(name) / 2,
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
