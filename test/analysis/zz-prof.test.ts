import { test } from 'vitest';
import { analyze } from '/work/main/server/src/analysis/analyze.ts';
import { rules } from '/work/main/server/src/analysis/rules/index.ts';
import { TemplateDocument } from '/work/main/server/src/template/document.ts';
import { bundledCatalog } from '/work/main/server/src/workspace/bundledCatalog.ts';
test('x', () => {
  const head = 'FormatVersion: OOS-2019-06-01\nTasks:\n';
  for (const c of ['', '  # oos-disable unknown-task\n']) {
    const text = (head + (c + '  - { Name: a, Action: ACS::Quantum::Teleport }\n').repeat(10000)).slice(0, 900000);
    for (const n of [1,2]) {
    const t0 = performance.now();
    const d = new TemplateDocument(text, 'yaml'); d.template;
    const t1 = performance.now();
    const f = analyze(d, bundledCatalog());
    console.log(JSON.stringify(c), text.length, 'parse', t1 - t0, 'analyze', performance.now() - t1, f.length);
    }
  }
  const text = (head + ('  - { Name: a, Action: ACS::Quantum::Teleport }\n').repeat(10000)).slice(0, 900000);
  const d = new TemplateDocument(text, 'yaml'); d.template;
  const slow = rules.map((r) => { const t = performance.now(); analyze(d, bundledCatalog(), [r]); return [r.id, performance.now() - t]; }).sort((a: any, b: any) => b[1] - a[1]).slice(0, 8);
  console.log(slow);
}, 100000);
