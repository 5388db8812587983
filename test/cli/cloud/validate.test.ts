import { describe, expect, test } from 'vitest';
import { folderWith } from '../../support/folder.ts';
import { toJson } from '../../support/toJson.ts';
import { away, sharedService, sleeping, sleepless } from './service.ts';

const service = sharedService();

describe('oos validate', () => {
  test('says of each template that it is valid, and what is in it', async () => {
    const cwd = folderWith({ 'a.oos.yml': sleeping('a'), 'b.json': toJson(sleeping('b')) });
    expect(await service.oos(['validate', 'a.oos.yml', 'b.json', 'a.oos.yml'], { cwd })).toEqual({
      code: 0,
      stdout: 'a.oos.yml: valid, 1 parameter, 1 task, 1 output\n' + 'b.json: valid, 1 parameter, 1 task, 1 output\n',
      stderr: '',
    });
    const chinese = await service.oos(['validate', 'a.oos.yml', '--lang', 'zh-cn'], { cwd });
    expect(chinese.stdout).toBe('a.oos.yml：有效，1 个参数，1 个任务，1 个输出\n');
  });

  test('shows where the first mistake is', async () => {
    const cwd = folderWith({ 'a.oos.yml': sleepless });
    const { code, stdout, stderr } = await service.oos(['validate', 'a.oos.yml'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const [head, line, mark] = stdout.split('\n');
    expect(head).toMatch(/^a\.oos\.yml:11:7 error .*Durration.* \[request ID [\w-]+\] \(TemplateValidationError\)$/);
    expect(line).toBe("  11 |       Durration: '{{ time }}'");
    expect(mark).toBe('     |       ^^^^^^^^^');
  });

  test('reads standard input, and tells programs as JSON', async () => {
    const good = await service.oos(['validate', '-', '--format', 'json'], { stdin: `\uFEFF${sleeping('a')}` });
    expect(good.code).toBe(0);
    expect(JSON.parse(good.stdout)).toMatchObject({
      version: 1,
      files: [{ path: '-', valid: true, requestId: expect.any(String), answer: { Tasks: [{ Name: 'rest' }] } }],
    });
    const bad = await service.oos(['validate', '-', '--format', 'json'], { stdin: sleepless });
    expect(bad).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(bad.stdout).files[0]).toMatchObject({
      valid: false,
      range: { start: { line: 10, character: 6 }, end: { line: 10, character: 15 } },
      error: { code: 'TemplateValidationError', httpStatus: 400, requestId: expect.any(String) },
    });
  });

  test('goes on after a file that cannot be asked about', async () => {
    const cwd = folderWith({ 'a.oos.yml': sleepless, 'b.txt': 'nothing', 'c/d.oos.yml': '' });
    const { code, stdout, stderr } = await service.oos(['validate', 'none.yml', 'b.txt', 'c', 'a.oos.yml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('"none.yml" does not exist');
    expect(stderr).toContain('"b.txt" is not an OOS template');
    expect(stderr).toContain('"c" is a folder');
    expect(stdout).toContain('a.oos.yml:11:7');
  });

  test('tells why the service was not asked, and why it refused', async () => {
    const cwd = folderWith({ 'a.oos.yml': sleeping('a') });
    const lost = await service.oos(['validate', 'a.oos.yml'], { cwd, env: away });
    expect(lost).toMatchObject({ code: 3, stdout: '' });
    expect(lost.stderr).toMatch(/^oos: a\.oos\.yml: .*127\.0\.0\.1:9.*ECONNREFUSED/);
    const env = service.envOf(service.emulator.accounts.powerless);
    const refused = await service.oos(['validate', 'a.oos.yml', '--format', 'json'], { cwd, env });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/User\.NoPermission.*request ID/);
    expect(JSON.parse(refused.stdout).files[0].error).toMatchObject({ code: 'User.NoPermission', httpStatus: 401 });
    expect(JSON.parse(refused.stdout).files[0]).not.toHaveProperty('valid');
  });

  test('does not begin without a file, or without keys', async () => {
    expect((await service.oos(['validate'])).stderr).toContain('oos validate FILE...');
    const none = { ALIBABA_CLOUD_ACCESS_KEY_ID: '', ALIBABA_CLOUD_ACCESS_KEY_SECRET: '' };
    const { code, stderr } = await service.oos(['validate', '-', '--lang', 'zh-cn'], { env: none });
    expect(code).toBe(3);
    expect(stderr).toContain('未找到密钥');
  });
});
