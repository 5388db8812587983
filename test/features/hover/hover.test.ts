import { expect, test } from 'vitest';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { cpuTime } from '../../support/cpuTime.ts';
import { fixture } from '../../support/fixture.ts';
import { toJson } from '../../support/toJson.ts';
import { hoverOf, hovers, hoversIn } from './hovers.ts';

const context = { catalog: bundledCatalog(), lineOf: () => 1 };

const marked = `
<|Parameters|>:
  <|regionId|>: {Type: <|String|>, Default: '<|cn-hangzhou|>'}
Tasks:
  - Name: <|find|>
    Action: '<|ACS::ExecuteApi|>'
    <|OnError|>: <|ACS::END|>
    Properties:
      <|Service|>: <|ecs|>
      API: "<|DescribeInstances|>"
      Parameters: {<|RegionId|>: 'in {{ <|regionId|> }} {{<|ACS::AccountId|>}}'}
    Outputs:
      <|ids|>: {ValueSelector: 'Instances.<|Instance|>[].<|InstanceId|>'}
Outputs:
  all: {Value: {<|Fn::Join|>: [',', '{{ <|find|>.<|ids|> }}']}}
`;

test.each([
  ['yaml', marked],
  ['json', toJson(marked)],
] as const)('the range is the name alone, wherever in it the cursor stands: %s', (notation, text) => {
  const { text: plain, ranges } = fixture(text);
  const document = new TemplateDocument(plain, notation);
  for (const marks of ranges) {
    // In JSON the marks stand around the quotes of what is plain in YAML.
    const isQuoted = plain[marks.start] === '"';
    const range = isQuoted ? { start: marks.start + 1, end: marks.end - 1 } : marks;
    for (const offset of [range.start, range.start + 1, range.end - 1]) {
      const name = plain.slice(range.start, range.end);
      expect(hover(document, offset, context)?.range, `${name} at ${offset}`).toEqual(range);
    }
  }
});

test('free texts, signs and unknown names have no hover', () => {
  const silent = hovers(`
Description: some <|>String
Parameters:
  a: {Default: 'se<|>t', Label: 'Para<|>meters'}
Tasks:
  - Name: one
    Action: ACS::No::<|>Such
    OnError: no<|>where
    Properties: {Fn::<|>Nothing: [], thing: '<|>{{ a }}', other: '{{ mis<|>sing }}', more: '{{ ACS::Mis<|>sing }}'}
    Unknown<|>Key: 1
`);
  expect(silent.filter((it) => it !== undefined)).toEqual([]);
});

test('comments and white space have none', () => {
  const text = 'Tasks:\n  # Na<|>me Action\n  - <|> Name: a\n<|>\n    Action:<|> ACS::Sleep # ACS::<|>Sleep\n';
  expect(hoversIn(text, 'yaml').filter((it) => it !== undefined)).toEqual([]);
});

test('in a broken text only the uncertain part is left out', () => {
  const [before, inside, behind] = hoversIn(
    `
Parameters:
  r<|>egion: {Type: String}
Tasks:
  - Name: one
    Act
    Properties: {Serv<|>ice: ECS}
  - Name: two
    Action: ACS::Sle<|>ep
`,
    'yaml',
  );
  expect(before).toContain('(parameter)');
  expect(inside).toBeUndefined();
  expect(behind).toContain('**`ACS::Sleep`**');
});

test('inline templates and the tasks of a loop have names and keys of their own', () => {
  const [parameter, outer, key, own, inner] = hovers(`
Parameters: {a: {Type: String}}
Tasks:
  - Name: embed
    Action: ACS::Template
    Properties:
      TemplateContent:
        Parameters: {a: {Type: Number}}
        Tasks: [{Name: x, Action: ACS::Sleep, Properties: {Duration: '{{ <|>a }}'}}]
      Parameters: {a: '{{ <|>a }}'}
  - Name: round
    Action: ACS::Loop
    Properties:
      LoopItems: [1]
      LoopTasks:
        - Name: w
          <|>Retries: 3
          Action: ACS::WaitFor
          Properties: {<|>StopRetryValues: [x]}
          Outputs: {o: {<|>ValueSelector: x}}
`);
  expect(parameter).toContain('Type: Number');
  expect(outer).toContain('Type: String');
  expect(key).toContain('How often');
  expect(own).toContain('property of `ACS::WaitFor`');
  expect(inner).toContain('jq path');
});

test('a key that stands in a list, in brackets, or at the end of the text', () => {
  expect(hoverOf('Tasks: [{<|>Name: a}]')).toContain('**`Name`** (required)');
  expect(hoverOf('Tasks:\n  - Action: ACS::<|>Pause')).toContain('ACS::Pause');
});

test.each(['a.', '{{', '[', 'x ', '{{ t.a | ', '.a[]|', "''"])(
  'a selector without an end is answered at once: %s',
  (piece) => {
    const selector = piece.repeat(60_000 / piece.length);
    const text = `Tasks:\n  - {Name: t, Action: ACS::ECS::RunCommand, Outputs: {o: {ValueSelector: '${selector}'}}}\n`;
    const document = new TemplateDocument(text, 'yaml');
    hover(document, 0, context);
    const all = () => [text.length - 20, text.length >> 1, 90].map((at) => hover(document, at, context));
    expect(cpuTime(all)).toBeLessThan(3000);
  },
);
