import { describe, expect, test } from 'vitest';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import type { OosError } from '../../server/src/cloud/oosError.ts';
import { serviceError } from '../../server/src/cloud/serviceError.ts';

const id = '5D3C1E90-7A42-4B6F-9E11-0C8A2F4D6B77';
const noHeader = () => undefined;
const headers = (values: Readonly<Record<string, string>>) => (name: string) => values[name];

function errorOf(status: number, body: unknown, header = noHeader as (name: string) => string | undefined): OosError {
  return serviceError('UpdateTemplate', status, body, header);
}

/** The codes of the service with the status they come with, and the words in which the advice shows. */
const codes: readonly (readonly [code: string, status: number, kind: string, en: string, zh: string])[] = [
  ['TemplateValidationError', 400, 'refused', 'does not accept the template', '不接受该模板'],
  ['EntityNotExists.Template', 404, 'refused', 'There is no template', '没有可见的模板'],
  ['EntityNotExists.TemplateVersion', 404, 'refused', 'does not have this version', '没有该版本'],
  ['EntityNotExists.Execution', 404, 'refused', 'There is no execution', '没有可见的执行'],
  ['EntityNotExists.Parameter', 404, 'refused', 'The Parameter this call is about does not exist', ' Parameter '],
  ['EntityNotExists.PatchBaseline', 404, 'refused', 'The PatchBaseline', ' PatchBaseline '],
  ['EntityNotExists.ApplicationGroup', 404, 'refused', 'The ApplicationGroup', ' ApplicationGroup '],
  ['EntityAlreadyExists.Template', 400, 'refused', 'is taken', '已被使用'],
  ['TemplateUpdateFailed', 403, 'refused', 'This is not about permissions', '与权限无关'],
  ['QuotaExceed', 403, 'refused', 'A limit of the account is reached', '配额'],
  ['ExecutionCancelFailed', 403, 'refused', 'cannot be cancelled any more', '已无法取消'],
  ['User.NoPermission', 401, 'refused', 'may not call oos:UpdateTemplate', '无权调用 oos:UpdateTemplate'],
  [
    'NoPermission',
    403,
    'refused',
    '{"Effect":"Allow","Action":["oos:UpdateTemplate"],"Resource":["*"]}',
    '策略语句为 {',
  ],
  ['Forbidden.RAM', 403, 'refused', 'RAM policy', 'RAM 权限策略'],
  ['InvalidAccountType', 400, 'refused', 'kind of account', '账号'],
  ['InvalidStsToken', 400, 'refused', 'Fetch new temporary credentials', '重新获取临时凭证'],
  ['ExpiredStsToken', 400, 'refused', 'have expired', '已过期'],
  ['InvalidSecurityToken.Expired', 400, 'refused', 'have expired', '已过期'],
  ['InvalidSecurityToken.Malformed', 400, 'refused', 'security token', '安全令牌'],
  ['MissingSecurityToken', 400, 'refused', 'security token', '安全令牌'],
  ['InvalidSecurityToken.MismatchWithAccessKey', 403, 'refused', 'security token', '安全令牌'],
  ['InvalidAccessKeyId.NotFound', 404, 'refused', 'no such access key', '不存在'],
  ['InvalidAccessKeyId.Inactive', 400, 'refused', 'is disabled', '已被禁用'],
  ['SignatureDoesNotMatch', 400, 'refused', 'secret does not fit', '不匹配'],
  ['IncompleteSignature', 400, 'refused', 'secret does not fit', '不匹配'],
  ['InvalidTimeStamp.Expired', 400, 'refused', 'The clock of this machine', '时钟'],
  ['SignatureNonceUsed', 400, 'refused', 'this very request', '同一请求'],
  ['InvalidVersion', 400, 'refused', 'Check the endpoint', '接入点'],
  ['InvalidAction.NotFound', 400, 'refused', 'does not know the operation UpdateTemplate', '没有操作 UpdateTemplate'],
  ['MissingTemplateName', 400, 'refused', 'UpdateTemplate needs TemplateName.', '缺少参数 TemplateName'],
  ['MissingParameter', 400, 'refused', 'needs a parameter that was not given', '缺少必需的参数'],
  ['InvalidParameter', 400, 'refused', 'one of its parameters', '某个参数'],
  ['InvalidParameter.Tags', 400, 'refused', 'the value of Tags', '参数 Tags '],
  ['Throttling.User', 400, 'throttled', 'too many calls', '过于频繁'],
  ['Throttling', 429, 'throttled', 'too many calls', '过于频繁'],
  ['Throttling.Api', 503, 'throttled', 'too many calls', '过于频繁'],
  ['Rejected.Throttling', 503, 'throttled', 'too many calls', '过于频繁'],
  ['ServiceUnavailable', 503, 'server', 'has trouble', '故障'],
  ['InternalError', 500, 'server', 'has trouble', '故障'],
  ['Something.New', 400, 'refused', 'The service refused UpdateTemplate', '服务拒绝了 UpdateTemplate'],
];

