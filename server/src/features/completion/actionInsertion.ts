import type { ActionSpec, JsonSchema } from '../../catalog/catalog.ts';
import { type PropertyPart, propertyPart, propertyParts } from './propertySchema.ts';
import type { Insertion, Skeleton } from './proposal.ts';
import { bareHole, booleanChoice, choice, fixed, hole, list, map } from './skeletons.ts';

/** What the template around the task has. */
export interface InsertionContext {
  /** The parameters of the template: a property of the same name takes the reference to it. */
  readonly parameters: readonly string[];
  /** Where a jump of the task may go: the tasks behind it. */
  readonly jumpTargets: readonly string[];
}

export const noContext: InsertionContext = { parameters: [], jumpTargets: [] };

/** The name of an action, and its properties: those that a task with it cannot do without. */
export function actionInsertion(spec: ActionSpec, context: InsertionContext): Insertion {
  const properties = propertiesSkeleton(spec, context);
  if (properties.kind === 'map' && properties.pairs.length === 0) return { kind: 'scalar', value: spec.name };
  return { kind: 'scalarAndPairs', value: spec.name, pairs: [['Properties', properties]] };
}

/** `Properties` with holes: every required property, and of the atomic actions also what the schema alone does not ask for. */
export function propertiesSkeleton(spec: ActionSpec, context: InsertionContext): Skeleton {
  const parts = propertyParts(spec, []);
  const also = needed.get(spec.name.toLowerCase()) ?? [];
  const shown = parts.filter(({ name, required }) => required || also.includes(name));
  return map(...shown.map(({ name }) => [name, propertySkeleton(spec, [name], context)] as const));
}

/** Properties that are not required on their own: one of several must be there, or there is no use without them. */
const needed: ReadonlyMap<string, readonly string[]> = new Map([
  ['acs::executeapi', ['Parameters']],
  ['acs::waitfor', ['Parameters', 'DesiredValues']],
  ['acs::checkfor', ['Parameters', 'DesiredValues']],
  ['acs::alarmtrigger', ['Statistics', 'Threshold', 'Times', 'SilenceTime', 'Period', 'Interval', 'Resources']],
  ['acs::eventtrigger', ['Product', 'Name', 'Level', 'Content', 'RegionId']],
  ['acs::sleep', ['Duration']],
  ['acs::template', ['TemplateName', 'Parameters']],
  ['acs::approve', ['WebHook']],
  ['acs::notify', ['WebHook']],
  ['acs::gitcoderepo', ['Platform', 'Owner', 'Organization', 'Repository']],
]);

/** A hole of the shape of a property. `path` as for `propertyPart`. */
export function propertySkeleton(spec: ActionSpec, path: readonly string[], context: InsertionContext): Skeleton {
  const part = propertyPart(spec, path);
  if (!part) return hole();
  const name = path.join('.');
  const own = spec.atomic ? ownSkeletons[`${spec.name}.${name}`]?.(context) : undefined;
  if (own) return own;
  const parameter = path.length === 1 && !spec.atomic ? sameName(part.name, context) : undefined;
  if (parameter !== undefined) return hole(`{{ ${parameter} }}`);
  const inner = propertyParts(spec, path).filter(({ required }) => required);
  const deeper = inner.map((it) => [it.name, propertySkeleton(spec, [...path, it.name], context)] as const);
  if (part.types.includes('List')) return list(deeper.length > 0 ? map(...deeper) : hole());
  return deeper.length > 0 ? map(...deeper) : valueSkeleton(part);
}

const sameName = (name: string, { parameters }: InsertionContext): string | undefined =>
  parameters.find((it) => it.toLowerCase() === name.toLowerCase());

function valueSkeleton({ types, allowedValues, schema }: PropertyPart): Skeleton {
  const [type] = types;
  if (allowedValues && allowedValues.length > 0) {
    const texts = allowedValues.map(String);
    return allowedValues.every((it) => typeof it === 'string')
      ? choice(texts)
      : { kind: 'hole', text: texts[0], choices: texts, bare: true };
  }
  if (type === 'Boolean') return booleanChoice(true);
  if (type === 'Number') return bareHole(String(leastOf(schema) ?? 1));
  if (type === 'Json') return map();
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
  'ACS::ExecuteAPI.Parameters': regionOnly,
  'ACS::WaitFor.Parameters': regionOnly,
  'ACS::CheckFor.Parameters': regionOnly,
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
  'ACS::SelectTargets.Filters': (context) => {
    const parameter = sameName('targets', context);
    return list(parameter === undefined ? hole() : hole(`{{ ${parameter} }}`));
  },
  'ACS::Loop.LoopRateControl': () =>
    map(['Mode', choice(['Concurrency', 'Batch'])], ['MaxErrors', bareHole('0')], ['Concurrency', bareHole('1')]),
  'ACS::Loop.LoopTasks': () => list(map(['Name', hole()], ['Action', hole()])),
};

function regionOnly(context: InsertionContext): Skeleton {
  const parameter = sameName('regionId', context);
  return map(['RegionId', hole(`{{ ${parameter ?? 'ACS::RegionId'} }}`)]);
}
