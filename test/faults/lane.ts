import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import { type Connection, explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { startEmulator } from '../../server/src/emulator/emulator.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { Random } from '../mutants/random.ts';
import { audit, auditStarts } from './audit.ts';
import type { Library } from './library.ts';
import { leaksIn } from './planted.ts';
import { steps } from './steps.ts';
import { type CallLog, newLog, watchedTransport } from './watchedTransport.ts';
import { type Findings, newWorker, type Worker } from './worker.ts';

/** How late an answer is under the fault `slow`, in milliseconds: so late that a call without a limit would be noticed. */
const SLOWNESS = 6000;
/** For each try, where answers may be late. */
const IMPATIENT = 300;
/** For each try, where they are not. */
const PATIENT = 5000;

/** Calls of one Local OOS that goes wrong in one way, or in several. */
export interface Lane {
  readonly name: string;
  readonly faults: readonly string[];
  /** How many calls to send at least. */
  readonly calls: number;
  /** How many workers call at the same time. */
  readonly workers: number;
}

export interface LaneReport extends Findings {
  readonly log: CallLog;
}

/** Sends the calls of a lane. With one worker and the same seed the same calls go wrong in the same way. */
export async function runLane(lane: Lane, seed: string, library: Library, folder: string): Promise<LaneReport> {
  const { keyFolder } = library;
  const dataFile = join(folder, `${lane.name}.journal`);
  copyFileSync(library.file, dataFile);
  const random = new Random(`${seed} ${lane.name}`);
  const findings: Findings = { problems: [], failures: new Map(), lists: 0 };
  const log = newLog();
  const local = await startEmulator({
    catalog: bundledCatalog(),
    speed: 20_000,
    dataFile,
    keyFolder,
    seed: random.below(1_000_000),
    slowness: SLOWNESS,
    faults: lane.faults,
    onFault: (error) => findings.problems.push(`the Local OOS made a mistake: ${error}`),
  });
  const { endpoint, region, accessKeySecret } = local;
  const connection = explicitConnection({ name: 'faults', region, endpoint, credential: local });
  const timeout = lane.faults.some((it) => it.startsWith('slow')) ? IMPATIENT : PATIENT;
  const workers = Array.from({ length: lane.workers }, (_, at) => {
    const own = new Random(`${seed} ${lane.name} ${at}`);
    const api = createOosApi(watchedTransport(connection, timeout, own, log));
    return newWorker(`${lane.name}-${at}`, { api, random: own, library }, findings, [accessKeySecret]);
  });
  const work = async (worker: Worker) => {
    while (log.calls < lane.calls || (findings.lists === 0 && log.calls < 4 * lane.calls))
      await worker.random.pick(steps)(worker);
  };
  await Promise.all(workers.map(work));

  local.setFaults([]);
  await settled(local, connection);
  const api = createOosApi(createTransport(connection));
  for (const worker of workers) await audit({ ...worker, api });
  await local.close();
  findings.problems.push(...log.problems, ...auditStarts(log, { dataFile, keyFolder }));
  findings.problems.push(...leaksIn(readFileSync(dataFile, 'utf8')).map((name) => `${name} is in the data file`));
  return { ...findings, log };
}

/** Waits until what comes late has come: one more late answer comes after all the others. */
async function settled(local: { setFaults(faults: readonly string[]): void }, connection: Connection): Promise<void> {
  local.setFaults(['slow=1x']);
  await createOosApi(createTransport(connection)).describeRegions();
}
