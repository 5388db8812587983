import { describe, expect, test } from 'vitest';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { localOos } from '../support/localOos.ts';
import { type Body, type Caller, coreCaller, refusal } from './callers.ts';
import { sleeping } from './contents.ts';

async function owner(options?: Parameters<typeof localOos>[0]): Promise<Caller> {
  const local = await localOos(options);
  return coreCaller(local, local.accounts.owner);
}

/** All items of a list, page by page, with the sizes of the pages. */
async function allPages(call: Caller, operation: string, list: string, parameters: Body) {
  const items: Body[] = [];
  const sizes: number[] = [];
  for (let NextToken: string | undefined; ; ) {
    const answer = await call(operation, { ...parameters, ...(NextToken ? { NextToken } : {}) });
    items.push(...answer[list]);
    sizes.push(answer[list].length);
    NextToken = answer.NextToken;
    if (!NextToken) return { items, sizes };
  }
}

describe('paging', () => {
  test('loses and doubles nothing while templates come, go and change their place', async () => {
    const call = await owner();
    const own = (at: number) => `own-${String(at).padStart(2, '0')}`;
    for (let at = 0; at < 25; at++) await call('CreateTemplate', { TemplateName: own(at), Content: sleeping() });
    const list = { MaxResults: 10, ShareType: 'Private', SortOrder: 'Ascending' };
    const first = await call('ListTemplates', list);
    await call('CreateTemplate', { TemplateName: 'a-new-one', Content: sleeping() });
    await call('DeleteTemplate', { TemplateName: own(0) });
    await call('StartExecution', { TemplateName: own(20) });
    const second = await call('ListTemplates', { ...list, NextToken: first.NextToken });
    const again = await call('ListTemplates', { ...list, NextToken: first.NextToken });
    const third = await call('ListTemplates', { ...list, MaxResults: 20, NextToken: second.NextToken });
    const names = [first, second, third].flatMap(({ Templates }) => Templates.map((it: Body) => it.TemplateName));
    expect(names).toEqual(Array.from({ length: 25 }, (_, at) => own(at)));
    expect(again.Templates).toEqual(second.Templates);
    expect(third.NextToken).toBeUndefined();
  });

  test('a token is good for its own list only', async () => {
    const call = await owner();
    const { NextToken } = await call('ListActions', { MaxResults: 20 });
    const code = async (operation: string, parameters: Body) => (await refusal(call(operation, parameters))).code;
    expect(await code('ListActions', { NextToken, OOSActionName: 'ECS' })).toBe('InvalidParameter.NextToken');
    expect(await code('ListTemplates', { NextToken })).toBe('InvalidParameter.NextToken');
    expect(await code('ListActions', { NextToken: 'rubbish' })).toBe('InvalidParameter.NextToken');
  });

  test('ListActions tells the whole catalogue', async () => {
    const call = await owner();
    const { items, sizes } = await allPages(call, 'ListActions', 'Actions', { MaxResults: 100 });
    expect(items.map((it) => it.OOSActionName)).toEqual(bundledCatalog().actionNames.toSorted());
    expect(sizes.slice(0, -1).every((size) => size === 100)).toBe(true);
    const sleep = items.find((it) => it.OOSActionName === 'ACS::Sleep');
    expect(sleep).toMatchObject({ ActionType: expect.stringMatching(/^Atomic\./), CreatedDate: expect.any(String) });
    expect(sleep.TemplateVersion).toBeUndefined();
    expect(JSON.parse(sleep.Properties).Duration).toMatchObject({ Type: 'String' });
    const run = items.find((it) => it.OOSActionName === 'ACS::ECS::RunCommand');
    expect(run).toMatchObject({ ActionType: 'Product.ECS', TemplateVersion: 'v1' });
  });
});

describe('ListTemplates', () => {
  test.each([
    [{ TemplateName: 'ap' }, ['snap', 'nap']],
    [{ TemplateFormat: 'JSON' }, ['snap']],
    [{ Tags: { team: 'a' } }, ['nap']],
    [{ Tags: { team: 'b' } }, []],
    [{ HasTrigger: true }, ['timer']],
    [{ HasTrigger: false, SortField: 'TemplateName', SortOrder: 'Ascending' }, ['nap', 'snap']],
    [{ SortField: 'TemplateName' }, ['timer', 'snap', 'nap']],
    [{ SortField: 'TotalExecutionCount' }, ['snap', 'nap', 'timer']],
    [{ CreatedBy: '1000000000000001', Category: 'Other' }, ['snap', 'nap']],
    [{ CreatedBy: 'somebody' }, []],
    [{ CreatedDateAfter: '2199-01-01T00:00:00Z' }, []],
    [{ CreatedDateBefore: '2019-01-01T00:00:00Z' }, []],
    [{ TemplateType: 'State' }, []],
    [{ IsFavorite: true }, []],
  ])('%j', async (filter, names) => {
    const call = await owner();
    await call('CreateTemplate', { TemplateName: 'nap', Content: sleeping(), Tags: { team: 'a', more: 'b' } });
    await call('CreateTemplate', {
      TemplateName: 'snap',
      Content: JSON.stringify({
        FormatVersion: 'OOS-2019-06-01',
        Tasks: [{ Name: 'a', Action: 'ACS::Sleep', Properties: { Duration: 'PT1S' } }],
      }),
    });
    const Content = (await call('GetTemplate', { TemplateName: 'ACS-Local-NightlySleep' })).Content;
    await call('CreateTemplate', { TemplateName: 'timer', Content });
    await call('StartExecution', { TemplateName: 'snap' });
    const { Templates } = await call('ListTemplates', { ShareType: 'Private', ...filter });
    expect(Templates.map((it: Body) => it.TemplateName)).toEqual(names);
  });
});

