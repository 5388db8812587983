import { retryKeys } from '../../analysis/flow/retryKeys.ts';
import { parameterTypes } from '../../catalog/parameters/parameterTypes.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { actionInsertion } from './actionInsertion.ts';
import { loopItems } from './insertionContext.ts';
import { likelyType } from './likelyType.ts';
import type { PlaceOf } from './place.ts';
import type { Proposal, Skeleton } from './proposal.ts';
import { isRefused } from './refusedKeys.ts';
import { actionOf, type Scene } from './scene.ts';
import { keysOfShapes, type Shape, type ShapeKey, typesOf, valuesOfShapes } from './schemaShapes.ts';
import { bareHole, booleanChoice, choice, fixed, hole, list, map } from './skeletons.ts';
import { rateControl } from './snippets/parts.ts';

type KeyPlace = PlaceOf<'templateKey'>;

/** The keys of the template language, in the order in which they are usually written. */
export function templateKeyProposals({ shapes, present, part }: KeyPlace, scene: Scene): Proposal[] {
  return keysOfShapes(shapes)
    .filter(({ name }, index, all) => !present.includes(name) && all.findIndex((it) => it.name === name) === index)
    .filter(({ name }) => !isRefused(name, part, present, scene))
    .map((key, index) => ({
      label: key.name,
      kind: 'key',
      detail: key.required ? required : undefined,
      summary: key.summary,
      rank: keyRank(key, part, scene) + index / 1000,
      insertion: { kind: 'pair', key: key.name, value: keySkeleton(key, part, scene) },
    }));
}

/** A text in both languages. */
const languageMap: Skeleton = map(['en', hole()], ['zh-cn', hole()]);

const required: Words = { en: 'required', zh: '必填' };

/** Keys that are rarely meant: older places, keys that only fit what the rest is not. */
function keyRank({ name, required: isRequired }: ShapeKey, part: KeyPlace['part'], scene: Scene): number {
  if (isRequired) return 0;
  switch (part) {
    case 'root':
      return rootKeyRanks[name] ?? 1;
    case 'loop':
      return name === 'RateControl' || name === 'Outputs' ? 0.5 : 2;
    case 'task':
      return taskKeyRank(name, scene);
    case 'parameter':
      return parameterKeyRank(name, scene);
    default:
      return 1;
  }
}

const rootKeyRanks: Readonly<Record<string, number>> = { Tasks: 0, Outputs: 0.9, Conditions: 1.5, States: 3 };

function taskKeyRank(name: string, { location: { task }, catalog }: Scene): number {
  if (retryKeys.has(name) && !(task && actionOf(task, catalog))) return 3;
  return taskKeyRanks[name] ?? 1;
}

const taskKeyRanks: Readonly<Record<string, number>> = { Properties: 0.2, Outputs: 0.8, When: 1.1 };

/** A constraint has an effect only on some types, and some keys only beside others. */
function parameterKeyRank(name: string, { location: { place } }: Scene): number {
  const has = (key: string) => valueFor(place.entry?.attributes, key) !== undefined;
  switch (name) {
    case 'Type':
      return 0;
    case 'AssociationPropertyMetadata':
      return has('AssociationProperty') ? 0.5 : 1.5;
    case 'ConstraintDescription':
      return has('AllowedPattern') ? 0.5 : 1.6;
    default:
      return constraintRank(name, stringOf(valueFor(place.entry?.attributes, 'Type')));
  }
}

function constraintRank(name: string, written = 'String'): number {
  if (!parameterTypes.some(({ constraints }) => constraints.includes(name))) return 1;
  const type = parameterTypes.find((it) => it.name === written);
  if (type && !type.constraints.includes(name)) return 3;
  return name === 'AllowedValues' ? 1.1 : 1.2;
}

