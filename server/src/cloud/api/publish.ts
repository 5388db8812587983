import { contentHash } from '../contentHash.ts';
import { OosError } from '../oosError.ts';
import type { CallOptions } from '../transport.ts';
import type { ListedTemplate } from './answers.ts';
import type { OosApi } from './oosApi.ts';
import type { AnswerOf, RequestOf } from './operations.ts';

export type PublishedTemplate = AnswerOf<'GetTemplate'>;

/** The newest version of a template in the account. Undefined: there is no template of that name. */
export async function lookUpTemplate(
  api: OosApi,
  name: string,
  options?: CallOptions,
): Promise<PublishedTemplate | undefined> {
  try {
    return await api.getTemplate({ TemplateName: name }, options);
  } catch (error) {
    if (isNoSuchTemplate(error)) return undefined;
    throw error;
  }
}

/** There is no template of the name that was asked for. */
export const isNoSuchTemplate = (error: unknown): boolean =>
  error instanceof OosError && error.facts.code === 'EntityNotExists.Template';

/**
 * What is published under a name, where it is this very text, told by the hash in the list: the content is not fetched. Undefined
 * wherever that is not certain: it is another text, or there is no such template, or the account may not list templates, or the
 * service hashes something else. Then `lookUpTemplate` tells.
 */
export async function findSameText(
  api: OosApi,
  name: string,
  text: string,
  options?: CallOptions,
): Promise<ListedTemplate | undefined> {
  try {
    const { Templates } = await api.listTemplates({ TemplateName: name, ShareType: 'Private' }, options);
    // The list has all whose names contain it.
    return Templates.find(({ TemplateName, Hash }) => TemplateName === name && hasHash(Hash, text));
  } catch (error) {
    if (error instanceof OosError && error.facts.kind === 'refused') return undefined;
    throw error;
  }
}

const hasHash = (hash: string | undefined, text: string): boolean => hash?.toLowerCase() === contentHash(text);

/** Whether a text is what is published: it has the same hash or, should the service hash something else, is the same text. */
export function isPublished({ Template, Content, ContentIsOriginal }: PublishedTemplate, text: string): boolean {
  return hasHash(Template.Hash, text) || (ContentIsOriginal && Content === text);
}

/** What goes with the content of a template. */
export type Extras = Pick<RequestOf<'UpdateTemplate'>, 'Tags' | 'VersionName' | 'ResourceGroupId'>;

/** What goes with the text of a published template is as wanted already. What is not given is not looked at. */
export function hasExtras(
  template: Pick<PublishedTemplate['Template'], keyof Extras>,
  { Tags: tags = {}, VersionName: version, ResourceGroupId: group }: Extras,
): boolean {
  return (
    Object.entries(tags).every(([key, value]) => template.Tags?.[key] === value) &&
    (version === undefined || version === template.VersionName) &&
    (group === undefined || group === template.ResourceGroupId)
  );
}

export type Publication = Pick<RequestOf<'CreateTemplate'>, 'TemplateName' | 'Content' | keyof Extras>;

/** Creates the template, or a new version of it. `existing`: what `lookUpTemplate` has found. */
export async function publishTemplate(
  api: OosApi,
  publication: Publication,
  existing: PublishedTemplate | undefined,
  options?: CallOptions,
): Promise<AnswerOf<'UpdateTemplate'>> {
  return existing ? api.updateTemplate(publication, options) : api.createTemplate(publication, options);
}
