import * as vscode from 'vscode';
import type { Connection } from '../../../server/src/cloud/connection.ts';

/** Who calls, and where: to be shown before anything changes. */
export function callerFacts({ name, accessKeyId, mode, region, endpoint }: Connection) {
  const { t } = vscode.l10n;
  return [
    { label: t('Account'), value: `${name} (${accessKeyId ?? mode})` },
    { label: t('Region'), value: region },
    { label: t('Address'), value: endpoint.host },
  ];
}
