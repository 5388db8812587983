import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/src/features/completion/complete.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { fixture } from '../../support/fixture.ts';
import { inBothNotations } from '../../support/inBothNotations.ts';
import { itemsAt, offered } from './check.ts';

const template = `FormatVersion: OOS-2019-06-01
Parameters:
  regionId: {Type: String, AssociationProperty: RegionId}
  instanceIds: {Type: List}
  dryRun: {Type: Boolean}
  OOSAssumeRole: {Type: String, Default: ''}
Conditions:
  isDry: {Fn::Equals: ['{{ dryRun }}', true]}
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: {Service: ECS, API: DescribeInstances}
    Outputs:
      ids: {Type: List, ValueSelector: 'Instances.Instance[].InstanceId'}
      state: {Type: String, ValueSelector: 'Instances.Instance[0].Status'}
`;
const task = `${template}  - Name: second\n`;
const reboot = `${task}    Action: ACS::ECS::RebootInstance\n`;
const call = `${task}    Action: ACS::ExecuteAPI\n    Properties:\n      Service: ECS\n      API: StopInstance\n`;

describe('in YAML and in JSON the first labels are those that are meant', () => {
  test.each<[place: string, marked: string, labels: string[]]>([
    ['action', `${task}    Action: ACS::ECS::Reb<|>`, ['ACS::ECS::RebootInstance']],
    ['action by its words', `${task}    Action: ecsreb<|>`, ['ACS::ECS::RebootInstance']],
    ['action by its last segment', `${task}    Action: Reb<|>`, ['ACS::ECS::RebootInstance']],
    ['service', `${task}    Action: ACS::ExecuteAPI\n    Properties: {Service: EC<|>}`, ['ECS', 'ECD', 'ECI']],
    [
      'operation',
      `${task}    Action: ACS::WaitFor\n    Properties: {Service: ecs, API: DescInst<|>}`,
      ['DescribeInstances'],
    ],
    ['value of a request', `${call}      Parameters: {ForceStop: <|>}`, ['true', 'false']],
    ['allowed value', `${task}    Action: ACS::TimerTrigger\n    Properties: {Type: <|>}`, ['cron', 'at', 'rate']],
    ['jump target', `${task}    OnError: <|>\n  - Name: third\n`, ['third', 'ACS::END', 'ACS::NEXT']],
    ['condition', `${task}    When: is<|>`, ['isDry']],
    ['type of a parameter', `Parameters:\n  a: {Type: <|>}`, ['String', 'Json', 'List']],
    ['type by the name', `Parameters:\n  instanceIds: {Type: <|>}`, ['List']],
    ['type by the default', `Parameters:\n  a: {Default: 1, Type: <|>}`, ['Number']],
    ['type of an output', `${task}    Outputs:\n      a: {ValueSelector: 'A[].B', Type: <|>}`, ['List']],
    ['default out of values', `Parameters:\n  a: {AllowedValues: [x, y], Default: <|>}`, ['x', 'y']],
    [
      'default of a region',
      `Parameters:\n  regionId: {AssociationProperty: RegionId, Default: '{{ <|> }}'}`,
      ['ACS::RegionId'],
    ],
    ['default of type Boolean', `Parameters:\n  a: {Type: Boolean, Default: <|>}`, ['true', 'false']],
    ['association', `Parameters:\n  vpcId: {Type: String, AssociationProperty: <|>}`, ['ALIYUN::ECS::VPC::VPCId']],
    [
      'metadata of an association',
      `Parameters:\n  regionId: {}\n  a: {AssociationPropertyMetadata: {RegionId: <|>}}`,
      ['regionId'],
    ],
    ['reference of the console', `Parameters:\n  b: {}\n  a: {AssociationPropertyMetadata: {X: '\${<|>}'}}`, ['b']],
    ['role', `Parameters:\n  OOSAssumeRole: {}\nRamRole: <|>`, ['{{ OOSAssumeRole }}', 'OOSServiceRole']],
    ['list of a loop', `${reboot}    Loop: {Items: '{{ <|> }}'}`, ['find.ids', 'instanceIds']],
    [
      'item of a loop',
      `${reboot}    Properties: {instanceId: '{{ <|> }}'}\n    Loop: {Items: [a]}`,
      ['ACS::TaskLoopItem'],
    ],
    ['mode of a loop', `${reboot}    Loop: {RateControl: {Mode: <|>}}`, ['Concurrency', 'Batch']],
    [
      'field of a loop',
      `${reboot}    Outputs: {a: {}, b: {}}\n    Loop: {Outputs: {b: {AggregateField: <|>}}}`,
      ['b', 'a'],
    ],
    ['text of a reference', `${reboot}    Properties: {regionId: '{{ <|> }}'}`, ['regionId', 'ACS::RegionId']],
    ['output of a task', `${template}Outputs:\n  state: {Value: '{{ find.<|> }}'}`, ['find.state', 'find.ids']],
    [
      'answer of a task',
      `${template}Outputs:\n  a: {Value: '{{ find.Inst<|> }}'}`,
      ['Instances.Instance[].InstanceId'],
    ],
    ['selector', `${call}    Outputs: {requestId: {ValueSelector: '<|>'}}`, ['RequestId']],
    ['operand of a function', `${task}    When: {Fn::And: [<|>, a]}`, ['isDry']],
    [
      'result of a loop',
      `${template}  - Name: rounds
    Action: ACS::Loop
    Properties: {LoopTasks: [{Name: inner, Outputs: {one: {}}}]}
    Outputs: {all: {ValueSelector: '{{ <|> }}'}}`,
      ['inner.one'],
    ],
    ['first argument of jq', `${reboot}    Properties: {a: {Fn::Jq: ['<|>', '.']}}`, ['First', 'All']],
    [
      'parameter of a group',
      `${template}Metadata: {ALIYUN::OOS::Interface: {ParameterGroups: [{Parameters: [<|>]}]}}`,
      ['regionId', 'instanceIds', 'dryRun'],
    ],
    ['version', `FormatVersion: <|>`, ['OOS-2019-06-01']],
    [
      'item of a loop that is still to be written',
      `${reboot}    Properties: {instanceId: '{{ Task<|> }}'}`,
      ['ACS::TaskLoopItem'],
    ],
    [
      'mode of a loop in a default',
      `Parameters:\n  a: {Type: Json, AssociationProperty: RateControl, Default: {Mode: <|>}}`,
      ['Concurrency', 'Batch'],
    ],
    ['task that is led to', `${reboot}    OnError: mend\n  - Name: me<|>\n    Action: ACS::Pause`, ['mend']],
    ['output of the template', `${template}Outputs:\n  ids: {Value: '{{ <|> }}'}`, ['find.ids']],
  ])('%s', (_, yaml, labels) => {
    for (const { marked, notation } of inBothNotations(yaml.replace(/(: |\[)<\|>/, "$1'<|>'"))) {
      expect(offered(marked, labels.length, { notation })).toEqual(labels);
    }
  });
});

describe('keys', () => {
  test.each<[place: string, marked: string, labels: string[]]>([
    ['root', 'FormatVersion: OOS-2019-06-01\n<|>', ['Tasks', 'Outputs', 'Description']],
    ['parameter', 'Parameters:\n  a:\n    <|>', ['Type', 'Label', 'Description']],
    [
      'parameter, the present ones left out',
      'Parameters:\n  a:\n    Type: String\n    <|>\n    Label: b',
      ['Description'],
    ],
    ['task', 'Tasks:\n  - <|>', ['Name', 'Action', 'Properties']],
    [
      'task of a loop',
      'Tasks:\n  - Name: a\n    Action: ACS::Loop\n    Properties:\n      LoopTasks:\n        - N<|>',
      ['Name'],
    ],
    [
      'task of an inner template',
      'Tasks:\n  - Action: ACS::Template\n    Properties:\n      TemplateContent:\n        Ta<|>',
      ['Tasks'],
    ],
    ['loop', `${reboot}    Loop:\n      <|>`, ['Items', 'RateControl', 'Outputs']],
    ['rate control', `${reboot}    Loop:\n      RateControl:\n        <|>`, ['Mode', 'MaxErrors', 'Concurrency']],
    [
      'rate control in a default',
      'Parameters:\n  a:\n    AssociationProperty: RateControl\n    Default:\n      Mode: Batch\n      <|>',
      ['MaxErrors', 'Batch', 'ConcurrencyInBatches'],
    ],
    ['output of a task', `${reboot}    Outputs:\n      a:\n        <|>`, ['Type', 'Description', 'ValueSelector']],
    ['product action', `${reboot}    Properties:\n      <|>`, ['instanceId', 'regionId', 'forceStop']],
    ['atomic action', `${task}    Action: ACS::Sleep\n    Properties:\n      <|>`, ['Duration', 'EndDate']],
    [
      'inside of a property',
      `${task}    Action: ACS::Notify\n    Properties:\n      WebHook:\n        <|>`,
      ['URI', 'Content'],
    ],
    ['request', `${call}      Parameters:\n        <|>`, ['InstanceId', 'RegionId']],
    ['request between braces', `${call}      Parameters: {RegionId: a, <|>}`, ['InstanceId']],
    ['choice', `${task}    Action: ACS::Choice\n    Properties:\n      Choices:\n        - <|>`, ['When', 'NextTask']],
    [
      'metadata',
      'Parameters:\n  a:\n    AssociationProperty: Targets\n    AssociationPropertyMetadata:\n      <|>',
      ['ResourceType'],
    ],
    ['language', 'Description:\n  <|>', ['en', 'zh-cn']],
    ['function', `${task}    When:\n      <|>`, ['Fn::Equals', 'Fn::Not', 'Fn::And']],
    ['function by its beginning', `${reboot}    Properties:\n      instanceId:\n        Fn::Sel<|>`, ['Fn::Select']],
    [
      'function behind one colon',
      `${reboot}    Properties:\n      instanceId:\n        Fn:<|>`,
      ['Fn::Select', 'Fn::If', 'Fn::Jq'],
    ],
    ['condition', 'Conditions:\n  a:\n    <|>', ['Fn::Equals', 'Fn::Not', 'Fn::And']],
    ['argument that is a condition', `${task}    When:\n      Fn::Not:\n        <|>`, ['Fn::Equals']],
    ['used parameter', `Parameters:\n  <|>\nTasks:\n  - Name: a\n    Properties: {b: '{{ wanted }}'}`, ['wanted']],
    ['parameter as a whole', 'Parameters:\n  secret<|>', ['parameter: secret']],
    ['task as a whole', 'Tasks:\n  - approval<|>', ['task: approval']],
  ])('%s', (_, marked, labels) => {
    expect(offered(marked, labels.length)).toEqual(labels);
  });
});

describe('a value on a line of its own', () => {
  test.each<[place: string, marked: string, label: string]>([
    [
      'an item that is a reference',
      `${call}      Parameters:\n        InstanceIds:\n          - <|>`,
      '{{ instanceIds }}',
    ],
    [
      'a wanted value',
      `${task}    Action: ACS::WaitFor\n    Properties:\n      PropertySelector: Status\n      DesiredValues:\n        - Run<|>`,
      'Running',
    ],
    ['the tasks', 'Tasks:\n  <|>', 'task: approval'],
    ['a whole template', '<|>', 'template'],
  ])('%s', (_, marked, label) => {
    expect(offered(marked, 100)).toContain(label);
  });
});

test('references to what is declared and not used come first, and those that do not fit come last', () => {
  const marked = `${reboot}    Properties:\n      instanceId: '{{ <|> }}'\n      regionId: '{{ regionId }}'`;
  const labels = offered(marked, 100);
  expect(labels[0]).toBe('find.state');
  expect(labels.indexOf('instanceIds')).toBeGreaterThan(labels.indexOf('OOSAssumeRole'));
});

test('tasks are offered among the tasks of a loop, and not among its items', () => {
  const inLoop = (key: string) =>
    offered(`Tasks:\n  - Action: ACS::Loop\n    Properties:\n      ${key}:\n        - <|>`, 200);
  expect(inLoop('LoopTasks')).toContain('task: sleep');
  expect(inLoop('LoopItems')).toContain('Fn::Split');
  expect(inLoop('LoopItems')).not.toContain('task: sleep');
});

test('tasks behind the cursor are not referred to', () => {
  const task = (name: string, rest = '') => `  - Name: ${name}\n    Outputs: {c: {}}\n${rest}`;
  const here = "    Action: ACS::Sleep\n    Properties: {Duration: '{{ <|> }}'}\n";
  const labels = offered(`Tasks:\n${task('before')}${task('here', here)}${task('behind')}`, 100);
  expect(labels.filter((it) => it.endsWith('.c'))).toEqual(['before.c']);
});

test('templates of the workspace are named, and their parameters', () => {
  const templates = [{ name: 'restart', parameters: [{ name: 'id', type: 'String', required: true }] }];
  const inner = 'Tasks:\n  - Name: restart\n    Action: ACS::Template\n    Properties:\n      ';
  expect(offered(`${inner}TemplateName: <|>`, 1, { templates })).toEqual(['restart']);
  expect(offered(`${inner}TemplateName: restart\n      Parameters:\n        <|>`, 1, { templates })).toEqual(['id']);
  const content = `${inner}TemplateContent: {Parameters: {inner: {}}}\n      Parameters: {<|>}`;
  expect(offered(content, 1, { templates })).toEqual(['inner']);
});

test('what comes only when its name is begun is asked for again', () => {
  const askAt = (marked: string) => {
    const { text, cursors } = fixture(marked);
    const context = { catalog: bundledCatalog(), snippets: false };
    return complete(new TemplateDocument(text, 'yaml'), cursors[0] ?? 0, context);
  };
  const begun = askAt(`${reboot}    Properties: {instanceId: '{{ ACS::<|> }}'}`);
  expect(begun.items.map(({ label }) => label)).not.toContain('ACS::TaskLoopItem');
  expect(begun.isIncomplete).toBe(true);
  const named = askAt(`${reboot}    Properties: {instanceId: '{{ ACS::T<|> }}'}`);
  expect(named.items.map(({ label }) => label)).toContain('ACS::TaskLoopItem');
  expect(named.isIncomplete).toBe(false);
});

describe('nothing is offered', () => {
  test.each([
    ['in a comment', 'Tasks: # <|>'],
    ['in a description', 'Description: a text <|>'],
    ['in the name of a task', 'Tasks:\n  - Name: <|>'],
    [
      'in a command',
      'Tasks:\n  - Action: ACS::ECS::RunCommand\n    Properties:\n      commandContent: |\n        echo <|>',
    ],
    [
      'for an item of a loop that an action cannot have',
      `${task}    Action: ACS::Choice\n    Properties:\n      DefaultTask: '{{ Task<|> }}'`,
    ],
    ['in an expression where none is worked out', "Description: '{{ <|> }}'"],
    ['behind a pipe in an expression', "RamRole: '{{ a | <|> }}'"],
    ['in an unknown action', 'Tasks:\n  - Action: ACS::Unknown\n    Properties:\n      <|>'],
  ])('%s', (_, marked) => {
    expect(offered(marked, 3)).toEqual([]);
  });
});

test('details and documentation come in both languages', () => {
  const { items } = itemsAt(`${reboot}    Properties:\n      <|>`);
  expect(items[0]?.detail).toEqual({ en: 'String, required', zh: 'String，必填' });
  const reference = itemsAt("Parameters:\n  a: {Label: {en: One, zh-cn: 一}}\nRamRole: '{{ <|> }}'").items[0];
  expect(reference?.documentation()).toEqual({ en: 'One', zh: '一' });
});
