import { join } from 'node:path';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { startEmulator } from '../../server/src/emulator/emulator.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { sleeping } from '../emulator/contents.ts';
import { until } from '../support/localOos.ts';

/** Where the library stands; everything else happens in another region. */
export const LIBRARY_REGION = 'cn-beijing';

/** A data file with many templates and executions, none of which changes any more. */
export interface Library {
  readonly file: string;
  /** Where the key of the file is. */
  readonly keyFolder: string;
  /** Sorted. */
  readonly templates: readonly string[];
  readonly executions: readonly string[];
}

/** Writes a library with as many of each into a file in the folder. */
export async function buildLibrary(folder: string, size: number): Promise<Library> {
  const file = join(folder, 'library.journal');
  const keyFolder = join(folder, 'state');
  const local = await startEmulator({ catalog: bundledCatalog(), speed: 20_000, dataFile: file, keyFolder });
  const connection = explicitConnection({
    name: 'library',
    region: LIBRARY_REGION,
    endpoint: local.endpoint,
    credential: local,
  });
  const api = createOosApi(createTransport(connection));
  const templates = Array.from({ length: size }, (_, at) => `shelf-${at}`);
  const executions: string[] = [];
  await inTurns(templates, 8, async (TemplateName) => {
    await api.createTemplate({ TemplateName, Content: sleeping('PT1S') });
    executions.push((await api.startExecution({ TemplateName })).Execution.ExecutionId);
  });
  const succeeded = () => api.listExecutions({ Status: 'Running' });
  await until(succeeded, ({ Executions }) => Executions.length === 0);
  await local.close();
  return { file, keyFolder, templates: templates.sort(), executions: executions.sort() };
}

/** Does the work for all items, so many at a time. */
async function inTurns<T>(items: readonly T[], together: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const hand = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: together }, hand));
}

/** Everything that the pages of a list bring. */
export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
