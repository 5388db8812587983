import { expect, test } from 'vitest';
import type { ApiField } from '../../server/src/catalog/openApi/openApi.ts';
import { followPath, type PathStep } from '../../server/src/catalog/openApi/responsePaths.ts';
import { field, listField } from '../support/openApi.ts';

const answer: readonly ApiField[] = [
  field('RequestId'),
  field('Instances', listField('Instance', field('Status'), listField('Tags'))),
  { name: 'Free', type: 'map', itemType: undefined, fields: [] },
  { name: 'Text', type: 'json', itemType: undefined, fields: [] },
  { name: 'Empty', type: 'object', itemType: undefined, fields: [] },
  { name: 'Maps', type: 'array', itemType: 'map', fields: [] },
  { name: 'Grid', type: 'array', itemType: 'array', fields: [field('Cell')] },
  { name: 'Unsaid', type: 'array', itemType: undefined, fields: [] },
];

/** `Instances.Instance.[].Status`: a list of names, with `[]` for a step into a list. */
const steps = (path: string): PathStep[] =>
  path
    .split('.')
    .filter((name) => name !== '')
    .map((name) => (name === '[]' ? { kind: 'item' } : { kind: 'field', name }));

const follow = (path: string) => followPath(answer, steps(path));

test.each([
  ['', 'object'],
  ['RequestId', 'string'],
  ['Instances', 'object'],
  ['Instances.Instance', 'array'],
  ['Instances.Instance.[]', 'object'],
  ['Instances.Instance.[].Status', 'string'],
  ['Instances.Instance.[].Tags.[]', 'string'],
  ['Free', 'map'],
  ['Maps.[]', 'map'],
])('"%s" leads to a value of type %s', (path, type) => {
  expect(follow(path)).toMatchObject({ kind: 'value', value: { type } });
});

test('tells what can follow', () => {
  const names = (path: string) => {
    const end = follow(path);
    return end.kind === 'value' ? end.value.fields.map(({ name }) => name) : end.kind;
  };
  expect(names('Instances')).toEqual(['Instance']);
  expect(names('Instances.Instance')).toEqual(['Status', 'Tags']);
  expect(names('Instances.Instance.[]')).toEqual(['Status', 'Tags']);
  expect(names('Instances.Instance.[].Tags.[]')).toEqual([]);
});

test.each([
  ['Requestid', 0, 'RequestId'],
  ['Instances.Instances', 1, 'Instance'],
  ['Instances.Instance.[].State', 3, 'Status'],
])('"%s" asks in step %i for a field that there is not, but %s', (path, step, there) => {
  const end = follow(path);
  expect(end).toMatchObject({ kind: 'unknown-field', step });
  expect(end.kind === 'unknown-field' && end.fields.map(({ name }) => name)).toContain(there);
});

test.each([
  ['Instances.Instance.Status', 2, 'array'],
  ['RequestId.Id', 1, 'string'],
  ['RequestId.[]', 1, 'string'],
  ['Instances.[]', 1, 'object'],
])('"%s" cannot do step %i on a value of type %s', (path, step, type) => {
  expect(follow(path)).toEqual({ kind: 'misfit', step, type });
});

test.each([
  'Free.Key',
  'Free.[]',
  'Text.Key',
  'Empty.Key',
  'Empty.[]',
  'Maps.Key',
  'Maps.[].Key',
  'Grid.[]',
  'Unsaid.[]',
  'Unsaid.Key',
])('of "%s" the source tells nothing', (path) => {
  expect(follow(path)).toEqual({ kind: 'untold' });
});

test('an answer may be a list as a whole', () => {
  expect(follow('[].RequestId')).toEqual({ kind: 'untold' });
  expect(followPath([], steps('Anything'))).toEqual({ kind: 'untold' });
});
