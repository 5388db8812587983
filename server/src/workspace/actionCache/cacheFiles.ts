import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Words } from '../../words/words.ts';
import { makeFolder } from '../makeFolder.ts';
import { writeWhole } from '../writeWhole.ts';
import { type CachedActions, cacheText, readCacheText } from './cachedActions.ts';

/** What was found in a file of the cache. */
export interface CacheFile {
  readonly path: string;
  readonly cached: CachedActions | undefined;
  /** Why it cannot be used, and what was done about it. */
  readonly problem: Words | undefined;
}

/** In bytes. 20,000 actions take about 20 MiB, so a file beyond this is not ours. */
const LARGEST = 256 << 20;
/** In milliseconds. Older leftovers of interrupted writes are cleared away; a younger one may be another program at work. */
const LEFTOVER_AGE = 3_600_000;

/** The path of what one account knows in one region. */
export function cachePath(folder: string, { account, region }: Pick<CachedActions, 'account' | 'region'>): string {
  const key = createHash('sha256').update(account).digest('hex').slice(0, 16);
  return join(folder, `${regionPart(region)}.${key}.json`);
}

const regionPart = (region: string): string => region.replace(/[^a-z0-9-]/gi, '_');

/** Whether a file of the cache can be about a region, by its name. */
export const isAbout = (path: string, region: string): boolean => basename(path).startsWith(`${regionPart(region)}.`);

/** Writes all of it or nothing, readable by its owner alone. Rejects with the error of the system. Answers the path. */
export async function writeCache(folder: string, cached: CachedActions): Promise<string> {
  await makeFolder(folder);
  const path = cachePath(folder, cached);
  await writeWhole(path, cacheText(cached));
  await clearLeftovers(folder);
  return path;
}

async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((it) => it.endsWith('.tmp'))) {
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > LEFTOVER_AGE) await rm(path, { force: true }).catch(() => undefined);
  }
}

/** The paths of the cache, the one that was written last first. A folder that cannot be read has none. */
export function cachePaths(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ path: join(folder, name), written: modified(join(folder, name)) }))
    .sort((a, b) => b.written - a.written || (a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function modified(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** Reads a file of the cache. A broken one is set aside, so that it is complained about once. Never throws. */
export function readCache(path: string): CacheFile {
  let text: string;
  try {
    if (statSync(path).size > LARGEST) return setAside(path);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Somebody cleared it in between.
    return { path, cached: undefined, problem: code === 'ENOENT' ? undefined : unreadable(path, code) };
  }
  const verdict = readCacheText(text);
  if (verdict.kind === 'good') return { path, cached: verdict.cached, problem: undefined };
  return verdict.kind === 'foreign' ? { path, cached: undefined, problem: foreign(path) } : setAside(path);
}

function setAside(path: string): CacheFile {
  const aside = `${path}.broken`;
  try {
    renameSync(path, aside);
    return { path, cached: undefined, problem: movedAway(path, aside) };
  } catch {
    return { path, cached: undefined, problem: broken(path) };
  }
}

/** Removes everything of the cache, also what was set aside. Answers how many files went. Rejects with the error of the system. */
export async function clearCache(folder: string): Promise<number> {
  const names = namesIn(folder).filter((name) => /\.json(\.[0-9a-f]+\.tmp|\.broken)?$/.test(name));
  for (const name of names) await rm(join(folder, name), { force: true });
  return names.length;
}

const refresh: Words = { en: 'Refresh the actions to fetch it again.', zh: '请刷新动作列表以重新获取。' };

const unreadable = (path: string, code: string | undefined): Words => ({
  en: `The cached list of actions in "${path}" cannot be read (${code}). The actions that come with the program are used.`,
  zh: `无法读取动作列表缓存“${path}”（${code}）。将使用程序自带的动作。`,
});

const foreign = (path: string): Words => ({
  en: `The cached list of actions in "${path}" was written by another version of this program. ${refresh.en}`,
  zh: `动作列表缓存“${path}”是由本程序的其他版本写入的。${refresh.zh}`,
});

const movedAway = (path: string, aside: string): Words => ({
  en: `The cached list of actions in "${path}" was damaged and is now "${aside}". ${refresh.en}`,
  zh: `动作列表缓存“${path}”已损坏，已改名为“${aside}”。${refresh.zh}`,
});

const broken = (path: string): Words => ({
  en: `The cached list of actions in "${path}" is damaged. The actions that come with the program are used. ${refresh.en}`,
  zh: `动作列表缓存“${path}”已损坏，将使用程序自带的动作。${refresh.zh}`,
});
