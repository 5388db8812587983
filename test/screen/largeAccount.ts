import * as path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EmulatorOptions } from '../../server/src/emulator/emulator.ts';
import type { StoredExecution } from '../../server/src/emulator/store/execution.ts';
import { templateKey } from '../../server/src/emulator/store/state.ts';
import { Store } from '../../server/src/emulator/store/store.ts';
import { makeWorld } from './world.ts';

export interface Contents {
  readonly templates: number;
  readonly executions: number;
}

type Place = Pick<EmulatorOptions, 'dataFile' | 'keyFolder'>;

export const nameOf = (index: number): string => `job-${String(index).padStart(3, '0')}`;

const MINUTE = 60_000;
const template = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: look
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
`;
const answers = { 'ECS:DescribeInstances': [{}, { $error: { code: 'Busy', message: 'Try again.' } }] };

/**
 * Writes the data of a Local OOS that has been in use for long, and answers where it is. An execution has begun every minute, and
 * each tenth has failed. They are copies of two that have really run, which is quicker than to run them all.
 */
export async function writeLargeAccount(folder: string, contents: Contents): Promise<Place> {
  const place = { dataFile: path.join(folder, 'oos.journal'), keyFolder: folder };
  await runTwo(folder, place);
  const store = await Store.open({ ...place, file: place.dataFile });
  const [sample] = store.state.templates.values();
  const [good, bad] = store.state.executions.values();
  if (!sample || !good || !bad) throw new Error('The data file lacks what was run.');
  for (let index = 0; index < contents.templates; index += 1) {
    store.commit({ kind: 'template', template: { ...sample, name: nameOf(index), id: `t-${index}` } });
  }
  for (let index = contents.executions - 1; index >= 0; index -= 1) {
    const execution = copied(index % 10 === 9 ? bad : good, index, nameOf(index % contents.templates));
    store.commit({ kind: 'execution', execution, counts: false });
  }
  store.commit({ kind: 'templateGone', key: templateKey(sample.region, sample.name) });
  store.commit({ kind: 'executionsGone', ids: [good.id, bad.id] });
  await store.close();
  return place;
}

async function runTwo(folder: string, place: Place): Promise<void> {
  const world = await makeWorld(folder, { ...place, answers });
  const { colleague } = world;
  await colleague.createTemplate({ TemplateName: 'sample', Content: template });
  for (const status of ['Success', 'Failed']) {
    const { Execution } = await colleague.startExecution({ TemplateName: 'sample' });
    while ((await colleague.getExecution(Execution.ExecutionId)).Status !== status) await delay(20);
  }
  await world.close();
}

function copied(execution: StoredExecution, index: number, name: string): StoredExecution {
  const ago = (time: number) => time - (index + 1) * MINUTE;
  const id = `exec-${String(index).padStart(20, '0')}`;
  return {
    ...execution,
    id,
    template: { ...execution.template, name },
    created: ago(execution.created),
    started: ago(execution.started ?? execution.created),
    updated: ago(execution.updated),
    ended: ago(execution.ended ?? execution.updated),
  };
}
