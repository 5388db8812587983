import { describe, expect, test } from 'vitest';
import { call, withTasks } from '../../risk/templates.ts';
import { answered, fakeService, type Step } from '../../support/fakeService.ts';
import { folderWith } from '../../support/folder.ts';
import { toJson } from '../../support/toJson.ts';
import { away, planted, sharedService } from '../cloud/service.ts';
import { oos } from '../runOos.ts';

const service = sharedService();

const text = withTasks(`
  ${call('remove', 'ECS', 'DeleteInstance')}
  ${call('reboot', 'ECS', 'RebootInstance')}
  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: inner-part } }`);
const inner = withTasks(call('drop', 'SLB', 'RemoveBackendServers'));

const publish = async (name: string, content: string) => {
  const { code } = await service.oos(['api', 'CreateTemplate', '--TemplateName', name, '--Content', content, '--yes']);
  expect(code).toBe(0);
};

/** A machine of its own, whose cache is empty. */
const machine = (files: Readonly<Record<string, string>> = {}) => {
  const cwd = folderWith(files);
  return { cwd, env: { XDG_CACHE_HOME: `${cwd}/cache` } };
};

describe('against the Local OOS', () => {
  test('differences have reasons, and the answer is remembered for the text', async () => {
    await publish('ask-yaml', text);
    await publish('inner-part', inner);
    const here = machine({ 'a.yml': text, 'inner-part.yml': inner });
    const asked = await service.oos(['risk', 'a.yml', '--ask-service', 'ask-yaml'], here);
    expect(asked.code).toBe(0);
    expect(asked.stdout).toContain(
      'As OOS says of ask-yaml v1 (cn-hangzhou): it lists 2 risky tasks; 2 found by both, 1 only here (-), 0 only there (+).\n' +
        '  - ECS RebootInstance (reboot): This is a rule of our own;',
    );
    const later = await oos(['risk', 'a.yml'], here);
    expect(later.stdout).toContain('As OOS said just now of ask-yaml v1 (cn-hangzhou): it lists 2 risky tasks');
    const other = await oos(['risk', '-'], { ...here, stdin: `${text}\n` });
    expect(other.stdout).not.toContain('As OOS said');
    const strict = await oos(['risk', 'a.yml', '--strict', '--lang', 'zh-cn'], here);
    expect(strict.stdout).toContain(
      'OOS 刚刚对 ask-yaml v1（cn-hangzhou）的判断： 列出了 2 个高风险任务，与以上结果一致。',
    );
    const json = JSON.parse((await oos(['risk', 'a.yml', '--format', 'json'], here)).stdout);
    expect(json.files[0].service).toBeUndefined();
  });

  test('without a file the published text and what it embeds is looked at', async () => {
    await publish('ask-json', toJson(text));
    await publish('inner-part2', inner);
    const { code, stdout } = await service.oos(['risk', '--ask-service', 'ask-json', '--format', 'json'], machine());
    expect(code).toBe(0);
    const [file] = JSON.parse(stdout).files;
    expect(file.riskyTasks.map(({ Task }: { Task: string[] }) => Task.join('/'))).toEqual([
      'remove',
      'reboot',
      'child/drop',
    ]);
    expect(file.riskyTasks[2]).toMatchObject({ Template: ['ask-json'], path: ['ask-json', 'inner-part'] });
    expect(file.service).toMatchObject({
      ...{ template: 'ask-json', version: 'v1', sameText: true, remembered: false, agreed: 2, onlyService: [] },
      riskyTasks: [{ Task: ['remove'], Template: ['ask-json'] }, { Task: ['child', 'drop'] }],
      onlyOurs: [{ Service: 'ECS', API: 'RebootInstance', Task: ['reboot'] }],
    });
  });

  test('a file that is another text than the published one is told from it', async () => {
    await publish('ask-old', withTasks(call('old', 'ECS', 'DeleteDisk')));
    const here = machine({ 'a.yml': withTasks(call('new', 'ECS', 'DeleteVpc')) });
    const { stdout } = await service.oos(['risk', 'a.yml', '--ask-service', 'ask-old'], here);
    expect(stdout).toContain('The file is not the text that is published');
    expect(stdout).toContain(
      '- ECS DeleteVpc (new): The published template does not make this call, the text here does.',
    );
    expect(stdout).toContain('+ ECS DeleteDisk (old): The published template makes this call, the text here does not.');
    expect((await oos(['risk', 'a.yml'], here)).stdout).not.toContain('As OOS said');
  });

  test('a name that is not published is a refusal, and what is found here is shown all the same', async () => {
    const here = machine({ 'a.yml': text });
    const { code, stdout, stderr } = await service.oos(['risk', 'a.yml', '--ask-service', 'nobody'], here);
    expect(code).toBe(3);
    expect(stdout).toContain("ECS DeleteInstance in 'remove'");
    expect(stderr).toMatch(/nobody/);
  });
});

