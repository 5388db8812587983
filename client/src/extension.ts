import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ActionsView } from './actions/actionsView.ts';
import { registerActions } from './actions/registerActions.ts';
import { registerCare } from './care/registerCare.ts';
import { Connections } from './connection/connections.ts';
import { registerConnection } from './connection/registerConnection.ts';
import { ConnectionStatus } from './connection/statusBar.ts';
import { Executions } from './executions/executions.ts';
import { registerExecutions } from './executions/registerExecutions.ts';
import { ExecutionsView } from './executions/tree/executionsView.ts';
import { registerTree } from './executions/tree/registerTree.ts';
import { mendIndentation } from './indentation.ts';
import type { ServerParts } from './languageClient.ts';
import { switchLanguages, templateLanguages, templateSchemes } from './languageMode.ts';
import { registerFirstMinutes } from './newTemplate/registerFirstMinutes.ts';
import { registerPreflight } from './preflight/registerPreflight.ts';
import { registerPublish } from './publish/registerPublish.ts';
import { PublishedTemplates } from './published/publishedTemplates.ts';
import { registerRun } from './run/registerRun.ts';
import { registerTemplates } from './templates/registerTemplates.ts';
import { TemplatesView } from './templates/templatesView.ts';
import type { Toolkit } from './toolkit.ts';
import { type OpenPage, openPages } from './webview/panel.ts';

/** What other extensions, and our tests, can ask. */
export interface OosToolkit {
  /** The language server starts with the first OOS template, not with the extension. */
  isServerStarted(): boolean;
  /** What stands in our views. */
  readonly views: {
    readonly templates: TemplatesView;
    readonly actions: ActionsView;
    readonly executions: ExecutionsView;
  };
  /** The pages of ours that are open, the oldest first. */
  openPages(): readonly OpenPage[];
}

export function activate(context: vscode.ExtensionContext): OosToolkit {
  const log = vscode.window.createOutputChannel('OOS', { log: true });
  const connections = new Connections(context, log);
  const status = new ConnectionStatus(connections);
  const server = serverOf({ context, log, connections });
  const toolkit: Toolkit = { context, log, connections, status, server: server.start, restartServer: server.restart };
  const executions = new Executions(toolkit);
  const published = new PublishedTemplates(connections);
  const views = {
    templates: new TemplatesView(toolkit),
    actions: new ActionsView(toolkit),
    executions: new ExecutionsView(toolkit, executions),
  };
  const startAtTemplate = (document: vscode.TextDocument): void => {
    if (!isTemplate(document)) return;
    status.show();
    // The client library has already shown a message, and the log keeps the stack.
    server.start().catch(() => undefined);
  };
  context.subscriptions.push(
    log,
    connections,
    status,
    registerConnection(toolkit),
    published,
    registerPublish(toolkit, published),
    registerPreflight(toolkit),
    views.templates,
    views.actions,
    registerTemplates(toolkit, views.templates, published),
    registerActions(toolkit, views.actions),
    views.executions,
    registerRun(toolkit, executions),
    registerExecutions(toolkit, executions),
    registerTree(toolkit, views.executions),
    registerFirstMinutes(toolkit),
    registerCare(toolkit),
    vscode.workspace.onDidOpenTextDocument(startAtTemplate),
    switchLanguages(log),
    { dispose: server.stop },
  );
  for (const document of vscode.workspace.textDocuments) startAtTemplate(document);
  mendIndentation();
  return { isServerStarted: server.isStarted, views, openPages };
}

function isTemplate({ languageId, uri }: vscode.TextDocument): boolean {
  return templateLanguages.includes(languageId) && templateSchemes.includes(uri.scheme);
}

/** The client library is loaded when the server is started and not before, since most windows never show a template. */
function serverOf(parts: ServerParts) {
  let client: Promise<LanguageClient> | undefined;
  const running = () => client?.catch(() => undefined);
  return {
    isStarted: () => client !== undefined,
    start: (): Promise<LanguageClient> => {
      const started = client ?? start(parts);
      client = started;
      // What has failed is tried anew the next time.
      started.catch(() => {
        if (client === started) client = undefined;
      });
      return started;
    },
    restart: async (): Promise<void> => {
      const old = await running();
      if (old?.needsStop()) await old.stop();
      if (old) await old.start();
      else {
        client = start(parts);
        await client;
      }
    },
    stop: async (): Promise<void> => {
      await (await running())?.stop();
    },
  };
}

async function start(parts: ServerParts): Promise<LanguageClient> {
  try {
    const { startLanguageClient } = await import('./languageClient.ts');
    return await startLanguageClient(parts);
  } catch (error) {
    parts.log.error(error instanceof Error ? error : String(error));
    throw error;
  }
}
