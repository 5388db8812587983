import { expect, test } from 'vitest';
import { Crashes } from '../../../client/src/languageServer/crashes.ts';

test('a server that ends is started again, later each time, and left alone after the fifth end in three minutes', () => {
  const crashes = new Crashes();
  const times = [0, 1000, 3000, 8000, 20_000];
  expect(times.map((time) => crashes.next(time))).toEqual([0, 1000, 2000, 4000, undefined]);
  crashes.forget();
  expect(crashes.next(21_000)).toBe(0);
});

test('ends that are far apart do not count together', () => {
  const crashes = new Crashes();
  const times = Array.from({ length: 12 }, (_, index) => index * 60_000);
  expect(times.map((time) => crashes.next(time))).not.toContain(undefined);
  expect(crashes.next(10_000_000)).toBe(0);
});
