import * as vscode from 'vscode';
import { ExecutionWatch } from '../../../server/src/cloud/execution/executionWatch.ts';
import type { Wait } from '../../../server/src/cloud/execution/waits.ts';
import { notify } from './act.ts';
import type { ExecutionTemplates } from './executionTemplate.ts';
import { type Given, textOf } from './given.ts';
import type { ExecutionSubject } from './subject.ts';
import { waitTitle } from './waitText.ts';
import { type Verb, type VerbDetails, verbLabel, verbsFor, verbsWhileRunning } from './waitVerbs.ts';

/** Says something to an execution from outside its tab: asks which wait is meant, and for what the verb needs. */
export async function answer(
  subject: ExecutionSubject,
  templates: ExecutionTemplates,
  verb: Verb,
  given: Given,
): Promise<void> {
  const { execution, waits } = await new ExecutionWatch(subject.cloud.api, subject.id).look();
  const fitting = waits.filter((it) => verbsFor(it).includes(verb));
  if (fitting.length === 0 && !verbsWhileRunning(execution).includes(verb)) {
    throw new Error(vscode.l10n.t('{0} does not wait for that now.', subject.id));
  }
  const wait = fitting.length > 1 ? await chooseWait(fitting) : fitting[0];
  if (fitting.length > 1 && !wait) return;
  const details = await detailsFor(subject, templates, verb, given);
  if (details) await notify(subject, wait, verb, details);
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
      const wanted = textOf(given, 'status') ?? (await vscode.window.showQuickPick(statuses, { title }));
      const status = statuses.find((it) => it === wanted);
      return status && { status };
    }
    case 'Approve':
    case 'Reject': {
      const prompt = t('A note, which stands beside the answer. It may be empty.');
      const note = given.note ?? (await vscode.window.showInputBox({ title, prompt, ignoreFocusOut: true }));
      return typeof note === 'string' ? { note } : undefined;
    }
    default:
      return {};
  }
}
