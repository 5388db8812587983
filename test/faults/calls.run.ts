import { channel } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FaultName, faultNames } from '../../server/src/emulator/faults/faults.ts';
import { type Lane, type LaneReport, runLane } from './lane.ts';
import { buildLibrary } from './library.ts';

/** Set OOS_SEED to any text for other calls and other faults. */
const { OOS_SEED: seed = '2019-06-01' } = process.env;

/** What only updates meet is to strike more often, what no list gets past less. */
const rates: Readonly<Record<string, number>> = {
  race: 0.95,
  throttle: 0.35,
  slow: 0.2,
  garble: 0.15,
  'clock-skew': 0.1,
  fail: 0.1,
};
/** One that nothing is done about. */
const code = 'QuotaExceed';
const at = (name: FaultName, rate: number) => `${name === 'fail' ? `${name}:${code}` : name}=${rate}`;
const lanes: readonly Lane[] = [
  { name: 'none', faults: [], calls: 100, workers: 1 },
  ...faultNames.map((name) => ({ name, faults: [at(name, rates[name] ?? 0.25)], calls: 130, workers: 1 })),
  { name: 'mixed', faults: faultNames.map((name) => at(name, 0.04)), calls: 850, workers: 4 },
];

const reports = new Map<string, LaneReport>();
/** What the process complained of meanwhile. */
const complaints: unknown[] = [];
const complain = (complaint: unknown): void => void complaints.push(complaint);
const events = ['unhandledRejection', 'uncaughtException', 'warning'] as const;
const folder = mkdtempSync(join(tmpdir(), 'oos-faults-'));

beforeAll(async () => {
  for (const event of events) process.on(event, complain);
  const library = await buildLibrary(folder, 300);
  await Promise.all(lanes.map(async (lane) => reports.set(lane.name, await runLane(lane, seed, library, folder))));
  console.log(table());
}, 240_000);

afterAll(() => {
  for (const event of events) process.off(event, complain);
  rmSync(folder, { recursive: true, force: true });
});

function reportOf(name: string): LaneReport {
  const report = reports.get(name);
  if (!report) throw new Error(`the lane ${name} did not end`);
  return report;
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);

function table(): string {
  const rows = lanes.map(({ name }) => {
    const { log, failures, lists } = reportOf(name);
    const failed = [...failures].map(([kind, count]) => `${kind} ${count}`).join(', ');
    const starts = [...log.tokens.values()].filter(({ retried }) => retried).length;
    return `${name}: ${log.calls} calls, ${log.retries} sent again (${starts} starts), ${lists} lists read; failed: ${failed}`;
  });
  const late = Math.max(...[...reports.values()].map(({ log }) => log.latest));
  return [...rows, `the latest call ended ${Math.round(late)} ms after its limit`].join('\n');
}

describe('a service that goes wrong', () => {
  test('is called two thousand times', () => {
    expect(sum([...reports.values()].map(({ log }) => log.calls))).toBeGreaterThanOrEqual(2000);
  });

  test.each(lanes.map(({ name }) => name))('%s: nothing hangs, is lost, or happens twice; errors are told', (name) => {
    expect(reportOf(name).problems).toEqual([]);
  });

  test.each(faultNames)('%s: strikes', (name) => {
    const { failures, log } = reportOf(name);
    const failed = [...failures].map(([kind, count]) => (kind === 'cancelled' ? 0 : count));
    expect(sum(failed) + log.retries).toBeGreaterThan(2);
  });

  test('answers every call where nothing goes wrong', () => {
    const { failures, log, lists } = reportOf('none');
    expect([...failures.keys()].filter((kind) => kind !== 'cancelled')).toEqual([]);
    expect(log.retries).toBe(0);
    expect(lists).toBeGreaterThan(0);
  });

  test('lets lists be read to their end all the same', () => {
    expect(lanes.map(({ name }) => name).filter((name) => reportOf(name).lists === 0)).toEqual([]);
  });

  test('is told again to start what may have started', () => {
    const starts = [...reports.values()].flatMap(({ log }) => [...log.tokens.values()]);
    expect(starts.filter(({ retried }) => retried).length).toBeGreaterThan(10);
  });

  test('leaves the process in order', () => {
    expect(complaints).toEqual([]);
    const watched = ['http.client.request.start', 'http.client.response.finish'];
    expect(watched.filter((name) => channel(name).hasSubscribers)).toEqual([]);
  });
});
