import { test } from 'vitest';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { corpusFiles } from '../support/corpus.ts';
import { sample } from './sample.ts';
import { writeFileSync } from 'node:fs';
test('x', () => {
  const t = performance.now();
  const all = sample(corpusFiles(), bundledCatalog(), { seed: '2019-06-01', positions: 300 });
  console.log(performance.now() - t, all.length);
  const by = new Map<string, number>();
  for (const it of all) by.set(`${it.site.kind} ${it.notation}`, (by.get(`${it.site.kind} ${it.notation}`) ?? 0) + 1);
  console.log([...by].map((it) => it.join(' ')).join('\n'));
  writeFileSync('/tmp/sample.txt', all.map((it) => `## ${it.site.kind} ${it.notation} ${it.file} | ${it.way} | wanted ${it.site.wanted} typed <${it.typed}>\n${it.text.slice(Math.max(0, it.offset - 200), it.offset)}<|>${it.text.slice(it.offset, it.offset + 100)}`).join('\n\n'));
}, 60000);
