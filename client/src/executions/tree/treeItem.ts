import * as vscode from 'vscode';
import type { StatusView, Tone } from '../statusWords.ts';
import type { ExecutionNode, NodeLook } from './nodes.ts';

/** Shapes differ as well as colours, for those who cannot tell the colours apart. */
const icons: Readonly<Record<Tone, readonly [icon: string, colour: string]>> = {
  good: ['pass', 'testing.iconPassed'],
  bad: ['error', 'testing.iconFailed'],
  busy: ['sync', 'charts.blue'],
  waiting: ['watch', 'charts.yellow'],
  off: ['circle-slash', 'disabledForeground'],
};

function iconOf({ tone }: StatusView): vscode.ThemeIcon {
  const [icon, colour] = icons[tone];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
}

/** An entry in the terms of the editor. */
export function treeItem(node: ExecutionNode, look: NodeLook): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(look.label, look.hasChildren ? Collapsed : None);
  item.id = look.id;
  item.description = look.description;
  item.contextValue = look.context;
  item.tooltip = [look.label, look.description].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: look.spoken };
  if (look.status) item.iconPath = iconOf(look.status);
  const command = commandOf(node);
  if (command) item.command = { title: look.label, ...command };
  if (node.kind === 'note') item.iconPath = new vscode.ThemeIcon(node.isProblem ? 'warning' : 'info');
  return item;
}

/** What a click, or Enter, does. */
function commandOf(node: ExecutionNode): { readonly command: string; readonly arguments: unknown[] } | undefined {
  switch (node.kind) {
    case 'execution':
      return { command: 'oos.executions.open', arguments: [node] };
    case 'task':
      return { command: 'oos.executions.template', arguments: [node] };
    case 'more':
      return { command: 'oos.executions.loadMore', arguments: [] };
    case 'note':
      return node.isProblem ? { command: 'oos.executions.refresh', arguments: [] } : undefined;
  }
}
