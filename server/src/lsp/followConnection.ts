import type { Session } from './session.ts';

/**
 * Answers a function that lets the list of actions be that of the connection which the server would call by. Nothing is done, and
 * no profile is read, while there are no several lists to choose from, and where the client calls by itself: it tells by
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
