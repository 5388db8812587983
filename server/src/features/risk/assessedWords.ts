import { type AssessedTask, pathText } from '../../risk/assess.ts';
import {
  afterFailureWords,
  failureWords,
  guardWords,
  loopWords,
  madeWords,
  targetsWords,
  undoWords,
} from '../../risk/radiusWords.ts';
import type { RiskyTask } from '../../risk/riskyTasks.ts';
import type { Words } from '../../words/words.ts';

/** How far a risky task reaches, a sentence each: how many targets, how its loops go, what it does when something fails. */
export const reachWords = ({ radius }: AssessedTask): Words[] => [
  targetsWords(radius),
  ...[madeWords(radius) ?? []].flat(),
  ...radius.loops.map(loopWords),
  failureWords(radius),
  ...[afterFailureWords(radius) ?? []].flat(),
];

/** By what the call is reached, in a sentence. Undefined: the task makes it itself. */
export function throughWords({ through }: Pick<RiskyTask, 'through'>): Words | undefined {
  if (through.length === 0) return undefined;
  const way = through.join(' > ');
  return { en: `It is called by way of ${way}.`, zh: `通过 ${way} 调用。` };
}

/** What there is to say about a risky task, a sentence each, the most important first. `asks`: see `guardWords`. */
export function assessedWords(assessed: AssessedTask, asks?: boolean): Words[] {
  const { task, radius } = assessed;
  return [
    task.reason,
    undoWords(task),
    guardWords(radius, asks),
    ...[throughWords(task) ?? []].flat(),
    ...reachWords(assessed),
  ];
}

/** Which call, in which task. */
export function callWords({ service, api, taskPath }: RiskyTask): Words {
  const path = pathText(taskPath);
  return { en: `${service} ${api} in '${path}'`, zh: `“${path}”中的 ${service} ${api}` };
}

/** Sentences one after another. */
export const joined = (words: readonly Words[]): Words => ({
  en: words.map(({ en }) => en).join(' '),
  zh: words.map(({ zh }) => zh).join(''),
});
