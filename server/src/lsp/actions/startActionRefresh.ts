import { setTimeout as sleep } from 'node:timers/promises';
import { OosError } from '../../cloud/oosError.ts';
import type { Session } from '../session.ts';
import { keepFresh } from './keepFresh.ts';

/**
 * Lets the list of actions be fetched in the background, from the first template on, where the user has switched
 * `oos.actions.autoRefresh` on.
 */
export function startActionRefresh(session: Session, signal: AbortSignal): void {
  const { connection, actions } = session;
  const freshness = {
    wanted: () => isWanted(session),
    fetched: () => actions.own?.fetched,
    refresh: async (stop: AbortSignal) => {
      const { refreshActionList } = await import('../cloud/actionCommands.ts');
      return refreshActionList({ session, given: {}, signal: stop, tell: () => undefined });
    },
    failed: (error: unknown) => {
      const message = error instanceof OosError ? error.message : 'it did not work';
      connection.console.warn(`Refreshing the list of actions in the background: ${message}`);
    },
    wait: (milliseconds: number, stop: AbortSignal) => sleep(milliseconds, undefined, { signal: stop, ref: false }),
  };
  keepFresh(freshness, signal).catch(() => undefined);
}

/** Only what the editor says now counts: a person may have switched it off again. */
async function isWanted({ client, connection }: Session): Promise<boolean> {
  if (!client.answersSettings) return client.autoRefresh;
  const settings: unknown = await connection.workspace.getConfiguration('oos.actions');
  return (
    typeof settings === 'object' && settings !== null && 'autoRefresh' in settings && settings.autoRefresh === true
  );
}
