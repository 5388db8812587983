import type { ActionSpec } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';
import { inBoth } from '../hover/markdown.ts';
import { aboutProperty } from '../hover/propertyText.ts';
import { propertySkeleton } from './actionInsertion.ts';
import type { InsertionContext } from './insertionContext.ts';
import { type PropertyPart, propertyParts } from './propertySchema.ts';
import type { Proposal, Skeleton } from './proposal.ts';
import { booleanChoice, choice, hole, list, map } from './skeletons.ts';

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
  const parts = propertyParts(spec, path);
  if (parts.length === 0) return freeKeyProposals(spec, path, present);
  return parts
    .map((part, index) => ({ part, index }))
    .filter(({ part }) => !present.includes(part.name) && !isExcluded(spec, path, part.name, present))
    .map(({ part, index }) => ({
      label: part.name,
      kind: 'property',
      detail: propertyDetail(part),
      summary: part.summary,
      documentation: () => inBoth((say) => aboutProperty(say, part).join(' ')),
      rank: (part.required ? 0 : 1) + index / 1000,
      insertion: { kind: 'pair', key: part.name, value: propertySkeleton(spec, [...path, part.name], context) },
    }));
}

/** Properties of which a task has one, by the action. */
const exclusive: Readonly<Record<string, readonly string[]>> = {
  'ACS::Sleep': ['Duration', 'EndDate'],
  'ACS::Template': ['TemplateName', 'TemplateContent'],
};

function isExcluded(spec: ActionSpec, path: readonly string[], name: string, present: readonly string[]): boolean {
  const group = path.length === 0 ? (exclusive[spec.name] ?? []) : [];
  return group.includes(name) && group.some((it) => present.includes(it));
}

/** A message in the form that DingTalk takes. */
const message: readonly (readonly [key: string, value: Skeleton])[] = [
  ['msgtype', choice(['text', 'markdown', 'link'])],
  ['text', map(['content', hole()])],
  ['markdown', map(['title', hole()], ['text', hole()])],
  ['at', map(['isAtAll', booleanChoice(false)])],
];

/** Maps whose keys are free, with the keys that are usual there. */
const freeKeys: Readonly<Record<string, readonly (readonly [key: string, value: Skeleton])[]>> = {
  'ACS::EventTrigger.Content': [
    ['state', list(choice(['Stopped', 'Running', 'Stopping', 'Starting', 'Deleted']))],
    ['resourceType', list(hole())],
  ],
  'ACS::Notify.WebHook.Headers': [['Content-Type', hole('application/json')]],
  'ACS::Notify.WebHook.Content': message,
  'ACS::Notify.WebHook.Content.text': [['content', hole()]],
  'ACS::Approve.WebHook.Headers': [['Content-Type', hole('application/json')]],
  'ACS::Approve.WebHook.Content': message,
  'ACS::Approve.WebHook.Content.text': [['content', hole()]],
};

function freeKeyProposals(spec: ActionSpec, path: readonly string[], present: readonly string[]): Proposal[] {
  const keys = freeKeys[`${spec.name}.${path.join('.')}`] ?? [];
  return keys
    .filter(([key]) => !present.includes(key))
    .map(([key, value], index) => ({
      label: key,
      kind: 'property',
      rank: 1 + index / 1000,
      insertion: { kind: 'pair', key, value },
    }));
}

function propertyDetail({ types, required }: PropertyPart): Words | undefined {
  const type = types.join(' / ');
  if (!required) return type === '' ? undefined : { en: type, zh: type };
  const join = type === '' ? ['', ''] : [`${type}, `, `${type}，`];
  return { en: `${join[0]}required`, zh: `${join[1]}必填` };
}
