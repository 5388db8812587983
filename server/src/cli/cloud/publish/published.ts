import type { PublishedTemplate } from '../../../cloud/api/publish.ts';

/** Nobody has published anything between the two looks. */
export function isSame(before: PublishedTemplate | undefined, after: PublishedTemplate | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return (
    before.Template.TemplateId === after.Template.TemplateId &&
    before.Template.TemplateVersion === after.Template.TemplateVersion &&
    before.Content === after.Content
  );
}
