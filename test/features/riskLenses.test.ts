import { expect, test } from 'vitest';
import { riskLenses } from '../../server/src/features/riskLenses.ts';
import { assessRisk } from '../../server/src/risk/assess.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Template } from '../../server/src/template/template.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { toJson } from '../support/toJson.ts';

const catalog = bundledCatalog();
const read = (tasks: string) => `FormatVersion: OOS-2019-06-01\nTasks:\n${tasks.replace(/^/gm, '  ').trimEnd()}\n`;
const call = (name: string, api: string, more = '') =>
  `- { Name: ${name}, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: ${api}${more} } }\n`;

/** Each lens: what it stands above, and its text. The same in both notations. */
function lenses(tasks: string, language: 'en' | 'zh' = 'en', child?: (name: string) => Template | undefined) {
  const [yaml, json] = (['yaml', 'json'] as const).map((notation) => {
    const text = notation === 'yaml' ? read(tasks) : toJson(read(tasks));
    const document = new TemplateDocument(text, notation);
    if (!document.template) throw new Error(text);
    const shown = riskLenses(document, assessRisk(document.template, { catalog, child }));
    return shown.map(({ range, words, taskPath }) => [
      text.slice(range.start, range.end).replaceAll('"', ''),
      words[language],
      taskPath,
    ]);
  });
  expect(json).toEqual(yaml);
  return yaml;
}

const approve = "- { Name: ask, Action: 'ACS::Approve', Properties: { NotifyType: WebHook } }\n";

test('the tasks are counted, and each says what it does', () => {
  const tasks = call('look', 'DescribeInstances') + call('reboot', 'RebootInstance') + call('remove', 'DeleteInstance');
  expect(lenses(tasks)).toEqual([
    ['Tasks', '2 high-risk tasks · 1 cannot be undone', undefined],
    [
      'reboot',
      'High risk: ECS RebootInstance · It restarts: the service is interrupted · nothing stands before it',
      ['reboot'],
    ],
    ['remove', 'High-risk to OOS: ECS DeleteInstance · cannot be undone · nothing stands before it', ['remove']],
  ]);
  expect(lenses(tasks, 'zh')?.map(([, words]) => words)).toEqual([
    '2 个高风险任务 · 1 个无法撤销',
    '高风险：ECS RebootInstance · 会重启，服务会中断 · 执行前没有任何检查',
    'OOS 高风险操作：ECS DeleteInstance · 无法撤销 · 执行前没有任何检查',
  ]);
});

test('an approval in front and Risk: Normal change the words', () => {
  const marked = call('remove', 'DeleteInstance', ', Risk: Normal');
  expect(lenses(approve + call('remove', 'DeleteInstance'))?.at(-1)?.[1]).toMatch(/ · after approval: ask$/);
  expect(lenses(marked)?.map(([, words]) => words)).toEqual([
    '1 marked Risk: Normal',
    'High-risk to OOS: ECS DeleteInstance · cannot be undone · Risk: Normal, nobody is asked',
  ]);
  expect(lenses(call('look', 'DescribeInstances'))).toEqual([]);
});

test('a task that embeds a template, or runs a product action, tells of all its calls', () => {
  const inner = new TemplateDocument(read(call('drop', 'DeleteVpc') + call('free', 'ReleaseEipAddress')), 'yaml');
  const embed = "- { Name: tidy, Action: 'ACS::Template', Properties: { TemplateName: cleanUp } }\n";
  const action = "- { Name: rid, Action: 'ACS::ECS::DeleteImageByName' }\n";
  const shown = lenses(embed + action, 'en', (name) => (name === 'cleanUp' ? inner.template : undefined));
  expect(shown?.map(([at, words]) => [at, words])).toEqual([
    ['Tasks', '3 high-risk tasks · 3 cannot be undone'],
    ['tidy', 'High-risk to OOS: ECS DeleteVpc, ECS ReleaseEipAddress · cannot be undone · nothing stands before it'],
    ['rid', 'High-risk to OOS: ECS DeleteImage, ECS DeleteSnapshot · cannot be undone · nothing stands before it'],
  ]);
  expect(shown?.[1]?.[2]).toEqual(['tidy', 'drop']);
});
