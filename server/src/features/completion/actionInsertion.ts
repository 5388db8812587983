import type { ActionSpec, JsonSchema } from '../../catalog/catalog.ts';
import {
  type InsertionContext,
  keptPerContext,
  loopItems,
  parameterNamed,
  referenceTo,
  regionReference,
} from './insertionContext.ts';
import { type PropertyPart, propertyPart, propertyParts } from './propertySchema.ts';
import type { Insertion, Skeleton } from './proposal.ts';
import { bareHole, booleanChoice, choice, fixed, hole, list, map } from './skeletons.ts';
import { inUsualOrder } from './usualValues.ts';

/** The name of an action, and its properties: those that a task with it cannot do without. */
export const actionInsertion = keptPerContext((spec: ActionSpec, context): Insertion => {
  const properties = propertiesSkeleton(spec, context);
  if (properties.kind === 'map' && properties.pairs.length === 0) return { kind: 'scalar', value: spec.name };
  return { kind: 'scalarAndPairs', value: spec.name, pairs: [['Properties', properties]] };
});

/**
 * `Properties` with holes: every required property, of the atomic actions also what the schema alone does not ask for, and
 * the region where the template has a parameter for it.
 */
function propertiesSkeleton(spec: ActionSpec, context: InsertionContext): Skeleton {
  const also = needed.get(spec.name) ?? [];
  const hasRegion = parameterNamed('regionId', context) !== undefined;
  const shown = propertyParts(spec, []).filter(
    ({ name, required }) => required || also.includes(name) || (hasRegion && isRegion(name)),
  );
  return map(...shown.map(({ name }) => [name, propertySkeleton(spec, [name], context)] as const));
}

const isRegion = (name: string): boolean => name.toLowerCase() === 'regionid';

/** Properties that are not required on their own: one of several must be there, or there is no use without them. */
const needed: ReadonlyMap<string, readonly string[]> = new Map([
  ['ACS::ExecuteAPI', ['Parameters']],
  ['ACS::WaitFor', ['Parameters', 'DesiredValues']],
  ['ACS::CheckFor', ['Parameters', 'DesiredValues']],
  ['ACS::AlarmTrigger', ['Statistics', 'Threshold', 'Times', 'SilenceTime', 'Period', 'Interval', 'Resources']],
  ['ACS::EventTrigger', ['Product', 'Name', 'Level', 'Content', 'RegionId']],
  ['ACS::Sleep', ['Duration']],
  ['ACS::Template', ['TemplateName', 'Parameters']],
  ['ACS::Approve', ['WebHook']],
  ['ACS::Notify', ['WebHook']],
  ['ACS::GitCodeRepo', ['Platform', 'Owner', 'Organization', 'Repository']],
]);

/** A hole of the shape of a property. `path` as for `propertyPart`. */
export function propertySkeleton(spec: ActionSpec, path: readonly string[], context: InsertionContext): Skeleton {
  const part = propertyPart(spec, path);
  if (!part) return hole();
  if (spec.atomic) return ownSkeleton(spec, path, context) ?? innerSkeleton(spec, path, part, context);
  if (isRegion(part.name)) return regionReference(context);
  const reference = referenceTo(part.name, context) ?? (part.name === 'rateControl' ? concurrency : undefined);
  return reference ?? (part.types.includes('List') ? list(hole()) : valueSkeleton(part));
}

const ownSkeleton = (spec: ActionSpec, path: readonly string[], context: InsertionContext): Skeleton | undefined =>
  ownSkeletons[`${spec.name}.${path.join('.')}`]?.(context);

function innerSkeleton(
  spec: ActionSpec,
  path: readonly string[],
  part: PropertyPart,
  context: InsertionContext,
): Skeleton {
  const inner = propertyParts(spec, path).filter(({ required }) => required);
  const deeper = inner.map((it) => [it.name, propertySkeleton(spec, [...path, it.name], context)] as const);
  if (part.types.includes('List')) return list(deeper.length > 0 ? map(...deeper) : hole());
  return deeper.length > 0 ? map(...deeper) : valueSkeleton(part);
}

