import type { Words } from '../words/words.ts';
import { ActionKnowledge } from '../workspace/actionCache/actionKnowledge.ts';
import { cacheOf } from './cacheOf.ts';
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
    folder: () => cacheOf(session(), 'actions'),
    tell,
    changed,
  });
}
