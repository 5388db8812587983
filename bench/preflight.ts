// How long `oos preflight` takes from the start of its process to its end: the largest template of the corpus beside a tiny one and beside
// a program that only prints its help. The runs take turns, so that what else the machine does hits them alike.
//   npm run bench -- preflight     over OOS_CORPUS, or over a made-up template without it

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notation } from '../server/src/syntax/node.ts';
import { corpusFiles } from '../test/support/corpus.ts';
import { spots } from './longTemplate.ts';

const ROUNDS = 21;
const program = join(import.meta.dirname, 'oos.cjs');

const tiny = {
  FormatVersion: 'OOS-2019-06-01',
  Tasks: [{ Name: 'wait', Action: 'ACS::Sleep', Properties: { Duration: 'PT1S' } }],
};
/** About the size of the largest template that is published. */
const MADE_UP = 36 * 1024;

interface Run {
  readonly name: string;
  readonly argv: readonly string[];
  readonly times: number[];
}

const folder = mkdtempSync(join(tmpdir(), 'oos-bench-'));
try {
  const runs: Run[] = [
    { name: 'help alone', argv: ['--help'], times: [] },
    ...(['yaml', 'json'] as const).flatMap((notation) => [
      preflight(`${notation}, tiny`, notation, JSON.stringify(tiny)),
      preflight(`${notation}, largest`, notation, largest(notation)),
    ]),
  ];
  for (let round = 0; round < ROUNDS; round++) for (const { argv, times } of runs) times.push(time(argv));
  report(runs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function preflight(name: string, notation: Notation, text: string): Run {
  const path = join(folder, `${name.replace(', ', '-')}.oos.${notation}`);
  writeFileSync(path, text);
  return { name: `${name}, ${Math.ceil(text.length / 1024)} Ki`, argv: ['preflight', path], times: [] };
}

function largest(notation: Notation): string {
  const texts = corpusFiles().flatMap((file) => (file.notation === notation ? file.text : []));
  if (texts.length > 0) return texts.reduce((a, b) => (b.length > a.length ? b : a));
  return spots(notation, MADE_UP)[0]?.text ?? '';
}

function time(argv: readonly string[]): number {
  const start = performance.now();
  const { error } = spawnSync(process.execPath, [program, ...argv], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) throw error;
  return performance.now() - start;
}

function report(runs: readonly Run[]): void {
  console.log(`\nOne process of oos, ${ROUNDS} times: median and least`);
  const [start] = runs;
  const floor = median(start?.times ?? []);
  const least = Math.min(...(start?.times ?? []));
  for (const { name, times } of runs) {
    const [middle, best] = [median(times), Math.min(...times)];
    const beyond = `${(middle - floor).toFixed(0).padStart(6)} ${(best - least).toFixed(0).padStart(5)} ms beyond help`;
    const ratio = `${(middle / floor).toFixed(2).padStart(6)} x help`;
    console.log(
      `  ${name.padEnd(22)} ${middle.toFixed(0).padStart(6)} ${best.toFixed(0).padStart(5)} ms ${ratio} ${beyond}`,
    );
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
