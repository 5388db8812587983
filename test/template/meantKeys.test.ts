import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { languageKeys } from '../../server/src/template/meantKeys.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { askInBoth } from '../support/askInBoth.ts';

const catalog = bundledCatalog();

/** The rules that report errors and warnings. */
const complaints = (yaml: string) =>
  askInBoth(yaml, (document) =>
    analyze(document, catalog)
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule }) => rule),
  );

const whole = `FormatVersion: OOS-2019-06-01
Parameters:
  zones: { Type: List }
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: each
      Choices:
        - When: { Fn::Equals: ['{{ zones }}', []] }
          NextTask: ACS::END
  - Name: each
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeZones
      Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' }
    Loop:
      Items: '{{ zones }}'
      Outputs:
        all: { AggregateType: Fn::ListJoin, AggregateField: one }
    Outputs:
      one: { Type: String, ValueSelector: .RequestId }
  - Name: inner
    Action: ACS::Loop
    Properties:
      LoopItems: '{{ zones }}'
      LoopRateControl: { Mode: Concurrency }
      LoopTasks:
        - Name: rest
          Action: ACS::ExecuteAPI
          Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
          Outputs:
            id: { Type: String, ValueSelector: .RequestId }
    Outputs:
      ids: { Type: List, ValueSelector: '{{ rest.id }}' }
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Parameters:
          text: { Type: String }
        Tasks:
          - { Name: stop, Action: ACS::Sleep, Properties: { Duration: '{{ text }}' } }
      Parameters: { text: 5s }
Outputs:
  all: { Type: List, Value: '{{ each.all }}' }
  ids: { Type: List, Value: '{{ inner.ids }}' }
`;

const slips: readonly [right: string, wrong: string, ...rules: readonly string[]][] = [
  ['Parameters:\n  zones', 'Paramters:\n  zones', 'unknown-top-level-key'],
  ['Tasks:\n  - Name: pick', 'Taks:\n  - Name: pick', 'missing-tasks', 'unknown-top-level-key'],
  ['Outputs:\n  all', 'Output:\n  all', 'unknown-top-level-key'],
  ['Name: each', 'Nmae: each', 'missing-task-name', 'unknown-task-key'],
  ['Loop:\n      Items', 'Lop:\n      Items', 'unknown-task-key'],
  ['Outputs:\n        all', 'Outputz:\n        all', 'unknown-loop-key'],
  ['Properties:\n      Service', 'Propertys:\n      Service', 'unknown-task-key'],
  ['LoopTasks', 'LoopTask', 'missing-property', 'unknown-atomic-property'],
  ['ACS::Loop\n', 'ACS::Lop\n', 'unknown-atomic-action'],
  ['TemplateContent', 'templateContent', 'invalid-property-case', 'missing-template-source'],
  ['ACS::Template\n', 'ACS::Templat\n', 'unknown-atomic-action'],
  ['    Action: ACS::Template\n', '', 'missing-task-action'],
  ['NextTask', 'NextTaks', 'missing-property', 'unknown-atomic-property'],
];

describe('a slip in a key that gives a template its structure', () => {
  test('is not there to begin with', () => {
    expect(complaints(whole)).toEqual([]);
  });

  test.each(slips)('%j, written %j, is found once and hides nothing', (right, wrong, ...rules) => {
    const text = whole.replace(right, wrong);
    expect(text).not.toBe(whole);
    expect(complaints(text).sort()).toEqual(rules);
  });
});

test('the keys are those of the schema', () => {
  const { properties, definitions } = catalog.templateSchema as {
    readonly properties: object;
    readonly definitions: Record<string, { readonly properties: object }>;
  };
  expect([...languageKeys.root].sort()).toEqual(Object.keys(properties).sort());
  expect([...languageKeys.task].sort()).toEqual(Object.keys(definitions.task?.properties ?? {}).sort());
  expect([...languageKeys.loop].sort()).toEqual(Object.keys(definitions.loop?.properties ?? {}).sort());
});
