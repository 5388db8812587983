import type { Catalog } from '../catalog/catalog.ts';
import type { OosApi } from '../cloud/api/oosApi.ts';
import { contentHash } from '../cloud/contentHash.ts';
import { compareRisk, type RiskComparison } from '../features/risk/compareRisk.ts';
import type { Assessment } from '../risk/assess.ts';
import { type Reach, reachedCalls } from '../risk/reachedCalls.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Words } from '../words/words.ts';
import type { FetchedTemplate } from './publishedTemplate.ts';
import { type RememberedRisk, rememberedRisk, rememberRisk, type ServiceRiskyTask } from './riskMemory.ts';
import { systemCode } from './systemCode.ts';

/** What the service says of a template, held against what we find. */
export interface ServiceWord {
  readonly said: RememberedRisk;
  /** Of the answer, where the service was asked just now. */
  readonly requestId: string | undefined;
  /** It was asked some time ago, and not now. */
  readonly remembered: boolean;
  /** It speaks of the very text that was looked at. */
  readonly sameText: boolean;
  readonly comparison: RiskComparison<ServiceRiskyTask>;
}

/** A text, and what we find risky in it. */
export interface AssessedText extends Assessment {
  readonly document: Pick<TemplateDocument, 'text'>;
}

export interface AskOptions {
  readonly api: OosApi;
  /** Where it is asked, as far as that is known. */
  readonly region: string | undefined;
  readonly catalog: Catalog;
  /** Where the answers are kept. Undefined: nowhere. */
  readonly folder: string | undefined;
  readonly signal?: AbortSignal;
  /** Hears why the answer could not be kept. */
  readonly tell: (problem: Words) => void;
}

/** Asks for the risky tasks of a published template, and keeps the answer. Rejects with an OosError. */
export async function askRisk(
  own: AssessedText,
  published: FetchedTemplate,
  { api, region, catalog, folder, tell, signal }: AskOptions,
): Promise<ServiceWord> {
  const { name, version, hash } = published;
  const { RiskyTasks, RequestId } = await api.listExecutionRiskyTasks({ TemplateName: name }, { signal });
  const known = (texts: readonly (string | undefined)[]) => texts.filter((it) => it !== undefined);
  const tasks = RiskyTasks.map((it) => ({ ...it, Task: known(it.Task), Template: known(it.Template) }));
  const said: RememberedRisk = { hash, template: name, version, region, asked: new Date(), tasks };
  if (folder !== undefined) await rememberRisk(folder, said).catch((error) => tell(notKept(folder, systemCode(error))));
  const { text } = own.document;
  const sameText = text === published.document.text || contentHash(text) === hash.toLowerCase();
  const reach = sameText ? undefined : reachOf(published, catalog);
  const comparison = compareRisk(own, said.tasks, { catalog, published: reach });
  return { said, requestId: RequestId, remembered: false, sameText, comparison };
}

function reachOf({ document, name, child }: FetchedTemplate, catalog: Catalog): Reach | undefined {
  return document.template && reachedCalls(document.template, { catalog, rootName: name, child });
}

/** What the service said of this very text when it was asked last. Undefined: it was not. */
export function rememberedWord(
  own: AssessedText,
  { catalog, folder }: Pick<AskOptions, 'catalog' | 'folder'>,
): ServiceWord | undefined {
  const said = folder === undefined ? undefined : rememberedRisk(folder, contentHash(own.document.text));
  if (!said) return undefined;
  const comparison = compareRisk(own, said.tasks, { catalog });
  return { said, requestId: undefined, remembered: true, sameText: true, comparison };
}

const notKept = (folder: string, code: string): Words => ({
  en: `The answer of the service cannot be kept in "${folder}" (${code}).`,
  zh: `无法将服务的返回结果保存到“${folder}”（${code}）。`,
});
