import { describe, expect, test } from 'vitest';
import { ArgumentError } from '../../server/src/cloud/api/argumentError.ts';
import { encodeRequest } from '../../server/src/cloud/api/encodeRequest.ts';
import { apiNaming, type Naming } from '../../server/src/cloud/api/naming.ts';
import { referenceParameters } from './referenceParameters.ts';

function refusal(operation: string, values: Readonly<Record<string, unknown>>): ArgumentError | undefined {
  try {
    encodeRequest(operation, values);
    return undefined;
  } catch (error) {
    if (error instanceof ArgumentError) return error;
    throw error;
  }
}

/** Calls nothing by a name of the API. */
const otherNaming: Naming = {
  operation: () => 'start',
  subject: () => ({ en: 'The thing', zh: '它' }),
  parameter: () => ({ en: 'a thing', zh: '某项' }),
  value: () => 'so',
  setting: () => ({ en: 'a thing so', zh: '某项为 so' }),
  entries: (kind, most) => ({ en: `${kind} of ${most}`, zh: `${most} 项` }),
  template: (size) => size,
};

const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const shown = (value: unknown) => String(JSON.stringify(value)).slice(0, 60);

test('the table has the 20 operations of the reference', () => {
  expect(Object.keys(referenceParameters)).toHaveLength(20);
});

describe.each(Object.entries(referenceParameters))('%s', (operation, { base, parameters }) => {
  test.each(Object.entries(parameters))('%s', (name, { accepted, refused, together }) => {
    const given = (value: unknown) => ({ ...base, ...together, [name]: value });
    for (const value of accepted) {
      expect(refusal(operation, given(value))?.message, shown(value)).toBeUndefined();
      expect(encodeRequest(operation, given(value))[name], shown(value)).toBe(asText(value));
    }
    for (const value of refused) {
      const error = refusal(operation, given(value));
      expect(error?.facts, shown(value)).toMatchObject({ kind: 'argument', operation });
      for (const words of [error?.words.en, error?.words.zh]) {
        expect(words).toContain(operation);
        expect(words).toContain(name);
      }
      expect(error?.wordsBy(apiNaming)).toEqual(error?.words);
      for (const words of Object.values(error?.wordsBy(otherNaming) ?? {})) {
        expect(words).not.toContain(operation);
        expect(words).not.toContain(name);
      }
    }
  });

  test('takes the least and nothing unknown', () => {
    expect(Object.keys(encodeRequest(operation, base)).sort()).toEqual(Object.keys(base).sort());
    expect(refusal(operation, { ...base, Elsewhere: 'x' })?.words.en).toContain(
      `${operation} has no parameter Elsewhere.`,
    );
  });
});

describe('parameters that depend on each other', () => {
  const start = { TemplateName: 'a' };
  const notify = { ExecutionId: 'e' };
  const untag = { ResourceType: 'template', ResourceIds: ['a'] };
  test.each([
    ['StartExecution', {}, 'needs one of TemplateName, TemplateContent and TemplateURL'],
    ['StartExecution', { ...start, TemplateContent: 'x' }, 'not TemplateName and TemplateContent'],
    [
      'StartExecution',
      { TemplateContent: 'x', TemplateVersion: 'v1' },
      'TemplateVersion only together with TemplateName',
    ],
    ['StartExecution', { ...start, SafetyCheck: 'Skip', Mode: 'Debug' }, 'SafetyCheck Skip only with Mode Automatic'],
    ['StartExecution', { ...start, SafetyCheck: 'Skip', Mode: 'FailurePause' }, 'not with FailurePause'],
    [
      'ValidateTemplateContent',
      { Content: 'x', TemplateURL: 'https://b.example/t' },
      'only one of Content and TemplateURL',
    ],
    ['GenerateExecutionPolicy', { RamRole: 'r' }, 'needs one of TemplateName and TemplateContent'],
    ['GetTemplateParameterConstraints', {}, 'needs one of'],
    ['NotifyExecution', { ...notify, NotifyType: 'ExecuteTask' }, 'needs TaskName with ExecuteTask'],
    [
      'NotifyExecution',
      { ...notify, NotifyType: 'Approve', TaskName: 't' },
      'TaskName only with NotifyType ExecuteTask',
    ],
    [
      'NotifyExecution',
      { ...notify, NotifyType: 'Reject', Parameters: {} },
      'Parameters only with NotifyType ExecuteTask',
    ],
    [
      'NotifyExecution',
      { ...notify, NotifyType: 'Approve', ExecutionStatus: 'Failed' },
      'CompleteExecution, not with Approve',
    ],
    ['ListExecutions', { Category: 'Other', Categories: 'x' }, 'not both'],
    ['ListExecutions', { Depth: 'RootDepth', IncludeChildExecution: true }, 'not both'],
    ['UntagResources', untag, 'needs TagKeys'],
    ['UntagResources', { ...untag, All: false }, 'needs TagKeys'],
  ])('%s %j is refused', (operation, values, words) => {
    const error = refusal(operation, values);
    expect(error?.words.en).toContain(words);
    expect(error?.words.zh).toMatch(new RegExp(`^${operation} .*\\p{Script=Han}.*。$`, 'u'));
    const other = error?.wordsBy(otherNaming);
    expect(other?.en).toMatch(/^start [^A-Z]*$/);
    expect(other?.zh).toMatch(/^start [^A-Z]*。$/);
  });

  test.each([
    ['StartExecution', { TemplateContent: 'x', Mode: 'Debug', SafetyCheck: 'ConfirmEveryHighRiskAction' }],
    ['StartExecution', { TemplateURL: 'https://bucket.example/t.yml', Mode: 'Automatic', SafetyCheck: 'Skip' }],
    ['NotifyExecution', { ...notify, NotifyType: 'RetryTask', Parameters: {}, TaskExecutionIds: ['e.1'] }],
    ['NotifyExecution', { ...notify, NotifyType: 'CompleteExecution', ExecutionStatus: 'Cancelled' }],
    ['ListExecutions', { Depth: 'RootDepth', IncludeChildExecution: false, Mode: 'FailurePause', Status: 'Skipped' }],
    ['UntagResources', { ...untag, All: true }],
    ['ListTaskExecutions', { Status: 'Pending' }],
    ['TagResources', { ...untag, ResourceType: 'secretparameter', Tags: { a: 'b' } }],
  ])('%s %j is taken', (operation, values) => {
    expect(refusal(operation, values)).toBeUndefined();
  });
});

