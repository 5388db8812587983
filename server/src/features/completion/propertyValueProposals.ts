import type { ActionSpec } from '../../catalog/catalog.ts';
import { resourceTypes } from '../../catalog/resourceTypes.ts';
import { statesOf } from '../../catalog/stateValues.ts';
import type { Words } from '../../words/words.ts';
import { propertySkeleton } from './actionInsertion.ts';
import type { InsertionContext } from './insertionContext.ts';
import { propertyPart } from './propertySchema.ts';
import type { Proposal } from './proposal.ts';
import { namesRegion, regionProposals } from './regions.ts';
import {
  alarmMetricProposals,
  alarmNamespaceProposals,
  alarmStatisticsProposals,
  eventLevelProposals,
  eventNameProposals,
  eventProductProposals,
  timerExpressionProposals,
  timeZoneProposals,
} from './triggerProposals.ts';
import { inUsualOrder } from './usualValues.ts';

/** The scalars that stand beside the value, by key. */
export type Siblings = ReadonlyMap<string, string>;

/**
 * What a property may be: the values that the catalogue allows, well-known ones, or its inner structure. References, jump
 * targets, operations and selectors are for others. `path`: the keys from `Properties` down, without the indexes of lists.
 * `item`: it is an item of the list that stands there.
 */
export function propertyValueProposals(
  spec: ActionSpec,
  path: readonly string[],
  siblings: Siblings,
  context: InsertionContext,
  item = false,
): Proposal[] {
  const part = propertyPart(spec, path);
  if (!part) return [];
  const inList = part.types.includes('List');
  // What of its inside is known by heart is meant before any reference.
  if (inList && !item) return structureProposals(spec, path, context, false, spec.atomic ? -1 : 1);
  const known = wellKnown(spec, path, siblings);
  if (known) return known;
  const { types, allowedValues, defaultValue } = part;
  const values = allowedValues ?? (types.includes('Boolean') ? [true, false] : []);
  const proposals = [...inUsualOrder(values, defaultValue), ...(defaultValue === undefined ? [] : [defaultValue])]
    .filter(isScalar)
    .filter((value, index, all) => all.indexOf(value) === index)
    .map((value, index) => valueProposal(value, index, value === defaultValue));
  return types.includes('Json') || item ? [...proposals, ...structureProposals(spec, path, context, item)] : proposals;
}

type Scalar = string | number | boolean;

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);

const isDefault: Words = { en: 'default', zh: '默认值' };

const valueProposal = (value: Scalar, index: number, usual: boolean): Proposal => ({
  label: value === '' ? "''" : String(value),
  kind: 'value',
  detail: usual ? isDefault : undefined,
  rank: index / 100 - (usual ? 0.5 : 0),
  insertion: { kind: 'scalar', value },
});

/** The list or the map that belongs there, where something is known of its inside. */
function structureProposals(
  spec: ActionSpec,
  path: readonly string[],
  context: InsertionContext,
  item = false,
  rank = 1,
): Proposal[] {
  const whole = propertySkeleton(spec, path, context);
  const value = item && whole.kind === 'list' ? whole.items[0] : whole;
  if (value?.kind !== 'list' && value?.kind !== 'map') return [];
  if (value.kind === 'map' && value.pairs.length === 0) return [];
  const label = value.kind === 'list' ? '[...]' : '{...}';
  return [{ label, kind: 'snippet', rank, insertion: { kind: 'structure', value } }];
}

/** Values that no schema lists, by the name of an atomic action and the path. */
const ofAtomic: Readonly<Record<string, (siblings: Siblings) => Proposal[]>> = {
  'ACS::TimerTrigger.Expression': (siblings) => timerExpressionProposals(siblings.get('Type')),
  'ACS::TimerTrigger.TimeZone': timeZoneProposals,
  'ACS::AlarmTrigger.Namespace': alarmNamespaceProposals,
  'ACS::AlarmTrigger.MetricName': (siblings) => alarmMetricProposals(siblings.get('Namespace')),
  'ACS::AlarmTrigger.Statistics': alarmStatisticsProposals,
  'ACS::EventTrigger.Product': eventProductProposals,
  'ACS::EventTrigger.Name': (siblings) => eventNameProposals(siblings.get('Product')),
  'ACS::EventTrigger.Level': eventLevelProposals,
  'ACS::SelectTargets.ResourceType': () => resourceTypeProposals(),
  'ACS::SelectTargets.Filters.Type': () => words(['ResourceIds', 'Tags']),
  'ACS::GitCodeRepo.Platform': () => words(['github', 'gitee']),
  'ACS::Sleep.Duration': () => words(['PT1M', 'PT10S', 'PT30S', 'PT5M', 'PT15M']),
  'ACS::WaitFor.DesiredValues': wantedStates,
  'ACS::WaitFor.NotDesiredValues': wantedStates,
  'ACS::WaitFor.StopRetryValues': (siblings) => words(statesOf(siblings.get('API') ?? '')?.failed ?? []),
  'ACS::CheckFor.DesiredValues': wantedStates,
  'ACS::CheckFor.NotDesiredValues': wantedStates,
};

const words = (values: readonly string[]): Proposal[] => values.map((it, index) => valueProposal(it, index, false));

function wantedStates(siblings: Siblings): Proposal[] {
  return words(statesOf(siblings.get('API') ?? '')?.wanted ?? []);
}

function wellKnown(spec: ActionSpec, path: readonly string[], siblings: Siblings): Proposal[] | undefined {
  const own = spec.atomic ? ofAtomic[`${spec.name}.${path.join('.')}`]?.(siblings) : undefined;
  if (own) return own;
  return namesRegion(path.at(-1) ?? '') ? regionProposals() : undefined;
}

/** The kinds of resources that ACS::SelectTargets and parameters of kind Targets know. */
const resourceTypeProposals = (): Proposal[] =>
  resourceTypes.map(({ name, summary }, index) => ({
    label: name,
    kind: 'value',
    summary,
    rank: index / 100,
    insertion: { kind: 'scalar', value: name },
  }));
