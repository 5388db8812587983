import type { Catalog } from '../../catalog/catalog.ts';
import type { Call } from '../house.ts';
import { notFound } from '../serviceError.ts';
import { type StoredTemplate, type TemplateVersion, templateKey } from '../store/state.ts';
import { type PublicTemplate, publicTemplates } from './publicTemplates.ts';
import { latest, versionText } from './templateAnswers.ts';

type Where = Pick<Call, 'region' | 'store' | 'catalog'>;

const known = new WeakMap<Catalog, ReadonlyMap<string, PublicTemplate>>();

function publicOnes(catalog: Catalog): ReadonlyMap<string, PublicTemplate> {
  const templates = known.get(catalog) ?? publicTemplates(catalog);
  known.set(catalog, templates);
  return templates;
}

/** The templates of a region, those of one's own first. */
export const templatesIn = ({ region, store, catalog }: Where): StoredTemplate[] => [
  ...[...store.state.templates.values()].filter((it) => it.region === region),
  ...publicOnes(catalog).values(),
];

/** Throws EntityNotExists.Template for a name that is neither one's own nor that of a public template. */
export function findTemplate({ region, store, catalog }: Where, name: string): StoredTemplate {
  const found = store.state.templates.get(templateKey(region, name)) ?? publicOnes(catalog).get(name);
  if (!found) throw notFound('Template', name);
  return found;
}

export function ownTemplate({ region, store }: Where, name: string): StoredTemplate {
  const found = store.state.templates.get(templateKey(region, name));
  if (!found) throw notFound('Template', name);
  return found;
}

/** The version by its name such as `v2`; without a name the latest. */
export function versionNamed(template: StoredTemplate, name: string | undefined): TemplateVersion {
  if (name === undefined) return latest(template);
  const found = template.versions.find((it) => versionText(it) === name);
  if (!found) throw notFound('TemplateVersion', `${template.name} ${name}`);
  return found;
}
