import { writeFileSync, appendFileSync } from 'node:fs';
import { test } from 'vitest';
import { complete } from '../../server/src/features/completion/complete.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { corpusFiles } from '../support/corpus.ts';
import { judge } from './judge.ts';
import { kinds } from './position.ts';
import { sample } from './sample.ts';

test('x', () => {
  const catalog = bundledCatalog();
  const all = sample(corpusFiles(), catalog, {
    seed: process.env.OOS_SEED ?? '2019-06-01',
    positions: Number(process.env.OOS_SAMPLES ?? 300),
  });
  let spent = 0;
  const snippets = process.env.SNIP !== '0';
  const verdicts = all.map((it) => {
    const t = performance.now(); appendFileSync('/tmp/now.txt', `${it.site.kind} ${it.file} ${it.notation} ${it.way} <${it.typed}> ${it.text.length} ${it.offset}\n`);
    let offers: any = [];
    try {
      offers = complete(new TemplateDocument(it.text, it.notation), it.offset, { catalog, snippets }).items;
    } catch (e) {
      console.log('THROWN', it.site.kind, it.file, (e as Error).stack?.split('\n').slice(0, 4).join('\n'));
    }
    spent += performance.now() - t;
    const t2 = performance.now();
    const v = judge(it, offers, catalog);
    const t3 = performance.now();
    if (t3 - t > 300) appendFileSync('/tmp/slow.txt', `${it.site.kind} ${it.file} ${it.notation} ${it.typed} ${it.text.length} complete ${t2 - t} judge ${t3 - t2} offers ${offers.length}\n`);
    return v;
  });
  console.log('ms', spent / all.length);
  const row = (name: string, some: typeof verdicts) => {
    const f = (n: number) => String(n).padStart(7);
    const p = (n: number, of = some.length) => (of === 0 ? '' : ((n / of) * 100).toFixed(1)).padStart(7);
    const e = some.filter(
      (v) => v.position.typed === '' || v.position.typed === 'Fn::' || v.position.typed === 'ACS::',
    );
    const c = some.filter((v) => !e.includes(v));
    const off = some.filter((v) => v.rank >= 0);
    return (
      name.padEnd(24) +
      f(some.length) +
      p(off.length) +
      p(some.filter((v) => v.rank >= 0 && v.rank < 3).length) +
      '   empty' +
      p(e.filter((v) => v.rank >= 0).length, e.length) +
      p(e.filter((v) => v.rank >= 0 && v.rank < 3).length, e.length) +
      '   cut' +
      p(c.filter((v) => v.rank >= 0).length, c.length) +
      p(c.filter((v) => v.rank >= 0 && v.rank < 3).length, c.length) +
      '   wrong' +
      f(off.filter((v) => v.wrong).length) +
      '  findings' +
      f(off.filter((v) => v.findings.length).length)
    );
  };
  console.log(
    kinds
      .map((k) =>
        row(
          k,
          verdicts.filter((v) => v.position.site.kind === k),
        ),
      )
      .join('\n'),
  );
  console.log(row('all', verdicts));
  console.log(
    row(
      'all but empty action',
      verdicts.filter((v) => v.position.site.kind !== 'action, empty'),
    ),
  );
  const show = (v: (typeof verdicts)[number]) =>
    `## ${v.position.site.kind} ${v.position.notation} ${v.position.file} | ${v.position.way} | wanted ${v.position.site.wanted} typed <${v.position.typed}> rank ${v.rank} of ${v.labels.length}: ${v.labels.slice(0, 6).join(', ')} | ${v.wrong ?? ''} | ${v.findings.join(' // ')}\n${v.position.text.slice(Math.max(0, v.position.offset - 300), v.position.offset)}<|>${v.position.text.slice(v.position.offset, v.position.offset + 150)}` +
    (v.wrong || v.findings.length
      ? `\n>>>>>> ${v.accepted?.text.slice(Math.max(0, v.position.offset - 100), v.position.offset + 300)}`
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
