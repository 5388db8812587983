import { expect, test } from 'vitest';
import type { Notation } from '../../../server/src/syntax/node.ts';
import { accepted, offered } from './check.ts';

const call = (lead: string, value: string): string =>
  `${lead}  Properties:\n${lead}    Service: ECS\n${lead}    API: ${value}`;
const task = (lead: string, value: string): string => `Tasks:\n${lead}- Action: ACS::ExecuteAPI\n${call(lead, value)}`;
const inFlow = (value: string, rest = ''): string =>
  `Tasks: [{Action: ACS::ExecuteAPI, Properties: {Service: ECS, API: ${value}${rest}}}]`;
const inJson = (value: string, rest = ''): string =>
  `{"Tasks": [{"Action": "ACS::ExecuteAPI", "Properties": {"Service": "ECS", "API": "${value}"${rest}}}]}`;

const asked = 'Parameters: {instanceId: {}, regionId: {}}\n';
const name = 'RebootInstance';

/** Places whose texts differ in one thing after the other, and what the same operation becomes in each. */
const places: readonly (readonly [marked: string, text: string, notation?: Notation])[] = [
  [task('', '<|>'), `${task('', name)}\n    Parameters:\n      InstanceId: `],
  [
    asked + task('', '<|>'),
    `${asked}${task('', name)}\n    Parameters:\n      RegionId: '{{ regionId }}'\n      InstanceId: '{{ instanceId }}'`,
  ],
  [task('  ', '<|>'), `${task('  ', name)}\n      Parameters:\n        InstanceId: `],
  [task('', '"<|>"'), `${task('', `"${name}"`)}\n    Parameters:\n      InstanceId: `],
  [
    task('', '<|>').replaceAll('\n', '\r\n'),
    `${task('', name)}\n    Parameters:\n      InstanceId: `.replaceAll('\n', '\r\n'),
  ],
  [`${task('', '<|>')}\n    Parameters: {}`, `${task('', name)}\n    Parameters: {}`],
  [`${task('', '<|>')} # why`, `${task('', name)} # why`],
  [inFlow('<|>'), inFlow(name, ", Parameters: {InstanceId: ''}")],
  [inJson('<|>'), inJson(name, ', "Parameters": { "InstanceId": "" }'), 'json'],
];

test.each([
  ['in one order', places],
  ['in the other', places.toReversed()],
])('what an operation brings along is that of its place, whatever was asked before: %s', (_, all) => {
  for (const [marked, text, notation] of [...all, ...all.slice(0, 1)]) {
    expect(accepted(marked, name, { notation: notation ?? 'yaml' })).toBe(text);
  }
});

test('the name of the task says which operation is meant, also when others were meant before', () => {
  for (const meant of ['DeleteImage', 'CreateSnapshot', 'DeleteImage']) {
    expect(offered(task('', '<|>').replace('- Action', `- Name: ${meant}\n  Action`), 1)).toEqual([meant]);
  }
});
