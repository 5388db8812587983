import { beforeAll, expect } from 'vitest';
import { until } from '../../support/localOos.ts';
import { approve, template } from '../run/templates.ts';
import { type Service, sharedService, sleeping } from './service.ts';

/** A Local OOS in which something stands that commands could change. */
export interface Standing {
  readonly service: Service;
  /** Of executions that wait for an approval: `waiting` and `other`. */
  readonly ids: Readonly<Record<string, string>>;
  /** Everything is as it was in the beginning. */
  expectUntouched(): Promise<void>;
}

/** With the templates `good` and `guarded`, which have a tag, for all tests of a file. Its time goes as ours does. */
export function standingService(): Standing {
  const service = sharedService({ speed: 1 });
  const ids: Record<string, string> = {};
  let before: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    for (const name of ['good', 'guarded']) {
      const argv = ['publish', '-', '--name', name, '--tag', 'a=b', '--yes'];
      await service.oos(argv, { stdin: sleeping('before') });
    }
    ids.waiting = await startWaiting(service);
    ids.other = await startWaiting(service);
    before = await stateOf(service, ids.waiting);
  });
  return {
    service,
    ids,
    expectUntouched: async () => expect(await stateOf(service, ids.waiting ?? '')).toEqual(before),
  };
}

async function startWaiting(service: Service): Promise<string> {
  const run = ['run', '-', '--yes', '--no-follow'];
  const id = (await service.oos(run, { stdin: template([approve('ask')]) })).stdout.trim();
  await until(
    () => service.oos(['executions', 'show', id]),
    ({ stdout }) => stdout.includes('Waiting'),
  );
  return id;
}

/** Everything that commands could have changed, by the command that shows it. */
async function stateOf(service: Service, id: string): Promise<Record<string, string>> {
  const lines = [
    'templates list --share-type private --format json',
    'templates show good',
    'executions list --all --format json',
    `executions tasks ${id} --format json`,
    'tags list --type template --format json',
  ];
  const answers = lines.map(async (line) => [line, (await service.oos(line.split(' '))).stdout]);
  return Object.fromEntries(await Promise.all(answers));
}
