import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { localOos } from '../support/localOos.ts';
import { toJson } from '../support/toJson.ts';
import { type Body, type Caller, coreCaller, refusal } from './callers.ts';
import { listing, sleeping } from './contents.ts';

type Options = Parameters<typeof localOos>[0];

async function owner(options?: Options): Promise<Caller> {
  const local = await localOos(options);
  return coreCaller(local, local.accounts.owner);
}

const names = ({ Templates }: Body): string[] => Templates.map(({ TemplateName }: Body) => TemplateName);

describe('saving', () => {
  test('a new template is version 1 and everything about it is read from its text', async () => {
    const call = await owner();
    const { Template, TemplateType } = await call('CreateTemplate', {
      TemplateName: 'list',
      Content: listing,
      Tags: { a: 'b' },
      VersionName: 'first',
    });
    expect(Template).toEqual({
      CreatedBy: 'root(1000000000000001)',
      CreatedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      UpdatedBy: 'root(1000000000000001)',
      UpdatedDate: Template.CreatedDate,
      Description: 'Lists instances',
      HasTrigger: false,
      Hash: createHash('sha256').update(listing).digest('hex'),
      ShareType: 'Private',
      Tags: { a: 'b' },
      TemplateFormat: 'YAML',
      TemplateId: expect.stringMatching(/^t-[0-9a-f]{20}$/),
      TemplateName: 'list',
      TemplateVersion: 'v1',
    });
    expect(TemplateType).toBe('Automation');
    const got = await call('GetTemplate', { TemplateName: 'list' });
    expect(got.Template).toEqual({ ...Template, TemplateType: 'Automation', VersionName: 'first' });
  });

  test('JSON is told from YAML, and triggers and languages are seen', async () => {
    const call = await owner();
    const yaml = `FormatVersion: OOS-2019-06-01
Description: { en: Every night, zh-cn: 每晚 }
Tasks:
  - Name: timer
    Action: ACS::TimerTrigger
    Properties: { Type: cron, Expression: 0 0 2 * * ?, EndDate: '2099-01-01T00:00:00Z' }
`;
    const { Template } = await call('CreateTemplate', { TemplateName: 'night', Content: toJson(yaml) });
    expect(Template).toMatchObject({ TemplateFormat: 'JSON', HasTrigger: true });
    expect(JSON.parse(Template.Description)).toEqual({ en: 'Every night', 'zh-cn': '每晚' });
    expect(names(await call('ListTemplates', { Category: 'TimerTrigger', ShareType: 'Private' }))).toEqual(['night']);
  });

  test('each update is a version of its own, the old ones stay, and deleting takes them all', async () => {
    const call = await owner();
    const TemplateName = 'nap';
    await call('CreateTemplate', { TemplateName, Content: sleeping('PT1M'), Tags: { kept: 'yes' } });
    await call('UpdateTemplate', { TemplateName, Content: sleeping('PT2M') });
    const { Template } = await call('UpdateTemplate', { TemplateName, Content: sleeping('PT2M') });
    expect(Template).toMatchObject({ TemplateVersion: 'v3', Tags: { kept: 'yes' } });
    expect((await call('GetTemplate', { TemplateName })).Template.TemplateVersion).toBe('v3');
    expect((await call('GetTemplate', { TemplateName, TemplateVersion: 'v1' })).Content).toBe(sleeping('PT1M'));
    const { TemplateVersions } = await call('ListTemplateVersions', { TemplateName });
    expect(TemplateVersions.map((it: Body) => it.TemplateVersion)).toEqual(['v3', 'v2', 'v1']);
    await call('DeleteTemplate', { TemplateName });
    expect((await refusal(call('GetTemplate', { TemplateName, TemplateVersion: 'v1' }))).code).toBe(
      'EntityNotExists.Template',
    );
  });

  test('what does not exist, or exists already, is told with its name', async () => {
    const call = await owner();
    const template = { TemplateName: 'nap', Content: sleeping() };
    expect(await refusal(call('UpdateTemplate', template))).toMatchObject({
      code: 'EntityNotExists.Template',
      status: 404,
      message: 'The specified template nap does not exist.',
    });
    await call('CreateTemplate', template);
    expect(await refusal(call('CreateTemplate', template))).toMatchObject({
      code: 'EntityAlreadyExists.Template',
      status: 409,
    });
    const code = 'EntityNotExists.TemplateVersion';
    expect(await refusal(call('GetTemplate', { TemplateName: 'nap', TemplateVersion: 'v2' }))).toMatchObject({
      code,
      status: 404,
    });
    expect(await refusal(call('DeleteTemplate', { TemplateName: 'other' }))).toMatchObject({
      code: 'EntityNotExists.Template',
    });
  });

  test('quotas end it', async () => {
    const call = await owner({ quotas: { templates: 1, versions: 2 } });
    await call('CreateTemplate', { TemplateName: 'a', Content: sleeping() });
    expect(await refusal(call('CreateTemplate', { TemplateName: 'b', Content: sleeping() }))).toMatchObject({
      code: 'QuotaExceed',
      status: 403,
      message: 'The Quota (templates) exceeded (1).',
    });
    await call('UpdateTemplate', { TemplateName: 'a', Content: sleeping() });
    expect(await refusal(call('UpdateTemplate', { TemplateName: 'a', Content: sleeping() }))).toMatchObject({
      code: 'QuotaExceed',
    });
  });

  test('of two updates at a time one fails, and nothing is lost', async () => {
    const local = await localOos({ slowness: 100 });
    const call = coreCaller(local, local.accounts.owner);
    await call('CreateTemplate', { TemplateName: 'nap', Content: sleeping() });
    local.setFaults(['slow@UpdateTemplate=2x']);
    const both = [1, 2].map((minutes) =>
      call('UpdateTemplate', { TemplateName: 'nap', Content: sleeping(`PT${minutes}M`) }),
    );
    const [good, bad] = (await Promise.allSettled(both)).toSorted((a, b) => (a.status < b.status ? -1 : 1));
    expect(good).toMatchObject({ status: 'fulfilled', value: { Template: { TemplateVersion: 'v2' } } });
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'TemplateUpdateFailed', status: 403 } });
    expect((await call('ListTemplateVersions', { TemplateName: 'nap' })).TemplateVersions).toHaveLength(2);
  });

  test('each region has its own templates, and all have the public ones', async () => {
    const call = await owner({ region: 'cn-beijing' });
    await call('CreateTemplate', { TemplateName: 'here', Content: sleeping() });
    await call('CreateTemplate', { TemplateName: 'there', Content: sleeping(), RegionId: 'eu-central-1' });
    const own = { ShareType: 'Private' };
    expect(names(await call('ListTemplates', own))).toEqual(['here']);
    expect(names(await call('ListTemplates', { ...own, RegionId: 'eu-central-1' }))).toEqual(['there']);
    const official = await call('ListTemplates', { CreatedBy: 'ACS', RegionId: 'eu-central-1' });
    expect(official.Templates.length).toBeGreaterThan(1);
    expect(official.Templates[0]).toMatchObject({ ShareType: 'Public', TotalExecutionCount: -1 });
    for (const TemplateName of names(official)) {
      const { Content } = await call('GetTemplate', { TemplateName });
      await call('ValidateTemplateContent', { Content });
    }
  });
});

