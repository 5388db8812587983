import { beforeAll, describe, expect, test } from 'vitest';
import { away, sharedService, sleeping } from './service.ts';

const service = sharedService();
let execution = '';

beforeAll(async () => {
  for (const name of ['web', 'mail']) {
    await service.oos(['publish', '-', '--name', name, '--yes'], { stdin: sleeping(name) });
  }
  const { stdout } = await service.oos(['api', 'StartExecution', '--TemplateName', 'web', '--yes']);
  execution = JSON.parse(stdout).Execution.ExecutionId;
});

async function tagsOf(...argv: string[]): Promise<string[]> {
  const { stdout } = await service.oos(['tags', 'list', ...argv, '--format', 'json']);
  const { tags } = JSON.parse(stdout) as { tags: Record<string, string>[] };
  return tags.map((it) => `${it.ResourceId} ${it.TagKey}=${it.TagValue}`).sort();
}

describe('oos tags', () => {
  test('sets, lists and removes the tags of templates', async () => {
    const argv = ['tags', 'add', 'web', 'mail', '--tag', 'env=prod', '--tag', 'note=a=b'];
    const { code, stdout, stderr } = await service.oos(argv, { terminal: true, answers: ['yes'] });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'The tags are changed.\n' });
    expect(stderr).toContain('Set env=prod, note=a=b on the template web, mail.');
    expect(stderr).toContain('Region:   cn-hangzhou');
    expect(await tagsOf('web')).toEqual(['web env=prod', 'web note=a=b']);
    expect(await tagsOf('--tag', 'env=prod')).toContain('mail env=prod');
    const table = await service.oos(['tags', 'list', 'mail', '--lang', 'zh-cn']);
    expect(table.stdout).toMatch(/^类型 +名称 +标签键 +标签值\ntemplate +mail +env +prod\n/);
    await service.oos(['tags', 'remove', 'web', '--key', 'note', '--yes']);
    expect(await tagsOf('web')).toEqual(['web env=prod']);
    const all = await service.oos(['tags', 'remove', 'web', 'mail', '--all', '--yes', '--format', 'json']);
    expect(JSON.parse(all.stdout)).toEqual({ version: 1, requestId: expect.any(String) });
    expect(await tagsOf('web', 'mail')).toEqual([]);
  });

  test('too many are refused before anybody is asked', async () => {
    const many = Array.from({ length: 21 }, (_, index) => ['--tag', `k${index}=v`]).flat();
    const { code, stderr } = await service.oos(['tags', 'add', 'web', ...many], { terminal: true, answers: ['yes'] });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^oos: .*21/) });
  });

  test('knows executions by their ids', async () => {
    const { code, stderr } = await service.oos(['tags', 'add', execution, '--tag', 'who=me', '--yes']);
    expect(code).toBe(0);
    expect(stderr).toContain(`on the execution ${execution}`);
    expect(await tagsOf(execution)).toEqual([`${execution} who=me`]);
  });

  test('changes nothing without a yes', async () => {
    const declined = await service.oos(['tags', 'add', 'web', '--tag', 'a=b'], { terminal: true, answers: [''] });
    expect(declined.code).toBe(2);
    const script = await service.oos(['tags', 'remove', 'web', '--all', '--lang', 'zh-cn']);
    expect(script.code).toBe(2);
    expect(script.stderr).toContain('请加上 --yes');
    expect(await tagsOf('web')).toEqual([]);
  });

  test('tells what the service refuses, and that it is away', async () => {
    const env = service.envOf(service.emulator.accounts.reader);
    const refused = await service.oos(['tags', 'add', 'web', '--tag', 'a=b', '--yes'], { env });
    expect(refused).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('NoPermission') });
    for (const argv of [['list'], ['add', 'web', '--tag', 'a=b', '--yes']]) {
      const lost = await service.oos(['tags', ...argv], { env: away });
      expect(lost).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('ECONNREFUSED') });
    }
  });

  test.each<[string[], string]>([
    [['add', 'web'], '--tag KEY=VALUE'],
    [['add'], 'oos tags add NAME...'],
    [['add', 'web', '--tag', '=x'], 'not "=x"'],
    [['remove', 'web'], 'either --key KEY'],
    [['remove', 'web', '--all', '--key', 'a'], 'either --key KEY'],
    [['list', '--type', 'server'], '--type cannot be "server"'],
  ])('refuses oos tags %j', async (argv, message) => {
    const { code, stdout, stderr } = await service.oos(['tags', ...argv], { env: away });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