test('where the service is away, what it said before is shown, and the exit code tells', async () => {
  await publish('ask-away', text);
  const here = machine({ 'a.yml': text });
  await service.oos(['risk', 'a.yml', '--ask-service', 'ask-away'], here);
  const gone = { ...here, env: { ...here.env, ...away } };
  const { code, stdout } = await service.oos(['risk', 'a.yml', '--ask-service', 'ask-away'], gone);
  expect(code).toBe(3);
  expect(stdout).toContain('As OOS said just now of ask-away v1');
  const unknown = await oos(['risk', 'a.yml', '--ask-service', 'ask-away'], { cwd: here.cwd });
  expect(unknown.code).toBe(3);
  expect(unknown.stdout).toContain('Looked at 1 template');
});

describe('against a service that says otherwise', () => {
  /** Answers by the operation. */
  const scripted = (answers: Readonly<Record<string, object>>) => {
    const step: Step = (response, seen) => answered({ RequestId: 'R', ...answers[seen.operation] })(response, seen);
    return fakeService(step);
  };
  const envOf = (endpoint: string) => ({
    ALIBABA_CLOUD_ACCESS_KEY_ID: planted.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: planted.accessKeySecret,
    ALIBABA_CLOUD_REGION_ID: 'cn-test',
    ALIBABA_CLOUD_ENDPOINT: endpoint,
  });
  const said = (RiskyTasks: unknown) => ({
    GetTemplate: { Template: { TemplateName: 'x', TemplateVersion: 'v9', Hash: '../../evil' }, Content: text },
    ListExecutionRiskyTasks: { RiskyTasks },
  });

  test('its tasks are told with the reason, and cannot do harm', async () => {
    const { endpoint } = await scripted(
      said([
        { Service: 'ECS', API: 'RunCommand', Task: ['\u001b[2Jrun'], Template: ['x'] },
        { Service: 'ECS', API: 'DeleteInstance', Task: 'remove' },
      ]),
    );
    const here = machine({ 'a.yml': text });
    const env = { ...here.env, ...envOf(endpoint) };
    const { code, stdout } = await oos(['risk', 'a.yml', '--ask-service', 'x', '--strict'], { ...here, env });
    expect(code).toBe(0);
    expect(stdout).toContain('it lists 2 risky tasks; 1 found by both, 0 only here (-), 1 only there (+).');
    expect(stdout).toContain('+ ECS RunCommand (\uFFFD[2Jrun): Nothing in the text leads to such a call.');
    expect(stdout).not.toContain('\u001b');
  });

  test('an answer that cannot be kept is told, and shown', async () => {
    const { endpoint } = await scripted(said([]));
    const here = machine({ 'a.yml': text, cache: 'a file' });
    const env = { ...here.env, ...envOf(endpoint) };
    const { code, stdout, stderr } = await oos(['risk', 'a.yml', '--ask-service', 'x'], { ...here, env });
    expect(code).toBe(0);
    expect(stdout).toContain('it lists no risky tasks; 0 found by both, 2 only here');
    expect(stderr).toMatch(/cannot be kept in ".*cache/);
  });

  test('templates that embed each other without end are fetched to some depth', async () => {
    const embedding = (name: string) =>
      withTasks(`- { Name: next, Action: 'ACS::Template', Properties: { TemplateName: ${name}x } }`);
    const step: Step = (response, seen) => {
      const name = String(seen.form.TemplateName ?? new URLSearchParams(seen.url.split('?')[1]).get('TemplateName'));
      const content = { Template: { TemplateName: name }, Content: embedding(name) };
      answered({ RequestId: 'R', ...(seen.operation === 'GetTemplate' ? content : { RiskyTasks: [] }) })(
        response,
        seen,
      );
    };
    const { endpoint, seen } = await fakeService(step);
    const here = machine();
    const { code, stdout } = await oos(['risk', '--ask-service', 'x'], {
      ...here,
      env: { ...here.env, ...envOf(endpoint) },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('not seen:');
    expect(seen.length).toBeLessThan(30);
  });
});
