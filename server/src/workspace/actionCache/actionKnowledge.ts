import { withServiceActions } from '../../catalog/actions/serviceActions.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';
import { watchFolder } from '../watchFolder.ts';
import type { CachedActions } from './cachedActions.ts';
import { type CacheFile, cachePaths, isAbout, readCache } from './cacheFiles.ts';

/** Whose list of actions is wanted, as far as that is known. */
export interface ActionsOwner {
  /** As the cache has it, or the name of the profile that it begins with. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

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
  #owner: ActionsOwner = {};
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

  /** The cache that is in force, if it is that of the chosen owner. */
  get own(): CachedActions | undefined {
    const { cached } = this;
    return cached && isOwnedBy(cached, this.#owner) ? cached : undefined;
  }

  /** Whether there is anything to choose from. */
  get hasSeveral(): boolean {
    return this.#paths().length > 1;
  }

  /**
   * From now on the cache of this owner is asked, where there is one; otherwise the one that was written last, in the
   * same region if there is any.
   */
  choose(owner: ActionsOwner): void {
    const before = this.#known;
    this.#owner = owner;
    this.reload();
    if (before && !isSameList(before.cached, this.cached)) this.#options.changed?.();
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
    const cached = this.#inForce();
    if (!cached) return { catalog: bundled, cached };
    const origin = { kind: 'service', region: cached.region, fetched: cached.fetched } as const;
    return { catalog: withServiceActions(bundled, cached.actions, origin), cached };
  }

  #inForce(): CachedActions | undefined {
    const paths = this.#paths();
    const { region } = this.#owner;
    const near = region === undefined ? paths : paths.filter((it) => isAbout(it, region));
    let latest: CachedActions | undefined;
    // A file can hold twenty thousand actions, so no more are read than have to be.
    for (const path of [...near, ...paths.filter((it) => !near.includes(it))]) {
      if (latest && !near.includes(path)) break;
      const { cached, problem } = readCache(path);
      if (problem) this.#tell(problem);
      if (cached && isOwnedBy(cached, this.#owner)) return cached;
      latest ??= cached;
    }
    return latest;
  }

  #paths(): string[] {
    const folder = this.#options.folder();
    if (folder === undefined) return [];
    this.#watch(folder);
    return cachePaths(folder);
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

/** An account is written as `callerName` does: the name of a profile, then its key in brackets. */
function isOwnedBy(cached: ActionsOwner, { account, region }: ActionsOwner): boolean {
  const isAccount = account === undefined || cached.account === account || cached.account?.startsWith(`${account} (`);
  return isAccount === true && (region === undefined || cached.region === region);
}

const isSameList = (a: CachedActions | undefined, b: CachedActions | undefined): boolean =>
  a?.account === b?.account && a?.region === b?.region;

/** Every file of the cache with what is in it, the one in force first. */
export const allCaches = (folder: string): CacheFile[] => cachePaths(folder).map(readCache);
