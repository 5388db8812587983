import type { Template } from '../../../cloud/api/answers.ts';
import type { OosApi } from '../../../cloud/api/oosApi.ts';
import { contentHash } from '../../../cloud/contentHash.ts';
import { OosError } from '../../../cloud/oosError.ts';
import type { Extras } from './publication.ts';

/** The latest version of a template in the cloud. */
export interface Published {
  readonly template: Template;
  readonly content: string;
  /** False: `content` has the meaning of what was published, but is not its text. */
  readonly original: boolean;
}

/** What is published under a name at this moment. Undefined: nothing. */
export async function lookUp(api: OosApi, name: string): Promise<Published | undefined> {
  try {
    const { Template, Content, ContentIsOriginal } = await api.getTemplate({ TemplateName: name });
    return { template: Template, content: Content ?? '', original: ContentIsOriginal };
  } catch (error) {
    if (error instanceof OosError && error.facts.code === 'EntityNotExists.Template') return undefined;
    throw error;
  }
}

/** Publishing would change nothing: neither the text nor what goes with it. */
export function isPublished(text: string, extras: Extras, published: Published): boolean {
  const { Tags: tags = {}, VersionName: version, ResourceGroupId: group } = extras;
  const { template } = published;
  return (
    hasText(text, published) &&
    Object.entries(tags).every(([key, value]) => template.Tags?.[key] === value) &&
    (version === undefined || version === template.VersionName) &&
    (group === undefined || group === template.ResourceGroupId)
  );
}

export function hasText(text: string, { template, content, original }: Published): boolean {
  return template.Hash?.toLowerCase() === contentHash(text) || (original && content === text);
}

/** Nobody has published anything between the two looks. */
export function isSame(before: Published | undefined, after: Published | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return (
    before.template.TemplateId === after.template.TemplateId &&
    before.template.TemplateVersion === after.template.TemplateVersion &&
    before.content === after.content
  );
}
