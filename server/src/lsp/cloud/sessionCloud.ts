import { createOosApi, type OosApi } from '../../cloud/api/oosApi.ts';
import { type Connection, describeConnection } from '../../cloud/connection.ts';
import { createTransport } from '../../cloud/createTransport.ts';
import { useEnvironmentProxy } from '../../cloud/proxy.ts';
import { resolveConnection } from '../../cloud/resolveConnection.ts';
import type { Words } from '../../words/words.ts';
import type { Session } from '../session.ts';
import { type Caller, clientTransport } from './clientTransport.ts';

/** The service, as this session reaches it. */
export interface SessionCloud {
  readonly api: OosApi;
  /** Undefined where the client calls: it shows by itself who calls, and where. */
  readonly connection: Connection | undefined;
  /** As whom the last call was made, where the client calls and tells. */
  readonly caller: () => Caller | undefined;
}

/**
 * Rejects with an OosError of kind `connection`. Reads profiles at each call, so that a change of them counts. `callerKey`: by which
 * of its connections a client that calls by itself wants the command to be carried out.
 */
export async function sessionCloud({ client, connection, host }: Session, callerKey?: string): Promise<SessionCloud> {
  if (client.cloud === 'client') {
    let last: Caller | undefined;
    const called = (it: Caller) => {
      last = it;
    };
    const transport = clientTransport(connection, called, callerKey);
    return { api: createOosApi(transport), connection: undefined, caller: () => last };
  }
  const own = await resolveConnection({ ...client.connection, by: options }, host.env);
  useProxyOnce();
  return { api: createOosApi(createTransport(own)), connection: own, caller: () => undefined };
}

/** Of the initialization. */
const options = { profile: 'connection.profile', region: 'connection.region' };

let proxied = false;

/** The process is ours, and an editor sets up no proxy for it. */
function useProxyOnce(): void {
  if (!proxied) useEnvironmentProxy();
  proxied = true;
}

/** Lines that say who calls, and where. Empty where the client knows it. */
export const callerWords = ({ connection }: SessionCloud): Words =>
  connection ? describeConnection(connection) : { en: '', zh: '' };
