import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { sleeping } from '../emulator/contents.ts';
import { type Installed, installedPackage, node } from '../support/bundles.ts';
import { folderWith } from '../support/folder.ts';
import { until } from '../support/localOos.ts';
import { startsIn } from './audit.ts';
import { Evidence } from './evidence.ts';
import { files } from './lines.ts';
import { planted } from './planted.ts';
import { Program } from './program.ts';

let installed: Installed;

beforeAll(async () => {
  installed = await installedPackage();
}, 60_000);

afterAll(() => installed.remove());

const script = () => join(installed.folder, 'dist/oos.cjs');

test('the Local OOS tells its own keys in one line, and keeps secrets in a file of its user alone', async () => {
  const folder = folderWith({});
  const data = join(folder, 'oos.journal');
  const evidence = new Evidence();
  onTestFinished(evidence.watch(folder));
  const program = await Program.start(script(), folder, '--data', data, '--speed', '1000');
  const { api } = program;
  const TemplateContent = files['set.oos.yml'] ?? '';
  const { Execution } = await api.startExecution({ TemplateContent, Parameters: { password: planted.noEcho } });
  const { ExecutionId } = Execution;
  const find = () => api.getExecution(ExecutionId);
  await until(find, ({ Status }) => Status === 'Waiting');
  evidence.addFiles(folder);
  await api.notifyExecution({ ExecutionId, NotifyType: 'Approve', NotifyNote: 'fine' });
  await until(find, ({ Status }) => Status === 'Success');
  program.kill();
  await program.over();

  evidence.addFiles(folder);
  for (const text of program.said) evidence.add('its words', text);
  expect(evidence.leaks()).toEqual([]);
  expect(program.said).toEqual([expect.stringContaining(program.secret), '']);
  const key = join('oos-toolkit', 'local-oos.key');
  expect(evidence.seen).toEqual(expect.arrayContaining(['oos.journal', 'oos.journal.lock', key]));
  const kept = readFileSync(data, 'utf8');
  expect(kept).toContain(ExecutionId);
  expect(kept).not.toContain(program.secret);
  if (process.platform === 'win32') return;
  for (const path of [data, join(folder, key)]) expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('programs that start at the same time have one key', async () => {
  const folder = folderWith({});
  const files = ['a', 'b', 'c', 'd'].map((name) => join(folder, name));
  const programs = await Promise.all(files.map((file) => Program.start(script(), folder, '--data', file)));
  for (const program of programs) onTestFinished(() => program.kill());
  const TemplateContent = sleeping();
  await Promise.all(programs.map(({ api }) => api.startExecution({ TemplateContent, ClientToken: 'one' })));
  const keyFolder = join(folder, 'oos-toolkit');
  const starts = files.map((dataFile) => startsIn({ dataFile, keyFolder }, ({ run }) => run.ramRole));
  expect(starts).toEqual(files.map(() => new Map([['OOSServiceRole', 1]])));
});

describe.each(['validate set.oos.yml', 'templates list', 'profiles'])('oos %s', (line) => {
  test('keeps the password of a proxy, and what libraries would tell on demand', async () => {
    const cwd = folderWith(files);
    const env = {
      HOME: cwd,
      DEBUG: '*',
      HTTPS_PROXY: `http://me:${encodeURIComponent(planted.accessKeySecret)}@127.0.0.1:9`,
      ALIBABA_CLOUD_ACCESS_KEY_ID: planted.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: planted.accessKeySecret,
      ALIBABA_CLOUD_SECURITY_TOKEN: planted.securityToken,
      ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
    };
    const { stdout, stderr } = await node([script(), ...line.split(' ')], env, cwd);
    expect(stdout + stderr).toMatch(/127\.0\.0\.1|PLTD/);
    const evidence = new Evidence();
    evidence.add('the output', stdout + stderr);
    evidence.addFiles(cwd, Object.keys(files));
    expect(evidence.leaks()).toEqual([]);
  });
});
