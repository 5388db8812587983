import type { Catalog } from '../../catalog/catalog.ts';
import { templateNameOf } from '../../cloud/templateName.ts';
import { type Assessment, assessRisk } from '../../risk/assess.ts';
import type { RiskMode } from '../../risk/classifyCall.ts';
import type { reachedCalls } from '../../risk/reachedCalls.ts';
import type { TemplateDocument } from '../../template/document.ts';
import type { FindTemplate } from '../../workspace/childTemplates.ts';

/** A template, and what is risky in it. */
export interface JudgedFile extends Assessment {
  /** As the answer shows it. */
  readonly path: string;
  /** Under which name it is, or would be, published; empty where its file suggests none. */
  readonly rootName: string;
  readonly document: TemplateDocument;
}

export interface JudgeOptions {
  readonly catalog: Catalog;
  readonly mode: RiskMode;
  readonly child: FindTemplate;
}

/** What is risky in one template. One that cannot be read at all has no tasks. */
export function judgeTemplate(path: string, document: TemplateDocument, options: JudgeOptions): JudgedFile {
  const rootName = templateNameOf(path);
  const { template } = document;
  const context = { ...options, rootName: rootName === '' ? undefined : rootName };
  const assessment = template ? assessRisk(template, context) : { reach: emptyReach, tasks: [] };
  return { path, rootName, document, ...assessment };
}

const emptyReach: ReturnType<typeof reachedCalls> = {
  calls: [],
  unseen: [],
  selections: [],
  embedded: [],
  templates: [],
};
