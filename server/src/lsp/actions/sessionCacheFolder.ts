import { join } from 'node:path';
import { cacheFolder } from '../../workspace/cacheFolder.ts';
import type { Session } from '../session.ts';

/** Where what can be fetched again is kept: where the client wants it, else where the system keeps such things. */
export function sessionCacheFolder({ client, host }: Session, kind: 'actions' | 'risk'): string | undefined {
  const root = client.cacheFolder ?? cacheFolder(host.env);
  return root === undefined ? undefined : join(root, kind);
}
