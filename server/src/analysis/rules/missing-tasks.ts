import { isNull, pairOf } from '../../syntax/navigate.ts';
import { changeScalar } from '../fixes.ts';
import { languageKeys } from '../languageProblems.ts';
import { misspelt } from '../misspelt.ts';
import { mayHaveLostKey, rootHead } from '../rootKeys.ts';
import { defineRule } from '../rule.ts';

export const missingTasks = defineRule({
  id: 'missing-tasks',
  severity: 'error',
  summary: { en: 'The template has no tasks.', zh: '模板没有任务。' },
  why: {
    en: 'A template is a list of tasks; the service refuses one that has none.',
    zh: '模板由任务列表组成，没有任务的模板会被服务拒绝。',
  },
  invalid: [
    { text: '<|FormatVersion|>: OOS-2019-06-01\nParameters: {}\n' },
    { text: 'FormatVersion: OOS-2019-06-01\n<|Tasks|>: []\n' },
    { text: 'FormatVersion: OOS-2019-06-01\n<|Tasks|>:\nOutputs: {}\n' },
    {
      text: 'FormatVersion: OOS-2019-06-01\n<|Task|>:\n  - { Name: stop, Action: ACS::Pause }\n',
      fixed: 'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: PT10S }
  - Name: stop
    Action: ACS::Pause
`,
  ],

  check({ document: { tree }, template: { root }, catalog, report }) {
    const pair = pairOf(root, 'Tasks');
    if (pair) {
      const { value } = pair;
      const isEmpty = value?.kind === 'sequence' && value.items.length === 0;
      if (isEmpty || isNull(value))
        report(pair.key.range, { en: 'Tasks needs at least one task.', zh: 'Tasks 至少需要一个任务。' });
      return;
    }
    if (mayHaveLostKey(tree, 'Tasks')) return;
    const near = misspelt(root, 'Tasks', languageKeys(catalog));
    const message = { en: 'The template has no Tasks.', zh: '模板没有 Tasks。' };
    if (near) report(near.key.range, message, [changeScalar(tree.text, near.key, 'Tasks')]);
    else report(rootHead(root), message);
  },
});
