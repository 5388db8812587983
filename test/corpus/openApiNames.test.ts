import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ApiOperation, ApiParameter } from '../../server/src/catalog/openApi.ts';
import { findParameter, findRequestParameter } from '../../server/src/catalog/requestNames.ts';
import { followPath } from '../../server/src/catalog/responsePaths.ts';
import { taskSelectors } from '../../server/src/analysis/jq/selectors.ts';
import { plainSteps } from '../../server/src/jq/plainPath.ts';
import { readSelector } from '../../server/src/jq/selector.ts';
import { asMapping, asSequence, keyName, stringOf, valueFor } from '../../server/src/syntax/navigate.ts';
import type { ValueNode } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Task } from '../../server/src/template/template.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { corpusFolder, corpusTwins } from '../support/corpus.ts';

const { openApi } = bundledCatalog();
const apiActions = ['acs::executeapi', 'acs::waitfor', 'acs::checkfor'];

/** What is asked of the catalogue, and what of it the catalogue does not know. */
class Tally {
  readonly asked = new Set<string>();
  readonly unknown = new Set<string>();
  uses = 0;

  ask(name: string, known: boolean): void {
    this.uses++;
    this.asked.add(name);
    if (!known) this.unknown.add(name);
  }
  share() { return 1 - this.unknown.size / this.asked.size; }
}

test('x', () => {
  const operations = new Tally(), parameters = new Tally(), inner = new Tally(), paths = new Tally();
  let sel = 0, untold = 0; const rules: Record<string, number> = {}; const untolds = new Set<string>();
  for (const { yaml } of corpusTwins()) {
    const template = new TemplateDocument(yaml.text, 'yaml').template;
    for (const task of template?.allTasks ?? []) {
      if (!apiActions.includes(task.action?.toLowerCase() ?? '')) continue;
      const props = task.properties?.value;
      const s = stringOf(valueFor(props, 'Service')) ?? '', a = stringOf(valueFor(props, 'API')) ?? '';
      const service = openApi.service(s); const op = service?.operation(a);
      operations.ask(`${s}/${a}`, !!op);
      if (!op) continue;
      const walk = (ps: readonly ApiParameter[], node: ValueNode | undefined, path: string): void => {
        for (const item of asSequence(node)?.items ?? []) walk(ps, item, path);
        if (ps.length === 0) return;
        for (const pair of asMapping(node)?.pairs ?? []) {
          const name = keyName(pair); if (name.startsWith('Fn::')) return;
          const f = findParameter(ps, name);
          inner.ask(`${path}.${name}`, !!f); if (f) walk(f.parameter.fields, pair.value, `${path}.${name}`);
        }
      };
      for (const pair of asMapping(valueFor(props, 'Parameters'))?.pairs ?? []) {
        const f = findRequestParameter(op, keyName(pair));
        if (f && !parameters.asked.has(`${s}/${a}.${keyName(pair)}`)) rules[f.rule] = (rules[f.rule] ?? 0) + 1;
        parameters.ask(`${s}/${a}.${keyName(pair)}`, !!f);
        if (f) walk(f.parameter.fields, pair.value, `${s}/${a}.${keyName(pair)}`);
      }
      for (const node of taskSelectors(task)) {
        sel++;
        const text = String(node.value);
        const { program, embeds } = readSelector(text);
        const steps = plainSteps(program.root);
        if (!steps || steps.length === 0) continue;
        const answer = service?.response(a);
        if (!answer) { untold++; untolds.add(`${s}/${a} none`); continue; }
        const end = followPath(answer, steps);
        if (end.kind === 'untold') { untold++; untolds.add(`${s}/${a} ${text}`); }
        paths.ask(`${s}/${a} ${text} ${end.kind}`, end.kind === 'value' || end.kind === 'untold');
      }
    }
  }
  for (const [n, t] of Object.entries({ operations, parameters, inner, paths })) console.log(n, t.asked.size, t.uses, t.unknown.size, t.share(), [...t.unknown]);
  console.log(sel, untold, rules, [...untolds]);
});
