import { expect, test } from 'vitest';
import { missingActions } from '../../../server/src/features/risk/missingPolicy.ts';

test.each([
  ["[{'Action': ['ecs:RebootInstance']}]", ['ecs:RebootInstance']],
  [
    "[{'Action': ['ecs:b', 'ecs:a'], 'ServiceName': 'ecs', 'Resources': '*'}, {u'Action': (\"oss:c\",), 'Left': None, 'N': -1.5,}]",
    ['ecs:a', 'ecs:b', 'oss:c'],
  ],
  ["[ { 'Action' :\n 'ecs:a' } ]", ['ecs:a']],
  ["['ecs:b', 'ecs:a', 'ecs:a']", ['ecs:a', 'ecs:b']],
  ['[{"Action":["ecs:it\'s"]}]', ["ecs:it's"]],
  ["[{'Action': 'ecs:it\\'s]'}]", ["ecs:it's]"]],
  ['[]', []],
])('%s can be read', (text, actions) => {
  expect(missingActions(text)).toEqual(actions);
});

test.each([
  '',
  'None',
  "{'Action': 'ecs:a'}",
  "[{'Action': ['ecs:a']",
  "[{'Action': ['ecs:a']}] and more",
  "[{'Action': [1]}]",
  "[{'Actions': ['ecs:a']}]",
  "[{'Action' 'ecs:a'}]",
  "['ecs:a' 'ecs:b']",
  "['unclosed]",
  "[__import__('os').system('true')]",
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
])('%.40s is shown as it is', (text) => {
  expect(missingActions(text)).toBeUndefined();
});