describe.each(codes)('%s with status %i', (code, status, kind, en, zh) => {
  const error = errorOf(status, { Code: code, Message: 'Reason of the service.', RequestId: id });

  test('says what to do in both languages, with code, status and request id', () => {
    expect(error.words.en).toContain(en);
    expect(error.words.zh).toContain(zh);
    expect(error.words.en).toMatch(
      new RegExp(` The service says: "Reason of the service\\." \\(${code}, HTTP ${status}, request ID ${id}\\)$`),
    );
    expect(error.words.zh).toMatch(
      new RegExp(`服务返回：“Reason of the service\\.”（${code}，HTTP ${status}，请求 ID ${id}）$`),
    );
    expect(error.words.en).not.toMatch(/ {2}| \./);
  });

  test('keeps the facts', () => {
    expect(error.facts).toMatchObject({
      kind,
      code,
      httpStatus: status,
      requestId: id,
      serviceMessage: 'Reason of the service.',
      operation: 'UpdateTemplate',
    });
    expect(error.message).toBe(error.words.en);
  });
});

test('takes the other ways in which errors are written', () => {
  const expected = { code: 'QuotaExceed', serviceMessage: 'Full', requestId: id };
  expect(errorOf(403, { code: 'QuotaExceed', message: 'Full', requestId: id }).facts).toMatchObject(expected);
  expect(errorOf(403, { Error: { Code: 'QuotaExceed', Message: 'Full', RequestId: id } }).facts).toMatchObject(
    expected,
  );
  expect(
    errorOf(403, { Code: 'QuotaExceed', Message: 'Full' }, headers({ 'x-acs-request-id': id })).facts,
  ).toMatchObject(expected);
});

test.each([
  [undefined, 502, 'server'],
  [undefined, 404, 'refused'],
  [undefined, 407, 'proxy'],
  [undefined, 302, 'protocol'],
  [[1, 2], 400, 'refused'],
  ['<html>', 503, 'server'],
  [{ Code: 5, Message: null, RequestId: {} }, 400, 'refused'],
  [undefined, 429, 'throttled'],
] as const)('an answer %j with status %i that is not of the service is of kind %s', (body, status, kind) => {
  const error = errorOf(status, body);
  expect(error.facts).toMatchObject({ kind, httpStatus: status, code: undefined, requestId: undefined });
  expect(error.words.en).toMatch(new RegExp(`\\(HTTP ${status}\\)$`));
});

test('reads how long to wait: milliseconds of this cloud, else seconds of HTTP', () => {
  const wait = (values: Readonly<Record<string, string>>) =>
    errorOf(429, { Code: 'Throttling' }, headers(values)).facts.retryAfter;
  expect(wait({ 'x-acs-retry-after': '1500', 'retry-after': '9' })).toBe(1500);
  expect(wait({ 'retry-after': '9' })).toBe(9000);
  expect(wait({ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })).toBeUndefined();
  expect(wait({ 'x-acs-retry-after': '-1' })).toBeUndefined();
});

