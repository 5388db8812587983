import { expect, test } from 'vitest';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { assessRisk } from '../../../server/src/risk/assess.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { fixture } from '../../support/fixture.ts';
import { hoverOf, hovers } from './hovers.ts';

const approve = '  - { Name: ask, Action: ACS::Approve, Properties: { NotifyType: WebHook } }\n';
const remove = (api: string, more = '') => `
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [i-1, i-2]
      LoopTasks:
        - Name: re<|>move_it
          Action: ACS::ExecuteAPI
          Properties: { Service: ECS, API: ${api}${more} }
`;

/** Of a hover the part about the template. */
const inTemplate = (said = '') => /(?:\*\*In this template|\*\*在此模板中)[^|]*/.exec(said)?.[0].trim();

test('an operation, an action and a task say what stands before them and how far they reach', () => {
  const [task, api] = hovers(`Tasks:${remove('Delete<|>Instance')}`).map(inTemplate);
  expect(api).toBe(
    `**In this template**

- \`ECS DeleteInstance\`: It cannot be undone.
- Path: \`each/remove_it\`
- Nothing guards it. OOS asks before it if the execution is started with SafetyCheck ConfirmEveryHighRiskAction.
- It hits 2 targets.
- One after another; it gives up at the first failure.
- If it fails, the execution fails.`,
  );
  expect(task).toBe(api?.replace('It cannot', 'OOS treats operations that begin with Delete as high-risk. It cannot'));
  const [, zh] = hovers(`Tasks:${remove('Delete<|>Instance')}`, { language: 'zh-cn' }).map(inTemplate);
  expect(zh).toContain(
    '- `ECS DeleteInstance`：无法撤销。\n- 任务路径：`each/remove_it`\n- 执行前没有任何确认或检查。',
  );
});

test('an approval in front, and a mark, change the words', () => {
  const [, approved] = hovers(`Tasks:\n${approve}${remove('Delete<|>Instance')}`).map(inTemplate);
  expect(approved).toContain("- Somebody has to agree before it: 'ask'.");
  const [, normal] = hovers(`Tasks:${remove('DeleteInstance', ', Risk: Nor<|>mal')}`).map(inTemplate);
  expect(normal).toContain('- Nothing guards it. Risk: Normal keeps OOS from asking.');
  const [, high] = hovers(`Tasks:${remove('Run<|>Command', ', Risk: High')}`).map(inTemplate);
  expect(high).toContain('- `ECS RunCommand`: The task is marked with Risk: High. Whether it can be undone');
});

test('a product action names the way to the call, and the section stands above its tables', () => {
  const said = hoverOf('Tasks: [{ Name: a, Action: ACS::ECS::Delete<|>UnrelatedSnapshots }]');
  expect(said.indexOf('**In this template**')).toBeLessThan(said.indexOf('| '));
  expect(inTemplate(said)).toContain('- `ECS DeleteImage`: It cannot be undone.\n- `ECS DeleteSnapshot`: It cannot');
  expect(inTemplate(said)).toContain(
    '- By way of: `ACS::ECS::DeleteUnrelatedSnapshots`, `ACS::ECS::DeleteCustomImagesLinkedToSnapshot`',
  );
});

test('a template that another one embeds is seen through where it is at hand', () => {
  const catalog = bundledCatalog();
  const { text, cursors } = fixture(
    'Tasks: [{ Name: tidy, Action: ACS::Template, Properties: { TemplateName: clean<|>Up } }]',
  );
  const child = new TemplateDocument(
    'Tasks: [{ Name: drop, Action: ACS::ExecuteAPI, Properties: { Service: VPC, API: DeleteVpc } }]',
    'yaml',
  );
  const document = new TemplateDocument(text, 'yaml');
  const said = (risky: boolean) => {
    const context = { catalog, child: () => (risky ? child.template : undefined) };
    const { tasks = [] } = (document.template && assessRisk(document.template, context)) ?? {};
    return hover(document, cursors[0] ?? 0, { catalog, lineOf: () => 1, risky: tasks })?.markdown.en;
  };
  expect(said(false)).toBeUndefined();
  expect(said(true)).toMatch(/^\*\*In this template\*\*\n\n- `VPC DeleteVpc`: OOS treats .*\n- Path: `tidy\/drop`/);
});

test('what is harmless says nothing of the kind', () => {
  expect(hovers(`Tasks:${remove('Describe<|>Instances')}`).map(inTemplate)).toEqual([undefined, undefined]);
});
