import { readServiceAction, type ServiceAction } from '../../catalog/actions/serviceAction.ts';
import type { Words } from '../../words/words.ts';
import type { CachedActions } from './cachedActions.ts';
import { writeCache } from './cacheFiles.ts';

/** Asks the service for its actions, one element of the answers after the other. Rejects as the calls do. */
export type ListActions = (signal: AbortSignal | undefined) => AsyncIterable<unknown>;

export interface RefreshOptions {
  readonly folder: string;
  /** Whose actions they are. Asked when they have been listed, since some callers learn it with the answers. */
  readonly owner: () => Pick<CachedActions, 'account' | 'region'>;
  readonly now?: Date | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called after each action with how many there are. */
  readonly progress?: ((count: number) => void) | undefined;
}

/** The service answered, but with nothing that can be kept. */
export class NoActionsError extends Error {
  readonly words: Words = {
    en: 'The service listed no actions. What is known about actions stays as it was.',
    zh: '服务没有返回任何动作。已知的动作信息保持不变。',
  };
}

/** Beyond this the service, or what stands in its place, repeats itself. */
const MOST_ACTIONS = 100_000;

/**
 * Fetches all actions and then puts them in the place of the cached ones, at once; on any failure the cache stays as it was.
 * Rejects as `list` does, with a NoActionsError, or with the error of the system when the cache cannot be written.
 */
export async function refreshActions(list: ListActions, options: RefreshOptions): Promise<CachedActions> {
  const { folder, owner, now = new Date(), signal, progress } = options;
  const found = new Map<string, ServiceAction>();
  for await (const raw of list(signal)) {
    const action = readServiceAction(raw);
    if (action) found.set(action.name.toLowerCase(), action);
    progress?.(found.size);
    if (found.size >= MOST_ACTIONS) break;
  }
  if (found.size === 0) throw new NoActionsError();
  const actions = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const { account, region } = owner();
  const cached: CachedActions = { account, region, fetched: now, actions };
  await writeCache(folder, cached);
  return cached;
}
