import { describe, expect, test } from 'vitest';
import { answered, fakeService } from '../../support/fakeService.ts';
import { away, sharedService, sleeping } from './service.ts';

const service = sharedService({ shape: 'sample2019' });

describe('oos api', () => {
  test('answers as JSON, without the envelope', async () => {
    const argv = ['api', 'CreateTemplate', '--TemplateName', 'raw', '--Content', sleeping('raw')];
    const { code, stdout, stderr } = await service.oos([...argv, '--Tags={"a":"b"}', '--yes']);
    expect(code).toBe(0);
    expect(stderr).toContain('Call CreateTemplate with TemplateName raw, Content ..., Tags ....');
    expect(JSON.parse(stdout)).toMatchObject({ RequestId: expect.any(String), Template: { Tags: { a: 'b' } } });
  });

  test('does not ask for what only reads', async () => {
    const { code, stdout, stderr } = await service.oos(['api', 'ListTemplates', '--ShareType', 'Public']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout).Templates.length).toBeGreaterThan(0);
  });

  test('asks for everything else, without telling values that may be secret', async () => {
    const argv = ['api', 'StartExecution', '--TemplateName', 'raw', '--Parameters', '{"password":"hush"}'];
    const { code, stdout, stderr } = await service.oos(argv, { terminal: true, answers: ['n'] });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Call StartExecution with TemplateName raw, Parameters ....');
    expect(stderr).not.toContain('hush');
    const script = await service.oos(['api', 'DeleteTemplate', '--TemplateName', 'raw', '--lang', 'zh-cn']);
    expect(script.code).toBe(2);
    expect(script.stderr).toContain('调用 DeleteTemplate，参数为 TemplateName raw。');
    expect(script.stderr).toContain('请加上 --yes');
  });

  test('calls operations that are not in the table, with the values as they are', async () => {
    const other = await fakeService(answered({ PolishTemplateResponse: { RequestId: 'R', Shine: 12 } }));
    const argv = ['api', 'PolishTemplate', '--Cloth', '["wool"]', '--RegionId', 'cn-beijing'];
    const env = { ALIBABA_CLOUD_ENDPOINT: other.endpoint };
    expect((await service.oos(argv, { env })).code).toBe(2);
    expect(other.seen).toEqual([]);
    const { code, stdout } = await service.oos([...argv, '--yes'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ RequestId: 'R', Shine: 12 });
    expect(other.seen[0]).toMatchObject({
      operation: 'PolishTemplate',
      form: { Cloth: '["wool"]', RegionId: 'cn-beijing' },
    });
  });

  test('tells what the service refuses, and that it is away', async () => {
    const refused = await service.oos(['api', 'GetTemplate', '--TemplateName', 'nothing']);
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toMatch(/EntityNotExists\.Template, HTTP 404, request ID/);
    const misspelt = await service.oos(['api', 'ListTemplate']);
    expect(misspelt.code).toBe(3);
    expect(misspelt.stderr).toMatch(/does not know the operation ListTemplate\. .+ Did you mean ListTemplates\?\n$/);
    const lost = await service.oos(['api', 'ListActions'], { env: away });
    expect(lost).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('ECONNREFUSED') });
  });

  test.each<[string[], string]>([
    [[], 'oos api ListTemplates'],
    [['listtemplates'], 'Did you mean ListTemplates?'],
    [['list templates'], 'No operation is written list templates.'],
    [['ListTemplates', 'me'], '"me" belongs to no parameter'],
    [['ListTemplates', '--MaxResults'], '--MaxResults needs a value'],
    [['ListTemplates', '--MaxResults', '1000'], 'MaxResults of ListTemplates is "1000"'],
    [['ListTemplates', '--Taggs', 'x'], 'ListTemplates has no parameter Taggs'],
    [['ListTemplates', '--Tags', '{a}'], 'Tags of ListTemplates is not JSON'],
    [['GetTemplate'], 'GetTemplate needs TemplateName'],
    [['GetTemplate', '--templatename', 'x'], 'There is no option --templatename. Did you mean --TemplateName?'],
    [['GetTemplate', '--help-me'], 'There is no option --help-me'],
  ])('refuses oos api %j before anything is sent', async (argv, message) => {
    const { code, stdout, stderr } = await service.oos(['api', ...argv], { env: away });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
