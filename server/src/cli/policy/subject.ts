import type { Catalog } from '../../catalog/catalog.ts';
import { templateNameOf } from '../../cloud/templateName.ts';
import type { TemplateDocument } from '../../template/document.ts';
import { ChildTemplates, type FindTemplate } from '../../workspace/childTemplates.ts';
import { fetchPublished } from '../../workspace/publishedTemplate.ts';
import type { Cloud } from '../cloud/connect.ts';
import type { TemplateFile } from '../files/templateFile.ts';
import type { Io } from '../io.ts';

/** The template that a command is about. */
export interface Subject {
  /** As it was named. */
  readonly label: string;
  readonly rootName: string | undefined;
  readonly document: TemplateDocument;
  readonly child: FindTemplate;
  /** How the service is asked about it. */
  readonly about: { readonly TemplateName: string } | { readonly TemplateContent: string };
}

/** A file, looked at with the files around it. */
export function subjectFromFile({ path, place, document }: TemplateFile, { cwd }: Io): Subject {
  const child = new ChildTemplates([cwd]).for(place);
  const rootName = templateNameOf(path) || undefined;
  return { label: path, rootName, document, child, about: { TemplateContent: document.text } };
}

/** Fetches a published template. Rejects with an OosError. */
export async function subjectFromService(name: string, { api }: Cloud, catalog: Catalog): Promise<Subject> {
  const { document, child } = await fetchPublished(api, name, catalog);
  return { label: name, rootName: name, document, child, about: { TemplateName: name } };
}
