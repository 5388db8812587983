import { createHash } from 'node:crypto';
import type { Catalog } from '../catalog/catalog.ts';
import { toData } from '../syntax/navigate.ts';
import type { SyntaxTree } from '../syntax/node.ts';
import { followAliases } from '../syntax/yamlAliases.ts';
import { TemplateDocument } from '../template/document.ts';
import { readTemplate } from '../template/readTemplate.ts';
import type { Template } from '../template/template.ts';

export type TemplateFormat = 'JSON' | 'YAML';

/** What the service reads from the text of a template for its lists and answers. */
export interface ContentFacts {
  readonly format: TemplateFormat;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly description: string;
  readonly hasTrigger: boolean;
  readonly category: 'TimerTrigger' | 'EventTrigger' | 'AlarmTrigger' | 'Other';
  readonly type: 'Automation' | 'State';
}

/** A text is JSON when it can be read as such, else YAML. */
function formatOf(content: string): TemplateFormat {
  try {
    JSON.parse(content);
    return 'JSON';
  } catch {
    return 'YAML';
  }
}

export const documentOf = (content: string): TemplateDocument =>
  new TemplateDocument(content, formatOf(content) === 'JSON' ? 'json' : 'yaml');

/** As it is run: with what aliases stand for. The checker looks at what is written, so it is not for this. */
function treeOf({ tree }: TemplateDocument): SyntaxTree {
  const followed = followAliases(tree);
  return 'tree' in followed ? followed.tree : tree;
}

/** Undefined while the text has no mapping at its root. */
export const templateIn = (content: string): Template | undefined => readTemplate(treeOf(documentOf(content)));

type Data = Readonly<Record<string, unknown>>;

/** The template as plain data; of a text without a mapping at its root, an empty one. */
export function dataOf(content: string): Data {
  const data = toData(treeOf(documentOf(content)).root);
  return isMap(data) ? data : {};
}

export function readFacts(content: string, catalog: Catalog): ContentFacts {
  const template = templateIn(content);
  const trigger = template?.tasks.tasks
    .map(({ action }) => catalog.action(action ?? ''))
    .find((action) => action?.trigger);
  return {
    format: formatOf(content),
    hash: createHash('sha256').update(content).digest('hex'),
    description: textOf(dataOf(content).Description),
    hasTrigger: trigger !== undefined,
    category: categories.get(trigger?.name ?? '') ?? 'Other',
    type: template?.kind === 'state' ? 'State' : 'Automation',
  };
}

const categories: ReadonlyMap<string, ContentFacts['category']> = new Map([
  ['ACS::TimerTrigger', 'TimerTrigger'],
  ['ACS::EventTrigger', 'EventTrigger'],
  ['ACS::AlarmTrigger', 'AlarmTrigger'],
]);

/** Descriptions may be written as a map of languages; an answer has one text. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export const isMap = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
