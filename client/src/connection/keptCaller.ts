import * as vscode from 'vscode';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import type { Connection } from '../../../server/src/cloud/connection.ts';
import type { Cloud, Connections } from './connections.ts';

/** As whom something was opened, to be kept with a window or in an address: names, never keys. */
export interface KeptCaller {
  /** Another account may have another template of the same name. */
  readonly account: string;
  readonly region: string;
}

/** The account as a part of an address. A Local OOS has other keys each time, and is the same all the same. */
export function keptCaller(connection: Connection): KeptCaller {
  const isLocal = connection.endpoint.hostname === '127.0.0.1';
  const account = (isLocal ? connection.name : callerName(connection)).replaceAll('/', '_');
  return { account, region: connection.region };
}

/**
 * The connection of this window for what comes back with it. Rejects where none is chosen, or another one than `what` was opened
 * with, and says so; and with an OosError where it cannot be used. Whoever only comes back to a window is asked for nothing.
 */
export async function cloudFor(connections: Connections, what: string, wanted: KeptCaller): Promise<Cloud> {
  const cloud = connections.choice && (await connections.cloud());
  const caller = cloud && keptCaller(cloud.connection);
  if (caller?.account === wanted.account && caller.region === wanted.region) return cloud as Cloud;
  throw new Error(
    vscode.l10n.t(
      '{0} was opened with {1} in {2}. Choose that connection to see it again.',
      what,
      wanted.account,
      wanted.region,
    ),
  );
}
