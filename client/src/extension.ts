import * as vscode from 'vscode';
import { ActionsView } from './actions/actionsView.ts';
import { registerActions } from './actions/registerActions.ts';
import { Connections } from './connection/connections.ts';
import { registerConnection } from './connection/registerConnection.ts';
import { ConnectionStatus } from './connection/statusBar.ts';
import { Executions } from './executions/executions.ts';
import { registerExecutions } from './executions/registerExecutions.ts';
import { ExecutionsView } from './executions/tree/executionsView.ts';
import { registerTree } from './executions/tree/registerTree.ts';
import { registerGettingStarted } from './gettingStarted/registerGettingStarted.ts';
import { mendIndentation } from './indentation.ts';
import { switchLanguages, templateLanguages, templateSchemes } from './languageMode.ts';
import { serverOnDemand } from './languageServer/serverOnDemand.ts';
import { registerPreflight } from './preflight/registerPreflight.ts';
import { registerPublish } from './publish/registerPublish.ts';
import { registerRun } from './run/registerRun.ts';
import { PublishedTemplates } from './templates/publishedTemplates.ts';
import { registerTemplates } from './templates/registerTemplates.ts';
import { TemplatesView } from './templates/templatesView.ts';
import type { Toolkit } from './toolkit.ts';
import { registerTroubleshooting } from './troubleshooting/registerTroubleshooting.ts';
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
  const server = serverOnDemand({ context, log, connections });
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
    registerGettingStarted(toolkit),
    registerTroubleshooting(toolkit),
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
