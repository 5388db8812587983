import type { Catalog } from '../../catalog/catalog.ts';
import { withServiceActions } from '../../catalog/serviceActions.ts';
import type { Words } from '../../words/words.ts';
import { watchFolder } from '../watchFolder.ts';
import type { CachedActions } from './cachedActions.ts';
import { type CacheFile, cachePath, cachePaths, readCache } from './cacheFiles.ts';

export interface ActionKnowledgeOptions {
  readonly bundled: () => Catalog;
  /** The folder of the cache. It answers undefined where there is none. */
  readonly folder: () => string | undefined;
  /** Hears why a file of the cache cannot be used; once for each reason. */
  readonly tell: (problem: Words) => void;
  /** Given: what any program writes into the cache is taken in at once, and this hears of it. */
  readonly changed?: (() => void) | undefined;
}

/**
 * What is known about actions: what comes with the program, and on top the cache of ListActions. Nothing is read before the
 * first question.
 */
export class ActionKnowledge {
  readonly #options: ActionKnowledgeOptions;
  readonly #told = new Set<string>();
  #chosen: Pick<CachedActions, 'account' | 'region'> | undefined;
  #endWatch: (() => void) | undefined;
  #known: { readonly catalog: Catalog; readonly cached: CachedActions | undefined } | undefined;

  constructor(options: ActionKnowledgeOptions) {
    this.#options = options;
  }

  /** The same object until `reload`. */
  get catalog(): Catalog {
    return this.#read().catalog;
  }

  /** The cache that is in force. */
  get cached(): CachedActions | undefined {
    return this.#read().cached;
  }

  /** From now on the cache of this account and region is asked, where there is one; otherwise the one written last. */
  choose(chosen: Pick<CachedActions, 'account' | 'region'>): void {
    this.#chosen = chosen;
    this.reload();
  }

  /** Forgets what was read, so that the next question reads the cache again. */
  reload(): void {
    this.#known = undefined;
  }

  /** Ends the watching. */
  close(): void {
    this.#endWatch?.();
  }

  #read() {
    this.#known ??= this.#load();
    return this.#known;
  }

  #load() {
    const bundled = this.#options.bundled();
    for (const path of this.#paths()) {
      const { cached, problem } = readCache(path);
      if (problem) this.#tell(problem);
      if (!cached) continue;
      const origin = { kind: 'service', region: cached.region, fetched: cached.fetched } as const;
      return { catalog: withServiceActions(bundled, cached.actions, origin), cached };
    }
    return { catalog: bundled, cached: undefined };
  }

  #paths(): string[] {
    const folder = this.#options.folder();
    if (folder === undefined) return [];
    this.#watch(folder);
    const paths = cachePaths(folder);
    const own = this.#chosen && cachePath(folder, this.#chosen);
    return own !== undefined && paths.includes(own) ? [own] : paths;
  }

  #watch(folder: string): void {
    const { changed } = this.#options;
    if (!changed) return;
    this.#endWatch ??= watchFolder(folder, () => {
      this.reload();
      changed();
    });
  }

  #tell(problem: Words): void {
    if (this.#told.has(problem.en)) return;
    this.#told.add(problem.en);
    this.#options.tell(problem);
  }
}

/** Every file of the cache with what is in it, the one in force first. */
export const allCaches = (folder: string): CacheFile[] => cachePaths(folder).map(readCache);
