import { type AssessedTask, pathOf } from '../../risk/assess.ts';
import { undoWords } from '../../risk/radiusWords.ts';
import type { UnseenTask } from '../../risk/reachedCalls.ts';
import { asListed } from '../../risk/riskyTasks.ts';
import { unseenWords } from '../../risk/unseenWords.ts';
import type { TextRange } from '../../syntax/node.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import { reachWords, throughWords } from './assessedWords.ts';

/** Says where something stands in the terms of a host. */
export type RangeOf = (range: TextRange) => unknown;

/**
 * A risky task for programs. The first four members are those of ListExecutionRiskyTasks; `path` holds the names of the templates
 * on the way, the root's first. Other programs rely on this shape; it only grows.
 */
export function riskyTaskValue(assessed: AssessedTask, rootName: string, rangeOf: RangeOf, language: Language) {
  const { task, radius } = assessed;
  const way = throughWords(task);
  return {
    ...asListed(task, rootName),
    class: task.class,
    reason: inLanguage(task.reason, language),
    documented: task.documented,
    overridden: task.overridden,
    range: rangeOf(task.range),
    path: task.templateNames,
    actions: task.through,
    ...(task.irreversible === undefined ? {} : { irreversible: task.irreversible }),
    targets: { known: radius.known, open: radius.open },
    guards: radius.guards.map(({ task, kind }) => ({ task: pathOf([task])[0], kind })),
    asked: radius.isAsked,
    words: [undoWords(task), ...(way ? [way] : []), ...reachWords(assessed)].map((it) => inLanguage(it, language)),
  };
}

/** A task that cannot be looked through, for programs. */
export function unseenValue(task: UnseenTask, rangeOf: RangeOf, language: Language) {
  return {
    Task: pathOf(task.tasks),
    reason: task.reason,
    message: inLanguage(unseenWords(task), language),
    range: rangeOf(task.range),
  };
}
