import { describe, expect, test } from 'vitest';
import type { JsonMap } from '../../server/src/execution/json.ts';
import { endOf, type Plan } from '../support/runToEnd.ts';

const parameters = `
  text: { Type: String, Default: abc }
  number: { Type: Number, Default: 3 }
  flag: { Type: Boolean, Default: true }
  list: { Type: List, Default: [a, b] }
  map: { Type: Json, Default: { k: 1, n: null } }
`;

/** The value of an output of this template, as JSON, or why it has none. */
function evaluated(written: string, plan: Plan = {}): string {
  const end = endOf(
    `
Parameters: ${parameters}
Conditions:
  Three: { 'Fn::Equals': ['{{ number }}', 3] }
  Round: { 'Fn::Not': Round }
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: s, API: Ask }
    Outputs: { state: { Type: String, ValueSelector: State }, ids: { Type: List, ValueSelector: 'Items[].Id' } }
  - { Name: never, When: { 'Fn::Equals': [1, 2] }, Action: 'ACS::Pause', Outputs: { x: { ValueSelector: x } } }
Outputs: { it: { Type: Any, Value: ${written} } }
`,
    {
      answers: { ask: { State: 'Running', Items: [{ Id: 'i-1', N: 1 }, { Id: 'i-2' }], Deep: { One: { Two: 2 } } } },
      now: '2030-02-03T04:05:06Z',
      ...plan,
    },
  );
  return end.replace(/^Success \{"it":(.*)\}$/s, '$1').replace(/^Failed: (?:The output 'it': )?/, '! ');
}

describe('references', () => {
  test.each([
    ["'{{ text }}'", '"abc"'],
    ["'{{NUMBER}}'", '3'],
    ["'{{ list }}'", '["a","b"]'],
    ["'  {{ map }} '", '{"k":1,"n":null}'],
    [
      "'{{ flag }} {{ number }} {{ text }} {{ list }} {{ map }} {{ never.x }}'",
      '"true 3 abc [\\"a\\",\\"b\\"] {\\"k\\":1,\\"n\\":null} null"',
    ],
    ["['{{ number }}', { deep: '{{ text }}' }]", '[3,{"deep":"abc"}]'],
    ["'{{ ask.state }}'", '"Running"'],
    ["'{{ ASK.Ids }}'", '["i-1","i-2"]'],
    ["'{{ never.x }}'", 'null'],
    ["'{{ Three }}'", 'true'],
    ["'{{ ACS::RegionId }}'", '"cn-hangzhou"'],
    ["'{{ acs::currentUTCTime }} {{ ACS::CurrentDate }}'", '"2030-02-03T04:05:06Z 2030-02-03"'],
    ["'{{ }} {{ a b }} {{ open'", '"{{ }} {{ a b }} {{ open"'],
    ["'{{ }}'", '"{{ }}"'],
  ])('%s', (written, value) => expect(evaluated(written)).toBe(value));

  test.each([
    ["'{{ nobody }}'", "! There is no parameter 'nobody'."],
    ["'{{ nobody.x }}'", "! The task 'nobody' has not run before this place."],
    ["'{{ ACS::TaskLoopItem }}'", '! ACS::TaskLoopItem has a value only inside a loop.'],
    ["'{{ ACS::OOSUtilVersion }}'", '! not supported by the Local OOS: the pseudo-parameter ACS::OOSUtilVersion'],
    ["'{{ ACS::RegionId.x }}'", '! not supported by the Local OOS: a path behind ACS::RegionId'],
    ["'{{ oos:a/b }}'", '! not supported by the Local OOS: the parameter store (oos:a/b)'],
    ["'{{ oos-secret:key }}'", '! not supported by the Local OOS: the parameter store (oos-secret:key)'],
  ])('%s fails', (written, message) => expect(evaluated(written)).toBe(message));
});

