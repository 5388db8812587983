import { asSequence, stringOf, valueFor } from '../../syntax/navigate.ts';
import type { Parameter, Task } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { type InsertionContext, regionReference } from './insertionContext.ts';
import { likenessTo } from './likeness.ts';
import { keysOf } from './location.ts';
import type { PlaceOf } from './place.ts';
import type { Proposal, ProposalKind } from './proposal.ts';
import { namesRegion, regionProposals } from './regions.ts';
import { runTemplateParameters, type Scene, tasksBehind } from './scene.ts';
import { bareHole, booleanChoice, hole, list, map } from './skeletons.ts';

const scalar = (label: string, kind: ProposalKind, rank: number, rest: Partial<Proposal> = {}): Proposal => ({
  label,
  kind,
  rank,
  insertion: { kind: 'scalar', value: label },
  ...rest,
});

/**
 * The tasks behind a task, the next first, and the two ways out; going back is warned of. Where others of its kind lead comes
 * first of all.
 */
export function jumpTargetProposals({ task }: PlaceOf<'jumpTarget'>, { location }: Scene): Proposal[] {
  const key = keysOf(location.steps).at(-1);
  const taken = location.template.jumps.flatMap((it) => (it.key === key ? (stringOf(it.node) ?? []) : []));
  const rank = (name: string, usual: number) => usual - taken.filter((it) => it === name).length / 50;
  const names = tasksBehind(task);
  const end = key === 'OnSuccess' || names.length === 0 ? 0 : 0.115;
  return [
    ...names.map((name, index) => scalar(name, 'task', rank(name, 0.1 + index / 100))),
    scalar('ACS::END', 'value', rank('ACS::END', end), { summary: endWords }),
    scalar('ACS::NEXT', 'value', rank('ACS::NEXT', 0.6), { summary: nextWords }),
  ];
}

const endWords: Words = { en: 'Ends the execution.', zh: '结束执行。' };
const nextWords: Words = { en: 'Goes on with the next task.', zh: '继续执行下一个任务。' };

export const conditionNameProposals = ({ location: { template, place } }: Scene): Proposal[] =>
  template.conditions.all
    .filter((it) => it !== place.entry)
    .map(({ name }, index) => scalar(name, 'condition', index / 100));

/** The outputs of the task itself. */
export const aggregateFieldProposals = ({ task }: { readonly task: Task }, { location }: Scene): Proposal[] => {
  const likeness = likenessTo(String(location.steps[2] ?? ''));
  return task.outputs.all.map(({ name }, index) => scalar(name, 'output', index / 100 - likeness(name)));
};

/** Parameters that no group shows yet come first. */
export const groupParameterProposals = (
  { present }: PlaceOf<'groupParameter'>,
  { location: { template } }: Scene,
): Proposal[] =>
  template.parameters.all.map(({ name }, index) =>
    scalar(name, 'parameter', index / 100 + (present.includes(name) ? 2 : 0)),
  );

/** `${name}`, with its braces closed by the slot. */
export const consoleReferenceProposals = ({ location: { template, place } }: Scene): Proposal[] =>
  template.parameters.all
    .filter((it) => it !== place.entry)
    .map(({ name }, index) => ({ ...scalar(name, 'parameter', index / 100), insertion: { kind: 'text', text: name } }));

/** Names that expressions use and nothing declares. */
export function newParameterProposals({ location: { template }, whole }: Scene): Proposal[] {
  const used = (whole ?? template).uses.flatMap(({ expression: { body } }) =>
    body.kind === 'parameter' && !template.parameters.has(body.name.text) ? [body.name.text] : [],
  );
  return [...new Set(used)].map((name, index) => ({
    label: name,
    kind: 'parameter',
    detail: { en: 'used, but not declared', zh: '已使用但未声明' },
    rank: -1 + index / 100,
    insertion: { kind: 'pair', key: name, value: map(['Type', typeHole]) },
  }));
}

/** Names that jumps and expressions lead to and no task has, as those of tasks to come are. */
export function newTaskProposals({ location: { template }, whole }: Scene): Proposal[] {
  const { jumps, uses, anyTask } = whole ?? template;
  const read = uses.flatMap(({ expression: { body } }) => (body.kind === 'task' ? [body.name.text] : []));
  const named = [...jumps.flatMap(({ node }) => stringOf(node) ?? []), ...read];
  return [...new Set(named)]
    .filter((name) => /^[\w-]+$/.test(name) && !anyTask.get(name))
    .map((name, index) =>
      scalar(name, 'task', -1 + index / 100, { detail: { en: 'named, but not there', zh: '已被引用但不存在' } }),
    );
}

const typeHole = { kind: 'hole', text: 'String', choices: ['String', 'Number', 'Boolean', 'List', 'Json'] } as const;

