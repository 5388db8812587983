// How long an answer takes beside the bare parse of its text: completion and hover, the first one of a process and later ones.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseTree } from 'jsonc-parser';
import { complete } from '../server/src/features/completion/complete.ts';
import { hover } from '../server/src/features/hover/hover.ts';
import type { Notation } from '../server/src/syntax/node.ts';
import { TemplateDocument } from '../server/src/template/document.ts';
import { bundledCatalog } from '../server/src/workspace/bundledCatalog.ts';
import { type Spot, spots } from './longTemplate.ts';
import { protocolTimes } from './protocol.ts';

const { parseDocument } = createRequire(join(import.meta.dirname, '../../package.json'))(
  'yaml',
) as typeof import('yaml');

const SMALL = 4 * 1024;
/** The most that the service takes. */
const LARGE = 64 * 1024;
const COLD_ROUNDS = 3;
const WARM_UP = 6;
const ROUNDS = 15;

type Answer = (spot: Spot, notation: Notation) => unknown;

const answers: Readonly<Record<string, Answer>> = {
  'bare parse': ({ text }, notation) => (notation === 'yaml' ? parseDocument(text) : parseTree(text, [])),
  completion: ({ text, offset }, notation) =>
    complete(new TemplateDocument(text, notation), offset, { catalog: bundledCatalog(), snippets: true }),
  hover: ({ text }, notation) =>
    hover(new TemplateDocument(text, notation), text.indexOf('RebootInstance') + 2, {
      catalog: bundledCatalog(),
      language: 'en',
    }),
  catalogue: () => [bundledCatalog().actionNames, bundledCatalog().openApi.serviceCodes],
};

const [, , cold, size = '', notation = 'yaml', name = ''] = process.argv;
if (cold !== undefined) coldRun(cold, Number(size), notation as Notation, name);
else {
  for (const it of ['yaml', 'json'] as const) firstAnswers(it);
  for (const it of ['yaml', 'json'] as const) laterAnswers(it);
  await protocolTimes(spots('yaml', LARGE));
}

/** In a process of its own: prints how long one answer takes that is the first. */
function coldRun(answer: string, length: number, language: Notation, spotName: string): void {
  const spot = spots(language, length).find((it) => it.name === spotName);
  const run = answers[answer];
  if (!spot || !run) throw new Error(`no such measurement: ${process.argv.slice(2).join(' ')}`);
  console.log(time(() => run(spot, language)));
}

function firstAnswers(language: Notation): void {
  const first = (answer: string, spot = 'API') =>
    median(
      Array.from({ length: COLD_ROUNDS }, () =>
        Number(execFileSync(process.execPath, [import.meta.filename, answer, String(SMALL), language, spot])),
      ),
    );
  const parse = first('bare parse');
  console.log(`\n${language.toUpperCase()}, the first answer of a process, ${SMALL / 1024} Ki characters`);
  line('bare parse', parse, parse);
  line('catalogue', first('catalogue'), parse);
  for (const { name: spot } of spots(language, SMALL)) line(spot, first('completion', spot), parse, true);
  line('hover', first('hover'), parse, true);
}

function laterAnswers(language: Notation): void {
  const all = spots(language, LARGE);
  const [one] = all;
  if (!one) return;
  const measured: { readonly name: string; readonly run: () => unknown; readonly times: number[] }[] = [
    { name: 'bare parse', run: () => answers['bare parse']?.(one, language), times: [] },
    ...all.map((spot) => ({ name: spot.name, run: () => answers.completion?.(spot, language), times: [] })),
    { name: 'hover', run: () => answers.hover?.(one, language), times: [] },
  ];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const { run, times } of measured) {
      const ms = time(run);
      if (round >= WARM_UP) times.push(ms);
    }
  }
  const floor = median(measured[0]?.times ?? []);
  console.log(`\n${language.toUpperCase()}, later answers, ${Math.round(one.text.length / 1024)} Ki characters`);
  for (const { name: spot, times } of measured) line(spot, median(times), floor);
}

function line(what: string, ms: number, floor: number, beyond = false): void {
  const more = beyond ? `   ${(ms - floor).toFixed(1).padStart(7)} ms beyond it` : '';
  console.log(
    `  ${what.padEnd(18)} ${ms.toFixed(1).padStart(8)} ms   ${(ms / floor).toFixed(2).padStart(6)} x bare parse${more}`,
  );
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
