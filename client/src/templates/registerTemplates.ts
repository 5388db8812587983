import * as vscode from 'vscode';
import type { ListedTemplate } from '../../../server/src/cloud/api/answers.ts';
import { tellingFailures } from '../failure.ts';
import { membersOf } from '../membersOf.ts';
import type { Toolkit } from '../toolkit.ts';
import type { PublishedTemplates } from './publishedTemplates.ts';
import type { TemplateNode, TemplatesView } from './templatesView.ts';

/** The view of published templates and what can be done with one. The code for the latter is loaded with the first use. */
export function registerTemplates(
  toolkit: Toolkit,
  view: TemplatesView,
  published: PublishedTemplates,
): vscode.Disposable {
  const command = (id: string, work: (given: unknown, more: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(id, (given?: unknown, more?: unknown) =>
      tellingFailures(toolkit.log, () => work(given, more)),
    );
  const onTemplate = (id: string, work: (template: ListedTemplate, more: unknown) => Promise<void>) =>
    command(id, async (given, more) => {
      const node = nodeIn(given);
      if (node?.kind === 'template') await work(node.template, more);
    });
  const commands = () => import('./templateCommands.ts');
  return vscode.Disposable.from(
    command('oos.templates.refresh', async () => view.refresh()),
    command('oos.templates.search', async () => search(view)),
    command('oos.templates.loadMore', async (given) => {
      const node = nodeIn(given);
      if (node?.kind === 'more' || node?.kind === 'share') await view.loadMore(node.share);
    }),
    onTemplate('oos.templates.open', async (it) => (await commands()).openTemplate(toolkit, published, it)),
    onTemplate('oos.templates.versions', async (it) => (await commands()).openTemplateVersion(toolkit, published, it)),
    onTemplate('oos.templates.clone', async (it, more) =>
      (await commands()).cloneTemplate(toolkit, it, more instanceof vscode.Uri ? more : undefined),
    ),
    onTemplate('oos.templates.run', async ({ TemplateName }) => {
      await vscode.commands.executeCommand('oos.run', { templateName: TemplateName });
    }),
    onTemplate('oos.templates.delete', async (it) => {
      if (await (await commands()).deleteTemplate(toolkit, it)) view.refresh();
    }),
    onTemplate('oos.templates.tags', async (it) => (await import('./editTags.ts')).editTags(toolkit, it)),
    onTemplate('oos.templates.copyName', async ({ TemplateName = '' }) => vscode.env.clipboard.writeText(TemplateName)),
  );
}

async function search(view: TemplatesView): Promise<void> {
  const { t } = vscode.l10n;
  const name = await vscode.window.showInputBox({
    title: t('OOS: Search templates'),
    prompt: t('A part of the name; nothing shows all templates'),
    value: view.name,
  });
  if (name !== undefined) view.search(name);
}

/** Menus and tree items give a node of the view; other extensions may give anything. */
function nodeIn(given: unknown): TemplateNode | undefined {
  const { kind } = membersOf(given);
  return typeof kind === 'string' ? (given as TemplateNode) : undefined;
}
