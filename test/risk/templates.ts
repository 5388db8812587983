import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Template } from '../../server/src/template/template.ts';
import { askInBoth } from '../support/askInBoth.ts';

/** A template with these tasks, one a line in YAML's flow style; `head` stands above them. */
export const withTasks = (tasks: string, head = ''): string =>
  `FormatVersion: OOS-2019-06-01\n${head}\nTasks:\n${tasks.trim().replace(/^ */gm, '  ')}\n`;

/** What a question answers about a template, the same in both notations. */
export function inBoth<T>(yaml: string, ask: (template: Template) => T): T {
  return askInBoth(yaml, (document) => ask(templateIn(document)));
}

/** The template that such a text holds, in YAML. */
export const read = (yaml: string): Template => templateIn(new TemplateDocument(yaml, 'yaml'));

export function templateIn({ template, text }: TemplateDocument): Template {
  if (!template) throw new Error(`no template: ${text}`);
  return template;
}

/** A task that calls an operation. */
export const call = (name: string, service: string, api: string, more = ''): string =>
  `- { Name: ${name}, Action: 'ACS::ExecuteAPI', Properties: { Service: ${service}, API: ${api}${more} } }`;
