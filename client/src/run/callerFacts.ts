import * as vscode from 'vscode';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import type { Connection } from '../../../server/src/cloud/connection.ts';

/** Who calls, and where: to be shown before anything changes. */
export function callerFacts(connection: Connection) {
  const { t } = vscode.l10n;
  return [
    { label: t('Account'), value: callerName(connection) },
    { label: t('Region'), value: connection.region },
    { label: t('Address'), value: connection.endpoint.host },
  ];
}
