import { describe, expect, test } from 'vitest';
import { call, withTasks } from '../../risk/templates.ts';
import { answered, fakeService, type Step } from '../../support/fakeService.ts';
import { folderWith } from '../../support/folder.ts';
import { toJson } from '../../support/toJson.ts';
import { away, planted, sharedService } from '../cloud/service.ts';
import { oos } from '../runOos.ts';

const service = sharedService();

const text = withTasks(
  `
  ${call('remove', 'ECS', 'DeleteInstance')}
  ${call('again', 'ECS', 'deleteinstance')}
  ${call('redis', 'R-KVSTORE', 'DescribeInstances')}
  ${call('odd', 'Mystery', 'DoThings')}`,
  'RamRole: MyRole',
);
const document = {
  Version: '1',
  Statement: [
    { Action: ['ecs:DeleteInstance'], Resource: '*', Effect: 'Allow' },
    { Action: ['kvstore:DescribeInstances'], Resource: '*', Effect: 'Allow' },
    { Action: ['mystery:DoThings'], Resource: '*', Effect: 'Allow' },
  ],
};

describe('offline', () => {
  test.each([
    ['a.yml', text],
    ['a.json', toJson(text)],
  ])('the policy of %s stands alone on standard output', async (name, content) => {
    const { code, stdout, stderr } = await oos(['policy', name], { cwd: folderWith({ [name]: content }) });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(document);
    expect(stderr).toBe(
      'Not documented, but assumed: mystery:DoThings.\n' +
        'The tasks run with the role MyRole. Starting it needs oos:StartExecution, ram:PassRole (acs:ram:*:*:role/MyRole).\n',
    );
  });

  test('a program gets what is assumed beside the policy, never in it', async () => {
    const cwd = folderWith({ 'a.yml': text });
    const report = await oos(['policy', 'a.yml', '--format', 'report', '--lang', 'en'], { cwd });
    expect(JSON.parse(report.stdout)).toMatchObject({
      ...{ version: 1, policy: document, assumed: ['mystery:DoThings'], role: { kind: 'named', name: 'MyRole' } },
      run: [{ action: 'ecs:DeleteInstance', basis: 'documented' }, {}, { basis: 'assumed', ranges: [{}] }],
      unseen: [],
    });
    const preflight = await oos(['preflight', 'a.yml', '--format', 'json'], { cwd });
    expect(JSON.parse(preflight.stdout).rights).toMatchObject({ policy: document, assumed: ['mystery:DoThings'] });
  });

  test('a person sees where each right is needed, in either language', async () => {
    const cwd = folderWith({ 'a.yml': text });
    const { stdout, stderr } = await oos(['policy', 'a.yml', '--format', 'pretty'], { cwd });
    expect(stdout).toMatch(/^ecs:DeleteInstance +4, 5 +It is documented/m);
    expect(stdout).toMatch(/^mystery:DoThings +7 +The code of the service in RAM is assumed/m);
    expect(stderr).toBe('');
    const chinese = await oos(['policy', '-', '--format', 'pretty', '--lang', 'zh-cn'], { cwd, stdin: text });
    expect(chinese.stdout).toMatch(/^权限 .*依据$/m);
    expect(chinese.stdout).toContain('任务以角色 MyRole 运行。');
  });

  test('what embedded templates need is among it, what is not at hand is said', async () => {
    const embedding = withTasks(`
      - { Name: a, Action: 'ACS::Template', Properties: { TemplateName: near } }
      - { Name: b, Action: 'ACS::Template', Properties: { TemplateName: faraway } }`);
    const cwd = folderWith({ 'a.yml': embedding, 'near.json': toJson(withTasks(call('x', 'VPC', 'DeleteVpc'))) });
    const { stdout, stderr } = await oos(['policy', 'a.yml'], { cwd });
    expect(stdout).toContain('"vpc:DeleteVpc"');
    expect(stderr).toContain("Line 5, 'b': The template 'faraway' is not at hand");
  });

  test('a template whose tasks need nothing', async () => {
    const cwd = folderWith({
      'a.yml': withTasks("- { Name: a, Action: 'ACS::Pause' }"),
      'bad.yml': `${text}Outputs: {\n`,
    });
    expect(JSON.parse((await oos(['policy', 'a.yml'], { cwd })).stdout)).toEqual({ Version: '1', Statement: [] });
    expect((await oos(['policy', 'a.yml', '--format', 'pretty'], { cwd })).stdout).toMatch(
      /^Its tasks need no permissions\.\n/,
    );
    expect((await oos(['policy', 'bad.yml'], { cwd })).stderr).toContain('"bad.yml" has syntax errors');
  });

  test.each([
    [[], /Name one template/],
    [['a.yml', 'b.yml'], /Name one template/],
    [['gone.yml'], /"gone\.yml" does not exist/],
    [['list.oos.yml'], /keep its tasks from being read/],
    [['notes.yml'], /not an OOS template/],
  ])('%j is refused', async (operands, words) => {
    const cwd = folderWith({ 'list.oos.yml': '- 1\n', 'notes.yml': 'a: 1\n' });
    const { code, stdout, stderr } = await oos(['policy', ...operands], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });
});

describe('with the Local OOS', () => {
  test('a file is compared by its content', async () => {
    const cwd = folderWith({ 'a.yml': text });
    const { code, stdout, stderr } = await service.oos(['policy', 'a.yml', '--ask-service'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(document);
    expect(stderr).toMatch(/OOS generates the same policy: 3 actions\.\n$/);
  });

  test('any other name is that of a published template', async () => {
    const cwd = folderWith({});
    await service.oos(['api', 'CreateTemplate', '--TemplateName', 'policy-here', '--Content', text, '--yes']);
    const { code, stdout, stderr } = await service.oos(['policy', 'policy-here'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(document);
    expect(stderr).toContain('OOS generates the same policy');
    const nobody = await service.oos(['policy', 'nobody'], { cwd });
    expect(nobody).toMatchObject({ code: 3, stdout: '' });
    expect(nobody.stderr).toContain('nobody');
  });

  test('what a role lacks is told, by the exit code too', async () => {
    const cwd = folderWith({ 'a.yml': text, 'b.yml': withTasks("- { Name: a, Action: 'ACS::Pause' }") });
    const { code, stdout, stderr } = await service.oos(['policy', 'a.yml', '--ram-role', 'MyRole'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual(document);
    expect(stderr).toContain('The role MyRole lacks: ecs:DeleteInstance, kvstore:DescribeInstances, mystery:DoThings.');
    const nothing = await service.oos(['policy', 'b.yml', '--ram-role', 'MyRole', '--lang', 'zh-cn'], { cwd });
    expect(nothing.code).toBe(0);
    expect(nothing.stderr).toContain('角色 MyRole 拥有全部权限。');
  });

  test('where the service is away, the policy comes all the same', async () => {
    const cwd = folderWith({ 'a.yml': text });
    const { code, stdout } = await service.oos(['policy', 'a.yml', '--ask-service'], { cwd, env: away });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toEqual(document);
  });
});

describe('with a service that says otherwise', () => {
  const ask = async (answer: object, ...argv: string[]) => {
    const step: Step = answered({ RequestId: 'R', ...answer });
    const { endpoint } = await fakeService(step);
    const env = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: planted.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: planted.accessKeySecret,
      ALIBABA_CLOUD_REGION_ID: 'cn-test',
      ALIBABA_CLOUD_ENDPOINT: endpoint,
    };
    return oos(['policy', 'a.yml', '--format', 'pretty', ...argv], { cwd: folderWith({ 'a.yml': text }), env });
  };

  test('differences are told from both sides', async () => {
    const Policy = JSON.stringify({
      Statement: [{ Action: ['ecs:Delete*', 'oss:GetObject\u001b[2J'], Effect: 'Allow' }],
    });
    const { code, stdout } = await ask({ Policy }, '--ask-service');
    expect(code).toBe(0);
    expect(stdout).toContain('OOS generates another policy: 1 in both, 2 only here (-), 1 only there (+).');
    expect(stdout).toMatch(/^ {2}- kvstore:DescribeInstances: It is documented/m);
    expect(stdout).toMatch(/^ {2}\+ oss:GetObject\uFFFD\[2J: Nothing that we know/m);
  });

  test('a text that cannot be read is shown as it is', async () => {
    const { code, stdout } = await ask({ Policy: 'none', MissingPolicy: 'lots\u001b[2J of things' }, '--ram-role', 'R');
    expect(code).toBe(1);
    expect(stdout).toContain('OOS answered with a policy that cannot be read.');
    expect(stdout).toContain(
      'The role R lacks something; OOS says it in a form that cannot be read: lots\uFFFD[2J of things',
    );
  });
});
