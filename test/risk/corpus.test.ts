import { describe, expect, test } from 'vitest';
import { Radii } from '../../server/src/risk/radius.ts';
import { reachedCalls } from '../../server/src/risk/reachedCalls.ts';
import { rightsOf } from '../../server/src/risk/rights.ts';
import { riskyTasks } from '../../server/src/risk/riskyTasks.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { type CorpusFile, corpusFolder, corpusTwins } from '../support/corpus.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';
import { templateIn } from './templates.ts';

const catalog = bundledCatalog();

function facts({ text, notation }: CorpusFile) {
  const template = templateIn(new TemplateDocument(text, notation));
  const reach = reachedCalls(template, { catalog });
  const radii = new Radii(reach);
  return {
    risky: riskyTasks(template, { catalog, reach }).map((task) => {
      const { known, open, guards, onFailure, isAsked } = radii.of(task);
      const { taskPath, service, api, through } = task;
      return { taskPath, service, api, through, known, open, isAsked, guards: guards.length, failure: onFailure.kind };
    }),
    rights: rightsOf(template, { catalog, reach }).run.map(({ action }) => action),
    unseen: reach.unseen.map(({ reason }) => reason),
  };
}

sayWithoutCorpus('the risks and rights of real templates are not looked at');

describe.runIf(corpusFolder !== undefined)('real templates', () => {
  const twins = corpusTwins().map(({ name, yaml, json }) => ({ name, yaml: facts(yaml), json: facts(json) }));

  test('say the same in both notations', () => {
    for (const { yaml, json } of twins) expect(yaml).toEqual(json);
  });

  test('are mostly seen through', () => {
    const dim = twins.filter(({ yaml }) => yaml.unseen.length > 0);
    expect(dim.length).toBeLessThan(twins.length / 20);
    expect(new Set(dim.flatMap(({ yaml }) => yaml.unseen))).toEqual(new Set(['run-time', 'template']));
  });
});
