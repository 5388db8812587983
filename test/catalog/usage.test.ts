import { expect, test } from 'vitest';
import { popularityOfActions } from '../../server/src/catalog/usage.ts';

test('the popularity of actions goes from 0 to 10 with the logarithm of the uses', () => {
  const popularity = popularityOfActions({ actions: { 'ACS::A': 999, 'ACS::B': 9, 'ACS::C': 1 }, operations: {} });
  expect(popularity('acs::a')).toBe(10);
  expect(popularity('ACS::B')).toBeCloseTo(10 / 3);
  expect(popularity('ACS::C')).toBeCloseTo(1, 0);
  expect(popularity('ACS::Unheard')).toBe(0);
});

test('without any uses nothing is popular', () => {
  expect(popularityOfActions({ actions: {}, operations: {} })('ACS::A')).toBe(0);
});
