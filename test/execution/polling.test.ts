import { describe, expect, test } from 'vitest';
import type { Json } from '../../server/src/execution/json.ts';
import { endOf, Failing, runToEnd, traceOf } from '../support/runToEnd.ts';

const polling = (action: string, properties: string, retries = '') => `
Tasks:
  - Name: poll
    Action: ACS::${action}
    Properties: { Service: ECS, API: Describe, ${properties} }
    ${retries}
    Outputs: { state: { Type: String, ValueSelector: State } }
Outputs: { state: { Value: '{{ poll.state }}' } }
`;
const running = 'PropertySelector: .State, DesiredValues: [Running]';
const states = (...all: Json[]) => ({
  answers: { Describe: (count: number) => ({ State: all[count] ?? all.at(-1) ?? null }) },
});
const waits = (retries: string, tries: number) =>
  traceOf(polling('WaitFor', running, retries), states(...Array(tries).fill('Starting'), 'Running'))
    .filter((line) => line.startsWith('- wait'))
    .map((line) => line.slice('- wait '.length))
    .join(', ');

describe('ACS::WaitFor', () => {
  test('asks again until the value fits', () => {
    expect(traceOf(polling('WaitFor', running), states('Pending', 'Starting', 'Running')).slice(1)).toEqual([
      'The task poll started.',
      '- ECS Describe {}',
      '- wait 2 s',
      '- ECS Describe {}',
      '- wait 4 s',
      '- ECS Describe {}',
      'The task poll completed.',
      'The execution ended: Success.',
      '= Success {"state":"Running"}',
    ]);
  });

  test.each([
    ['', 4, '2 s, 4 s, 8 s, 16 s'],
    ['MaxRetryInterval: 5', 4, '2 s, 4 s, 5 s, 5 s'],
    ['DelayType: Constant', 2, '2 s, 2 s'],
    ["DelayType: Constant\n    Delay: '15'", 2, '15 s, 15 s'],
    ['DelayType: Linear\n    Delay: 10\n    BackOff: 3', 3, '13 s, 16 s, 19 s'],
  ])('%s', (retries, tries, expected) => expect(waits(retries, tries)).toBe(expected));

  test('gives up after its retries', () => {
    expect(endOf(polling('WaitFor', running, 'Retries: 2'), states('Starting'))).toBe(
      'Failed: The task poll failed. PropertySelector found Starting, which is not what is wanted. It was asked 3 times.',
    );
    expect(runToEnd(polling('WaitFor', running), states('Starting')).run.tasks[0]?.retries).toBe(10);
  });

  test('gives up at once at one of the StopRetryValues, and when a call fails', () => {
    const stopping = `${running}, StopRetryValues: [Broken]`;
    expect(endOf(polling('WaitFor', stopping), states('Starting', 'Broken'))).toBe(
      'Failed: The task poll failed. PropertySelector found Broken, one of the StopRetryValues.',
    );
    expect(endOf(polling('WaitFor', running), { answers: { Describe: new Failing('no') } })).toBe(
      'Failed: The task poll failed. no',
    );
  });
});

describe('ACS::CheckFor', () => {
  test('asks once, or as often as Retries says', () => {
    expect(endOf(polling('CheckFor', running), states('Starting', 'Running'))).toBe(
      'Failed: The task poll failed. PropertySelector found Starting, which is not what is wanted.',
    );
    expect(endOf(polling('CheckFor', running, 'Retries: 1'), states('Starting', 'Running'))).toContain('Success');
  });

  const fits = (properties: string, answer: Json) =>
    endOf(polling('CheckFor', properties), { answers: { Describe: answer } }).startsWith('Success');
  const each = "PropertySelector: 'List[].State', ";

  test.each<[string, Json, boolean]>([
    ["PropertySelector: State, DesiredValues: ['true']", { State: true }, true],
    ['PropertySelector: State, DesiredValues: [1, 2]', { State: '2' }, true],
    ['PropertySelector: State, DesiredValues: [null]', {}, true],
    ['PropertySelector: State, NotDesiredValues: [a]', { State: 'b' }, true],
    ['PropertySelector: State, NotDesiredValues: [a]', { State: 'a' }, false],
    ['PropertySelector: State, DesiredValues: [a, b], NotDesiredValues: [b]', { State: 'b' }, false],
    [`${each}DesiredValues: [a]`, { List: [{ State: 'a' }, { State: 'a' }] }, true],
    [`${each}DesiredValues: [a]`, { List: [{ State: 'a' }, { State: 'b' }] }, false],
    [`${each}DesiredValues: [a]`, { List: [] }, false],
    [`${each}NotDesiredValues: [a]`, { List: [] }, true],
  ])('%s of %j', (properties, answer, expected) => expect(fits(properties, answer)).toBe(expected));
});

test.each([
  ['DesiredValues: [a]', 'The property PropertySelector is missing or no text.'],
  ['PropertySelector: .State', 'There is neither DesiredValues nor NotDesiredValues.'],
  [
    "PropertySelector: '.State | length', DesiredValues: [1]",
    "not supported by the Local OOS: the jq function 'length'",
  ],
])('%s fails', (properties, message) => {
  expect(endOf(polling('WaitFor', properties))).toBe(`Failed: The task poll failed. ${message}`);
});

test.each([
  ['DelayType: Random', 'DelayType is one of Exponential, Constant, Linear.'],
  ['Retries: many', 'Retries is no number from 0.'],
])('%s fails', (retries, message) => {
  expect(endOf(polling('WaitFor', running, retries), states('x'))).toBe(`Failed: The task poll failed. ${message}`);
});
