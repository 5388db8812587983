import { describe, expect, test } from 'vitest';
import { v1Signature } from '../../server/src/emulator/callers/signatureV1.ts';
import type { Emulator, EmulatorOptions } from '../../server/src/emulator/emulator.ts';
import { type Element, parseXml } from '../cli/parseXml.ts';
import { until } from '../support/localOos.ts';
import type { Body } from './callers.ts';
import { calling, listing, sleeping, template } from './contents.ts';
import { rig } from './rig.ts';

type Shape = EmulatorOptions['shape'];

/** A Local OOS with a template and an execution of it that is over. */
async function prepared(shape: Shape) {
  const { local, call } = await rig({
    shape,
    answers: { 'ECS:DescribeInstances': { Instances: { Instance: [{ InstanceId: 'i-1' }] } } },
  });
  await call('CreateTemplate', { TemplateName: 'list', Content: listing, Tags: { 'k 1': '值<&>' } });
  const started = await call('StartExecution', { TemplateName: 'list', Parameters: { status: 'Running' } });
  const { ExecutionId } = (started.StartExecutionResponse ?? started).Execution;
  await until(
    async () => (await call('ListExecutions', { ExecutionId })).Executions[0],
    ({ Status }) => Status === 'Success',
  );
  return { local, call, ExecutionId, started };
}

describe('the shape of 2019', () => {
  test('has its envelopes', async () => {
    const { call, ExecutionId, started } = await prepared('sample2019');
    expect(Object.keys(started)).toEqual(['StartExecutionResponse']);
    const created = await call('CreateTemplate', { TemplateName: 'nap', Content: sleeping() });
    expect(created.CreateTemplateResponse.Template).toMatchObject({
      TemplateName: 'nap',
      CreatedDate: expect.any(String),
    });
    expect(created.CreateTemplateResponse.Template).not.toHaveProperty('Tags');
    const untag = { RegionId: 'cn-hangzhou', ResourceType: 'template', ResourceIds: ['nap'], All: true };
    expect(Object.keys((await call('UntagResources', untag)).UntagResourcesResponse)).toEqual(['RequestId']);
    const logs = await call('ListExecutionLogs', { ExecutionId });
    expect(logs).toMatchObject({ code: 200, successResponse: true, data: { IsTruncated: false } });
    expect(logs.data.RequestId).not.toBe(logs.requestId);
    expect((await call('UpdateTemplate', { TemplateName: 'nap', Content: sleeping() })).Template.TemplateVersion).toBe(
      'v2',
    );
  });

  test('has one task for a list of one, and empty texts for what is not there', async () => {
    const { call, ExecutionId, started } = await prepared('sample2019');
    const { data } = await call('ListTaskExecutions', { ExecutionId });
    expect(data.TaskExecutions).toMatchObject({
      TaskName: 'describe',
      Properties: { Service: 'ECS', API: 'DescribeInstances' },
      Outputs: { ids: ['i-1'] },
      Loop: '',
      LoopItem: '',
    });
    expect(started.StartExecutionResponse.Execution).toMatchObject({ Outputs: '', Parameters: { status: 'Running' } });
    const two = template(calling('one', 'StartInstance') + calling('two', 'StopInstance'));
    const other = (await call('StartExecution', { TemplateContent: two })).StartExecutionResponse.Execution;
    await until(
      () => call('ListTaskExecutions', { ExecutionId: other.ExecutionId }),
      (it) => it.data.TaskExecutions.length === 2,
    );
  });

  test('has other names and kinds of members', async () => {
    const { call, ExecutionId } = await prepared('sample2019');
    const got = await call('GetTemplate', { TemplateName: 'list' });
    expect(got.Template).toMatchObject({ CreateDate: expect.any(String), Tags: { 'k 1': '值<&>' } });
    expect(got.Template).not.toHaveProperty('CreatedDate');
    const listed = await call('ListExecutions');
    expect(listed).not.toHaveProperty('MaxResults');
    expect(listed.Executions[0]).toMatchObject({ ExecutedBy: '1000000000000001', Outputs: { ids: ['i-1'] } });
    expect((await call('GetExecutionTemplate', { ExecutionId })).Content).toBe(listing);
    expect((await call('ListActions', { OOSActionName: 'ACS::Sleep' })).Actions[0].Properties.Duration.Type).toBe(
      'String',
    );
    expect((await call('GenerateExecutionPolicy', { TemplateName: 'list' })).Policy.Version).toBe('1');
    const said = await call('ValidateTemplateContent', { Content: listing });
    expect(said).toMatchObject({
      Parameters: { status: { Type: 'String' } },
      Tasks: [{ Properties: { Service: 'ECS' } }],
    });
    const tags = { RegionId: 'cn-hangzhou', ResourceType: 'template' };
    expect((await call('ListTagResources', tags)).NextToken).toBe('');
  });

  test('has no later members', async () => {
    const { call, ExecutionId } = await prepared('sample2019');
    const later = [
      'TemplateType',
      'VersionName',
      'Publisher',
      'Popularity',
      'WaitingStatus',
      'AccountId',
      'TotalCount',
    ];
    const { Popularity, ...listed } = (await call('ListTemplates')).Templates[0];
    expect(Popularity).toEqual(expect.any(Number));
    const answers = [
      listed,
      (await call('GetTemplate', { TemplateName: 'list' })).Template,
      await call('ListExecutions', { ExecutionId }),
    ];
    for (const name of later) expect(JSON.stringify(answers)).not.toContain(`"${name}"`);
  });

  test('GetExecutionTemplate has JSON as an object', async () => {
    const { call } = await prepared('sample2019');
    const content = {
      FormatVersion: 'OOS-2019-06-01',
      Tasks: [{ Name: 'nap', Action: 'ACS::Sleep', Properties: { Duration: 'PT1S' } }],
    };
    const { StartExecutionResponse } = await call('StartExecution', { TemplateContent: JSON.stringify(content) });
    const { ExecutionId } = StartExecutionResponse.Execution;
    expect((await call('GetExecutionTemplate', { ExecutionId })).Content).toEqual(content);
  });
});

