import { expect, test } from 'vitest';
import { riskLenses } from '../../server/src/features/riskLenses.ts';
import { assessRisk } from '../../server/src/risk/assess.ts';
import type { Template } from '../../server/src/template/template.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { call, read, withTasks } from '../risk/templates.ts';
import { askInBoth } from '../support/askInBoth.ts';

const catalog = bundledCatalog();

/** Each lens: what it stands above, its text, and the path of its task. */
function lenses(
  tasks: readonly string[],
  language: 'en' | 'zh' = 'en',
  child?: (name: string) => Template | undefined,
) {
  return askInBoth(withTasks(tasks.join('\n')), (document) => {
    const { text, template } = document;
    if (!template) throw new Error(text);
    return riskLenses(document, assessRisk(template, { catalog, child })).map(({ range, words, taskPath }) => [
      text.slice(range.start, range.end).replaceAll('"', ''),
      words[language],
      taskPath,
    ]);
  });
}

const approve = "- { Name: ask, Action: 'ACS::Approve', Properties: { NotifyType: WebHook } }";

test('the tasks are counted, and each says what it does', () => {
  const tasks = [
    call('look', 'ECS', 'DescribeInstances'),
    call('reboot', 'ECS', 'RebootInstance'),
    call('remove', 'ECS', 'DeleteInstance'),
  ];
  expect(lenses(tasks)).toEqual([
    ['Tasks', '2 high-risk tasks · 1 cannot be undone', undefined],
    [
      'reboot',
      'High risk: ECS RebootInstance · It restarts: the service is interrupted · nothing guards it',
      ['reboot'],
    ],
    ['remove', 'High-risk to OOS: ECS DeleteInstance · cannot be undone · nothing guards it', ['remove']],
  ]);
  expect(lenses(tasks, 'zh').map(([, words]) => words)).toEqual([
    '2 个高风险任务 · 1 个无法撤销',
    '高风险：ECS RebootInstance · 会重启，服务会中断 · 执行前没有任何确认或检查',
    'OOS 高风险操作：ECS DeleteInstance · 无法撤销 · 执行前没有任何确认或检查',
  ]);
});

test('an approval in front and Risk: Normal change the words', () => {
  const marked = call('remove', 'ECS', 'DeleteInstance', ', Risk: Normal');
  const [, approved] = lenses([approve, call('remove', 'ECS', 'DeleteInstance')]);
  expect(approved?.[1]).toMatch(/ · after approval: ask$/);
  expect(lenses([marked]).map(([, words]) => words)).toEqual([
    '1 marked Risk: Normal',
    'High-risk to OOS: ECS DeleteInstance · cannot be undone · Risk: Normal, nobody is asked',
  ]);
  expect(lenses([call('look', 'ECS', 'DescribeInstances')])).toEqual([]);
});

test('a task that embeds a template, or runs a product action, tells of all its calls', () => {
  const inner = read(withTasks(`${call('drop', 'ECS', 'DeleteVpc')}\n${call('free', 'ECS', 'ReleaseEipAddress')}`));
  const embed = "- { Name: tidy, Action: 'ACS::Template', Properties: { TemplateName: cleanUp } }";
  const action = "- { Name: rid, Action: 'ACS::ECS::DeleteImageByName' }";
  const shown = lenses([embed, action], 'en', (name) => (name === 'cleanUp' ? inner : undefined));
  expect(shown.map(([at, words]) => [at, words])).toEqual([
    ['Tasks', '3 high-risk tasks · 3 cannot be undone'],
    ['tidy', 'High-risk to OOS: ECS DeleteVpc, ECS ReleaseEipAddress · cannot be undone · nothing guards it'],
    ['rid', 'High-risk to OOS: ECS DeleteImage, ECS DeleteSnapshot · cannot be undone · nothing guards it'],
  ]);
  expect(shown[1]?.[2]).toEqual(['tidy', 'drop']);
});