/** What a key is inserted with, where its schema alone is not the best guide. */
const ownSkeletons: Readonly<Record<string, (scene: Scene) => Skeleton | undefined>> = {
  'root.FormatVersion': () => fixed('OOS-2019-06-01'),
  'root.Description': () => languageMap,
  'root.Parameters': () => ({ kind: 'open', of: 'map' }),
  'root.Conditions': () => ({ kind: 'open', of: 'map' }),
  'root.Outputs': () => ({ kind: 'open', of: 'map' }),
  'root.RamRole': ({ insertion: { parameters } }) => {
    const role = parameters.find((it) => /role/i.test(it));
    return role === undefined ? hole('OOSServiceRole') : hole(`{{ ${role} }}`);
  },
  'root.Tasks': () => list(map(['Name', hole()], ['Action', hole()])),
  'root.Metadata': () =>
    map([
      'ALIYUN::OOS::Interface',
      map(['ParameterGroups', list(map(['Parameters', list(hole())], ['Label', map(['default', languageMap])]))]),
    ]),
  'parameter.Label': () => languageMap,
  'parameter.Description': () => languageMap,
  'parameter.ConstraintDescription': () => languageMap,
  'parameter.Default': ({ location: { place } }) =>
    defaultSkeleton(stringOf(valueFor(place.entry?.attributes, 'Type'))),
  'parameter.AllowedValues': ({ location: { place } }) =>
    list(likeDefault(valueFor(place.entry?.attributes, 'Default'))),
  'parameter.AssociationPropertyMetadata': () => ({ kind: 'open', of: 'map' }),
  'parameter.MaxLength': () => bareHole('64'),
  'parameter.NoEcho': () => fixed(true),
  'task.Properties': ({ location: { task }, catalog, insertion }) => {
    const action = task && actionOf(task, catalog);
    const whole = action && actionInsertion(action, insertion);
    const properties = whole?.kind === 'scalarAndPairs' ? whole.pairs.find(([key]) => key === 'Properties') : undefined;
    return properties?.[1] ?? { kind: 'open', of: 'map' };
  },
  'task.Outputs': () => ({ kind: 'open', of: 'map' }),
  'task.Loop': ({ insertion }) => map(['Items', loopItems(insertion)], ['RateControl', rateControl(insertion)]),
  'loop.Items': ({ insertion }) => loopItems(insertion),
  'loop.RateControl': ({ insertion }) => rateControl(insertion),
  'task.Retries': () => bareHole('30'),
  'task.Delay': () => bareHole('10'),
  'task.DelayType': () => choice(['Constant', 'Exponential', 'Linear']),
};

/** The default has to be among the allowed values. */
function likeDefault(node: ValueNode | undefined): Skeleton {
  if (node?.kind !== 'scalar' || node.value === null || node.value === '') return hole();
  return typeof node.value === 'string' ? hole(node.value) : bareHole(String(node.value));
}

function defaultSkeleton(type: string | undefined): Skeleton {
  switch (type) {
    case 'Number':
      return bareHole('1');
    case 'Boolean':
      return booleanChoice(true);
    case 'List':
      return { kind: 'open', of: 'list' };
    case 'Json':
      return { kind: 'open', of: 'map' };
    default:
      return hole();
  }
}

function keySkeleton({ name, shapes }: ShapeKey, part: KeyPlace['part'], scene: Scene): Skeleton {
  return ownSkeletons[`${part}.${name}`]?.(scene) ?? shapeSkeleton(shapes[0]);
}

function shapeSkeleton(shape: Shape | undefined): Skeleton {
  if (!shape) return hole();
  const values = valuesOfShapes([shape]);
  const types = typesOf(shape.schema);
  if (values.length > 0) return types.includes('boolean') ? booleanChoice(true) : choice(values.map(String));
  if (types.includes('array')) return { kind: 'open', of: 'list' };
  if (types.includes('object')) return { kind: 'open', of: 'map' };
  if (types.includes('integer') || types.includes('number')) return bareHole(String(shape.schema.minimum ?? 1));
  return hole();
}

/** The values that the schema lists. */
export function templateValueProposals({ shapes }: PlaceOf<'templateValue'>, { location }: Scene): Proposal[] {
  const values = [...new Set(valuesOfShapes(shapes))];
  const likely = location.steps.at(-1) === 'Type' ? likelyType(location) : undefined;
  return values.map((value, index) => ({
    label: String(value),
    kind: isType(value) ? 'type' : 'value',
    summary: parameterTypes.find(({ name }) => name === value)?.summary,
    rank:
      (isType(value) ? usualTypes.indexOf(value) : index) / 100 +
      (discouraged.has(value) ? 2 : 0) -
      (value === likely ? 1 : 0),
    insertion: { kind: 'scalar', value },
  }));
}

/** The most usual first. */
const usualTypes = ['String', 'Json', 'List', 'Number', 'Boolean'];

const isType = (value: unknown): value is string => typeof value === 'string' && usualTypes.includes(value);

/** Other words for types, and a kind of document that holds no tasks. */
const discouraged: ReadonlySet<unknown> = new Set(['Array', 'Object', 'OOS-2019-06-01-State']);
