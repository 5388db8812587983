import { describe, expect, test } from 'vitest';
import { cpuTime } from '../support/cpuTime.ts';
import { expectSound, hostileTexts } from '../support/hostileTexts.ts';

/** The largest text that is parsed at all. */
const LARGEST = 1024 * 1024;
/** Milliseconds of the processor. Each takes less than a second on an idle machine. */
const TIME_LIMIT = 15_000;

describe.each(['yaml', 'json'] as const)('hostile %s', (notation) => {
  const texts = Object.entries(hostileTexts(LARGEST)).map(([name, text]) => [name, text.slice(0, LARGEST)] as const);
  test.each(texts)('%s', (_, text) => {
    expect(cpuTime(() => expectSound(text, notation))).toBeLessThan(TIME_LIMIT);
  });
});
