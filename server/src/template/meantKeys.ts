import { keyName, pairOf } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, ValueNode } from '../syntax/node.ts';
import { closest } from './closest.ts';

/**
 * The keys under which parts of a template are found. A slip in one of them is a finding of its own; what stands under
 * it is read as what it was meant to be, so that the slip does not make the rest of the template look wrong.
 */
export const languageKeys = {
  root: [
    'FormatVersion',
    'Description',
    'Parameters',
    'RamRole',
    'Metadata',
    'Conditions',
    'Tasks',
    'Outputs',
    'States',
  ],
  task: [
    'Name',
    'Action',
    'Description',
    'When',
    'Properties',
    'Loop',
    'Outputs',
    'OnSuccess',
    'OnError',
    'Retries',
    'DelayType',
    'Delay',
    'BackOff',
    'MaxRetryInterval',
  ],
  loop: ['Items', 'RateControl', 'Outputs', 'Mode', 'MaxErrors', 'Concurrency', 'BatchPauseOption'],
} as const;

/** The properties of actions under which further tasks are found. */
export const structuralKeys = {
  loop: ['LoopItems', 'LoopRateControl', 'LoopTasks'],
  template: ['TemplateName', 'TemplateContent', 'TemplateVersion', 'Parameters'],
  choice: ['DefaultTask', 'Choices'],
  entry: ['When', 'NextTask'],
} as const;

/** A mapping with more pairs is no part of the language, and comparing all its keys would take too long. */
const MOST_PAIRS = 200;

/** What a key was meant to be: itself where it is known, else the nearest of those that the mapping does not have. */
export function meantKey(mapping: MappingNode, pair: PairNode, known: readonly string[]): string {
  const name = keyName(pair);
  if (known.includes(name) || mapping.pairs.length > MOST_PAIRS) return name;
  const absent = known.filter((key) => !pairOf(mapping, key));
  return closest(name, absent) ?? name;
}

/** The pair of that name, or the first one that was meant to be it. */
export function meantPair(node: ValueNode | undefined, key: string, known: readonly string[]): PairNode | undefined {
  if (node?.kind !== 'mapping') return undefined;
  if (node.pairs.length > MOST_PAIRS) return pairOf(node, key);
  return pairOf(node, key) ?? node.pairs.find((pair) => meantKey(node, pair, known) === key);
}
