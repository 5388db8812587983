// How much a check costs beside the bare parse of the same texts, in one process, warm, rounds interleaved.
//   npm run bench             over OOS_CORPUS, or over examples/ without it

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseTree } from 'jsonc-parser';
import { analyze } from '../server/src/analysis/analyze.ts';
import { rules } from '../server/src/analysis/rules/index.ts';
import { TemplateDocument } from '../server/src/template/document.ts';
import { bundledCatalog } from '../server/src/workspace/bundledCatalog.ts';
import { type CorpusFile, corpusFiles } from '../test/support/corpus.ts';

// The package as Node finds it: the peer of our parse, which is bundled as it is shipped.
const { parseDocument } = createRequire(join(import.meta.dirname, '../../package.json'))(
  'yaml',
) as typeof import('yaml');

const ROUNDS = 7;
// Fewer, and the optimising compiler is still at work on the rules while they are measured.
const WARM_UP = 8;

const catalog = bundledCatalog();
const files = corpusFiles();
if (files.length === 0) {
  console.log('OOS_CORPUS names no folder: the examples are measured instead, and the figures mean little.');
  files.push(...examples());
}

for (const notation of ['yaml', 'json'] as const) {
  const texts = files.filter((file) => file.notation === notation);
  if (texts.length > 0) report(notation, texts);
}

function report(notation: CorpusFile['notation'], texts: readonly CorpusFile[]): void {
  const bare = notation === 'yaml' ? (text: string) => parseDocument(text) : (text: string) => parseTree(text, []);
  const stages = {
    'bare parse': bare,
    'our parse': (text: string) => new TemplateDocument(text, notation).tree,
    'with the template': (text: string) => new TemplateDocument(text, notation).template,
    'whole check': (text: string) => analyze(new TemplateDocument(text, notation), catalog),
  };
  const times = interleaved(texts, stages);
  const floor = times['bare parse'] ?? Number.NaN;
  console.log(
    `\n${notation.toUpperCase()}: ${texts.length} files, ${Math.round(texts.reduce((sum, { text }) => sum + text.length, 0) / 1024)} Ki characters`,
  );
  for (const [stage, ms] of Object.entries(times)) {
    console.log(`  ${stage.padEnd(18)} ${ms.toFixed(1).padStart(8)} ms   ${(ms / floor).toFixed(2)} x bare parse`);
  }
  console.log(`  slowest file       ${slowest(texts, stages['whole check'])}`);
  console.log(`  slowest rules      ${slowestRules(texts)}`);
}

/** The median time over all texts for each stage; the stages take turns, so that noise hits them alike. */
function interleaved(
  texts: readonly CorpusFile[],
  stages: Readonly<Record<string, (text: string) => unknown>>,
): Record<string, number> {
  const samples = Object.keys(stages).map((name) => ({ name, times: [] as number[] }));
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const { name, times } of samples) {
      const ms = time(() => texts.map(({ text }) => stages[name]?.(text)));
      if (round >= WARM_UP) times.push(ms);
    }
  }
  return Object.fromEntries(samples.map(({ name, times }) => [name, median(times)]));
}

function slowest(texts: readonly CorpusFile[], check: (text: string) => unknown): string {
  const timed = texts.map(({ name, text }) => ({ name, ms: median([1, 2, 3].map(() => time(() => check(text)))) }));
  const worst = timed.reduce((a, b) => (b.ms > a.ms ? b : a));
  return `${worst.ms.toFixed(1)} ms (${worst.name})`;
}

/** Each rule alone on documents that are read already. */
function slowestRules(texts: readonly CorpusFile[]): string {
  const documents = texts.map(({ text, notation }) => new TemplateDocument(text, notation));
  for (const document of documents) analyze(document, catalog);
  const timed = rules.map((rule) => ({
    id: rule.id,
    ms: time(() => documents.map((it) => analyze(it, catalog, [rule]))),
  }));
  timed.sort((a, b) => b.ms - a.ms);
  return timed
    .slice(0, 8)
    .map(({ id, ms }) => `${id} ${ms.toFixed(1)}`)
    .join(', ');
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function examples(): CorpusFile[] {
  const folder = join(import.meta.dirname, '..', 'examples');
  return readdirSync(folder).map((name) => ({
    name,
    notation: name.endsWith('.json') ? 'json' : 'yaml',
    text: readFileSync(join(folder, name), 'utf8'),
  }));
}
