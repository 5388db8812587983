import { readFacts } from '../content.ts';
import type { Call, Handler } from '../house.ts';
import { newTemplateId } from '../ids.ts';
import { quotaExceeded, ServiceError } from '../serviceError.ts';
import { type StoredTemplate, type TemplateVersion, templateKey } from '../store/state.ts';
import type { Parameters } from '../wire/parameters.ts';
import { hasTags, isBetween, isOrAny, matchesPerson } from './filters.ts';
import { findTemplate, ownTemplate, templatesIn, versionNamed } from './findTemplate.ts';
import { inOrder } from './sorting.ts';
import { fullMetaOf, isPublic, latest, listedTemplate, listedVersion, metaOf } from './templateAnswers.ts';
import { validateContent } from './validation.ts';

/** The operations on templates that save, read and list them. */
export const createTemplate: Handler = (call) => {
  const { parameters, region, store, quotas, catalog } = call;
  const name = parameters.given('TemplateName');
  const content = parameters.given('Content');
  validateContent(content, catalog);
  if (store.state.templates.has(templateKey(region, name))) {
    throw new ServiceError('EntityAlreadyExists.Template', 409, `The specified template ${name} already exists.`);
  }
  const existing = [...store.state.templates.values()].filter((it) => it.region === region).length;
  if (existing >= quotas.templates) throw quotaExceeded('templates', quotas.templates);
  const version = newVersion(call, 1);
  const template: StoredTemplate = {
    region,
    name,
    id: newTemplateId(),
    createdBy: call.caller.user,
    created: version.updated,
    tags: parameters.tags() ?? {},
    resourceGroupId: parameters.text('ResourceGroupId'),
    versions: [version],
    executions: 0,
  };
  store.commit({ kind: 'template', template });
  return { Template: metaOf(template, version), TemplateType: version.type };
};

export const updateTemplate: Handler = (call) => {
  const { parameters, store, quotas, catalog } = call;
  const old = ownTemplate(call, parameters.given('TemplateName'));
  validateContent(parameters.given('Content'), catalog);
  const version = newVersion(call, latest(old).number + 1);
  if (version.number > quotas.versions) throw quotaExceeded('template versions', quotas.versions);
  const key = templateKey(old.region, old.name);
  const resourceGroupId = parameters.text('ResourceGroupId');
  store.commit({ kind: 'version', key, version, tags: parameters.tags(), resourceGroupId });
  return { Template: metaOf(store.state.templates.get(key) ?? old, version) };
};

/** All versions go. Executions stay unless they are to go too; those that run are not stopped by it. */
export const deleteTemplate: Handler = (call) => {
  const { parameters, store, runner } = call;
  const { region, name, id } = ownTemplate(call, parameters.given('TemplateName'));
  // The template last: should a crash come in between, the call can be made again.
  if (parameters.flag('AutoDeleteExecutions')) {
    runner.forget([...store.state.executions.values()].filter((it) => it.template.id === id).map((it) => it.id));
  }
  store.commit({ kind: 'templateGone', key: templateKey(region, name) });
  return {};
};

export const getTemplate: Handler = (call) => {
  const { parameters } = call;
  const template = findTemplate(call, parameters.given('TemplateName'));
  const version = versionNamed(template, parameters.text('TemplateVersion'));
  return { Content: version.content, Template: fullMetaOf(template, version) };
};

export const listTemplates: Handler = (call) => {
  const { parameters, operation, pages } = call;
  const { items, maxResults, nextToken } = pages.cut(operation, parameters, () =>
    inOrder(
      templatesIn(call).filter((it) => isWanted(it, parameters)),
      [sortKeys[parameters.given('SortField')] ?? executionCount, ({ name }) => name],
      parameters.given('SortOrder'),
    ),
  );
  return { Templates: items.map(listedTemplate), MaxResults: maxResults, NextToken: nextToken };
};

export const listTemplateVersions: Handler = (call) => {
  const { parameters, operation, pages } = call;
  const template = findTemplate(call, parameters.given('TemplateName'));
  const { items, maxResults, nextToken } = pages.cut(operation, parameters, () => template.versions.toReversed());
  return { TemplateVersions: items.map(listedVersion), MaxResults: maxResults, NextToken: nextToken };
};

function newVersion({ parameters, catalog, clock, caller }: Call, number: number): TemplateVersion {
  const content = parameters.given('Content');
  return {
    ...readFacts(content, catalog),
    number,
    name: parameters.text('VersionName'),
    content,
    updatedBy: caller.user,
    updated: clock.now(),
  };
}

const executionCount = (it: StoredTemplate) => (isPublic(it) ? -1 : it.executions);

const sortKeys: Readonly<Record<string, (template: StoredTemplate) => string | number>> = {
  Popularity: (it) => (isPublic(it) ? it.popularity : -1),
  TemplateName: ({ name }) => name,
  CreatedDate: ({ created }) => created,
};

function isWanted(template: StoredTemplate, parameters: Parameters): boolean {
  const { category, format, hasTrigger, type } = latest(template);
  const trigger = parameters.flag('HasTrigger');
  return (
    template.name.includes(parameters.text('TemplateName') ?? '') &&
    isOrAny(parameters.text('TemplateFormat'), format) &&
    isOrAny(parameters.text('ShareType'), isPublic(template) ? 'Public' : 'Private') &&
    isOrAny(parameters.text('Category'), category) &&
    isOrAny(parameters.text('TemplateType'), type) &&
    isOrAny(parameters.text('ResourceGroupId'), template.resourceGroupId) &&
    matchesPerson(parameters.text('CreatedBy'), template.createdBy) &&
    isBetween(parameters, 'CreatedDate', template.created) &&
    (trigger === undefined || trigger === hasTrigger) &&
    parameters.flag('IsFavorite') !== true &&
    hasTags(template.tags, parameters.tags())
  );
}
