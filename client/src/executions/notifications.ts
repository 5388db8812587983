import * as vscode from 'vscode';
import { isFinal } from '../../../server/src/cloud/api/executionStatus.ts';
import type { Wait } from '../../../server/src/cloud/execution/waits.ts';
import { withoutLinks } from '../../../server/src/words/withoutLinks.ts';
import { telling } from '../failure.ts';
import type { Toolkit } from '../toolkit.ts';
import { notify } from './act.ts';
import { executionName } from './startedFrom.ts';
import { statusView } from './statusWords.ts';
import type { ExecutionSubject } from './subject.ts';
import { waitKey, waitTitle } from './waitText.ts';
import { verbLabel, verbsFor } from './waitVerbs.ts';

export interface NoticeOptions {
  readonly toolkit: Toolkit;
  readonly subject: ExecutionSubject;
  /** The person looks at the execution already. */
  readonly isSeen: () => boolean;
}

/** Follows an execution that this window has started to its end, and says when it waits for somebody and when it is over. */
export function keepNoticing({ toolkit, subject, isSeen }: NoticeOptions): vscode.Disposable {
  const told = new Set<string>();
  const release = subject.followed.hold();
  const forget = subject.followed.onChange(({ sight, trouble }) => {
    if (!sight || trouble !== undefined) return;
    const news = sight.waits.filter((it) => !told.has(waitKey(it)) && verbsFor(it).length > 0);
    for (const wait of news) told.add(waitKey(wait));
    if (!isSeen()) for (const wait of news) tellWait(toolkit, subject, wait);
    if (!isFinal(sight.execution.Status)) return;
    stop();
    if (!isSeen()) tellEnd(toolkit, subject);
  });
  const stop = (): void => {
    forget();
    release();
  };
  return { dispose: stop };
}

function tellWait(toolkit: Toolkit, subject: ExecutionSubject, wait: Wait): void {
  const { t } = vscode.l10n;
  const [first] = verbsFor(wait);
  // What is risky is looked at first, and two of these messages may come one after the other at the same place.
  const isQuick = wait.kind !== 'risk' && (first === 'Approve' || first === 'RetryTask');
  const quick = first && isQuick ? verbLabel(first, t) : undefined;
  const show = t('Show');
  const text = withoutLinks(`${nameOf(toolkit, subject)}: ${waitTitle(wait, t)}`);
  telling(toolkit.log, async () => {
    const chosen = await vscode.window.showWarningMessage(text, ...(quick === undefined ? [] : [quick]), show);
    if (chosen === show) await showExecution(subject);
    else if (first && chosen === quick && chosen !== undefined) await notify(subject, wait, first, {});
  }).catch(() => undefined);
}

function tellEnd(toolkit: Toolkit, subject: ExecutionSubject): void {
  const { t } = vscode.l10n;
  const { Status, StatusMessage } = subject.followed.standing.sight?.execution ?? {};
  const show = t('Show');
  const logs = t('Logs');
  const { word, tone } = statusView(Status, t);
  const said = [`${nameOf(toolkit, subject)}: ${word}.`, tone === 'good' ? '' : StatusMessage];
  const text = withoutLinks(said.filter(Boolean).join(' '));
  const tell = tone === 'bad' ? vscode.window.showErrorMessage : vscode.window.showInformationMessage;
  telling(toolkit.log, async () => {
    const chosen = await tell(text, show, logs);
    if (chosen === show) await showExecution(subject);
    if (chosen === logs) await vscode.commands.executeCommand('oos.executions.logs', { executionId: subject.id });
  }).catch(() => undefined);
}

const showExecution = ({ id }: ExecutionSubject): Thenable<unknown> =>
  vscode.commands.executeCommand('oos.executions.open', { executionId: id });

function nameOf({ context }: Toolkit, { id, followed }: ExecutionSubject): string {
  const execution = followed.standing.sight?.execution ?? {
    ExecutionId: id,
    TemplateName: undefined,
    TemplateVersion: undefined,
  };
  return `${executionName(context.workspaceState, execution)} (${id})`;
}
