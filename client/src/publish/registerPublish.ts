import * as vscode from 'vscode';
import { tellingFailures } from '../failure.ts';
import type { PublishedTemplates } from '../templates/publishedTemplates.ts';
import type { Toolkit } from '../toolkit.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerLenses } from './lenses.ts';

/** The commands that bring a template to the service and look at what is there. Their code is loaded with the first use. */
export function registerPublish(toolkit: Toolkit, published: PublishedTemplates): vscode.Disposable {
  const command = (id: string, work: (given: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(id, (given?: unknown) =>
      tellingFailures(toolkit.log, () => {
        toolkit.status.show();
        return work(given);
      }),
    );
  return vscode.Disposable.from(
    registerLenses(),
    registerCodeActions(),
    command('oos.validate', async (given) => (await import('./validate.ts')).validate(toolkit, given)),
    command('oos.publish', async (given) => (await import('./publish.ts')).publish(toolkit, published, given)),
    command('oos.compare', async (given) => (await import('./versions.ts')).compare(toolkit, published, given)),
    command('oos.openVersion', async (given) => (await import('./versions.ts')).openVersion(toolkit, published, given)),
  );
}
