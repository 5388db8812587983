import type { Session } from './session.ts';

/**
 * Makes a function that chooses, once, the list of actions of the connection that the server itself would call with. It does nothing,
 * and reads no profile, while there is but one list, and where the client calls the service: such a client tells its connection by
 * `oos/connection`.
 */
export function connectionFollower(session: () => Session): () => Promise<void> {
  let followed = false;
  return async () => {
    const { actions, client, host } = session();
    if (followed || client.cloud === 'client' || !actions.hasSeveral) return;
    followed = true;
    const { chosenCaller } = await import('../cloud/chosenCaller.ts');
    // A connection that makes no sense is told by the command that needs it.
    const caller = await chosenCaller(client.connection, host.env).catch(() => undefined);
    if (caller) actions.choose(caller);
  };
}

/** Clients may send anything. */
interface ConnectionParams {
  readonly account?: unknown;
  readonly region?: unknown;
}

/** The notification `oos/connection`, by which a client that calls by itself tells as whom, and where. */
export function registerConnection({ connection, actions }: Session): void {
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  connection.onNotification('oos/connection', (params: ConnectionParams | null) => {
    actions.choose({ account: textOf(params?.account), region: textOf(params?.region) });
  });
}