describe('validation', () => {
  const broken = listing.replace("'{{ status }}'", "'{{ stauts }}'");

  test.each(['CreateTemplate', 'UpdateTemplate', 'ValidateTemplateContent'])(
    '%s names the first mistake',
    async (operation) => {
      const call = await owner();
      await call('CreateTemplate', { TemplateName: 'list', Content: listing });
      const refused = await refusal(
        call(operation, { TemplateName: operation === 'CreateTemplate' ? 'new' : 'list', Content: broken }),
      );
      expect(refused).toMatchObject({ code: 'TemplateValidationError', status: 400 });
      expect(refused.message).toMatch(/^Tasks\.describe\.Properties\.Parameters\.Status: .*stauts/);
      expect((await call('GetTemplate', { TemplateName: 'list' })).Content).toBe(listing);
    },
  );

  test.each([
    ['a broken text, with line and column', 'FormatVersion: OOS-2019-06-01\nTasks: [\n', /^line \d+, column \d+: /],
    ['a text that is no mapping', '- a\n- b\n', /./],
    ['a parameter', listing.replace('Type: String', 'Type: Text'), /^Parameters\.status\.Type: .*Text/],
    ['an output', listing.replace('{{ describe.ids }}', '{{ describes.ids }}'), /^Outputs\.ids\.Value: .*describes/],
    ['a mistake that a comment silences for us', `# oos-disable unknown-parameter\n${broken}`, /stauts/],
  ])('refuses %s', async (_, Content, message) => {
    const call = await owner();
    const refused = await refusal(call('ValidateTemplateContent', { Content }));
    expect(refused.code).toBe('TemplateValidationError');
    expect(refused.message).toMatch(message);
  });

  test('takes what is merely doubtful, and tells what the template says', async () => {
    const call = await owner();
    const { RequestId, ...said } = await call('ValidateTemplateContent', {
      Content: `${listing}RamRole: MyRole\n`.replace('ECS', 'Nonesuch'),
    });
    expect({
      ...said,
      Tasks: said.Tasks.map((it: Body) => ({ ...it, Properties: JSON.parse(it.Properties) })),
    }).toEqual({
      Parameters: '{"status":{"Type":"String","AllowedValues":["Running","Stopped"]}}',
      Outputs: '{"ids":{"Type":"List","Value":"{{ describe.ids }}"}}',
      RamRole: 'MyRole',
      Tasks: [
        {
          Name: 'describe',
          Type: 'ACS::ExecuteAPI',
          Description: '',
          Properties: { Service: 'Nonesuch', API: 'DescribeInstances', Parameters: { Status: '{{ status }}' } },
          Outputs: '{"ids":{"Type":"List","ValueSelector":"Instances.Instance[].InstanceId"}}',
        },
      ],
    });
  });

  test.each(['', "RamRole: ''\n", 'RamRole:\n'])(
    'names the role of the service where there is none: %j',
    async (role) => {
      const call = await owner();
      const { RamRole } = await call('ValidateTemplateContent', { Content: listing + role });
      expect(RamRole).toBe('OOSServiceRole');
    },
  );

  test('fetches nothing', async () => {
    const call = await owner();
    const refused = await refusal(call('ValidateTemplateContent', { TemplateURL: 'https://example.com/a.yml' }));
    expect(refused.code).toBe('InvalidParameter.TemplateURL');
    expect((await refusal(call('ValidateTemplateContent'))).code).toBe('MissingContent');
  });
});