describe('paths into the answer of a task', () => {
  test.each([
    ['ask.Items[].Id', '["i-1","i-2"]'],
    ['ask.Items[0].Id', '"i-1"'],
    ['ask.Items[-1].Id', '"i-2"'],
    ['ask.Items[1:]', '[{"Id":"i-2"}]'],
    ['ask.Items[].N', '[1,null]'],
    ['ask.Items', '[{"Id":"i-1","N":1},{"Id":"i-2"}]'],
    ['ask.Deep.One["Two"]', '2'],
    ['ask.Deep | .One | .Two', '2'],
    ['ask.Deep[].Two', '[2]'],
    ['ask.Nothing.At[].All', '[]'],
    ['ask.State.x?', 'null'],
  ])('%s', (path, value) => expect(evaluated(`'{{ ${path} }}'`)).toBe(value));

  test.each([
    ['ask.State.x', "! The selector cannot read the field 'x' of a text."],
    ['ask.Deep[0]', '! The selector cannot read an element of a map.'],
    ['ask.State[]', '! The selector cannot read the elements of a text.'],
    ['ask.Items | length', "! not supported by the Local OOS: the jq function 'length'"],
    ['ask.Items[] | select(.N == 1)', "! not supported by the Local OOS: the jq function 'select'"],
    ['ask.Items + 1', "! not supported by the Local OOS: the jq operator '+'"],
    ['ask.Items, .State', "! not supported by the Local OOS: the jq operator ','"],
    ['ask.Items[.State]', '! not supported by the Local OOS: a jq index that is computed'],
    ['ask.Items | {a: .x}', '! not supported by the Local OOS: building an object in jq'],
    ['ask.Items | if .x then 1 else 2 end', "! not supported by the Local OOS: the jq keyword 'if'"],
    ['ask.Items as $x | $x', "! not supported by the Local OOS: the jq keyword 'as'"],
    ['ask.Items[', '! The selector is not valid jq.'],
  ])('%s fails', (path, message) => expect(evaluated(`'{{ ${path} }}'`)).toBe(message));
});

describe('conditions', () => {
  test.each([
    ["{ 'Fn::Equals': ['{{ number }}', '3'] }", 'true'],
    ["{ 'Fn::Equals': ['{{ flag }}', 'True'] }", 'true'],
    ["{ 'Fn::Equals': [Linux, linux] }", 'false'],
    ["{ 'Fn::Equals': ['{{ never.x }}', null] }", 'true'],
    ["{ 'Fn::Equals': ['', null] }", 'false'],
    ["{ 'Fn::Equals': ['{{ list }}', [a, b]] }", 'true'],
    ["{ 'Fn::Equals': [{ a: 1, b: [{}] }, { b: [{}], a: 1 }] }", 'true'],
    ["{ 'Fn::Equals': [{ a: 1 }, { a: 1, b: null }] }", 'false'],
    ["{ 'Fn::Not': '{{ flag }}' }", 'false'],
    ["{ 'Fn::Not': [{ 'Fn::Equals': [1, 2] }] }", 'true'],
    ["{ 'Fn::And': [Three, '{{ flag }}', 'TRUE'] }", 'true'],
    ["{ 'Fn::And': [false, '{{ nobody }}'] }", 'false'],
    ["{ 'Fn::Or': [{ Condition: three }, '{{ nobody }}'] }", 'true'],
    ["{ 'Fn::Or': ['{{ never.x }}', false] }", 'false'],
    ["{ 'Fn::If': [Three, '{{ text }}', '{{ nobody }}'] }", '"abc"'],
    ["{ 'fn::if': [Three, 1, 2] }", '{"fn::if":["Three",1,2]}'],
    ["{ 'Fn::IF': [{ 'Fn::Not': Three }, 1, null] }", 'null'],
    ["{ 'Fn::If': ['{{ text }}', 1, 2] }", '! The condition gives neither true nor false.'],
    ["{ 'Fn::If': [Three, 1] }", '! Fn::If takes 3 arguments, not 2.'],
    ["{ 'Fn::And': Three }", '! Fn::And takes a list.'],
    ["{ 'Fn::Not': Round }", '! The condition Round refers to itself.'],
  ])('%s', (written, value) => expect(evaluated(written)).toBe(value));
});

