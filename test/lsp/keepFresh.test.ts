import { expect, test } from 'vitest';
import { keepFresh } from '../../server/src/lsp/actions/keepFresh.ts';

const minute = 60_000;
const day = 86_400_000;

interface World {
  readonly wanted?: boolean;
  /** In days; undefined: nothing was fetched yet. */
  readonly age?: number;
  /** What each refresh does, one after the other; after the last one it works. */
  readonly failures?: number;
  readonly rounds: number;
}

/** What happens until so many pauses are over: `refresh`, `failed`, and the pauses in minutes. */
async function happens({ wanted = true, age, failures = 0, rounds }: World): Promise<(string | number)[]> {
  const events: (string | number)[] = [];
  const end = new AbortController();
  let fetched = age === undefined ? undefined : new Date(Date.now() - age * day);
  let left = failures;
  await keepFresh(
    {
      wanted: async () => wanted,
      fetched: () => fetched,
      refresh: async () => {
        events.push('refresh');
        left -= 1;
        if (left >= 0) throw new Error('no network');
        fetched = new Date();
      },
      failed: () => events.push('failed'),
      wait: async (milliseconds) => {
        events.push(milliseconds / minute);
        if (events.filter((it) => typeof it === 'number').length === rounds) end.abort();
      },
    },
    end.signal,
  );
  return events;
}

test('what is older than a week, or was never fetched, is fetched once', async () => {
  expect(await happens({ age: 8, rounds: 2 })).toEqual(['refresh', 60, 60]);
  expect(await happens({ rounds: 2 })).toEqual(['refresh', 60, 60]);
});

test('what is younger stays', async () => {
  expect(await happens({ age: 6, rounds: 2 })).toEqual([60, 60]);
});

test('nothing is fetched that is not wanted', async () => {
  expect(await happens({ wanted: false, rounds: 2 })).toEqual([60, 60]);
});

test('after failures the pauses grow, and shrink again when it works', async () => {
  const tries = [5, 10, 20, 40, 80, 160, 320, 360, 360].flatMap((pause) => ['refresh', 'failed', pause]);
  expect(await happens({ failures: 9, rounds: 10 })).toEqual([...tries, 'refresh', 60]);
});
