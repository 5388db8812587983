import { describe, expect, test } from 'vitest';
import { actionInsertion } from '../../../server/src/features/completion/actionInsertion.ts';
import { actionProposals } from '../../../server/src/features/completion/actionProposals.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { labels, named, plain } from './plain.ts';

const catalog = bundledCatalog();
const nothing = { parameters: [], jumpTargets: [] };

function insertion(action: string, context = nothing as Parameters<typeof actionInsertion>[1]): string {
  const spec = catalog.action(action);
  return spec ? plain(actionInsertion(spec, context)) : `no ${action}`;
}

describe('the list', () => {
  test('has all actions, the atomic ones first, in both the often used ones first', () => {
    const names = labels(actionProposals(catalog, nothing));
    expect(names.length).toBe(catalog.actionNames.length);
    expect(names.slice(0, 3)).toEqual(['ACS::ExecuteAPI', 'ACS::WaitFor', 'ACS::Choice']);
    const products = names.slice(names.findIndex((it) => it.split('::').length > 2));
    expect(products[0]).toBe('ACS::ECS::RunCommand');
    expect(products.every((it) => it.split('::').length === 3)).toBe(true);
  });

  test('begins with what the name of the task says', () => {
    expect(labels(actionProposals(catalog, nothing, 'rebootInstances'), 1)).toEqual(['ACS::ECS::RebootInstance']);
    expect(labels(actionProposals(catalog, nothing, 'sleep'), 1)).toEqual(['ACS::Sleep']);
  });

  test('says in both languages what an action is', () => {
    const proposals = actionProposals(catalog, nothing);
    const said = (name: string) => {
      const { detail, documentation } = named(proposals, name);
      const { en = '', zh = '' } = documentation?.() ?? {};
      return { detail, first: [en, zh].map((text) => text.split('\n')[0]) };
    };
    expect(said('ACS::Sleep')).toEqual({
      detail: { en: 'control', zh: '流程控制' },
      first: ['Waits for a time, or until a point in time.', '等待一段时间，或等到某个时间点。'],
    });
    expect(said('ACS::ECS::RebootInstance')).toEqual({
      detail: { en: 'ECS', zh: 'ECS' },
      first: ['Elastic Compute Service: reboot instance', '云服务器：重启实例'],
    });
  });

  test('documents properties and outputs as tables', () => {
    const words = named(actionProposals(catalog, nothing), 'ACS::ECS::RunCommand').documentation?.();
    expect(words?.en).toContain('| Properties | Type | About |');
    expect(words?.en).toMatch(/^\| `commandType` \| String, required \| One of: `RunBatScript`, /m);
    expect(words?.en).toMatch(/^\| `invocationOutput` \| \w+ \|$/m);
    expect(words?.zh).toMatch(/^\| `commandType` \| String，必填 \| 可选值：`RunBatScript`、/m);
  });
});

describe('what an action brings along', () => {
  test.each([
    ['ACS::Pause', '"ACS::Pause"'],
    [
      'ACS::Choice',
      'ACS::Choice; Properties: {DefaultTask: <ACS::END|ACS::NEXT>, Choices: [{When: {Fn::Equals: [<>, <>]}, NextTask: <ACS::END|ACS::NEXT>}]}',
    ],
    [
      'ACS::WaitFor',
      'ACS::WaitFor; Properties: {Service: <>, API: <>, Parameters: {RegionId: <{{ ACS::RegionId }}>}, PropertySelector: <>, DesiredValues: [<>]}',
    ],
    [
      'ACS::TimerTrigger',
      'ACS::TimerTrigger; Properties: {Type: <cron|at|rate>, Expression: <0 0 9 ? * *>, EndDate: <2030-12-31T00:00:00Z>}',
    ],
    [
      'ACS::Loop',
      'ACS::Loop; Properties: {LoopItems: <>, LoopRateControl: {Mode: Concurrency, MaxErrors: <=0>, Concurrency: <=10>}, LoopTasks: [{Name: <>, Action: <>}]}',
    ],
    [
      'ACS::Approve',
      'ACS::Approve; Properties: {NotifyType: WebHook, WebHook: {URI: <https://example.com/hook>, Headers: {Content-Type: application/json}, Content: {msgtype: text, text: {content: <>}}}}',
    ],
    ['ACS::ECS::RebootInstance', 'ACS::ECS::RebootInstance; Properties: {instanceId: <>}'],
    [
      'ACS::ECS::DeleteUnrelatedSnapshots',
      'ACS::ECS::DeleteUnrelatedSnapshots; Properties: {rateControl: {Mode: Concurrency, MaxErrors: <=0>, Concurrency: <=10>}}',
    ],
  ])('%s', (action, expected) => {
    expect(insertion(action)).toBe(expected);
  });

  test('refers to parameters of the template that are called alike, and jumps to its tasks', () => {
    const context = { parameters: ['RegionId', 'instanceId', 'targets'], jumpTargets: ['stop'], lists: ['find.ids'] };
    expect(insertion('ACS::ECS::RebootInstance', context)).toBe(
      'ACS::ECS::RebootInstance; Properties: {regionId: <{{ RegionId }}>, instanceId: <{{ instanceId }}>}',
    );
    expect(insertion('ACS::SelectTargets', context)).toContain(
      'Filters: [<{{ targets }}>], RegionId: <{{ RegionId }}>',
    );
    expect(insertion('ACS::Choice', context)).toContain('DefaultTask: <stop|ACS::END|ACS::NEXT>');
    expect(insertion('ACS::Loop', context)).toContain('LoopItems: <{{ find.ids }}>');
  });

  test('holds every required property of each action', () => {
    const lacking = catalog.actionNames.filter((name) => {
      const required = [...(catalog.action(name)?.properties.values() ?? [])].filter((it) => it.required);
      return required.some((it) => !insertion(name).includes(`${it.name}: `));
    });
    expect(lacking).toEqual([]);
  });
});
