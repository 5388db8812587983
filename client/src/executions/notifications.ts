import * as vscode from 'vscode';
import { isFinal } from '../../../server/src/cloud/api/executionStatus.ts';
import type { Wait } from '../../../server/src/cloud/execution/waits.ts';
import { withoutLinks } from '../../../server/src/words/withoutLinks.ts';
import { tellingFailures } from '../failure.ts';
import type { Toolkit } from '../toolkit.ts';
import type { ExecutionSubject } from './executionSubject.ts';
import { executionName } from './startedFrom.ts';
import { statusView } from './statusWords.ts';
import type { TaskPlans } from './waits/taskPlans.ts';
import { callSentence, targetText } from './waits/waitDetails.ts';
import { waitId, waitKey, waitTitle } from './waits/waitText.ts';
import { verbCommand, verbLabel, verbsFor } from './waits/waitVerbs.ts';

export interface NoticeOptions {
  readonly toolkit: Toolkit;
  readonly subject: ExecutionSubject;
  readonly plans: TaskPlans;
  /** The person looks at the execution already. */
  readonly isSeen: () => boolean;
  /** It is over, and nothing more will be said. */
  readonly onEnd: () => void;
}

/** Follows an execution that this window has started to its end, and says when it waits for somebody and when it is over. */
export function keepNoticing({ toolkit, subject, plans, isSeen, onEnd }: NoticeOptions): vscode.Disposable {
  const told = new Set<string>();
  const release = subject.followed.hold();
  const forget = subject.followed.onChange(({ sight, trouble }) => {
    if (!sight || trouble !== undefined) return;
    const news = sight.waits.filter((it) => !told.has(waitKey(it)) && verbsFor(it).length > 0);
    for (const wait of news) told.add(waitKey(wait));
    if (!isSeen()) for (const wait of news) tellWait(toolkit, subject, plans, wait);
    if (!isFinal(sight.execution.Status)) return;
    stop();
    onEnd();
    if (!isSeen()) tellEnd(toolkit, subject);
  });
  const stop = (): void => {
    forget();
    release();
  };
  return { dispose: stop };
}

function tellWait(toolkit: Toolkit, subject: ExecutionSubject, plans: TaskPlans, wait: Wait): void {
  const { t } = vscode.l10n;
  const [first] = verbsFor(wait);
  // What is risky is looked at first, and two of these messages may come one after the other at the same place.
  const quickVerb = wait.kind !== 'risk' && (first === 'Approve' || first === 'RetryTask') ? first : undefined;
  const quick = quickVerb && verbLabel(quickVerb, t);
  const show = t('Show');
  tellingFailures(toolkit.log, async () => {
    const plan = await plans.of(subject.cloud.api, wait);
    const said = [waitTitle(wait, t), callSentence(wait, plan, t), targetText(wait, plan)].filter(Boolean).join(' ');
    const text = withoutLinks(`${nameOf(toolkit, subject)}: ${said}`);
    const chosen = await vscode.window.showWarningMessage(text, ...(quick === undefined ? [] : [quick]), show);
    if (chosen === show) await showExecution(subject);
    else if (quickVerb && chosen === quick) {
      const about = { executionId: subject.id, wait: waitId(wait) };
      await vscode.commands.executeCommand(verbCommand(quickVerb), about);
    }
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
  tellingFailures(toolkit.log, async () => {
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
