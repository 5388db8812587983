import * as vscode from 'vscode';
import { ExecutionWatch } from '../../../../server/src/cloud/execution/executionWatch.ts';
import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import { ask, notify } from '../act.ts';
import type { ExecutionSubject } from '../executionSubject.ts';
import type { ExecutionTemplates } from '../executionTemplates.ts';
import { type Given, isConfirmed, textOf } from '../given.ts';
import { executionName } from '../startedFrom.ts';
import { statusView } from '../statusWords.ts';
import { NoLongerWaits } from './noLongerWaits.ts';
import { questionFor, questionLines } from './questions.ts';
import type { TaskPlans } from './taskPlans.ts';
import { waitId, waitTitle } from './waitText.ts';
import { type Verb, type VerbDetails, verbLabel, verbsFor, verbsWhileRunning } from './waitVerbs.ts';

/** What the questions are worded with. */
export interface Helpers {
  readonly templates: ExecutionTemplates;
  readonly plans: TaskPlans;
  readonly state: vscode.Memento;
}

/**
 * Says something to an execution from outside its tab: asks which wait is meant and for what the verb needs, and then whether
 * that is to be done. Where it waits for something else, that is offered.
 */
export async function answer(subject: ExecutionSubject, helpers: Helpers, verb: Verb, given: Given): Promise<void> {
  const { execution, waits } = await new ExecutionWatch(subject.cloud.api, subject.id).look();
  const wanted = textOf(given, 'wait');
  const open = waits.filter((it) => wanted === undefined || waitId(it) === wanted).map((it) => veiled(subject, it));
  const fitting = open.filter((it) => verbsFor(it).includes(verb));
  if (fitting.length === 0 && !verbsWhileRunning(execution).includes(verb)) {
    const other = await chooseOther(subject, open);
    return other && answer(subject, helpers, other, given);
  }
  const wait = fitting.length > 1 ? await chooseWait(fitting) : fitting[0];
  if (fitting.length > 1 && !wait) return;
  const details = await detailsFor(subject, helpers.templates, verb, given);
  if (!details) return;
  const name = executionName(helpers.state, wait?.execution ?? execution);
  const agreed = isConfirmed(given) ? details : await agreeTo(subject, helpers, { verb, name, wait, details });
  if (!agreed) return;
  try {
    await notify(subject, wait, verb, agreed);
  } catch (error) {
    if (!(error instanceof NoLongerWaits)) throw error;
    vscode.window.showInformationMessage(error.message);
  }
}

/** Without the values that nothing may show. */
const veiled = ({ followed: { veil } }: ExecutionSubject, { execution, tasks, kind }: Wait): Wait => ({
  kind,
  execution: veil.execution(execution),
  tasks: tasks.map(veil.task),
});

/** Says what the execution waits for instead. */
async function chooseOther({ id }: ExecutionSubject, waits: readonly Wait[]): Promise<Verb | undefined> {
  const { t } = vscode.l10n;
  const wait = waits.find((it) => verbsFor(it).length > 0);
  const verbs = wait ? verbsFor(wait) : [];
  const text = [t('{0} does not wait for that now.', id), wait ? waitTitle(wait, t) : ''].filter(Boolean).join(' ');
  const chosen = await vscode.window.showInformationMessage(text, ...verbs.map((it) => verbLabel(it, t)));
  return verbs.find((it) => verbLabel(it, t) === chosen);
}

async function chooseWait(waits: readonly Wait[]): Promise<Wait | undefined> {
  const items = waits.map((wait) => ({
    label: waitTitle(wait, vscode.l10n.t),
    description: wait.execution.ExecutionId,
    wait,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('OOS: Which one?') }))?.wait;
}

/** Undefined when the person leaves. */
async function detailsFor(
  subject: ExecutionSubject,
  templates: ExecutionTemplates,
  verb: Verb,
  given: Given,
): Promise<VerbDetails | undefined> {
  const { t } = vscode.l10n;
  const title = `OOS: ${verbLabel(verb, t)}`;
  switch (verb) {
    case 'ExecuteTask': {
      const names = textOf(given, 'taskName') ?? (await templates.taskNames(subject));
      const taskName = typeof names === 'string' ? names : await vscode.window.showQuickPick(names, { title });
      return taskName === undefined ? undefined : { taskName };
    }
    case 'CompleteExecution': {
      const statuses = ['Success', 'Failed', 'Cancelled'] as const;
      const items = statuses.map((status) => ({ label: statusView(status, t).word, status }));
      const wanted = textOf(given, 'status') ?? (await vscode.window.showQuickPick(items, { title }))?.status;
      const status = statuses.find((it) => it === wanted);
      return status && { status };
    }
    default:
      return { note: textOf(given, 'note') };
  }
}

interface Intent {
  readonly verb: Verb;
  readonly name: string;
  readonly wait: Wait | undefined;
  readonly details: VerbDetails;
}

/** What is to be sent; undefined when the person leaves. */
async function agreeTo(
  subject: ExecutionSubject,
  { plans }: Helpers,
  { verb, ...intent }: Intent,
): Promise<VerbDetails | undefined> {
  const { t } = vscode.l10n;
  const { wait, details } = intent;
  const parts = { ...intent, plan: wait && (await plans.of(subject.cloud.api, wait)) };
  const lines = [...questionLines(parts, t), t('Execution: {0}', wait?.execution.ExecutionId ?? subject.id)];
  const yes = verbLabel(verb, t);
  const takesNote = (verb === 'Approve' || verb === 'Reject') && details.note === undefined;
  const withNote = t('{0} with a Note...', yes);
  const question = questionFor(verb, parts, t);
  const chosen = await ask(subject, { question, lines }, yes, ...(takesNote ? [withNote] : []));
  if (chosen === yes) return details;
  if (chosen !== withNote) return undefined;
  const prompt = t('{0} The note is kept with the answer. Press Enter to send it.', question);
  const note = await vscode.window.showInputBox({ title: `OOS: ${yes}`, prompt, ignoreFocusOut: true });
  return note === undefined ? undefined : { ...details, note };
}