describe('functions', () => {
  test.each([
    ["'Fn::Select': [1, '{{ list }}']", '"b"'],
    ["'Fn::Select': ['0', [{ a: 1 }]]", '{"a":1}'],
    ["'Fn::Select': ['{{ text }}', { abc: 1, x: 2 }]", '1'],
    ["'Fn::Select': [toString, {}]", 'null'],
    ["'Fn::Select': [k, '{\"k\": [1]}']", '[1]'],
    ["'Fn::Jq': [First, '.[]', '{{ list }}']", '"a"'],
    ["'Fn::Jq': [All, '.[].a', '[{\"a\": 1}, {\"a\": 2}]']", '[1,2]'],
    ["'Fn::Jq': [First, '.{{ text }}', { abc: 7 }]", '7'],
    ["'Fn::Join': [',', '{{ list }}']", '"a,b"'],
    ["'Fn::Join': ['', [a, 1, true, [x], null]]", '"a1true[\\"x\\"]null"'],
    ["'Fn::Split': [':', '09:30:00']", '["09","30","00"]'],
    ["'Fn::Replace': [{ a: $&, $: _ }, banana]", '"b_&n_&n_&"'],
    [`'Fn::Sub': ['\${id}-\${no}-{{ text }}', { id: i-1, abc: 2 }]`, `"i-1-\${no}-abc"`],
    ["'Fn::Base64Encode': 'héllo'", '"aMOpbGxv"'],
    ["'Fn::Base64Decode': 'aMOpbGxv'", '"héllo"'],
    ["'Fn::ContainsSubString': ['{{ text }}', bc]", 'true'],
    ["'Fn::ListJoin': [a, '{{ list }}']", '["a",["a","b"]]'],
    ["'Fn::MergeList': ['{{ list }}', [c]]", '["a","b","c"]'],
    ["'Fn::MergeList': [[[1], null, [2, 3]]]", '[1,2,3]'],
    ["'Fn::MergeMap': ['{{ map }}', { k: 2 }]", '{"k":2,"n":null}'],
    ["'Fn::MergeMapToList': [{ id: '{{ list }}' }, { zone: [z] }]", '[{"id":"a","zone":"z"},{"id":"b","zone":"z"}]'],
    ["'Fn::MapJoin': ['{{ list }}', [1]]", '{"a":1,"b":null}'],
    ["'Fn::ConvertMapToList': [{ a: 1 }]", '[{"Key":"a","Value":1}]'],
    ["'Fn::First': '{{ list }}'", '"a"'],
    ["'Fn::Last': { 'Fn::Split': ['/', a/b] }", '"b"'],
    ["'Fn::Min': [10, 9]", '9'],
    ["'Fn::Max': [[b, a]]", '"b"'],
    ["'Fn::Intersection': [[1, 2, 2], [2, 3]]", '[2]'],
    ["'Fn::Union': [[1, 2], [2, 3]]", '[1,2,3]'],
    ["'Fn::Difference': [[1, 2], [2, 3]]", '[1,3]'],
    ["'Fn::RangeSelect': [1, -1, [1, 2, 3, 4]]", '[2,3]'],
    ["'Fn::CalculateBatch': [2, [1, 2, 3]]", '2'],
    ["'Fn::AddHour': ['{{ ACS::CurrentUTCTime }}', -5]", '"2030-02-02T23:05:06Z"'],
    ["'Fn::AddSecond': ['2030-01-01T00:00Z', '90']", '"2030-01-01T00:01:30Z"'],
    ["'Fn::FormatUTCTime': ['{{ ACS::CurrentUTCTime }}', '%y%m%d %H:%M:%S %Y%%']", '"300203 04:05:06 2030%"'],
    ["'Fn::DurationBetween': ['2030-01-01', '2030-01-01T01:00:00Z']", '"PT3600S"'],
    ["'Fn::DurationBetween': ['2030-01-02', '2030-01-01']", '"PT0S"'],
    ["'Fn::DurationBetween': ['2028-02-29T23Z', '2028-03-01']", '"PT3600S"'],
  ])('%s', (written, value) => expect(evaluated(`{ ${written} }`)).toBe(value));

  test.each([
    ["'Fn::Select': [2, '{{ list }}']", 'Fn::Select: there is no element 2 in a list of 2.'],
    ["'Fn::Select': [0, '{{ text }}']", 'Fn::Select takes a list or a map as its second argument.'],
    ["'Fn::Select': [0]", 'Fn::Select takes 2 arguments, not 1.'],
    ["'Fn::Join': '{{ text }}'", 'Fn::Join takes its arguments in a list.'],
    ["'Fn::Join': [',', x]", 'Argument 2 of Fn::Join is not a list.'],
    ["'Fn::MergeMap': []", 'Fn::MergeMap takes at least 1 argument, not 0.'],
    ["'Fn::Split': ['', x]", 'The delimiter of Fn::Split is empty.'],
    ["'Fn::Jq': [Some, '.', {}]", 'The mode of Fn::Jq is First or All.'],
    ["'Fn::AddHour': [now, 1]", 'Argument 1 of Fn::AddHour is no UTC time, such as 2030-01-01T00:00:00Z.'],
    ["'Fn::AddHour': ['2030-02-29', 1]", 'Argument 1 of Fn::AddHour is a date that does not exist: 2030-02-29.'],
    [
      "'Fn::AddSecond': ['2030-04-31T00:00Z', 1]",
      'Argument 1 of Fn::AddSecond is a date that does not exist: 2030-04-31.',
    ],
    ["'Fn::AddHour': ['2030-13-01', 1]", 'Argument 1 of Fn::AddHour is a date that does not exist: 2030-13-01.'],
    ["'Fn::AddHour': ['2030-01-01T24:00Z', 1]", 'Argument 1 of Fn::AddHour is a time that does not exist: 24:00.'],
    [
      "'Fn::FormatUTCTime': ['2030-01-01T10:60:00Z', '%H']",
      'Argument 1 of Fn::FormatUTCTime is a time that does not exist: 10:60:00.',
    ],
    ["'Fn::AddHour': ['9999-12-31', 48]", 'The time lies outside the years 1000 to 9999.'],
    [
      "'Fn::FormatUTCTime': ['2030-01-01', '%A']",
      "not supported by the Local OOS: '%A' in the format of Fn::FormatUTCTime",
    ],
    ["'Fn::Eval': ['1 + 1']", 'not supported by the Local OOS: the function Fn::Eval'],
    ["'Fn::GetAtt': [a, b]", 'not supported by the Local OOS: the function Fn::GetAtt'],
    ["'Fn::First': [1], more: 2", 'Fn::First stands beside other keys; a function stands alone in its map.'],
  ])('%s fails', (written, message) => expect(evaluated(`{ ${written} }`)).toBe(`! ${message}`));
});

