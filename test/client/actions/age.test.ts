import { expect, test } from 'vitest';
import { ageOf } from '../../../client/src/actions/age.ts';

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
