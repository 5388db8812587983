import { type AssessedTask, pathText } from '../../risk/assess.ts';
import { classifyCall } from '../../risk/classifyCall.ts';
import {
  afterFailureWords,
  failureWords,
  guardWords,
  loopWords,
  madeWords,
  targetsWords,
  undoWords,
} from '../../risk/radiusWords.ts';
import { contains } from '../../syntax/navigate.ts';
import type { Task } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { rest } from './fieldsTable.ts';
import { code, codes, escaped, facts, inBoth, paragraphs, type Say } from './markdown.ts';
import type { Spot } from './spot.ts';

const MOST_CALLS = 5;

/** The risky calls that the value at the offset leads to, or whose risk it marks. */
export const riskyAt = ({ risky = [], offset, keyOf, task, steps }: Spot): AssessedTask[] =>
  risky.filter(({ task: it }) => {
    if (!keyOf && contains(it.range, offset)) return true;
    return task !== undefined && it.tasks.at(-1) === task && steps.join('.') === 'Properties.Risk';
  });

/** The risky calls of a task and of what it embeds. */
export const riskyIn = ({ risky = [] }: Spot, task: Task): AssessedTask[] =>
  risky.filter(({ task: it }) => it.tasks.includes(task));

/**
 * What is said about a task or a value, with what it can do in this template: the calls, whether they can be undone, what
 * stands before them, and how far they reach. `named`: what is said so far does not tell why it is risky.
 */
export function withRisk<W extends Words | undefined>(
  said: W,
  risky: readonly AssessedTask[],
  how: 'named' | 'called' = 'called',
): W | Words {
  if (risky.length === 0) return said;
  const section = riskSection(risky, how === 'named' || said === undefined);
  return inBoth((say) => {
    const parts = said ? say(said).split('\n\n') : [];
    // Tables can be long.
    const table = parts.findIndex((it) => it.startsWith('| '));
    const at = table < 0 ? parts.length : table;
    return paragraphs(...parts.slice(0, at), say(section), ...parts.slice(at));
  });
}

/** Calls of one task in the same way of running are told together. */
function riskSection(risky: readonly AssessedTask[], withReason: boolean): Words {
  const groups = new Map<string, AssessedTask[]>();
  for (const it of risky) {
    const key = JSON.stringify(it.task.taskPath);
    groups.set(key, [...(groups.get(key) ?? []), it]);
  }
  return inBoth((say) => {
    const shown = [...groups.values()].slice(0, MOST_CALLS);
    return paragraphs(
      say({ en: '**In this template**', zh: '**在此模板中**' }),
      ...shown.map((group) => groupText(say, group, withReason)),
      rest(say, groups.size - shown.length),
    );
  });
}

const labels = {
  path: { en: 'Path', zh: '任务路径' },
  way: { en: 'By way of', zh: '调用途径' },
} satisfies Record<string, Words>;

function groupText(say: Say, group: readonly AssessedTask[], withReason: boolean): string {
  const [first] = group;
  if (!first) return '';
  const { taskPath, through } = first.task;
  const shown = group.slice(0, MOST_CALLS);
  const common = reachOf(first).map((it) => `- ${escaped(say(it))}`);
  return [
    ...shown.map((it) => `- ${callText(say, it, withReason)}`),
    ...(group.length > shown.length ? [`- ${rest(say, group.length - shown.length)}`] : []),
    facts(
      say,
      [labels.path, taskPath.length > 1 ? code(pathText(taskPath)) : undefined],
      [labels.way, through.length > 1 ? codes(say, through) : undefined],
    ),
    ...common,
  ]
    .filter((it) => it !== '')
    .join('\n');
}

/** `Risk: High` makes a call risky of which the name says nothing. */
function callText(say: Say, { task }: AssessedTask, withReason: boolean): string {
  const { service, api, reason } = task;
  const isMarked = task.documented && !classifyCall(task).documented;
  const sentences = [...(withReason || isMarked ? [reason] : []), undoWords(task)];
  const text = escaped(
    say({ en: sentences.map(({ en }) => en).join(' '), zh: sentences.map(({ zh }) => zh).join('') }),
  );
  return say({ en: `${code(`${service} ${api}`)}: ${text}`, zh: `${code(`${service} ${api}`)}：${text}` });
}

function reachOf({ radius }: AssessedTask): Words[] {
  const perhaps = [madeWords(radius), afterFailureWords(radius)];
  return [
    guardWords(radius),
    targetsWords(radius),
    ...radius.loops.map(loopWords),
    failureWords(radius),
    ...perhaps.filter((it) => it !== undefined),
  ];
}
