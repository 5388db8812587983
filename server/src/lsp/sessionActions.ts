import { join } from 'node:path';
import type { Words } from '../words/words.ts';
import { ActionKnowledge } from '../workspace/actionCache/actionKnowledge.ts';
import { cacheFolder } from '../workspace/cacheFolder.ts';
import type { Session } from './session.ts';

interface SessionActionsOptions {
  /** The session, once it stands. */
  readonly session: () => Session;
  readonly tell: (problem: Words) => void;
  /** Hears that more, less or other things are known than before. */
  readonly changed: () => void;
}

/** What this server knows about actions. From the first question on it follows what other programs write into the cache. */
export function sessionActions({ session, tell, changed }: SessionActionsOptions): ActionKnowledge {
  return new ActionKnowledge({
    bundled: () => session().host.catalog(),
    folder: () => actionsFolder(session()),
    tell,
    changed,
  });
}

/** Where the lists of actions are kept: where the client wants it, else where the system keeps such things. */
export function actionsFolder({ client, host }: Session): string | undefined {
  const root = client.cacheFolder ?? cacheFolder(host.env);
  return root === undefined ? undefined : join(root, 'actions');
}
