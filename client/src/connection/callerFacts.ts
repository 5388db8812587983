import * as vscode from 'vscode';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import type { Connection } from '../../../server/src/cloud/connection.ts';

/** As whom the service is called, and where: to be shown before anything changes. */
export function callerFacts(connection: Connection) {
  const { t } = vscode.l10n;
  return [
    { label: t('Account'), value: callerName(connection) },
    { label: t('Region'), value: connection.region },
    { label: t('Address'), value: connection.endpoint.host },
  ];
}

/** The same as lines of a question. */
export function callerLines(connection: Connection): string[] {
  const { t } = vscode.l10n;
  return [t('Connection: {0}', callerName(connection)), t('Region: {0}', connection.region)];
}

/** The address that is called, as another line. */
export const addressLine = (connection: Connection): string => vscode.l10n.t('Address: {0}', connection.endpoint.host);
