import type { PlaceOf } from './place.ts';
import type { Proposal } from './proposal.ts';
import { type Scene, takesTrigger } from './scene.ts';
import { hole, list, map } from './skeletons.ts';
import { parameterSnippets } from './snippets/parameters.ts';
import {
  choiceEntrySnippets,
  loopOutputSnippets,
  taskOutputSnippets,
  taskPartSnippets,
  templateOutputSnippets,
} from './snippets/parts.ts';
import { snippets } from './snippets/snippet.ts';
import { taskSnippets } from './snippets/tasks.ts';
import { templateSnippets } from './snippets/templates.ts';
import { triggerSnippets } from './snippets/triggers.ts';

/** Whole constructs: a task, a parameter, a loop. */
export function constructProposals(place: PlaceOf<'construct'>, scene: Scene): Proposal[] {
  const proposals = constructs(place.of, scene);
  // Hardly anything else than choices is meant in their place.
  const lead = place.of === 'choice' ? 1.5 : 0;
  if (place.list) return proposals.map((it) => inList({ ...it, rank: it.rank - lead }));
  const taken = takenKeys(place.of, scene);
  return proposals.map((it) => withNewKey(it, taken));
}

function constructs(of: PlaceOf<'construct'>['of'], scene: Scene): Proposal[] {
  const { insertion } = scene;
  switch (of) {
    case 'template':
      return templateSnippets();
    case 'parameter':
      return parameterSnippets();
    case 'task':
      return [...taskSnippets(insertion), ...(mayBeTrigger(scene) ? triggerSnippets() : [])];
    case 'taskPart':
      return taskPartSnippets(insertion);
    case 'choice':
      return choiceEntrySnippets(insertion);
    case 'taskOutput':
      return taskOutputSnippets();
    case 'loopOutput':
      return loopOutputSnippets(scene.location.task?.outputs.names() ?? []);
    case 'templateOutput':
      return templateOutputSnippets();
    case 'condition':
      return conditionSnippets();
  }
}

/** The names that stand beside a construct that gets one. */
function takenKeys(of: PlaceOf<'construct'>['of'], { location: { template, task } }: Scene): readonly string[] {
  switch (of) {
    case 'parameter':
      return template.parameters.names();
    case 'taskOutput':
      return task?.outputs.names() ?? [];
    case 'loopOutput':
      return task?.loop?.outputs.names() ?? [];
    case 'templateOutput':
      return template.outputs.names();
    case 'condition':
      return template.conditions.names();
    default:
      return [];
  }
}

/** A name to begin with must not be one that is there, letter case aside. */
function withNewKey(proposal: Proposal, taken: readonly string[]): Proposal {
  const { insertion } = proposal;
  if (insertion.kind !== 'pair' || taken.length === 0) return proposal;
  const lower = new Set(taken.map((it) => it.toLowerCase()));
  let key = insertion.key;
  for (let count = 2; lower.has(key.toLowerCase()); count++) key = `${insertion.key}${count}`;
  return { ...proposal, insertion: { ...insertion, key } };
}

/** The task is the first of the template. */
function mayBeTrigger({ location: { template, task, steps }, catalog }: Scene): boolean {
  const last = steps.at(-1);
  return !task && takesTrigger(template, template.tasks, typeof last === 'number' ? last : 0, catalog);
}

const conditionSnippets = (): Proposal[] =>
  snippets([
    { en: 'condition', zh: '条件' },
    { en: 'A condition that tasks can name in When', zh: '可供任务的 When 引用的条件' },
    { kind: 'pair', key: 'name', keyIsHole: true, value: map(['Fn::Equals', list(hole(), hole())]) },
  ]);

/** The construct with the list that it is an item of. */
function inList(proposal: Proposal): Proposal {
  const { insertion } = proposal;
  if (insertion.kind !== 'structure') return proposal;
  return { ...proposal, insertion: { kind: 'structure', value: list(insertion.value) } };
}
