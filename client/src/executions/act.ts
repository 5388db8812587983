import * as vscode from 'vscode';
import type { Execution } from '../../../server/src/cloud/api/answers.ts';
import { ExecutionWatch } from '../../../server/src/cloud/execution/executionWatch.ts';
import type { Wait } from '../../../server/src/cloud/execution/waits.ts';
import { OosError } from '../../../server/src/cloud/oosError.ts';
import { callerLines } from '../connection/callerFacts.ts';
import { isMap } from '../isMap.ts';
import { languageIds, notationOfFormat } from '../notation.ts';
import { fieldText } from '../run/formValues.ts';
import type { ExecutionSubject } from './executionSubject.ts';
import { startedFrom } from './startedFrom.ts';
import { NoLongerWaits } from './waits/noLongerWaits.ts';
import { waitId } from './waits/waitText.ts';
import { notifyRequest, type Verb, type VerbDetails } from './waits/waitVerbs.ts';

/** Tells an execution to go on (approve, retry, skip...), and looks at once what becomes of it. Rejects with an OosError, or with `NoLongerWaits`. */
export async function notify(
  { cloud, followed }: ExecutionSubject,
  wait: Wait | undefined,
  verb: Verb,
  details: VerbDetails,
): Promise<void> {
  const execution = wait?.execution ?? { ExecutionId: followed.id };
  try {
    await cloud.api.notifyExecution(notifyRequest(execution, wait, verb, details));
  } catch (error) {
    const isRefused = error instanceof OosError && error.facts.kind === 'refused';
    throw wait && isRefused && (await isOver(cloud, wait)) ? new NoLongerWaits() : error;
  } finally {
    // Also when it is refused: somebody else may have answered already.
    followed.poke();
  }
}

/** Whether the execution surely waits for that no longer. */
async function isOver({ api }: ExecutionSubject['cloud'], wait: Wait): Promise<boolean> {
  try {
    const { waits } = await new ExecutionWatch(api, wait.execution.ExecutionId).look();
    return !waits.some((it) => waitId(it) === waitId(wait));
  } catch {
    return false;
  }
}

/** `confirmed`: whoever calls this has asked already. */
export async function cancel(subject: ExecutionSubject, confirmed = false): Promise<void> {
  const { t } = vscode.l10n;
  const yes = t('Cancel the Execution');
  if (!confirmed && !(await agrees(subject, t('Cancel the execution {0}?', subject.id), yes))) return;
  try {
    await subject.cloud.api.cancelExecution({ ExecutionId: subject.id });
  } finally {
    subject.followed.poke();
  }
}

/** Answers whether it was deleted. */
export async function remove(subject: ExecutionSubject, confirmed = false): Promise<boolean> {
  const { t } = vscode.l10n;
  const question = t('Delete the execution {0}? Its logs and outputs are gone then.', subject.id);
  if (!confirmed && !(await agrees(subject, question, t('Delete')))) return false;
  await subject.cloud.api.deleteExecutions({ ExecutionIds: [subject.id] });
  return true;
}

const agrees = async (subject: ExecutionSubject, question: string, yes: string): Promise<boolean> =>
  (await ask(subject, { question, lines: [] }, yes)) === yes;

/**
 * Asks before something changes, and answers which of the buttons was pressed; undefined when the person leaves. The question
 * names the account and the region, which may not be those of the window any more.
 */
export async function ask(
  { cloud: { connection } }: ExecutionSubject,
  { question, lines }: { readonly question: string; readonly lines: readonly string[] },
  ...buttons: readonly string[]
): Promise<string | undefined> {
  const detail = [...lines, ...callerLines(connection)].join('\n');
  return vscode.window.showWarningMessage(question, { modal: true, detail }, ...buttons);
}

/** Opens the form with what the execution was started with. Values that the service hides have to be typed again. */
export async function runAgain(state: vscode.Memento, { cloud, id }: ExecutionSubject, run: Execution): Promise<void> {
  const hidden = /^\*+$/;
  const values = Object.entries(isMap(run.Parameters) ? run.Parameters : {}).flatMap(([name, value]) =>
    hidden.test(String(value)) ? [] : [[name, fieldText(Array.isArray(value) ? 'List' : undefined, value)] as const],
  );
  const tags = Object.entries(run.Tags ?? {}).map(([key, value]) => `${key}=${value}`);
  const options = {
    Mode: run.Mode ?? '',
    LoopMode: run.LoopMode ?? '',
    SafetyCheck: run.SafetyCheck ?? '',
    Tags: tags.join('\n'),
    Description: run.Description ?? '',
  };
  const filled = { values: Object.fromEntries(values), options };
  if (!run.TemplateName) {
    const uri = (await existing(startedFrom(state, id))) ?? (await asUntitled(cloud, id));
    await vscode.commands.executeCommand('oos.run', { uri, filled });
    return;
  }
  const { TemplateName: templateName, TemplateVersion: templateVersion } = run;
  await vscode.commands.executeCommand('oos.run', { templateName, templateVersion, filled });
}

/** The file may be gone by now. */
async function existing(uri: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  try {
    return uri && (await vscode.workspace.openTextDocument(uri)).uri;
  } catch {
    return undefined;
  }
}

/** A template that is not published can be run again from its text. */
async function asUntitled({ api }: ExecutionSubject['cloud'], ExecutionId: string): Promise<vscode.Uri> {
  const { Template, Content = '' } = await api.getExecutionTemplate({ ExecutionId });
  const language = languageIds[notationOfFormat(Template.TemplateFormat)];
  return (await vscode.workspace.openTextDocument({ language, content: Content })).uri;
}