describe('risk and rights', () => {
  const deleting = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [i-1, i-2]
      LoopRateControl: { Mode: Concurrency, Concurrency: 1 }
      LoopTasks:
        - Name: remove
          Action: ACS::ExecuteAPI
          Properties: { Service: ECS, API: DeleteInstance, Parameters: { InstanceId: i-1 } }
  - Name: unasked
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DeleteImage, Risk: Normal, Parameters: { ImageId: m-1 } }
`;

  test('risky tasks are named with their path', async () => {
    const call = await owner();
    await call('CreateTemplate', { TemplateName: 'cleanup', Content: deleting });
    const { RiskyTasks } = await call('ListExecutionRiskyTasks', { TemplateName: 'cleanup' });
    expect(RiskyTasks).toEqual([
      { Service: 'ECS', API: 'DeleteInstance', Task: ['each', 'remove'], Template: ['cleanup'] },
    ]);
  });

  test('the policy grants what the calls need, and a role lacks all of it', async () => {
    const call = await owner();
    const { Policy, MissingPolicy } = await call('GenerateExecutionPolicy', {
      TemplateContent: deleting,
      RamRole: 'MyRole',
    });
    expect(JSON.parse(Policy).Statement[0].Action).toEqual(['ecs:DeleteImage', 'ecs:DeleteInstance']);
    const lacking = "[{'Action': ['ecs:DeleteImage', 'ecs:DeleteInstance'], 'ServiceName': 'ecs', 'Resources': '*'}]";
    expect(MissingPolicy).toBe(lacking);
    expect((await refusal(call('GenerateExecutionPolicy'))).code).toBe('MissingTemplateName');
  });
});
