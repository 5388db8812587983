import { describe, expect, test } from 'vitest';
import { definition } from '../../server/src/features/definition.ts';
import { documentHighlights } from '../../server/src/features/documentHighlight.ts';
import { references } from '../../server/src/features/references.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { fixture } from '../support/fixture.ts';
import { inBothNotations } from '../support/inBothNotations.ts';

/** Every marked name, asked for at its begin, inside and at its end, knows all of them; one of them is the declaration. */
function check(markedYaml: string, declaring = 0) {
  for (const { notation, marked } of inBothNotations(markedYaml)) {
    const { text, ranges } = fixture(marked);
    const document = new TemplateDocument(text, notation);
    const declaration = ranges[declaring];
    for (const { start, end } of ranges) {
      for (const offset of [start, start + 1, end]) {
        expect(references(document, offset, true), `${notation} at ${offset}`).toEqual(ranges);
        expect(references(document, offset, false)).toEqual(ranges.filter((it) => it !== declaration));
        expect(documentHighlights(document, offset)).toEqual(
          ranges.map((range) => ({ range, declaration: range === declaration })),
        );
        const found = definition(document, offset);
        expect(found?.origin).toEqual({ start, end });
        expect(found?.targets.map(({ nameRange }) => nameRange)).toEqual([declaration]);
      }
    }
  }
}

describe('a parameter', () => {
  test('in expressions everywhere, whatever the letter case', () => {
    check(`
FormatVersion: OOS-2019-06-01
RamRole: '{{ role }}'
Parameters:
  role: {Type: String}
  <|regionId|>:
    Type: String
  other:
    Type: String
    Default: 'a {{<|REGIONID|>}} b {{ role }}'
Tasks:
  - Name: a
    Action: ACS::ExecuteAPI
    When: {Fn::Equals: ['{{ <|regionId|> }}', x]}
    Properties:
      Parameters: {list: [1, '{{ role }} {{ <|RegionId|> }}']}
    Loop:
      Items: '{{ <|regionId|> }}'
Outputs:
  o: {Type: String, Value: '{{ <|regionId|> }}'}
`);
  });

  test('in the metadata of other parameters, bare and in braces', () => {
    check(`
Parameters:
  <|regionId|>: {Type: String}
  vpcId:
    Type: String
    AssociationPropertyMetadata:
      RegionId: <|regionId|>
      Name: 'x-\${<|regionId|>}-\${!regionId}'
      Visible: {Condition: {Fn::Equals: ['\${<|RegionId|>}', x]}}
Tasks: []
`);
  });

  test('in the groups of the console', () => {
    check(`
Parameters:
  <|regionId|>: {Type: String}
  vpcId: {Type: String}
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [vpcId, <|regionid|>]
Tasks: []
`);
  });

  test('is not the task of the same name', () => {
    check(`
Parameters:
  <|timer|>: {Type: Json}
Tasks:
  - Name: timer
    Action: ACS::TimerTrigger
    Properties: {Expression: '{{ <|timer|> }}'}
  - Name: next
    Action: ACS::Sleep
    Properties: {Duration: '{{ timer.length }}'}
`);
  });
});

describe('a task', () => {
  test('in expressions and as target of jumps', () => {
    check(
      `
Tasks:
  - Name: first
    Action: ACS::Choice
    Properties:
      Choices: [{When: isLinux, NextTask: <|Describe|>}]
      DefaultTask: <|describe|>
    OnError: <|describe|>
    OnSuccess: <|describe|>
  - Name: <|describe|>
    Action: ACS::ExecuteAPI
    Outputs: {id: {Type: String, ValueSelector: .Id}}
  - Name: last
    Action: ACS::Sleep
    Properties: {Duration: '{{ <|describe|>.id }}{{ describe }}{{ <|describe|>.other[0].x }}'}
    OnError: ACS::END
`,
      4,
    );
  });

  test('inside ACS::Loop, where an inner name hides an outer one', () => {
    check(`
Tasks:
  - Name: describe
    Action: ACS::ExecuteAPI
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: '{{ describe.ids }}'
      LoopTasks:
        - Name: <|describe|>
          Action: ACS::ExecuteAPI
        - Name: wait
          Action: ACS::Sleep
          OnError: <|describe|>
          Properties: {Duration: '{{ <|describe|>.seconds }}'}
    Outputs:
      all: {Type: List, ValueSelector: '{{ <|describe|>.ids }}'}
  - Name: after
    Action: ACS::Sleep
    Properties: {Duration: '{{ describe.seconds }}'}
`);
  });
});

