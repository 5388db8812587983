import { dateText } from '../dates.ts';
import type { StoredTemplate, TemplateVersion } from '../store/state.ts';
import type { PublicTemplate } from './publicTemplates.ts';

export const versionText = ({ number }: TemplateVersion): string => `v${number}`;

export const isPublic = (template: StoredTemplate): template is PublicTemplate => 'popularity' in template;

/** There is no template without a version. */
export function latest({ versions }: StoredTemplate): TemplateVersion {
  const [last] = versions.slice(-1);
  if (!last) throw new Error('a template without versions');
  return last;
}

/** A template as the answers describe it, without its content. */
export function metaOf(template: Omit<StoredTemplate, 'versions'>, version: TemplateVersion) {
  return {
    CreatedBy: template.createdBy,
    CreatedDate: dateText(template.created),
    UpdatedBy: version.updatedBy,
    UpdatedDate: dateText(version.updated),
    Description: version.description,
    HasTrigger: version.hasTrigger,
    Hash: version.hash,
    ShareType: template.createdBy === 'ACS' ? 'Public' : 'Private',
    Tags: template.tags,
    TemplateFormat: version.format,
    TemplateId: template.id,
    TemplateName: template.name,
    TemplateVersion: versionText(version),
    ResourceGroupId: template.resourceGroupId,
  };
}

/** As GetTemplate and ListTemplates describe it. */
export const fullMetaOf = (template: StoredTemplate, version: TemplateVersion) => ({
  ...metaOf(template, version),
  TemplateType: version.type,
  VersionName: version.name,
});

/** An entry of ListTemplates. */
export function listedTemplate(template: StoredTemplate) {
  const version = latest(template);
  return {
    ...fullMetaOf(template, version),
    Category: version.category,
    IsFavorite: false,
    Publisher: isPublic(template) ? 'ACS' : undefined,
    Popularity: isPublic(template) ? template.popularity : -1,
    TotalExecutionCount: isPublic(template) ? -1 : template.executions,
  };
}

/** An entry of ListTemplateVersions. */
export const listedVersion = (version: TemplateVersion) => ({
  Description: version.description,
  TemplateFormat: version.format,
  TemplateVersion: versionText(version),
  UpdatedBy: version.updatedBy,
  UpdatedDate: dateText(version.updated),
  VersionName: version.name,
});
