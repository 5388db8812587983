import { describe, expect, test } from 'vitest';
import { locateServiceError } from '../../server/src/features/serviceError.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { fixture, withMarks } from '../support/fixture.ts';
import { toJson } from '../support/toJson.ts';

const restart = `FormatVersion: OOS-2019-06-01
Parameters:
  instanceId:
    Type: String
    Default: i-1
  status:
    Type: String
Tasks:
  - Name: status
    Action: ACS::Sleep
    Properties:
      Duration: PT1M
  - Name: restart
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RebootInstance
      Parameters:
        InstanceId: '{{ instanceId }}'
        Force: '{{ missingName }}'
Outputs:
  done:
    Type: String
    Value: '{{ restart.id }}'
`;

/** The message and the word that it is about, with some text before it that tells it apart. */
const messages: readonly (readonly [message: string, before: string, word: string])[] = [
  ['Tasks.restart.Properties.Service: not supported', 'Properties:\n      ', 'Service'],
  ['Tasks[1].Properties.API is wrong', 'Service: ECS\n      ', 'API'],
  ["The property 'Duration' of task 'status' is not valid.", '', 'Duration'],
  ['Task restart has no Risk.', 'Name: ', 'restart'],
  ['The parameter status has no default.', 'Default: i-1\n  ', 'status'],
  ["Parameter 'instanceId': Type must not be String", 'instanceId:\n    ', 'Type'],
  ["It's the output `done` that can't be used", 'Outputs:\n  ', 'done'],
  ['{{ missingName }} is not defined', "Force: '{{ ", 'missingName'],
  ['任务“restart”的 Action 不存在', 'Name: restart\n    ', 'Action'],
  ['FormatVersion is not supported', '', 'FormatVersion'],
  ['The template is too clever.', '', 'FormatVersion'],
];

describe.each(messages)('%s', (message, before, word) => {
  const start = restart.indexOf(before + word) + before.length;
  const expected = withMarks(restart, [{ start, end: start + word.length }]);

  test('is about its word in YAML', () => {
    const range = locateServiceError(new TemplateDocument(restart, 'yaml'), message);
    expect(withMarks(restart, [range])).toBe(expected);
  });

  test('is about its word in JSON', () => {
    const { text, ranges } = fixture(toJson(expected));
    const range = locateServiceError(new TemplateDocument(text, 'json'), message);
    const bare = ({ start, end }: { start: number; end: number }) => text.slice(start, end).replaceAll('"', '');
    expect(ranges).toHaveLength(1);
    expect(bare(range)).toBe(word);
    expect(Math.abs(range.start - (ranges[0]?.start ?? -9))).toBeLessThan(2);
  });
});

test.each([
  ['a: 1\n<|b: [|>\n', 'while parsing a flow sequence in "x", line 2, column 4 expected ] in "x", line 2, column 1'],
  ['a: 1\n  b<|: 2|>\n', 'mapping values are not allowed here, line 2, column 4'],
  ['a: 1\n<|b: 2|>\n\n', 'unexpected end at line 9'],
  ['<|not a mapping|>\n', 'The template content is not a mapping.'],
  ['<||>', 'Task x is missing.'],
])('in a broken text: %s', (marked, message) => {
  const { text, ranges } = fixture(marked);
  expect(locateServiceError(new TemplateDocument(text, 'yaml'), message)).toEqual(ranges[0]);
});