/** A call by the old protocol, whose default is XML. Answers status, type and the root element. */
async function xmlCall({ endpoint, accessKeyId, accessKeySecret }: Emulator, parameters: Record<string, string>) {
  const signed: Record<string, string> = {
    Version: '2019-06-01',
    AccessKeyId: accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: crypto.randomUUID(),
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    ...parameters,
  };
  const Signature = v1Signature('POST', Object.entries(signed), accessKeySecret);
  const answer = await fetch(endpoint, { method: 'POST', body: new URLSearchParams({ ...signed, Signature }) });
  return { status: answer.status, type: answer.headers.get('content-type'), root: parseXml(await answer.text()) };
}

const at = (element: Element, ...path: string[]): Element[] =>
  path.reduce((found, name) => found.flatMap(({ children }) => children.filter((it) => it.name === name)), [element]);
const textsAt = (element: Element, ...path: string[]) => at(element, ...path).map(({ text }) => text);

describe.each(['model', 'sample2019'] as const)('XML in the shape %s', (shape) => {
  test('has a root of its own, lists as repeated elements, and any text', async () => {
    const { local, call } = await prepared(shape);
    const control = `${sleeping('PT1M', '\'<a> & ]]> "é"\'')}# ${'\u{1F600}'}\r\n`;
    await call('CreateTemplate', { TemplateName: 'odd', Content: control });
    const { root, type } = await xmlCall(local, { Action: 'ListTemplates', ShareType: 'Private' });
    expect(type).toBe('text/xml;charset=utf-8');
    expect(root.name).toBe('ListTemplatesResponse');
    expect(textsAt(root, 'Templates', 'TemplateName').toSorted()).toEqual(['list', 'odd']);
    expect(textsAt(root, 'Templates', 'Description')).toContain('<a> & ]]> "é"');
    expect(textsAt(root, 'Templates', 'Tags', 'k_x0020_1')).toEqual(['值<&>']);
    const got = await xmlCall(local, { Action: 'GetTemplate', TemplateName: 'odd' });
    expect(textsAt(got.root, 'Content')).toEqual([control]);
  });

  test('every reading operation is well-formed', async () => {
    const { local, ExecutionId } = await prepared(shape);
    const calls: Body[] = [
      { Action: 'ListActions', MaxResults: '100' },
      { Action: 'DescribeRegions' },
      { Action: 'ValidateTemplateContent', Content: listing },
      { Action: 'GetTemplateParameterConstraints', TemplateName: 'list' },
      { Action: 'ListTemplateVersions', TemplateName: 'list' },
      { Action: 'ListExecutionRiskyTasks', TemplateName: 'list' },
      { Action: 'GenerateExecutionPolicy', TemplateName: 'list' },
      { Action: 'ListExecutions' },
      { Action: 'ListTaskExecutions', ExecutionId },
      { Action: 'ListExecutionLogs', ExecutionId },
      { Action: 'GetExecutionTemplate', ExecutionId },
      { Action: 'ListTagResources', RegionId: 'cn-hangzhou', ResourceType: 'template' },
      {
        Action: 'TagResources',
        RegionId: 'cn-hangzhou',
        ResourceType: 'template',
        ResourceIds: '["list"]',
        Tags: '{"a":"b"}',
      },
      {
        Action: 'UntagResources',
        RegionId: 'cn-hangzhou',
        ResourceType: 'template',
        ResourceIds: '["list"]',
        All: 'true',
      },
      { Action: 'StartExecution', TemplateName: 'list', Parameters: '{"status":"Running"}' },
      { Action: 'DeleteTemplate', TemplateName: 'list' },
    ];
    for (const parameters of calls) {
      const { status, root } = await xmlCall(local, parameters);
      expect({ status, name: root.name }).toEqual({ status: 200, name: `${parameters.Action}Response` });
      expect(root.children.length).toBeGreaterThan(0);
    }
  });

  test('errors have their root', async () => {
    const { local } = await prepared(shape);
    const { status, root } = await xmlCall(local, { Action: 'GetTemplate', TemplateName: 'none' });
    expect({ status, name: root.name }).toEqual({ status: 404, name: 'Error' });
    expect(textsAt(root, 'Code')).toEqual(['EntityNotExists.Template']);
    expect(textsAt(root, 'RequestId')[0]).toMatch(/^[0-9A-F-]{36}$/);
  });
});