describe('messages', () => {
  test('say which parameter, what is wrong and what is allowed, in both languages', () => {
    expect(refusal('CreateTemplate', { TemplateName: 'ACS-mine', Content: 'x' })?.words).toEqual({
      en: 'TemplateName of CreateTemplate begins with ACS, which is kept for official templates. It takes 1 to 200 letters, digits, "-" and "_" that do not begin with ALIYUN, ACS, ALIBABA or ALICLOUD.',
      zh: 'CreateTemplate 的 TemplateName 以 ACS 开头，该前缀保留给官方模板，应为 1 至 200 个字母、数字、“-”、“_”，且不以 ALIYUN、ACS、ALIBABA、ALICLOUD 开头。',
    });
    expect(refusal('ListExecutions', { Status: 'Done' })?.words).toEqual({
      en: 'Status of ListExecutions is "Done". It takes Started, Queued, Running, Waiting, Success, Failed, Cancelled, Pending or Skipped.',
      zh: 'ListExecutions 的 Status 是 "Done"，应为 Started、Queued、Running、Waiting、Success、Failed、Cancelled、Pending 或 Skipped。',
    });
    expect(refusal('UpdateTemplate', { TemplateName: 'a', Content: '模'.repeat(30_000) })?.words.en).toBe(
      'Content of UpdateTemplate has 90,000 bytes. It takes the text of a template, 1 to 65,536 bytes in UTF-8.',
    );
    expect(refusal('GetTemplate', { templatename: 'a', TemplateName: 'a' })?.words.zh).toBe(
      'GetTemplate 没有参数 templatename。应写作 TemplateName。',
    );
  });

  test('are told by other names too, with the blanks that these need in Chinese', () => {
    const other = (operation: string, values: Readonly<Record<string, unknown>>) =>
      refusal(operation, values)?.wordsBy(otherNaming);
    expect(other('DeleteExecutions', {})).toEqual({
      en: 'start needs a thing: list of 100.',
      zh: 'start 缺少某项，应为 100 项。',
    });
    expect(other('CreateTemplate', { TemplateName: 'a', Content: '模'.repeat(30_000) })).toEqual({
      en: 'The thing has 90,000 bytes. It takes 1 to 65,536 bytes in UTF-8.',
      zh: '它有 90,000 字节，应为按 UTF-8 计 1 至 65,536 字节。',
    });
    expect(other('ListTemplates', { SortField: 'TemplateName "Mode"' })).toEqual({
      en: 'The thing is "TemplateName \\"Mode\\"". It takes so, so, so or so.',
      zh: '它是 "TemplateName \\"Mode\\""，应为 so、so、so 或 so。',
    });
    expect(other('NotifyExecution', { ExecutionId: 'e', NotifyType: 'Approve', TaskName: 't' })).toEqual({
      en: 'start takes a thing only with a thing so, not with so.',
      zh: 'start 仅当某项为 so 时接受某项，当前为 so。',
    });
    expect(other('StartExecution', {})?.en).toBe('start needs one of a thing, a thing and a thing.');
  });

  test.each([
    ['StartExecution', { TemplateName: 'a', Parameters: '{"password": "hunter2' }],
    ['StartExecution', { TemplateName: 'a', Parameters: ['hunter2'] }],
    ['TagResources', { ResourceType: 'template', ResourceIds: ['a'], Tags: { '': 'hunter2' } }],
    ['CreateTemplate', { TemplateName: 'a', Content: { password: 'hunter2' } }],
  ])('%s does not repeat what may be secret', (operation, values) => {
    const error = refusal(operation, values);
    expect(error?.facts.kind).toBe('argument');
    expect(JSON.stringify([error?.words, error?.facts, error?.message, error?.stack])).not.toContain('hunter2');
  });
});

test('values that JSON cannot hold are arguments too', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(refusal('StartExecution', { TemplateName: 'a', Parameters: circle })?.words.en).toContain('is not JSON');
  expect(refusal('StartExecution', { TemplateName: 'a', Parameters: { big: 1n } })?.words.en).toContain('is not JSON');
});

test('an operation beyond the table is sent as given', () => {
  expect(encodeRequest('ListParameters', { Name: 'n', Tags: { a: 'b' }, MaxResults: 5, NextToken: '' })).toEqual({
    Name: 'n',
    Tags: '{"a":"b"}',
    MaxResults: '5',
  });
});
