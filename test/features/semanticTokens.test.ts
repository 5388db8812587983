import { expect, test } from 'vitest';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { assessRisk } from '../../server/src/risk/assess.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { askInBoth } from '../support/askInBoth.ts';
import { corpusFiles } from '../support/corpus.ts';
import { toJson } from '../support/toJson.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';

const catalog = bundledCatalog();

function tokens(document: TemplateDocument) {
  const risky = document.template ? assessRisk(document.template, { catalog }).tasks.map(({ task }) => task) : [];
  return semanticTokens(document, { catalog, risky });
}

/** Each token as `name: type modifiers`. */
function shown(yaml: string): string[] {
  return askInBoth(yaml, (document) =>
    tokens(document).map(
      ({ range, type, modifiers }) =>
        `${document.text.slice(range.start, range.end)}: ${[type, ...modifiers].join(' ')}`,
    ),
  );
}

test('names are told by what they name', () => {
  expect(
    shown(`FormatVersion: OOS-2019-06-01
Parameters:
  zone: { Type: String }
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    OnError: last
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: { ZoneId: '{{ zone }}{{ unknown }}', RegionId: '{{ ACS::RegionId }}' }
    Outputs:
      ids: { Type: List, ValueSelector: 'Instances.Instance[].InstanceId' }
  - Name: last
    Action: acs::ecs::startInstance
    Properties: { instanceId: { 'Fn::Select': [0, '{{ find.ids }}'] } }
Outputs:
  all: { Type: List, Value: '{{ find.ids }}' }
`),
  ).toEqual([
    'zone: parameter declaration',
    'find: variable declaration',
    'ACS::ExecuteAPI: class defaultLibrary',
    'last: variable',
    'DescribeInstances: method',
    'zone: parameter',
    'ACS::RegionId: variable readonly defaultLibrary',
    'ids: property declaration',
    'last: variable declaration',
    'acs::ecs::startInstance: class',
    'Fn::Select: function defaultLibrary',
    'find: variable',
    'ids: property',
    'all: property declaration',
    'find: variable',
    'ids: property',
  ]);
});

test('risky and deprecated operations are marked, a task with Risk: Normal is not risky', () => {
  expect(
    shown(`Tasks:
  - { Name: a, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DeleteInstance } }
  - { Name: b, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DeleteInstance, Risk: Normal } }
  - { Name: c, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeVSwitches } }
  - { Name: d, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: '{{ e }}' } }
  - { Name: e, Action: ACS::ECS::RebootInstance }
  - { Name: f, Action: ACS::Template, Properties: { TemplateName: ACS::ECS::DeleteImage } }
`).filter((it) => /method|class(?! defaultLibrary)/.test(it)),
  ).toEqual([
    'DeleteInstance: method risky',
    'DeleteInstance: method',
    'DescribeVSwitches: method deprecated',
    'ACS::ECS::RebootInstance: class risky',
    'ACS::ECS::DeleteImage: class risky',
  ]);
});

test('a text that breaks off anywhere is no trouble', () => {
  const text = "Tasks:\n  - { Name: a, Action: ACS::ExecuteAPI, Properties: { API: 'Delete', Risk: '{{ a.b }}' } }\n";
  for (let end = 0; end <= text.length; end++) {
    for (const notation of ['yaml', 'json'] as const) {
      const cut = (notation === 'yaml' ? text : toJson(text)).slice(0, end);
      for (const { range } of tokens(new TemplateDocument(cut, notation)))
        expect(range.end).toBeLessThanOrEqual(cut.length);
    }
  }
});

sayWithoutCorpus('the tokens of real templates are not looked at');

test.each(corpusFiles())('in $name ($notation) no token stands over another, and each on one line', (file) => {
  let end = 0;
  for (const { range } of tokens(new TemplateDocument(file.text, file.notation))) {
    expect(range.start).toBeGreaterThanOrEqual(end);
    expect(file.text.slice(range.start, range.end)).toMatch(/^[^\r\n"']+$/);
    end = range.end;
  }
});
