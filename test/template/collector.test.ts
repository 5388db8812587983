import { expect, test } from 'vitest';
import { readInBoth, shownPlace } from '../support/readInBoth.ts';

test('expressions, with the place where each stands', () => {
  for (const { template, at, marked } of readInBoth(`
Description: 'about <|{{ a }}|>'
RamRole: '<|{{ b }}|>'
Parameters:
  zone: { Type: String, Default: '<|{{ c }}|>', Label: { en: '<|{{ d }}|>' } }
  odd: '<|{{ e }}|>'
Conditions:
  isOne: { Fn::Equals: ['<|{{ f }}|>', 1] }
Tasks:
  - Name: outer
    Action: ACS::Loop
    When: { Fn::Equals: ['<|{{ g }}|>', 1] }
    Loop: { Items: '<|{{ h }}|>' }
    Properties:
      LoopTasks:
        - Name: inside
          Action: ACS::Sleep
          Properties: { Duration: '<|{{ i }}|>' }
      Other: ['<|{{ j }}|> and <|{{ k.l }}|>']
Outputs:
  all: { Type: String, Value: '<|{{ m }}|>' }
`)) {
    expect(template.uses.map(({ expression }) => at(expression.range)).sort()).toEqual([...marked].sort());
    const places = template.uses.map(
      ({ expression: { body }, place }) => `${'name' in body ? body.name.text : ''}: ${shownPlace(place)}`,
    );
    expect(places).toEqual([
      'a: Description',
      'b: RamRole',
      'c: Parameters / zone / Default',
      'd: Parameters / zone / Label',
      'e: Parameters / odd',
      'f: Conditions / isOne',
      'g: Tasks / outer / When',
      'h: Tasks / outer / Loop',
      'i: Tasks / inside / Properties',
      'j: Tasks / outer / Properties',
      'k: Tasks / outer / Properties',
      'm: Outputs / all / Value',
    ]);
  }
});

test('parameters in the metadata of an association', () => {
  for (const { template, at, marked } of readInBoth(`
Parameters:
  regionId: { Type: String, AssociationPropertyMetadata: { RegionId: cn-hangzhou } }
  it's: { Type: String }
  vpcId:
    Type: String
    AssociationPropertyMetadata:
      RegionId: '<|regionId|>'
      Own: "<|REGIONID|>"
      Filters: [{ Name: 'say "\${<|regionId|>}" or \${<|gone|>} or \${!kept}', Value: "\\"\${<|RegionId|>}" }]
      Number: 3
      Text: region
    Label: regionId
`)) {
    const { metadataUses } = template;
    expect(metadataUses.map(({ range }) => at(range))).toEqual(marked);
    expect(metadataUses.map((it) => [it.name, it.bare, it.parameter?.name])).toEqual([
      ['regionId', true, 'regionId'],
      ['REGIONID', true, 'regionId'],
      ['regionId', false, 'regionId'],
      ['gone', false, undefined],
      ['RegionId', false, 'regionId'],
    ]);
  }
});

test('parameters in the groups of the interface', () => {
  for (const { template, at, marked } of readInBoth(`
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [<|regionId|>, <|gone|>, 7]
        Label: { default: { en: regionId } }
      - Parameters: regionId
      - none
      - Parameters: [<|regionId|>]
  Other: { ParameterGroups: [{ Parameters: [regionId] }] }
Parameters: { regionId: { Type: String } }
`)) {
    expect(template.groupUses.map(({ name }) => name)).toEqual(['regionId', 'gone', 'regionId']);
    expect(template.groupUses.map(({ node }) => at(node.range))).toEqual(marked);
  }
});

const flow = `
Conditions:
  isOne: { Fn::Equals: ['{{ a }}', 1] }
Tasks:
  - Name: pick
    Action: acs::choice
    When: <|isOne|>
    Properties:
      DefaultTask: <|last|>
      Choices:
        - When: <|isTwo|>
          NextTask: <|ACS::END|>
        - When: { Fn::Equals: [isOne, 1] }
          NextTask: <|last|>
        - When: '{{ a }}'
        - none
  - Name: last
    Action: ACS::Sleep
    OnError: <|PICK|>
    OnSuccess: <|'{{ a }}'|>
    Properties: { NextTask: pick, OnError: pick, When: isOne }
`;

test('jumps from task to task, and conditions by their names', () => {
  for (const { template, at, marked } of readInBoth(flow)) {
    expect(template.jumps.map(({ key, node, task }) => [key, task.name, node.kind === 'scalar' && node.value])).toEqual(
      [
        ['NextTask', 'pick', 'ACS::END'],
        ['NextTask', 'pick', 'last'],
        ['DefaultTask', 'pick', 'last'],
        ['OnError', 'last', 'PICK'],
        ['OnSuccess', 'last', '{{ a }}'],
      ],
    );
    expect(template.conditionUses.map(({ name }) => name)).toEqual(['isOne', 'isTwo']);
    const found = [...template.jumps, ...template.conditionUses].map(({ node }) => at(node.range));
    expect(found.sort()).toEqual([...marked].sort());
  }
});

test('calls of functions, wherever they stand', () => {
  for (const { template } of readInBoth(`
Parameters:
  zone: { Type: String, Default: { Fn::Select: [0, [a]] } }
Conditions:
  isOne: { Fn::Not: { Fn::Equals: [a, b] } }
Tasks:
  - Name: each
    Action: ACS::ExecuteAPI
    Properties: { Parameters: { Text: { Fn::Join: [',', { Fn::Upper: [a] }] }, 'Fn::Odd': 1 } }
    Loop: { Items: [Fn::Odd] }
Outputs:
  all: { Type: String, Value: { Fn::Jq: [First, .a, b] } }
`)) {
    expect(template.calls.map(({ pair, place }) => `${pair.key.value}: ${shownPlace(place)}`)).toEqual([
      'Fn::Select: Parameters / zone / Default',
      'Fn::Not: Conditions / isOne',
      'Fn::Equals: Conditions / isOne',
      'Fn::Join: Tasks / each / Properties',
      'Fn::Upper: Tasks / each / Properties',
      'Fn::Odd: Tasks / each / Properties',
      'Fn::Jq: Outputs / all / Value',
    ]);
    expect(template.calls.map(({ mapping, pair }) => mapping.pairs.includes(pair))).not.toContain(false);
  }
});