describe('tags', () => {
  const RegionId = 'cn-hangzhou';
  const template = { RegionId, ResourceType: 'template' };

  async function withTemplates(): Promise<Caller> {
    const call = await owner();
    await call('CreateTemplate', { TemplateName: 'a', Content: sleeping(), Tags: { k1: 'v1' } });
    await call('CreateTemplate', { TemplateName: 'b', Content: sleeping() });
    return call;
  }

  const tagsOf = async (call: Caller, parameters: Body = template) =>
    (await call('ListTagResources', parameters)).TagResources.TagResource.map(
      (it: Body) => `${it.ResourceId} ${it.TagKey}=${it.TagValue}`,
    );

  test('are added, replaced, taken away and listed', async () => {
    const call = await withTemplates();
    await call('TagResources', { ...template, ResourceIds: ['a', 'b'], Tags: { k1: 'new', 'k 2': '值<&>' } });
    expect(await tagsOf(call)).toEqual(['a k1=new', 'a k 2=值<&>', 'b k1=new', 'b k 2=值<&>']);
    await call('UntagResources', { ...template, ResourceIds: ['a'], TagKeys: ['k1'], All: true });
    await call('UntagResources', { ...template, ResourceIds: ['b'], All: true });
    expect(await tagsOf(call)).toEqual(['a k 2=值<&>']);
    expect(await tagsOf(call, { ...template, Tags: { k1: 'new' } })).toEqual([]);
    expect((await call('GetTemplate', { TemplateName: 'a' })).Template.Tags).toEqual({ 'k 2': '值<&>' });
  });

  test('belong to executions too', async () => {
    const call = await withTemplates();
    const { ExecutionId } = (await call('StartExecution', { TemplateName: 'a', Tags: { x: 'y' } })).Execution;
    const execution = { RegionId, ResourceType: 'execution' };
    await call('TagResources', { ...execution, ResourceIds: [ExecutionId], Tags: { z: '1' } });
    expect(await tagsOf(call, execution)).toEqual([`${ExecutionId} x=y`, `${ExecutionId} z=1`]);
    expect((await call('ListExecutions', { Tags: { z: '1' } })).Executions).toHaveLength(1);
    expect((await call('ListExecutions', { Tags: { z: '2' } })).Executions).toEqual([]);
  });

  test('of one that does not exist change nothing', async () => {
    const call = await withTemplates();
    const refused = await refusal(call('TagResources', { ...template, ResourceIds: ['a', 'c'], Tags: { k9: 'v' } }));
    expect(refused).toMatchObject({
      code: 'EntityNotExists.Template',
      message: 'The specified template c does not exist.',
    });
    expect(await tagsOf(call)).toEqual(['a k1=v1']);
    expect((await refusal(call('UntagResources', { ...template, ResourceIds: ['a'] }))).code).toBe('MissingTagKeys');
    const other = { RegionId, ResourceType: 'application', ResourceIds: ['a'] };
    expect((await refusal(call('TagResources', { ...other, Tags: { a: 'b' } }))).code).toBe(
      'InvalidParameter.ResourceType',
    );
  });

  test('are twenty at most', async () => {
    const call = await withTemplates();
    const Tags = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`t${at}`, 'v']));
    expect((await refusal(call('TagResources', { ...template, ResourceIds: ['a'], Tags }))).code).toBe('QuotaExceed');
  });
});

describe('powers', () => {
  test('of readers and of the powerless', async () => {
    const local = await localOos();
    const reader = coreCaller(local, local.accounts.reader);
    expect((await reader('ListTemplates')).Templates.length).toBeGreaterThan(0);
    const refused = await refusal(reader('DeleteTemplate', { TemplateName: 'nap' }));
    expect(refused).toMatchObject({ code: 'NoPermission', status: 403 });
    expect(refused.data.AccessDeniedDetail).toMatchObject({
      AuthAction: 'oos:DeleteTemplate',
      NoPermissionType: 'ImplicitDeny',
    });
    expect(await refusal(coreCaller(local, local.accounts.powerless)('ListTemplates'))).toMatchObject({
      code: 'User.NoPermission',
      status: 401,
      message: 'User has no permission to do the action: (ListTemplates)',
    });
    // Who may not call it is not told what is missing.
    expect((await refusal(coreCaller(local, local.accounts.powerless)('CreateTemplate'))).code).toBe(
      'User.NoPermission',
    );
  });
});
