import { isPublished, type PublishedTemplate } from '../../../cloud/api/publish.ts';
import type { Extras } from './publication.ts';

/** Publishing would change nothing: neither the text nor what goes with it. */
export function isUpToDate(text: string, extras: Extras, published: PublishedTemplate): boolean {
  const { Tags: tags = {}, VersionName: version, ResourceGroupId: group } = extras;
  const { Template } = published;
  return (
    isPublished(published, text) &&
    Object.entries(tags).every(([key, value]) => Template.Tags?.[key] === value) &&
    (version === undefined || version === Template.VersionName) &&
    (group === undefined || group === Template.ResourceGroupId)
  );
}

/** Nobody has published anything between the two looks. */
export function isSame(before: PublishedTemplate | undefined, after: PublishedTemplate | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return (
    before.Template.TemplateId === after.Template.TemplateId &&
    before.Template.TemplateVersion === after.Template.TemplateVersion &&
    before.Content === after.Content
  );
}
