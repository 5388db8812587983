import * as vscode from 'vscode';
import { tellingFailures } from '../failure.ts';
import { membersOf } from '../membersOf.ts';
import type { Toolkit } from '../toolkit.ts';
import type { ExecutionCenter } from './executionCenter.ts';
import type { ExecutionSubject } from './executionSubject.ts';
import type { Executions } from './executions.ts';
import { columnOf, type Given, givenSubject, givenTask, isConfirmed } from './given.ts';
import type { Verb } from './waits/waitVerbs.ts';

type Work = (subject: ExecutionSubject, center: ExecutionCenter, given: Given) => Promise<void> | void;

/** The commands about executions. Their code is loaded with the first use. */
export function registerExecutions(toolkit: Toolkit, executions: Executions): vscode.Disposable {
  const command = (id: string, work: Work) =>
    vscode.commands.registerCommand(id, (about?: unknown) =>
      tellingFailures(toolkit.log, async () => {
        toolkit.status.show();
        const given = membersOf(about);
        const center = await executions.center();
        // What is in front is open already.
        const front = id === 'oos.executions.open' ? undefined : center.activeId;
        const subject = await givenSubject(center, given, front);
        if (!subject) return;
        await work(subject, center, given);
      }),
    );
  const change = (id: string, work: Work) =>
    command(id, async (subject, center, given) => {
      await work(subject, center, given);
      executions.touched();
    });
  const verb = (id: string, said: Verb) =>
    change(id, async (subject, center, given) => {
      const { answer } = await import('./waits/answer.ts');
      await answer(subject, center.helpers, said, given);
    });
  return vscode.Disposable.from(
    executions,
    command('oos.executions.open', (subject, center) => center.show(subject)),
    command('oos.executions.logs', (subject, center, given) => center.logs.show(subject, columnOf(given))),
    command('oos.executions.template', (subject, center, given) =>
      center.templates.show(subject, givenTask(given), vscode.ViewColumn.Active),
    ),
    verb('oos.executions.approve', 'Approve'),
    verb('oos.executions.reject', 'Reject'),
    verb('oos.executions.retryTask', 'RetryTask'),
    verb('oos.executions.skipTask', 'SkipTask'),
    verb('oos.executions.executeTask', 'ExecuteTask'),
    verb('oos.executions.cancelTask', 'CancelTask'),
    verb('oos.executions.complete', 'CompleteExecution'),
    change('oos.executions.cancel', async (subject, _, given) => {
      const { cancel } = await import('./act.ts');
      await cancel(subject, isConfirmed(given));
    }),
    change('oos.executions.delete', async (subject, center, given) => {
      const { remove } = await import('./act.ts');
      if (await remove(subject, isConfirmed(given))) center.forget(subject.id);
    }),
    command('oos.executions.runAgain', async (subject) => {
      const { runAgain } = await import('./act.ts');
      const execution = await subject.cloud.api.getExecution(subject.id);
      await runAgain(toolkit.context.workspaceState, subject, execution);
    }),
    command('oos.executions.copyId', async ({ id }) => vscode.env.clipboard.writeText(id)),
    vscode.commands.registerCommand('oos.executions.followLogs', async () =>
      (await executions.center()).logs.setFollow(true),
    ),
    vscode.commands.registerCommand('oos.executions.unfollowLogs', async () =>
      (await executions.center()).logs.setFollow(false),
    ),
  );
}
