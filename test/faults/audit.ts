import { readFileSync } from 'node:fs';
import { OosError } from '../../server/src/cloud/oosError.ts';
import type { StoredExecution } from '../../server/src/emulator/store/execution.ts';
import { readJournal } from '../../server/src/emulator/store/journal.ts';
import { keyIn } from '../../server/src/emulator/store/keyFile.ts';
import { changeIn, type JournalRecord } from '../../server/src/emulator/store/records.ts';
import { Seal } from '../../server/src/emulator/store/seal.ts';
import { until } from '../support/localOos.ts';
import { collected } from './library.ts';
import type { CallLog } from './watchedTransport.ts';
import type { Worker, Written } from './worker.ts';

/** Compares what a worker was told with what there is, when nothing goes wrong any more. */
export async function audit(worker: Worker): Promise<void> {
  const { api, written, goneTemplates, goneExecutions, approved, wrong } = worker;
  for (const own of written.filter(({ confirmed }) => confirmed.length > 0)) await auditTemplate(worker, own);
  for (const TemplateName of goneTemplates) {
    const found = await api.getTemplate({ TemplateName }).catch(codeOf);
    if (found !== 'EntityNotExists.Template') wrong(`${TemplateName} is there although it was deleted`);
  }
  for (const id of goneExecutions) {
    const found = await api.getExecution(id).catch(codeOf);
    if (found !== 'EntityNotExists.Execution') wrong(`${id} is there although it was deleted`);
  }
  for (const id of approved) {
    await until(
      () => api.getExecution(id),
      ({ Status }) => Status === 'Success',
    );
  }
}

const codeOf = (error: unknown) => (error instanceof OosError ? error.facts.code : undefined);

async function auditTemplate({ api, wrong }: Worker, { name, sent, confirmed, tags }: Written): Promise<void> {
  const versions = await collected(api.each('ListTemplateVersions', { TemplateName: name }));
  const texts = versions.map(({ Description }) => Description ?? '');
  if (new Set(texts).size !== texts.length) wrong(`an update of ${name} took effect twice`);
  const lost = confirmed.filter((it) => !texts.includes(it));
  if (lost.length > 0) wrong(`${name} has lost ${lost}`);
  const foreign = texts.filter((it) => !sent.includes(it));
  if (foreign.length > 0) wrong(`${name} has versions that nobody has written: ${foreign}`);
  const { Template } = await api.getTemplate({ TemplateName: name });
  const missing = Object.keys(tags).filter((key) => Template.Tags?.[key] !== 'set');
  if (missing.length > 0) wrong(`${name} has lost the tags ${missing}`);
}

/** A data file, and where its key is. */
export interface DataPlace {
  readonly dataFile: string;
  readonly keyFolder: string;
}

/** How many executions the data file holds, by something that they tell. */
export function startsIn(
  { dataFile, keyFolder }: DataPlace,
  by: (execution: StoredExecution) => string | undefined,
): Map<string, number> {
  const starts = new Map<string, number>();
  const seal = new Seal(keyIn(keyFolder));
  for (const record of readJournal(readFileSync(dataFile)).records) {
    const change = changeIn(record as JournalRecord, seal);
    const key = change?.kind === 'execution' ? by(change.execution) : undefined;
    if (key !== undefined) starts.set(key, (starts.get(key) ?? 0) + 1);
  }
  return starts;
}

/** What is wrong with the executions that were started: there has to be one for each token, or none where that failed. */
export function auditStarts({ tokens }: CallLog, place: DataPlace): string[] {
  const starts = startsIn(place, ({ clientToken }) => clientToken);
  return [...tokens].flatMap(([token, { answered }]) => {
    const count = starts.get(token) ?? 0;
    if (count > 1) return [`the token ${token} started ${count} executions`];
    return answered && count === 0 ? [`the execution of ${token} was confirmed and is not there`] : [];
  });
}
