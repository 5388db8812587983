import { join } from 'node:path';
import type { Catalog } from '../../catalog/catalog.ts';
import type { OosApi } from '../../cloud/api/oosApi.ts';
import { contentHash } from '../../cloud/contentHash.ts';
import { compareRisk, type RiskComparison } from '../../features/risk/compareRisk.ts';
import { type Reach, reachedCalls } from '../../risk/reachedCalls.ts';
import type { Words } from '../../words/words.ts';
import { cacheFolder } from '../../workspace/cacheFolder.ts';
import {
  type RememberedRisk,
  rememberedRisk,
  rememberRisk,
  type ServiceRiskyTask,
} from '../../workspace/riskMemory.ts';
import { codeOf } from '../inputs.ts';
import type { Io } from '../io.ts';
import type { JudgedFile } from './judgeTemplate.ts';
import type { PublishedTemplate } from './publishedTemplate.ts';

/** What the service says of a template, held against what we find. */
export interface ServiceWord {
  readonly said: RememberedRisk;
  /** It was asked some time ago, and not now. */
  readonly remembered: boolean;
  /** It speaks of the very text that was looked at. */
  readonly sameText: boolean;
  readonly comparison: RiskComparison<ServiceRiskyTask>;
}

/** Where the answers are kept. Undefined: the environment names no home. */
function memoryFolder({ env }: Io): string | undefined {
  const root = cacheFolder(env);
  return root === undefined ? undefined : join(root, 'risk');
}

export interface AskOptions {
  readonly api: OosApi;
  readonly region: string;
  readonly catalog: Catalog;
  /** Hears why the answer could not be kept. */
  readonly tell: (problem: Words) => void;
}

/** Asks for the risky tasks of a published template, and keeps the answer. Rejects with an OosError. */
export async function askRisk(
  file: JudgedFile,
  published: PublishedTemplate,
  { api, region, catalog, tell }: AskOptions,
  io: Io,
): Promise<ServiceWord> {
  const { name, version, hash } = published;
  const { RiskyTasks } = await api.listExecutionRiskyTasks({ TemplateName: name });
  const known = (texts: readonly (string | undefined)[]) => texts.filter((it) => it !== undefined);
  const tasks = RiskyTasks.map((it) => ({ ...it, Task: known(it.Task), Template: known(it.Template) }));
  const said: RememberedRisk = { hash, template: name, version, region, asked: new Date(), tasks };
  const folder = memoryFolder(io);
  if (folder !== undefined) await rememberRisk(folder, said).catch((error) => tell(notKept(folder, codeOf(error))));
  const { text } = file.document;
  const sameText = text === published.document.text || contentHash(text) === hash.toLowerCase();
  const reach = sameText ? undefined : reachOf(published, catalog);
  const comparison = compareRisk(file, said.tasks, { catalog, published: reach });
  return { said, remembered: false, sameText, comparison };
}

function reachOf({ document, name, child }: PublishedTemplate, catalog: Catalog): Reach | undefined {
  return document.template && reachedCalls(document.template, { catalog, rootName: name, child });
}

/** What the service said of this very text when it was asked last. Undefined: it was not. */
export function rememberedWord(file: JudgedFile, catalog: Catalog, io: Io): ServiceWord | undefined {
  const folder = memoryFolder(io);
  const said = folder === undefined ? undefined : rememberedRisk(folder, contentHash(file.document.text));
  return said && { said, remembered: true, sameText: true, comparison: compareRisk(file, said.tasks, { catalog }) };
}

const notKept = (folder: string, code: string): Words => ({
  en: `The answer of the service cannot be kept in "${folder}" (${code}).`,
  zh: `无法将服务的应答保存到“${folder}”（${code}）。`,
});
