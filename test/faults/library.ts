import { join } from 'node:path';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { isFinal } from '../../server/src/execution/run.ts';
import { sleeping } from '../emulator/contents.ts';
import { folderWith } from '../support/folder.ts';
import { localOos, until } from '../support/localOos.ts';

/** Where the library stands; everything else happens in another region. */
export const LIBRARY_REGION = 'cn-beijing';

/** A data file with many templates and executions, none of which changes any more. */
export interface Library {
  readonly file: string;
  /** Sorted. */
  readonly templates: readonly string[];
  readonly executions: readonly string[];
}

/** Builds a library with as many of each, and closes the Local OOS that wrote it. */
export async function buildLibrary(size: number): Promise<Library> {
  const file = join(folderWith({}), 'library.journal');
  const local = await localOos({ dataFile: file, region: LIBRARY_REGION });
  const connection = explicitConnection({
    name: 'library',
    region: LIBRARY_REGION,
    endpoint: local.endpoint,
    credential: local,
  });
  const api = createOosApi(createTransport(connection));
  const numbers = Array.from({ length: size }, (_, at) => at);
  const templates = numbers.map((at) => `shelf-${at}`);
  const executions: string[] = [];
  await inTurns(numbers, 8, async (at) => {
    const TemplateName = `shelf-${at}`;
    await api.createTemplate({ TemplateName, Content: sleeping('PT1S') });
    executions.push((await api.startExecution({ TemplateName })).Execution.ExecutionId);
  });
  await until(
    () => Array.fromAsync(api.each('ListExecutions', {})),
    (all) => all.every(({ Status }) => isFinal(Status as Parameters<typeof isFinal>[0])),
  );
  await local.close();
  return { file, templates: templates.sort(), executions: executions.sort() };
}

/** Does the work for all items, so many at a time. */
async function inTurns<T>(items: readonly T[], together: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const hand = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: together }, hand));
}
