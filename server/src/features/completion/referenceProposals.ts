import { declaredType, outputType } from '../../analysis/types/declaredTypes.ts';
import { type Expectation, fits } from '../../analysis/types/expectation.ts';
import { alternatives, typeNamed, unknownType, type ValueType } from '../../analysis/types/valueType.ts';
import { pseudoParameters } from '../../catalog/parameters/pseudoParameters.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { MappingNode } from '../../syntax/node.ts';
import { hasLoopItem, visibleTasks } from '../../template/scope.ts';
import type { Parameter, Task } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { escaped } from '../hover/markdown.ts';
import { likenessTo } from './likeness.ts';
import type { Proposal, ProposalKind } from './proposal.ts';
import { actionOf, type Scene } from './scene.ts';

/** A name that an expression may hold. */
interface Referable {
  readonly name: string;
  readonly kind: ProposalKind;
  readonly type: ValueType;
  readonly detail: Words | undefined;
  readonly documentation: () => Words | undefined;
  /** Among the names that fit. */
  readonly rank: number;
  readonly whenTyped?: boolean;
}

export interface ReferenceOptions {
  readonly expected: Expectation | undefined;
  /** What surely is of another kind is left out. */
  readonly strict?: boolean;
  /** The name of what the value is given to: often the name of what is referred to. */
  readonly hint: string | undefined;
  /** The names as they stand between the braces; else the braces come with them. */
  readonly bare: boolean;
}

/** What may be referred to at a place: first what is of the wanted type and has a name like that of the place. */
export function referenceProposals(
  scene: Scene,
  { expected, strict = false, hint, bare }: ReferenceOptions,
): Proposal[] {
  const likeness = likenessTo(hint && stemOf(hint));
  const { used } = scene;
  const usable = referables(scene).filter(({ type }) => !strict || !expected || fits(type, expected));
  return usable.map(({ name, kind, type, detail, documentation, rank, whenTyped }) => {
    // What is declared and not used yet is likely to be what is meant.
    const isNew = kind !== 'pseudoParameter' && !used.has(name.toLowerCase());
    const member = name.slice(name.lastIndexOf('.') + 1).replace('ACS::', '');
    return {
      label: bare ? name : `{{ ${name} }}`,
      kind,
      detail,
      documentation,
      whenTyped,
      rank: 0.5 + distance(type, expected) + rank - likeness(stemOf(member)) - (isNew ? 0.3 : 0),
      insertion: bare ? { kind: 'text', text: name } : { kind: 'scalar', value: `{{ ${name} }}` },
    };
  });
}

/** Most names end in Id, which makes them no more alike. */
const stemOf = (name: string): string => name.replace(/(?<=[a-z])(?:Id|Ids)$/, '');

/** From 0 for a value of the wanted type to 2 for one that surely does not fit. */
function distance(type: ValueType, expected: Expectation | undefined): number {
  if (!expected) return 0;
  if (!fits(type, expected)) return 2;
  const { kinds } = expected;
  const isExact = alternatives(type).some(({ kind }) =>
    kind === 'Json' ? kinds.has('Map') || kinds.has('List') : kinds.has(kind as 'String'),
  );
  if (isExact) return 0;
  return type.kind === 'unknown' ? 0.2 : 1;
}

function referables(scene: Scene): Referable[] {
  const { template, place } = scene.location;
  const inParameters = isDeclaration(scene);
  const others = template.parameters.all.filter((it) => it !== place.entry);
  const parameters = others.map((it, index) => parameterReferable(it, index, scene));
  const tasks = inParameters || place.section === 'RamRole' ? [] : visibleTasks(template, place);
  const outputs = nearestFirst(tasks).flatMap(outputReferables);
  return [...parameters, ...outputs, ...pseudoReferables(scene)];
}

function parameterReferable(parameter: Parameter, index: number, scene: Scene): Referable {
  const type = stringOf(valueFor(parameter.attributes, 'Type')) ?? 'String';
  return {
    name: parameter.name,
    kind: 'parameter',
    type: declaredType(parameter),
    detail: { en: type, zh: type },
    documentation: () => shownText(scene.whole?.parameters.get(parameter.name)?.attributes),
    rank: (isDeclaration(scene) ? 1 : 0.1) + index / 1000,
  };
}

/** Label or Description in Markdown, in the languages that are there. */
function shownText(attributes: MappingNode | undefined): Words | undefined {
  const text = valueFor(attributes, 'Label') ?? valueFor(attributes, 'Description');
  const plain = stringOf(text);
  const en = plain ?? stringOf(valueFor(text, 'en'));
  const zh = plain ?? stringOf(valueFor(text, 'zh-cn'));
  return en === undefined && zh === undefined
    ? undefined
    : { en: escaped(en ?? zh ?? ''), zh: escaped(zh ?? en ?? '') };
}

/** The innermost list of tasks first, and in each list the last task first. */
function nearestFirst(tasks: readonly Task[]): Task[] {
  const lists = [...new Set(tasks.map(({ list }) => list))];
  return lists.flatMap((list) => tasks.filter((it) => it.list === list).reverse());
}

/** The outputs of a task. `distance`: how many tasks are nearer. */
function outputReferables(task: Task, distance: number): Referable[] {
  const { name, loop, outputs } = task;
  if (name === undefined) return [];
  return (loop ? loop.outputs : outputs).all.map((output, index) => {
    const type = stringOf(valueFor(output.attributes, 'Type'));
    return {
      name: `${name}.${output.name}`,
      kind: 'output',
      type: outputType(task, output.name),
      detail: type === undefined ? undefined : { en: type, zh: type },
      documentation: () => shownText(output.attributes),
      rank: distance / 100 + index / 1000,
    };
  });
}

/** In a default other parameters are hardly ever meant. */
const isDeclaration = ({ location: { place } }: Scene): boolean => place.section === 'Parameters' && !place.task;

/** In a loop the current item is used sooner or later. */
function loopItemRank({ location: { template, task } }: Scene): number {
  const isUsed = template.uses.some(
    ({ place, expression: { body } }) =>
      place.task === task && body.kind === 'pseudo' && /taskloopitem$/i.test(body.name.text),
  );
  return task?.loop && !isUsed ? -0.6 : -0.15;
}

/** Most people write `Loop` behind the properties that use its items. */
const mayStillLoop = ({ location: { task, place }, catalog }: Scene): boolean =>
  task !== undefined && !task.loop && place.part === 'Properties' && actionOf(task, catalog)?.mayLoop !== false;

function pseudoReferables(scene: Scene): Referable[] {
  const { place } = scene.location;
  const inLoop = hasLoopItem(place);
  const usable = pseudoParameters.filter(({ scope }) => scope === 'everywhere' || inLoop || mayStillLoop(scene));
  return usable.map(({ name, type, scope, summary }, index) => ({
    name,
    kind: 'pseudoParameter',
    type: type ? typeNamed(type) : unknownType,
    detail: type && { en: type, zh: type },
    documentation: () => summary,
    rank: (scope === 'loop' ? loopItemRank(scene) : 0.3) + index / 1000,
    whenTyped: scope === 'loop' && !inLoop,
  }));
}
