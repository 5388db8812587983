import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { fixAll } from '../../server/src/features/fixAll.ts';
import { canBeSilenced, silenceInFile, silenceOnLine } from '../../server/src/features/silence.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { toData } from '../../server/src/syntax/navigate.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { isOosTemplate, notationOf } from '../../server/src/template/recognise.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
function* files(d: string): Generator<string> { for (const e of readdirSync(d)) { const p = join(d, e); if (statSync(p).isDirectory()) yield* files(p); else if (/\.(ya?ml|json)$/.test(e)) yield p; } }
test('x', () => {
  let n = 0, silences = 0; const rows: string[] = [];
  const c = bundledCatalog();
  for (const preset of ['recommended', 'strict'] as const) {
    const settings = { preset, rules: {} };
    let changed = 0, dataChanged = 0, fixedTotal = 0; const t0 = performance.now();
    for (const f of files('/work/shared/corpus')) {
      const text = readFileSync(f, 'utf8').replace(/^\uFEFF/, '');
      const doc = new TemplateDocument(text, notationOf(f, undefined, text));
      if (!isOosTemplate(doc, { fileName: f })) continue;
      n++;
      const once = fixAll(text, doc.notation, c, settings);
      fixedTotal += once.fixed;
      if (once.text !== text) changed++;
      const again = fixAll(once.text, doc.notation, c, settings);
      if (again.fixed) rows.push('NOT IDEMPOTENT ' + f);
      const after = new TemplateDocument(once.text, doc.notation);
      if (after.tree.problems.length > doc.tree.problems.length) rows.push('BROKEN ' + f);
      if (JSON.stringify(toData(after.tree.root)) !== JSON.stringify(toData(doc.tree.root))) { dataChanged++; if (preset === 'recommended') rows.push('data ' + f + ' ' + analyze(doc, c, undefined, settings).filter((x) => x.fixes[0] && !x.fixes[0].guess).map((x) => x.rule + ':' + x.fixes[0]?.title.en).join(' | ')); }
      if (after.tree.comments.length !== doc.tree.comments.length) rows.push('COMMENTS ' + f);
      if (preset === 'recommended' && doc.notation === 'yaml') for (const d of analyze(doc, c, undefined, { preset: 'strict', rules: {} }).filter((x) => canBeSilenced(doc.tree, x)).slice(0, 4)) {
        silences++;
        const s = applyEdits(text, [silenceOnLine(doc.tree, d)]);
        const found = analyze(new TemplateDocument(s, 'yaml'), c, undefined, { preset: 'strict', rules: {} });
        const before = analyze(doc, c, undefined, { preset: 'strict', rules: {} });
        if (found.filter((x) => x.rule === d.rule && x.message.en === d.message.en).length >= before.filter((x) => x.rule === d.rule && x.message.en === d.message.en).length || found.some((x) => x.rule === 'unused-suppression')) rows.push('SILENCE ' + f + ' ' + d.rule);
      }
    }
    rows.push(`${preset}: ${n} changed ${changed} dataChanged ${dataChanged} fixed ${fixedTotal} ms ${performance.now() - t0}`);
  }
  rows.push('silences ' + silences);
  console.log(rows.join('\n'));
}, 600000);
