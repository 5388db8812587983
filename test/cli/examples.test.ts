import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oos } from './runOos.ts';

const cwd = join(import.meta.dirname, '../../examples');
const files = readdirSync(cwd);

async function findingsIn(file: string): Promise<readonly { rule: string; severity: string }[]> {
  const { stdout } = await oos(['check', file, '--format', 'json'], { cwd });
  return JSON.parse(stdout).files[0].diagnostics;
}

test.each(files.filter((file) => !file.startsWith('broken-')))('%s has no mistakes', async (file) => {
  // That a machine is stopped is noted, and is no mistake.
  const found = await findingsIn(file);
  expect(found.filter(({ rule }) => rule !== 'risky-disruptive-call')).toEqual([]);
});

test.each(files.filter((file) => file.startsWith('broken-')))('%s shows several mistakes', async (file) => {
  const rules = (await findingsIn(file)).filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  expect(new Set(rules).size).toBeGreaterThan(3);
  expect(rules).toContain('unknown-parameter');
});

test('both notations have good and broken examples', () => {
  for (const ending of [/^broken-.*\.yml$/, /^broken-.*\.json$/, /^(?!broken-).*\.yml$/, /^(?!broken-).*\.json$/]) {
    expect(files.some((file) => ending.test(file))).toBe(true);
  }
});