test('says what a permission error tells', () => {
  const AccessDeniedDetail = {
    AuthAction: 'oos:UpdateTemplate',
    NoPermissionType: 'ExplicitDeny',
    PolicyType: 'ControlPolicy',
    EncodedDiagnosticMessage: 'AQEAAAAAaBcD',
  };
  for (const detail of [AccessDeniedDetail, JSON.stringify(AccessDeniedDetail)]) {
    const error = errorOf(403, { Code: 'NoPermission', AccessDeniedDetail: detail });
    expect(error.facts.accessDenied).toEqual(AccessDeniedDetail);
    expect(error.words.en).toContain('A policy (ControlPolicy) forbids it expressly.');
    expect(error.words.zh).toContain('有权限策略（ControlPolicy）明确拒绝了该操作。');
  }
  const implicit = errorOf(403, { Code: 'NoPermission', AccessDeniedDetail: { NoPermissionType: 'ImplicitDeny' } });
  expect(implicit.words.en).toContain('may not call oos:UpdateTemplate. No policy allows it.');
});

test('what is missing is not called by the name of the template that needs it', async () => {
  const missing = errorOf(404, { Code: 'EntityNotExists.Parameter' });
  const api = createOosApi({ call: () => Promise.reject(missing) });
  const error = await api.startExecution({ TemplateName: 'restart-web' }).catch((it: OosError) => it);
  expect(error).toMatchObject({ facts: { subject: 'restart-web' } });
  expect((error as OosError).message).toMatch(/^The Parameter this call is about does not exist/);
});

test('tells by how much the clock is off', () => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toUTCString();
  const words = (minutes: number) =>
    errorOf(400, { Code: 'InvalidTimeStamp.Expired' }, headers({ date: at(minutes) })).words;
  expect(words(20).en).toMatch(/\(20 minutes behind\)/);
  expect(words(-90).zh).toMatch(/（快 90 分钟）/);
  expect(errorOf(400, { Code: 'InvalidTimeStamp.Expired' }).words.en).toContain('too far off, so');
});

test('keeps keys and signed requests out of what the service wrote', () => {
  const Message =
    'Specified signature is not matched with our calculation. server string to sign is:POST&%2F&AccessKeyId%3DLTAI5tPlantedKeyId99%26SecurityToken%3DCAISplanted';
  const error = errorOf(400, { Code: 'SignatureDoesNotMatch', Message });
  expect(error.facts.serviceMessage).toBe('Specified signature is not matched with our calculation.');
  const named = errorOf(404, {
    Code: 'InvalidAccessKeyId.NotFound',
    Message: 'Key LTAI5tPlantedKeyId99 or LTAI12345 is not found.',
  });
  expect(named.facts.serviceMessage).toBe('Key LTAI***Id99 or *** is not found.');
  const pairs = errorOf(400, { Code: 'X', Message: 'for AccessKeyId=abcdef&SecurityToken=CAISplanted and others' });
  expect(pairs.facts.serviceMessage).toBe('for AccessKeyId=***&SecurityToken=*** and others');
});

test('shows long reasons in part, on one line', () => {
  const error = errorOf(400, { Code: 'TemplateValidationError', Message: `a\n\n b${'c'.repeat(2000)}` });
  expect(error.words.en).toMatch(/"a bc{10,700}"/);
  expect(error.facts.serviceMessage).toHaveLength(2005);
});

test('names what the call was about and where', async () => {
  const body = { Code: 'EntityNotExists.Template', Message: 'No.', HostId: 'oos.cn-beijing.aliyuncs.com' };
  const api = createOosApi({
    call: (operation) => Promise.reject(serviceError(operation, 404, body, noHeader)),
  });
  await expect(api.getTemplate({ TemplateName: 'nightly-restart' })).rejects.toMatchObject({
    words: {
      en: expect.stringContaining('There is no template "nightly-restart" in cn-beijing that this account can see.'),
      zh: expect.stringContaining('当前账号在 cn-beijing 没有可见的模板“nightly-restart”。'),
    },
    facts: { subject: 'nightly-restart', region: 'cn-beijing', httpStatus: 404 },
  });
  await expect(api.cancelExecution({ ExecutionId: 'exec-1', RegionId: 'cn-hangzhou' })).rejects.toMatchObject({
    facts: { subject: 'exec-1', region: 'cn-beijing' },
  });
});

test('after trouble with an operation that only reads there is nothing to look for', () => {
  const advice = (operation: string) => serviceError(operation, 503, {}, () => undefined).words;
  expect(advice('ListActions').en).toMatch(/did not answer ListActions properly\. Try again later\./);
  expect(advice('ListActions').zh).toContain('请稍后再试');
  expect(advice('UpdateTemplate').en).toContain('Look whether it took effect');
});
