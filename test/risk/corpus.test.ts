import { describe, expect, test } from 'vitest';
import { classifyCall } from '../../server/src/risk/classifyCall.ts';
import { Radii } from '../../server/src/risk/radius.ts';
import { reachedCalls } from '../../server/src/risk/reachedCalls.ts';
import { rightsOf } from '../../server/src/risk/rights.ts';
import { riskyTasks } from '../../server/src/risk/riskyTasks.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Template } from '../../server/src/template/template.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { type CorpusFile, corpusFolder, corpusTwins } from '../support/corpus.ts';

const catalog = bundledCatalog();

function read({ text, notation }: CorpusFile): Template {
  const { template } = new TemplateDocument(text, notation);
  if (!template) throw new Error(`no template: ${text.slice(0, 80)}`);
  return template;
}

function facts(file: CorpusFile) {
  const template = read(file);
  const reach = reachedCalls(template, { catalog });
  const radii = new Radii(reach);
  return {
    risky: riskyTasks(template, { catalog, reach }).map((task) => {
      const { known, open, guards, onFailure, isAsked } = radii.of(task);
      const { taskPath, service, api, through } = task;
      return { taskPath, service, api, through, known, open, isAsked, guards: guards.length, then: onFailure.kind };
    }),
    rights: rightsOf(template, { catalog, reach }).run.map(({ action }) => action),
    unseen: reach.unseen.map(({ reason }) => reason),
  };
}

describe.runIf(corpusFolder)('the published templates (set OOS_CORPUS to the folder of them)', () => {
  const twins = corpusTwins();

  test('say the same in both notations', () => {
    for (const { yaml, json } of twins) expect(facts(yaml)).toEqual(facts(json));
  });

  test('call what destroys or interrupts 97 times themselves', () => {
    const calls = twins.flatMap(({ yaml }) => reachedCalls(read(yaml), { catalog }).calls);
    const own = calls.filter(
      ({ action, tasks }) => action === undefined && tasks.at(-1)?.action !== 'ACS::SelectTargets',
    );
    expect(own.filter((call) => classifyCall(call).class === 'high')).toHaveLength(97);
  });
});
