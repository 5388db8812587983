import * as vscode from 'vscode';
import { listedStatuses, statusView } from '../statusWords.ts';
import type { Filters } from './executionList.ts';

/** Undefined when the person leaves. */
export async function askForStatus(filters: Filters): Promise<Filters | undefined> {
  const { t } = vscode.l10n;
  const all = { label: t('All statuses'), status: undefined };
  const items = [all, ...listedStatuses.map((status) => ({ label: statusView(status, t).word, status }))];
  const picked = await vscode.window.showQuickPick(items, { title: t('OOS: Which executions?') });
  return picked && { ...filters, status: picked.status };
}

/** Undefined when the person leaves. An empty answer takes the filter away. */
export async function askForTemplate(filters: Filters): Promise<Filters | undefined> {
  const { t } = vscode.l10n;
  const template = await vscode.window.showInputBox({
    title: t('OOS: Which executions?'),
    prompt: t('A part of the name of the template; empty for all'),
    value: filters.template ?? '',
  });
  return template === undefined ? undefined : { ...filters, template: template.trim() || undefined };
}
