import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { corpusFiles } from '../support/corpus.ts';
import { verdictAt } from './ask.ts';
import { shortcomings, table } from './report.ts';
import { sample } from './sample.ts';

test('x', () => {
  const catalog = bundledCatalog();
  const all = sample(corpusFiles(), catalog, {
    seed: process.env.OOS_SEED ?? '2019-06-01',
    positions: Number(process.env.OOS_SAMPLES ?? 300),
  });
  const verdicts = all.map((it) => verdictAt(it, catalog));
  writeFileSync('/tmp/table.txt', table(verdicts));
  writeFileSync('/tmp/short.txt', shortcomings(verdicts));
  const show = (v: (typeof verdicts)[number]) =>
    `## ${v.position.site.kind} ${v.position.notation} ${v.position.file} | ${v.position.way} | wanted ${v.position.site.wanted} typed <${v.position.typed}> rank ${v.rank} of ${v.labels.length}: ${v.labels.slice(0, 6).join(', ')} | ${v.wrong ?? ''} | ${v.findings.join(' // ')}\n${v.position.text.slice(Math.max(0, v.position.offset - 300), v.position.offset)}<|>${v.position.text.slice(v.position.offset, v.position.offset + 150)}` +
    (v.wrong || v.findings.length
      ? `\n>>>>>> ${v.text?.slice(Math.max(0, v.position.offset - 100), v.position.offset + 300)}`
      : '');
  const bad = (f: (v: (typeof verdicts)[number]) => boolean) => verdicts.filter(f).map(show).join('\n\n');
  writeFileSync(
    '/tmp/notoffered.txt',
    bad((v) => v.rank < 0),
  );
  writeFileSync(
    '/tmp/low.txt',
    bad((v) => v.rank >= 3),
  );
  writeFileSync(
    '/tmp/wrong.txt',
    bad((v) => v.rank >= 0 && !!v.wrong),
  );
  writeFileSync(
    '/tmp/findings.txt',
    bad((v) => v.rank >= 0 && !v.wrong && v.findings.length > 0),
  );
}, 1200000);
