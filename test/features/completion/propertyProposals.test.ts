import { describe, expect, test } from 'vitest';
import type { ActionSpec } from '../../../server/src/catalog/catalog.ts';
import { propertyProposals } from '../../../server/src/features/completion/propertyProposals.ts';
import { propertyValueProposals } from '../../../server/src/features/completion/propertyValueProposals.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { labels, named, plain } from './plain.ts';

const nothing = { parameters: [], jumpTargets: [] };

function action(name: string): ActionSpec {
  const spec = bundledCatalog().action(name);
  if (!spec) throw new Error(`no ${name}`);
  return spec;
}

const keys = (name: string, path: readonly string[] = [], present: readonly string[] = []) =>
  propertyProposals(action(name), path, present, nothing);

const values = (name: string, path: readonly string[], siblings: Record<string, string> = {}, item = false) =>
  propertyValueProposals(action(name), path, new Map(Object.entries(siblings)), nothing, item);

describe('keys', () => {
  test('come required ones first, without those that are there', () => {
    expect(labels(keys('ACS::WaitFor'), 5)).toEqual([
      'Service',
      'API',
      'PropertySelector',
      'Parameters',
      'DesiredValues',
    ]);
    expect(labels(keys('ACS::CheckFor', [], ['Service', 'Parameters']), 3)).toEqual([
      'API',
      'PropertySelector',
      'DesiredValues',
    ]);
    expect(labels(keys('ACS::ECS::RunCommand'), 3)).not.toContain('regionId');
  });

  test('are known inside maps and lists too', () => {
    expect(labels(keys('ACS::Notify', ['WebHook']))).toEqual(['URI', 'Content', 'Headers']);
    expect(labels(keys('ACS::Choice', ['Choices'], ['When']))).toEqual(['NextTask']);
    expect(labels(keys('ACS::ExecuteHttpRequest', ['CheckFor', 'Rules']))).toEqual([
      'PropertySelector',
      'Operator',
      'Value',
    ]);
    expect(labels(keys('ACS::Notify', ['WebHook', 'Content'], ['msgtype']))).toEqual(['text', 'markdown', 'at']);
    expect(labels(keys('ACS::ExecuteAPI', ['Parameters']))).toEqual([]);
    expect(labels(keys('ACS::ExecuteAPI', ['Unheard']))).toEqual([]);
  });

  test('say their type and whether they are required, and bring a value of that shape', () => {
    const proposals = keys('ACS::ECS::RunCommand');
    expect(named(proposals, 'commandType').detail).toEqual({ en: 'String, required', zh: 'String，必填' });
    expect(named(keys('ACS::Sleep'), 'Duration')).toMatchObject({
      detail: { en: 'String', zh: 'String' },
      summary: { en: expect.stringContaining('PT15M'), zh: expect.stringContaining('PT15M') },
    });
    expect(named(proposals, 'timeout').documentation?.()).toEqual({ en: 'Default: `600`.', zh: '默认值：`600`。' });
    expect(plain(named(keys('ACS::WaitFor'), 'DesiredValues').insertion)).toBe('DesiredValues: [<>]');
    expect(plain(named(keys('ACS::ExecuteAPI'), 'AutoPaging').insertion)).toBe('AutoPaging: <=true|false>');
    expect(plain(named(keys('ACS::ExecuteAPI'), 'Risk').insertion)).toBe('Risk: <Normal|High>');
  });
});

describe('values', () => {
  test('are those that the catalogue allows', () => {
    expect(labels(values('ACS::ExecuteAPI', ['Risk']))).toEqual(['Normal', 'High']);
    expect(labels(values('ACS::Loop', ['LoopRateControl', 'BatchPauseOption']))).toEqual([
      'Automatic',
      'FirstBatchPause',
      'EveryBatchPause',
    ]);
    expect(values('ACS::ExecuteAPI', ['AutoPaging']).map(({ insertion }) => plain(insertion))).toEqual([
      'true',
      'false',
    ]);
    expect(labels(values('ACS::ECS::RunCommand', ['commandType']))).toContain('RunShellScript');
  });

  test('begin with the default', () => {
    const [first] = labels(values('ACS::ECS::RebootInstance', ['forceStop']));
    expect(first).toBe('false');
  });

  test('are well-known ones where there is no list of them', () => {
    expect(labels(values('ACS::TimerTrigger', ['Expression'], { Type: 'rate' }), 1)).toEqual(['30 minutes']);
    expect(labels(values('ACS::TimerTrigger', ['Expression'], { Type: 'cron' }), 1)).toEqual(['0 0 9 ? * *']);
    expect(labels(values('ACS::TimerTrigger', ['Expression'])).length).toBeGreaterThan(10);
    expect(labels(values('ACS::TimerTrigger', ['Expression'], { Type: 'valueOf' })).length).toBeGreaterThan(10);
    expect(labels(values('ACS::TimerTrigger', ['TimeZone']), 2)).toEqual(['Asia/Shanghai', 'UTC']);
    expect(labels(values('ACS::AlarmTrigger', ['MetricName'], { Namespace: 'acs_ecs_dashboard' }), 1)).toEqual([
      'cpu_total',
    ]);
    expect(labels(values('ACS::EventTrigger', ['Name'], { Product: 'TAG' }, true))).toEqual(['Tag:ChangeOnResource']);
    expect(labels(values('ACS::WaitFor', ['DesiredValues'], { API: 'describeinstances' }, true), 2)).toEqual([
      'Running',
      'Stopped',
    ]);
    expect(labels(values('ACS::WaitFor', ['StopRetryValues'], { API: 'GetStack' }, true), 1)).toEqual([
      'CREATE_FAILED',
    ]);
    expect(labels(values('ACS::CheckFor', ['DesiredValues'], { API: 'Unheard' }, true))).toEqual([]);
    expect(labels(values('ACS::SelectTargets', ['ResourceType']), 1)).toEqual(['ALIYUN::ECS::Instance']);
    expect(labels(values('ACS::SelectTargets', ['RegionId']), 1)).toEqual(['cn-hangzhou']);
  });

  test('are a list where one belongs, and what its items are inside', () => {
    expect(values('ACS::Choice', ['Choices']).map(({ insertion }) => plain(insertion))).toEqual([
      '[{When: {Fn::Equals: [<>, <>]}, NextTask: <ACS::END|ACS::NEXT>}]',
    ]);
    expect(values('ACS::Choice', ['Choices'], {}, true).map(({ insertion }) => plain(insertion))).toEqual([
      '{When: {Fn::Equals: [<>, <>]}, NextTask: <ACS::END|ACS::NEXT>}',
    ]);
  });
});

test('regions come with the names of the places in both languages', () => {
  const region = named(values('ACS::SelectTargets', ['RegionId']), 'ap-southeast-1');
  expect(region.detail).toEqual({ en: 'Singapore', zh: '新加坡' });
});