function valueSkeleton({ types, allowedValues: allowed, defaultValue, schema }: PropertyPart): Skeleton {
  const [type] = types;
  if (allowed && allowed.length > 0) {
    const allowedValues = inUsualOrder(allowed, defaultValue);
    const [only] = allowedValues;
    if (allowedValues.length === 1 && typeof only === 'string') return fixed(only);
    const texts = allowedValues.map(String);
    return allowedValues.every((it) => typeof it === 'string')
      ? choice(texts)
      : { kind: 'hole', text: texts[0], choices: texts, bare: true };
  }
  if (type === 'Boolean') return booleanChoice(true);
  if (type === 'Number') return bareHole(String(leastOf(schema) ?? 1));
  if (type === 'Json') return bareHole('{}');
  return hole();
}

/** The least number that a schema takes; of several branches the first counts. */
function leastOf(schema: JsonSchema): number | undefined {
  const [first] = Array.isArray(schema.anyOf) ? schema.anyOf : [schema];
  return typeof first?.minimum === 'number' ? first.minimum : undefined;
}

/** Where the schema is not the best guide. */
const ownSkeletons: Readonly<Record<string, (context: InsertionContext) => Skeleton>> = {
  'ACS::Choice.DefaultTask': ({ jumpTargets }) => choice([...jumpTargets, 'ACS::END', 'ACS::NEXT']),
  'ACS::Choice.Choices': ({ jumpTargets }) =>
    list(
      map(
        ['When', map(['Fn::Equals', list(hole(), hole())])],
        ['NextTask', choice([...jumpTargets, 'ACS::END', 'ACS::NEXT'])],
      ),
    ),
  'ACS::ExecuteAPI.Parameters': (it) => regionOnly(it),
  'ACS::WaitFor.Parameters': (it) => regionOnly(it),
  'ACS::CheckFor.Parameters': (it) => regionOnly(it),
  'ACS::TimerTrigger.Expression': () => hole('0 0 9 ? * *'),
  'ACS::TimerTrigger.EndDate': () => hole('2030-12-31T00:00:00Z'),
  'ACS::Sleep.Duration': () => hole('PT1M'),
  'ACS::AlarmTrigger.Statistics': () => choice(['Average', 'Maximum', 'Minimum']),
  'ACS::AlarmTrigger.Threshold': () => bareHole('90'),
  'ACS::AlarmTrigger.Times': () => bareHole('1'),
  'ACS::AlarmTrigger.SilenceTime': () => bareHole('3600'),
  'ACS::AlarmTrigger.Period': () => bareHole('60'),
  'ACS::AlarmTrigger.Interval': () => bareHole('60'),
  'ACS::EventTrigger.Level': () => list(choice(['INFO', 'WARN', 'CRITICAL'])),
  'ACS::EventTrigger.Content': () => map(),
  'ACS::EventTrigger.RegionId': () => list(fixed('{{ ACS::RegionId }}')),
  'ACS::SelectTargets.ResourceType': () => choice(['ALIYUN::ECS::Instance', 'ALIYUN::RDS::Instance']),
  'ACS::SelectTargets.Filters': (context) => list(referenceTo('targets', context) ?? hole()),
  'ACS::SelectTargets.RegionId': regionReference,
  'ACS::Loop.LoopItems': loopItems,
  'ACS::Loop.LoopRateControl': () => concurrency,
  'ACS::Loop.LoopTasks': () => list(map(['Name', hole()], ['Action', hole()])),
  'ACS::Approve.WebHook': webHook,
  'ACS::Notify.WebHook': webHook,
  'ACS::Template.Parameters': () => bareHole('{}'),
};

const regionOnly = (context: InsertionContext): Skeleton => map(['RegionId', regionReference(context)]);

/** The message in the form that DingTalk takes, the most usual receiver. */
export function webHook(): Skeleton {
  return map(
    ['URI', hole('https://example.com/hook')],
    ['Headers', map(['Content-Type', fixed('application/json')])],
    ['Content', map(['msgtype', fixed('text')], ['text', map(['content', hole()])])],
  );
}

/** Some at a time; the other mode, by batches, has other keys. */
export const concurrency: Skeleton = map(
  ['Mode', fixed('Concurrency')],
  ['MaxErrors', bareHole('0')],
  ['Concurrency', bareHole('10')],
);
