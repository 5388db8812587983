import {
  alarmNamespaces,
  alarmStatistics,
  type Example,
  eventLevels,
  eventProducts,
  timerExpressions,
  timeZones,
} from '../../catalog/triggerValues.ts';
import type { Proposal } from './proposal.ts';

const exampleProposals = (examples: readonly Example[]): Proposal[] =>
  examples.map(({ value, summary }, index) => ({
    label: value,
    kind: 'value',
    summary,
    rank: index / 100,
    insertion: { kind: 'scalar', value },
  }));

/** Expressions to begin with. `type`: the Type of the trigger; for another one, or none, those of all types. */
export function timerExpressionProposals(type: string | undefined): Proposal[] {
  const isKnown = type !== undefined && Object.hasOwn(timerExpressions, type);
  return exampleProposals((isKnown && timerExpressions[type]) || Object.values(timerExpressions).flat());
}

export const timeZoneProposals = (): Proposal[] => exampleProposals(timeZones);

export const alarmNamespaceProposals = (): Proposal[] => exampleProposals(alarmNamespaces);

/** The metrics of a namespace; of one that is not known, those of all. */
export function alarmMetricProposals(namespace: string | undefined): Proposal[] {
  const own = alarmNamespaces.find(({ value }) => value === namespace);
  return exampleProposals((own ? [own] : alarmNamespaces).flatMap(({ metrics }) => metrics));
}

export const alarmStatisticsProposals = (): Proposal[] => exampleProposals(alarmStatistics);

export const eventProductProposals = (): Proposal[] => exampleProposals(eventProducts);

/** The events of a product, without regard to letter case; of one that is not known, those of all. */
export function eventNameProposals(product: string | undefined): Proposal[] {
  const own = eventProducts.find(({ value }) => value.toLowerCase() === product?.toLowerCase());
  return exampleProposals((own ? [own] : eventProducts).flatMap(({ events }) => events));
}

export const eventLevelProposals = (): Proposal[] => exampleProposals(eventLevels);
