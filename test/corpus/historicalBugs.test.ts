import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { fixture, withMarks } from '../support/fixture.ts';
import { toJson } from '../support/toJson.ts';

const addresses = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: addresses
    Action: ACS::ExecuteAPI
    Properties: { Service: ECI, API: DescribeContainerGroups, Parameters: {} }
    Outputs:
      ip: { Type: String, ValueSelector: 'ContainerGroups[0].IntranetIp' }
`;

// Five kinds of mistakes that published templates once had, in templates of our own.
const bugs: readonly (readonly [
  name: string,
  rule: string,
  marked: string,
  notations: readonly ('yaml' | 'json')[],
])[] = [
  [
    'an output that the task does not declare',
    'unknown-task-output',
    `${addresses}Outputs:
  all: { Type: String, Value: '{{ addresses.<|Ips|> }}' }
`,
    ['yaml', 'json'],
  ],
  [
    'the same in the properties of a later task',
    'unknown-task-output',
    `${addresses}  - Name: allow
    Action: ACS::ExecuteAPI
    Properties:
      Service: R-KVSTORE
      API: ModifySecurityIps
      Parameters: { InstanceId: r-1, SecurityIps: '{{ addresses.<|Ips|> }}' }
`,
    ['yaml', 'json'],
  ],
  [
    'a misspelt rate control, twice',
    'unknown-loop-key',
    `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: create
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: [i-1], <|RateContral|>: { Mode: Concurrency } }
  - Name: export
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: [i-1], <|RateContral|>: { Mode: Concurrency } }
`,
    ['yaml', 'json'],
  ],
  [
    'a parameter that is not declared',
    'unknown-parameter',
    `FormatVersion: OOS-2019-06-01
Parameters:
  url: { Type: String, AllowedPattern: 'https://.*' }
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties:
      instanceId: i-1
      commandType: RunShellScript
      commandContent: wget "{{ url }}" -O "{{ <|fileName|> }}"
`,
    ['yaml', 'json'],
  ],
  [
    'a reference without quotes',
    'unquoted-reference',
    `FormatVersion: OOS-2019-06-01
Parameters:
  rateControl: { Type: Json, AssociationProperty: RateControl }
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop:
      Items: [i-1]
      RateControl: <|{{ rateControl }}|>
`,
    ['yaml'],
  ],
];

test.each(bugs)('finds %s', (_, rule, marked, notations) => {
  for (const notation of notations) {
    const expected = notation === 'json' ? toJson(marked) : marked;
    const { text } = fixture(expected);
    const found = analyze(new TemplateDocument(text, notation), bundledCatalog());
    expect(found.map((it) => it.rule)).toEqual(found.map(() => rule));
    expect(
      withMarks(
        text,
        found.map(({ range }) => range),
      ),
    ).toBe(expected);
  }
});
