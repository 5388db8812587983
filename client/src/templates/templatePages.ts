import type { ListedTemplate } from '../../../server/src/cloud/api/answers.ts';

/** The templates of the account, and the official ones. */
export type Share = 'Private' | 'Public';

/** Fetches one page. `name`: a part of the names; empty: any. */
export type FetchPage = (share: Share, name: string, token: string | undefined) => Promise<TemplatePage>;

interface TemplatePage {
  readonly templates: readonly ListedTemplate[];
  /** Of the next page; undefined on the last one. */
  readonly token: string | undefined;
}

export interface LoadedTemplates {
  readonly templates: readonly ListedTemplate[];
  readonly more: boolean;
}

/** The templates of one share that are loaded so far, page by page. */
export class TemplatePages {
  readonly #fetch: FetchPage;
  readonly #share: Share;
  readonly #name: string;
  #loading: Promise<LoadedTemplates> | undefined;
  #loaded: LoadedTemplates | undefined;
  #token: string | undefined;

  constructor(fetch: FetchPage, share: Share, name: string) {
    this.#fetch = fetch;
    this.#share = share;
    this.#name = name;
  }

  /** What is loaded; the first page is fetched when nothing is. Rejects as the fetching does, and tries anew the next time. */
  loaded(): Promise<LoadedTemplates> {
    return this.#loaded ? Promise.resolve(this.#loaded) : this.#next();
  }

  /** What is loaded with the next page; on the last one nothing is asked. */
  more(): Promise<LoadedTemplates> {
    return this.#loaded?.more === false ? Promise.resolve(this.#loaded) : this.#next();
  }

  /** Several who ask at once get the same page. */
  #next(): Promise<LoadedTemplates> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #load(): Promise<LoadedTemplates> {
    const { templates, token } = await this.#fetch(this.#share, this.#name, this.#token);
    const before = this.#loaded?.templates ?? [];
    // What was published in the meantime moves the others on, so that one may come twice.
    const known = new Set(before.map(({ TemplateName }) => TemplateName));
    const fresh = templates.filter(({ TemplateName }) => !known.has(TemplateName));
    this.#token = token;
    this.#loaded = { templates: [...before, ...fresh], more: token !== undefined };
    return this.#loaded;
  }
}
