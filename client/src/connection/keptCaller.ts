import * as vscode from 'vscode';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import type { Connection } from '../../../server/src/cloud/connection.ts';
import { failureText } from '../failure.ts';
import { type Cloud, type Connections, Untrusted } from './connections.ts';

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
 * The connection of this window for what comes back with it. Rejects where none is chosen, where it cannot be used, and where `what`
 * was opened with another one, and says which that was. Whoever only comes back to a window is asked for nothing.
 */
export async function cloudOfKept(connections: Connections, what: string, wanted: KeptCaller): Promise<Cloud> {
  const { account, region } = wanted;
  const cloud = connections.choice && (await chosen(connections, what, wanted));
  if (cloud && isSame(keptCaller(cloud.connection), wanted)) return cloud;
  throw new Error(
    vscode.l10n.t('{0} was opened with {1} in {2}. Choose that connection to see it again.', what, account, region),
  );
}

const isSame = (a: KeptCaller, b: KeptCaller): boolean => a.account === b.account && a.region === b.region;

/** What is wrong with a connection does not tell which one is needed. */
async function chosen(connections: Connections, what: string, { account, region }: KeptCaller): Promise<Cloud> {
  try {
    return await connections.cloud();
  } catch (error) {
    const why = failureText(error);
    if (why === undefined || error instanceof Untrusted) throw error;
    const { t } = vscode.l10n;
    throw new Error(
      t('{0} was opened with {1} in {2}. The chosen connection cannot be used: {3}', what, account, region, why),
    );
  }
}
