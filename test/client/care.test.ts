import { expect, test } from 'vitest';
import { ageOf } from '../../client/src/actions/age.ts';
import { Crashes } from '../../client/src/care/crashes.ts';

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

test.each([
  [10_000, 'now', '现在'],
  [90_000, '1 minute ago', '1分钟前'],
  [2 * 3_600_000, '2 hours ago', '2小时前'],
  [3 * 86_400_000, '3 days ago', '3天前'],
  [-5000, 'now', '现在'],
])('%s ms is %s, %s', (age, english, chinese) => {
  const now = new Date('2026-01-31T12:00:00Z');
  const then = new Date(now.getTime() - age);
  expect(ageOf(then, 'en', now)).toBe(english);
  expect(ageOf(then, 'zh-cn', now)).toBe(chinese);
});
