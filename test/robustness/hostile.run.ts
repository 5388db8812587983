import { describe, test } from 'vitest';
import { expectSound, hostileTexts } from '../support/hostileTexts.ts';

/** The largest text that is parsed at all. */
const LARGEST = 1024 * 1024;
/** Each takes less than a second on an idle machine. */
const TIME_LIMIT = 15_000;

describe.each(['yaml', 'json'] as const)('hostile %s', (notation) => {
  const texts = Object.entries(hostileTexts(LARGEST)).map(([name, text]) => [name, text.slice(0, LARGEST)] as const);
  test.each(texts)('%s', { timeout: TIME_LIMIT }, (_, text) => expectSound(text, notation));
});
