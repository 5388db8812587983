import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { toData } from '../../server/src/syntax/navigate.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { runToEnd, templateOf } from '../support/runToEnd.ts';

test('corpus', () => {
  const counts = new Map<string, number>();
  const lines: string[] = [];
  const root = '/work/shared/corpus';
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/\.ya?ml$/.test(file)) continue;
    const text = readFileSync(`${root}/${file}`, 'utf8');
    let template;
    try { template = templateOf(text, 'yaml'); } catch { continue; }
    if (template.kind === 'state') continue;
    const parameters: Record<string, any> = {};
    const data = toData(new TemplateDocument(text, 'yaml').tree.root) as any;
    for (const [name, it] of Object.entries<any>(data.Parameters ?? {})) {
      if ('Default' in it) continue;
      parameters[name] = it.AllowedValues?.[0] ?? ({ Number: it.MinValue ?? 1, Boolean: true, List: ['x'], Json: {} } as any)[it.Type] ?? 'x';
    }
    let end = '';
    try {
      const { run, trace } = runToEnd(text, { parameters, environment: { RegionId: 'cn-hangzhou', AccountId: '1', ExecutionId: 'exec-1', ExecuteUser: 'u', OOSUtilVersion: '1' }, now: '2030-01-01T00:00:00Z' });
      end = trace.at(-1) ?? '';
    } catch (error) { end = `THROWN ${(error as Error).stack?.slice(0, 3000)}`; }
    lines.push(`${file}: ${end.slice(0, 900)}`);
    const key = end.replace(/\{.*/s, '').replace(/The task \S+ failed\./g, '').replace(/'[^']*'/g, (m) => /jq|function/.test(end) ? m : "'..'").slice(0, 120);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  writeFileSync('/tmp/exec5/lines.txt', lines.join('\n'));
  writeFileSync('/tmp/exec5/counts.txt', [...counts].sort((a, b) => b[1] - a[1]).map(([k, n]) => `${n} ${k}`).join('\n'));
}, 300000);
