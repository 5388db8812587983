import type { Template } from '../../server/src/template/template.ts';
import { readInBoth } from '../support/readInBoth.ts';

/** A template with these tasks, one a line in YAML's flow style; `head` stands above them. */
export const withTasks = (tasks: string, head = ''): string =>
  `FormatVersion: OOS-2019-06-01\n${head}\nTasks:\n${tasks.trim().replace(/^ */gm, '  ')}\n`;

/** What a question answers about a template, the same in both notations. */
export function inBoth<T>(yaml: string, ask: (template: Template) => T): T {
  const [inYaml, inJson] = readInBoth(yaml).map(({ template }) => ask(template));
  if (JSON.stringify(inYaml) !== JSON.stringify(inJson)) throw new Error(`YAML: ${inYaml}, but JSON: ${inJson}`);
  return inYaml as T;
}

/** The template that such a text holds, in YAML. */
export function read(yaml: string): Template {
  const [first] = readInBoth(yaml);
  if (!first) throw new Error('no template');
  return first.template;
}

/** A task that calls an operation. */
export const call = (name: string, service: string, api: string, more = ''): string =>
  `- { Name: ${name}, Action: 'ACS::ExecuteAPI', Properties: { Service: ${service}, API: ${api}${more} } }`;
