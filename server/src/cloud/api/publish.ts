import { contentHash } from '../contentHash.ts';
import { OosError } from '../oosError.ts';
import type { CallOptions } from '../transport.ts';
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
    if (error instanceof OosError && error.facts.code === 'EntityNotExists.Template') return undefined;
    throw error;
  }
}

/** Whether a text is what is published: it has the same hash or, should the service hash something else, is the same text. */
export function isPublished({ Template, Content, ContentIsOriginal }: PublishedTemplate, text: string): boolean {
  return Template.Hash?.toLowerCase() === contentHash(text) || (ContentIsOriginal && Content === text);
}

export type Publication = Pick<
  RequestOf<'CreateTemplate'>,
  'TemplateName' | 'Content' | 'Tags' | 'ResourceGroupId' | 'VersionName'
>;

/** Creates the template, or a new version of it. `existing`: what `lookUpTemplate` has found. */
export async function publishTemplate(
  api: OosApi,
  publication: Publication,
  existing: PublishedTemplate | undefined,
  options?: CallOptions,
): Promise<AnswerOf<'UpdateTemplate'>> {
  return existing ? api.updateTemplate(publication, options) : api.createTemplate(publication, options);
}
