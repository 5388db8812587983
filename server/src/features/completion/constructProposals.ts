import type { PlaceOf } from './place.ts';
import type { Proposal } from './proposal.ts';
import type { Scene } from './scene.ts';
import { hole, list, map } from './skeletons.ts';
import { parameterSnippets } from './snippets/parameters.ts';
import { choiceEntrySnippets, taskOutputSnippets, taskPartSnippets, templateOutputSnippets } from './snippets/parts.ts';
import { snippets } from './snippets/snippet.ts';
import { taskSnippets } from './snippets/tasks.ts';
import { templateSnippets } from './snippets/templates.ts';
import { triggerSnippets } from './snippets/triggers.ts';

/** Whole constructs: a task, a parameter, a loop. */
export function constructProposals(place: PlaceOf<'construct'>, scene: Scene): Proposal[] {
  const proposals = constructs(place.of, scene);
  return place.list ? proposals.map(inList) : proposals;
}

function constructs(of: PlaceOf<'construct'>['of'], { insertion, location }: Scene): Proposal[] {
  switch (of) {
    case 'template':
      return templateSnippets();
    case 'parameter':
      return parameterSnippets();
    case 'task':
      // A trigger is the first task or none.
      return [...taskSnippets(insertion), ...(location.steps.at(-1) === 0 ? triggerSnippets() : [])];
    case 'taskPart':
      return taskPartSnippets(insertion);
    case 'choice':
      return choiceEntrySnippets(insertion);
    case 'taskOutput':
      return taskOutputSnippets();
    case 'templateOutput':
      return templateOutputSnippets();
    case 'condition':
      return conditionSnippets();
  }
}

const conditionSnippets = (): Proposal[] =>
  snippets([
    'condition',
    { en: 'A condition that tasks can name in When', zh: '可供任务的 When 引用的条件' },
    { kind: 'pair', key: 'name', keyIsHole: true, value: map(['Fn::Equals', list(hole(), hole())]) },
  ]);

/** The construct with the list that it is an item of. */
function inList(proposal: Proposal): Proposal {
  const { insertion } = proposal;
  if (insertion.kind !== 'structure') return proposal;
  return { ...proposal, insertion: { kind: 'structure', value: list(insertion.value) } };
}
