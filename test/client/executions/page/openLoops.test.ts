import { expect, test } from 'vitest';
import { OpenLoops } from '../../../../client/src/executions/page/openLoops.ts';
import type { TaskExecution } from '../../../../server/src/cloud/api/answers.ts';
import { veilOver } from '../../../../server/src/cloud/execution/veil.ts';
import { Script } from '../../../cloud/execution/scriptedApi.ts';

const minute = (index: number) => `2026-01-31T08:${String(index).padStart(2, '0')}:00Z`;
const item = (index: number, Status: string): object => ({
  TaskExecutionId: `item.${index}`,
  LoopItem: `i-${index}`,
  Status,
  StartDate: minute(index),
});
const loop = (Status: string) => [{ TaskExecutionId: 'each', Status }] as TaskExecution[];

/** A loop with these items that is open, of which it is told what it fetches again. */
async function openLoop(first: readonly object[]) {
  const script = new Script().answer('ListTaskExecutions', { TaskExecutions: first });
  const loops = new OpenLoops(script.api, 'exec-1', veilOver([]));
  await loops.open('each');
  return {
    refresh: async (items: readonly object[], status = 'Running') => {
      script.answer('ListTaskExecutions', ({ StartDateAfter = '' }) => ({
        TaskExecutions: items.filter((it) => ('StartDate' in it ? String(it.StartDate) : '') >= StartDateAfter),
      }));
      script.asked.length = 0;
      await loops.refresh(loop(status));
      return script.asked.map((it) => /StartDateAfter=(\S+)/.exec(it)?.[1]);
    },
    loops,
    shown: () => loops.loops.get('each')?.items.map(({ LoopItem, Status }) => `${LoopItem} ${Status}`),
  };
}

test('of a loop that goes on only what may have changed is fetched again', async () => {
  const { refresh, shown } = await openLoop([item(0, 'Success'), item(1, 'Running'), item(2, 'Success')]);
  const later = [item(0, 'never asked'), item(1, 'Success'), item(2, 'Success'), item(3, 'Failed')];
  expect(await refresh(later)).toEqual(['2026-01-31T08:00:59Z']);
  expect(shown()).toEqual(['i-0 Success', 'i-1 Success', 'i-2 Success', 'i-3 Failed']);
  // What has failed may be tried again.
  expect(await refresh([item(3, 'Success')])).toEqual(['2026-01-31T08:02:59Z']);
  expect(await refresh([item(3, 'Success'), item(4, 'Running')])).toEqual(['2026-01-31T08:02:59Z']);
  expect(shown()).toEqual(['i-0 Success', 'i-1 Success', 'i-2 Success', 'i-3 Success', 'i-4 Running']);
});

test('when a loop ends all is fetched once, also what never began', async () => {
  const { refresh, shown } = await openLoop([item(0, 'Running'), { TaskExecutionId: 'item.1', LoopItem: 'i-1' }]);
  const last = [item(0, 'Failed'), { TaskExecutionId: 'item.1', LoopItem: 'i-1', Status: 'Cancelled' }];
  expect(await refresh(last, 'Failed')).toEqual([undefined]);
  expect(shown()).toEqual(['i-0 Failed', 'i-1 Cancelled']);
  expect(await refresh(last, 'Failed')).toEqual([]);
});

test('a loop that is closed while its items are fetched stays closed', async () => {
  const { refresh, loops } = await openLoop([item(0, 'Running')]);
  const fetched = refresh([item(0, 'Success')]);
  loops.close('each');
  await fetched;
  expect(loops.loops.size).toBe(0);
});

test('more than a page stays more when only the last items are fetched again', async () => {
  const all = Array.from({ length: 52 }, (_, index) => item(index, index < 49 ? 'Success' : 'Running'));
  const { refresh, loops } = await openLoop(all);
  await refresh(all.slice(0, 50));
  expect([loops.loops.get('each')?.items.length, loops.loops.get('each')?.hasMore]).toEqual([50, true]);
});