describe('an output', () => {
  test('of a task', () => {
    check(`
Tasks:
  - Name: describe
    Action: ACS::ExecuteAPI
    Outputs:
      <|ids|>: {Type: List, ValueSelector: ids}
      other: {Type: List, ValueSelector: ids}
  - Name: another
    Action: ACS::ExecuteAPI
    Properties: {Parameters: {a: '{{ describe.<|IDs|> }}', b: '{{ describe.other }}', c: '{{ another.ids }}'}}
    Outputs:
      ids: {Type: List, ValueSelector: ids}
Outputs:
  ids: {Type: List, Value: '{{ describe.<|ids|> }}'}
`);
  });

  test('of a loop, told from the output of one turn that it joins', () => {
    check(`
Tasks:
  - Name: describe
    Action: ACS::ExecuteAPI
    Loop:
      Items: [1]
      Outputs:
        <|state|>: {AggregateType: Fn::ListJoin, AggregateField: state}
    Outputs:
      state: {Type: String, ValueSelector: .State}
Outputs:
  o: {Type: List, Value: '{{ describe.<|state|> }}'}
`);
    check(`
Tasks:
  - Name: describe
    Action: ACS::ExecuteAPI
    Outputs:
      <|state|>: {Type: String, ValueSelector: .State}
    Loop:
      Items: [1]
      Outputs:
        state: {AggregateType: Fn::ListJoin, AggregateField: <|state|>}
        more: {AggregateType: Fn::ListJoin, AggregateField: <|State|>}
Outputs:
  o: {Type: List, Value: '{{ describe.state }}'}
`);
  });
});

describe('a condition', () => {
  test('under When, of a choice, and in other conditions', () => {
    check(`
Conditions:
  <|isLinux|>: {Fn::Equals: [a, isLinux]}
  both: {Fn::And: [<|isLinux|>, {Fn::Not: <|islinux|>}]}
Tasks:
  - Name: a
    Action: ACS::Sleep
    When: <|IsLinux|>
    Properties: {Duration: {Fn::If: [<|isLinux|>, isLinux, '{{ <|isLinux|> }}']}}
  - Name: b
    Action: ACS::Choice
    Properties:
      Choices: [{When: <|isLinux|>, NextTask: isLinux}]
`);
  });
});

describe('an inline template', () => {
  const around = (inner: string) => `
Parameters:
  region: {Type: String}
Tasks:
  - Name: describe
    Action: ACS::ExecuteAPI
  - Name: nested
    Action: ACS::Template
    Properties:
      Parameters: {${inner === 'region' ? '<|Region|>' : 'Region'}: '{{ region }}'}
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Parameters:
          ${inner === 'region' ? '<|region|>' : 'region'}: {Type: String}
        Tasks:
          - Name: ${inner === 'task' ? '<|describe|>' : 'describe'}
            Action: ACS::ExecuteAPI
            Properties: {a: '{{ ${inner === 'region' ? '<|region|>' : 'region'} }}'}
        Outputs:
          ${inner === 'out' ? '<|out|>' : 'out'}: {Value: '{{ ${inner === 'task' ? '<|describe|>' : 'describe'}.x }}'}
    Outputs:
      result: {Type: String, ValueSelector: .${inner === 'out' ? '<|out|>' : 'out'}}
  - Name: last
    Action: ACS::Sleep
    Properties: {Duration: '{{ describe.x }} {{ region }}'}
`;

  test('has tasks of its own', () => check(around('task')));
  test('has outputs that the selectors around it read', () => check(around('out')));

  test('has parameters that the task around it sets', () => {
    for (const { notation, marked } of inBothNotations(around('region'))) {
      const { text, ranges } = fixture(marked);
      const document = new TemplateDocument(text, notation);
      for (const { start } of ranges) expect(references(document, start, true)).toEqual(ranges);
      expect(definition(document, ranges[0]?.start ?? 0)?.targets.map((it) => it.nameRange)).toEqual([ranges[1]]);
    }
  });
});
