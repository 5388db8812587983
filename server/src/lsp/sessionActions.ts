import { join } from 'node:path';
import type { Words } from '../words/words.ts';
import { ActionKnowledge } from '../workspace/actionCache/actionKnowledge.ts';
import { cacheFolder } from '../workspace/cacheFolder.ts';
import type { ServerHost } from './session.ts';

interface SessionActionsOptions {
  readonly host: ServerHost;
  /** The folder that the client wants for it. */
  readonly cacheFolder: () => string | undefined;
  readonly tell: (problem: Words) => void;
  /** Hears that more, less or other things are known than before. */
  readonly changed: () => void;
}

/** What this server knows about actions. From the first question on it follows what other programs write into the cache. */
export function sessionActions({ host, cacheFolder: asked, tell, changed }: SessionActionsOptions): ActionKnowledge {
  const folder = () => {
    const root = asked() ?? cacheFolder(host.env);
    return root === undefined ? undefined : join(root, 'actions');
  };
  return new ActionKnowledge({ bundled: host.catalog, folder, tell, changed });
}