/** What a parameter may be by default: the values that it allows, those of its type, what its widget offers. */
export function defaultValueProposals({ parameter }: PlaceOf<'defaultValue'>): Proposal[] {
  const { attributes } = parameter;
  const allowed = asSequence(valueFor(attributes, 'AllowedValues'))?.items ?? [];
  const values = allowed.flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [item.value] : []));
  const isBoolean = stringOf(valueFor(attributes, 'Type')) === 'Boolean';
  const truths = values.length === 0 && isBoolean ? [true, false] : [];
  const widget = stringOf(valueFor(attributes, 'AssociationProperty'));
  return [
    ...[...values, ...truths].map(
      (value, index): Proposal => ({
        label: String(value),
        kind: 'value',
        rank: index / 100,
        insertion: { kind: 'scalar', value },
      }),
    ),
    ...(widget !== undefined && /(?:^|::)RegionId$/.test(widget) ? regionProposals() : []),
    ...structures(parameter, widget),
  ];
}

function structures(parameter: Parameter, widget: string | undefined): Proposal[] {
  if (widget !== 'RateControl') return [];
  const value = map(['Mode', hole('Concurrency')], ['MaxErrors', bareHole('0')], ['Concurrency', bareHole('10')]);
  return [{ label: `{...} ${parameter.name}`, kind: 'snippet', rank: 0, insertion: { kind: 'structure', value } }];
}

/** Parameters that hold roles, and the name that the documentation gives such a role. */
export function ramRoleProposals({ location: { template } }: Scene): Proposal[] {
  const summary: Words = { en: 'The usual name of a role that trusts OOS.', zh: '信任 OOS 的角色的常用名称。' };
  const roles = template.parameters.names().filter((name) => /role/i.test(name));
  return [
    ...roles.map((name, index) => ({
      ...scalar(`{{ ${name} }}`, 'parameter', -1 + index / 100),
    })),
    scalar('OOSServiceRole', 'value', 0, { summary }),
  ];
}

/** Templates in the folders of the user, and the actions of products, which are templates as well. */
export function templateNameProposals({ templates, catalog, location }: Scene): Proposal[] {
  const likeness = likenessTo(location.task?.name);
  const products = catalog.actionNames.filter((name) => catalog.action(name)?.atomic === false);
  return [
    ...templates.map(({ name }, index) => scalar(name, 'template', index / 1000 - likeness(name))),
    ...products.map((name, index) => scalar(name, 'action', 1 + index / 1000 - likeness(name))),
  ];
}

export function templateParameterProposals({ task, present }: PlaceOf<'templateParameter'>, scene: Scene): Proposal[] {
  const declared = scene.location.template.parameters;
  const parameters = runTemplateParameters(task, scene) ?? [];
  return parameters
    .filter(({ name }) => !present.some((it) => it.toLowerCase() === name.toLowerCase()))
    .map(({ name, type, required }, index) => {
      const same = declared.get(name);
      return {
        label: name,
        kind: 'property',
        detail: required ? { en: `${type}, required`, zh: `${type}，必填` } : { en: type, zh: type },
        rank: (required ? 0 : 1) + index / 1000,
        insertion: { kind: 'pair', key: name, value: same ? hole(`{{ ${same.name} }}`) : typedHole(type) },
      };
    });
}

function typedHole(type: string) {
  switch (type) {
    case 'Number':
      return bareHole('1');
    case 'Boolean':
      return booleanChoice(true);
    case 'List':
      return list(hole());
    case 'Json':
      return map();
    default:
      return hole();
  }
}

export function templateParameterValueProposals(
  { task, name }: PlaceOf<'templateParameterValue'>,
  scene: Scene,
): Proposal[] {
  const parameter = runTemplateParameters(task, scene)?.find((it) => it.name.toLowerCase() === name.toLowerCase());
  // Of a list the elements are restricted.
  if (parameter?.type === 'List' && typeof scene.location.steps.at(-1) !== 'number') return [];
  const values = parameter?.allowedValues ?? (parameter?.type === 'Boolean' ? [true, false] : []);
  if (values.length === 0 && parameter?.type === 'String' && namesRegion(name)) return regionProposals();
  return values.filter(isScalarValue).map(listedValue);
}

type ScalarValue = string | number | boolean;

const isScalarValue = (value: unknown): value is ScalarValue => ['string', 'number', 'boolean'].includes(typeof value);

const listedValue = (value: ScalarValue, index: number): Proposal => ({
  label: String(value),
  kind: 'value',
  rank: index / 100,
  insertion: { kind: 'scalar', value },
});

/** Values that states of resources have in most answers, and those that the operation itself lists for such a field. */
export function desiredValueProposals({ selector, operation }: PlaceOf<'desiredValue'>): Proposal[] {
  const field = /(?<!\w)(\w+)(?:\[\d*\]|\?)*$/.exec(selector)?.[1];
  const listed = operation?.parameters.find(({ name }) => name === field)?.values ?? [];
  const usual = field !== undefined && /status|state/i.test(field) ? usualStates : [];
  return [...new Set([...listed, ...usual])].map((value, index) => scalar(value, 'value', index / 100));
}

const usualStates = ['Running', 'Stopped', 'Available', 'Success', 'Finished', 'Failed', 'Pending', 'Creating'];

/** Whatever the operation, the region of the call can be chosen. */
export const unknownRequestProposals = (present: readonly string[], insertion: InsertionContext): Proposal[] =>
  present.includes('RegionId')
    ? []
    : [
        {
          label: 'RegionId',
          kind: 'property',
          rank: 0,
          insertion: { kind: 'pair', key: 'RegionId', value: regionReference(insertion) },
        },
      ];