describe('values that would grow without end', () => {
  const doubling = (step: (name: string) => string): JsonMap & { text: string } => {
    const names = Array.from({ length: 40 }, (_, at) => `p${at}`);
    const chain = names.map((name, at) => `  ${name}: { Type: Json, Default: ${at === 0 ? 'x' : step(`p${at - 1}`)} }`);
    return { text: `Parameters:\n${chain.join('\n')}\nTasks: []\n` };
  };

  test.each([
    ['texts', (name: string) => `'{{ ${name} }}-{{ ${name} }}'`],
    ['lists', (name: string) => `['{{ ${name} }}', '{{ ${name} }}']`],
    ['maps', (name: string) => `{ a: '{{ ${name} }}', b: '{{ ${name} }}' }`],
  ])('%s that double', (_, step) => {
    expect(endOf(doubling(step).text)).toBe('Failed: A value becomes too large.');
  });

  test.each([
    ['Fn::Replace', (text: string) => `{ 'Fn::Replace': [{ a: aaaaaaaaaa }, ${text}] }`],
    ['Fn::Sub', (text: string) => `{ 'Fn::Sub': [${text}, { a: '\${a}\${a}\${a}' }] }`],
    ['Fn::Join', (text: string) => `{ 'Fn::Join': [aaaaaaaa, { 'Fn::Split': [a, ${text}] }] }`],
  ])('%s over and over', (_, around) => {
    const written = Array.from({ length: 20 }).reduce<string>((text) => around(text), `'\${a}a'`);
    expect(evaluated(written)).toBe('! A value becomes too large.');
  });

  test('lists of many elements are told apart quickly', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => at);
    const text =
      "Parameters: { p: { Type: List } }\nTasks: []\nOutputs: { n: { Type: Any, Value: { 'Fn::Intersection': ['{{ p }}', [7, 7]] } } }";
    expect(endOf(text, { parameters: { p: many } })).toBe('Success {"n":[7]}');
  });
});
