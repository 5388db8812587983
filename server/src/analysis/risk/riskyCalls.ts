import { type AssessedTask, assessRisk } from '../../risk/assess.ts';
import type { Radius } from '../../risk/radius.ts';
import { guardWords, madeWords, undoWords } from '../../risk/radiusWords.ts';
import type { RiskyTask } from '../../risk/riskyTasks.ts';
import type { TextRange } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { oncePer } from '../oncePer.ts';
import type { RuleContext } from '../rule.ts';

/** The risky calls that one place in a template leads to: one, or those of a product action. */
export interface RiskyPlace {
  readonly range: TextRange;
  readonly first: RiskyTask;
  readonly calls: readonly RiskyTask[];
  /** How far the first reaches. What stands before it stands before all of them. */
  readonly radius: Radius;
}

/** The high-risk calls of a template and of those that it embeds, worked out for the outermost one. */
const assessed = oncePer(({ template, catalog, surroundings }: RuleContext): readonly AssessedTask[] =>
  template.parent ? [] : assessRisk(template, { ...surroundings, catalog }).tasks,
);

/** The places from which the calls that are wanted are reached, in the order of the text. */
export function riskyPlaces(context: RuleContext, isWanted: (task: RiskyTask) => boolean): RiskyPlace[] {
  const places = new Map<number, RiskyPlace>();
  for (const { task, radius } of assessed(context)) {
    if (!isWanted(task) || isUnfinished(task, context)) continue;
    const { range } = task;
    const known = places.get(range.start);
    const calls = [...(known?.calls ?? []), task];
    places.set(range.start, { range, first: known?.first ?? task, calls, radius: known?.radius ?? radius });
  }
  return [...places.values()];
}

/** The operation is not there, but some that begin like it: its name is still being typed, and may become a harmless one. */
function isUnfinished({ service, api }: RiskyTask, { catalog }: RuleContext): boolean {
  const known = catalog.openApi.service(service);
  if (!known || known.operation(api)) return false;
  const written = api.toLowerCase();
  return known.operationNames.some((name) => name.toLowerCase().startsWith(written));
}

/** What is called there: `ECS DeleteImage`, `ECS DeleteImage, ECS DeleteSnapshot`. */
export const callsText = ({ calls }: RiskyPlace, between = ', '): string =>
  [...new Set(calls.map(({ service, api }) => `${service} ${api}`))].join(between);

/** Who calls it, in a sentence: the task itself, a template that it runs, or a product action. */
function callerWords(place: RiskyPlace): Words {
  const calls = callsText(place);
  const chinese = callsText(place, '、');
  const child = place.first.templateNames.at(-1);
  if (child !== undefined && place.first.templateNames.length > 1) {
    return { en: `The template '${child}' calls ${calls}.`, zh: `模板“${child}”会调用 ${chinese}。` };
  }
  const ways = [...new Set(place.calls.map(({ through }) => through.join(' > ')))].filter((it) => it !== '').join(', ');
  return ways === ''
    ? { en: `This task calls ${calls}.`, zh: `此任务会调用 ${chinese}。` }
    : { en: `${ways} calls ${calls}.`, zh: `${ways} 会调用 ${chinese}。` };
}

/** The calls, why they are risky, whether they can be undone, and what stands before them. */
export function placeWords(place: RiskyPlace): Words {
  const { first, radius } = place;
  const made = madeWords(radius);
  const sentences = [callerWords(place), first.reason, ...(made ? [made] : []), undone(place), guardWords(radius)];
  return { en: sentences.map(({ en }) => en).join(' '), zh: sentences.map(({ zh }) => zh).join('') };
}

function undone({ calls }: RiskyPlace): Words {
  const all = calls.map(({ irreversible }) => irreversible);
  const irreversible = all.includes(true) ? true : all.every((it) => it === false) ? false : undefined;
  return undoWords({ irreversible, interrupts: irreversible === false && calls.some(({ interrupts }) => interrupts) });
}
