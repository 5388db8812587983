import type { Catalog } from '../catalog/catalog.ts';
import type { OosApi } from '../cloud/api/oosApi.ts';
import { contentHash } from '../cloud/contentHash.ts';
import { OosError } from '../cloud/oosError.ts';
import { reachedCalls } from '../risk/reachedCalls.ts';
import { TemplateDocument } from '../template/document.ts';
import { readTemplate } from '../template/readTemplate.ts';
import { notationOf } from '../template/recognise.ts';
import type { FindTemplate } from './childTemplates.ts';

/** A template as it is published, with those that it embeds. */
export interface FetchedTemplate {
  readonly name: string;
  /** Such as `v3`. */
  readonly version: string | undefined;
  /** As the service tells it, else worked out from the text. */
  readonly hash: string;
  readonly document: TemplateDocument;
  /** Those that it embeds, as far as they may be read. */
  readonly child: FindTemplate;
}

/** A template that embeds more than these is not looked through to the end. */
const MOST_CHILDREN = 20;

/** Fetches a published template and what it embeds. Rejects with an OosError. */
export async function fetchPublished(
  api: OosApi,
  name: string,
  catalog: Catalog,
  signal?: AbortSignal,
): Promise<FetchedTemplate> {
  const fetchText = async (wanted: string) => api.getTemplate({ TemplateName: wanted }, { signal });
  const { Template, Content } = await fetchText(name);
  const document = documentOf(Content ?? '');
  const child = await fetchChildren(fetchText, document, name, catalog);
  const hash = Template.Hash ?? contentHash(document.text);
  return { name, version: Template.TemplateVersion, hash, document, child };
}

type FetchText = (name: string) => ReturnType<OosApi['getTemplate']>;

async function fetchChildren(fetchText: FetchText, { template }: TemplateDocument, rootName: string, catalog: Catalog) {
  const fetched = new Map<string, TemplateDocument | undefined>();
  const child: FindTemplate = (name) => {
    const found = fetched.get(name);
    return found && readTemplate(found.tree);
  };
  for (let left = MOST_CHILDREN; template && left > 0; ) {
    const { unseen } = reachedCalls(template, { catalog, rootName, child });
    const names = unseen.flatMap(({ reason, name }) => (reason === 'template' && name !== undefined ? name : []));
    const wanted = [...new Set(names)].filter((it) => !fetched.has(it)).slice(0, left);
    if (wanted.length === 0) break;
    for (const name of wanted) fetched.set(name, await fetchOne(fetchText, name));
    left -= wanted.length;
  }
  return child;
}

/** Undefined: it does not exist, or may not be read. */
async function fetchOne(fetchText: FetchText, name: string): Promise<TemplateDocument | undefined> {
  try {
    const { Content } = await fetchText(name);
    return documentOf(Content ?? '');
  } catch (error) {
    if (error instanceof OosError && (error.facts.kind === 'refused' || error.facts.kind === 'argument')) {
      return undefined;
    }
    throw error;
  }
}

const documentOf = (text: string) => new TemplateDocument(text, notationOf(undefined, undefined, text));
