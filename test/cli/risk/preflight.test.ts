import { describe, expect, test } from 'vitest';
import { call, withTasks } from '../../risk/templates.ts';
import { folderWith } from '../../support/folder.ts';
import { toJson } from '../../support/toJson.ts';
import { oos } from '../runOos.ts';

const text = withTasks(
  `
  - { Name: rest, Action: 'ACS::Sleep', Properties: { Duration: PT90S } }
  ${call('remove', 'ECS', 'DeleteInstance', ", Parameters: { InstanceId: '{{ id }}' }")}
  ${call('quiet', 'ECS', 'DeleteImage', ', Risk: Normal, Parameters: { RegionId: cn-hangzhou, ImageId: m-1 }')}
  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: faraway } }`,
  'Parameters: { id: { Type: String, Description: The machine }, unused: { Type: String, Default: x } }',
);
const broken = text.replace('{{ id }}', '{{ ids }}');

describe.each([
  ['a.yml', (yaml: string) => yaml],
  ['a.json', toJson],
])('%s', (name, write) => {
  test('is reported in a few lines', async () => {
    const { code, stdout, stderr } = await oos(['preflight', name], { cwd: folderWith({ [name]: write(text) }) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(
      `${name}: Look before you start: 1 risky call that cannot be undone, with nothing guarding it; 1 task that cannot be looked into. 1 parameter needs a value.`,
    );
    expect(lines.length).toBeLessThan(20);
    const section = (title: string) => lines.find((line) => line.startsWith(title));
    expect(section('Findings')).toMatch(/^Findings {5}1 hint$/);
    expect(section('Risks')).toMatch(/^Risks {8}1 risky call, 1 more marked Risk: Normal$/);
    expect(section('Permissions')).toMatch(
      /^Permissions {2}ecs:DeleteImage, ecs:DeleteInstance, oos:GetTemplate, oos:StartExecution$/,
    );
    expect(section('Parameters')).toBe('Parameters   1 without a default');
    expect(section('Limits')).toMatch(/^Limits {7}[01]\.\d KB of 64 KB; 4 tasks$/);
    expect(section('Duration')).toBe(
      'Duration     It can wait 1 min 30 s, and longer: a child template is not at hand.',
    );
    expect(stdout).toMatch(
      /^ {2}\d+:\d+ ECS DeleteInstance in 'remove': It cannot be undone\. It hits 1 target\. Nothing guards it/m,
    );
    expect(stdout).toMatch(/^ {2}\d+:\d+ id \(String\) The machine$/m);
    expect(stdout).toMatch(/^ {2}\d+:\d+ child: The template 'faraway' is not at hand/m);
    expect(stdout).toMatch(/^ {2}The tasks run with the permissions of whoever starts it\./m);
  });

  test('with a mistake is not ready, and names it first', async () => {
    const { code, stdout } = await oos(['preflight', name], { cwd: folderWith({ [name]: write(broken) }) });
    expect(code).toBe(1);
    expect(stdout).toMatch(/: Not ready: 1 error to correct first\. 1 parameter needs a value\.\n/);
    expect(stdout).toMatch(/^Findings {5}1 error, 1 hint\n {2}\d+:\d+ .*ids.*\(unknown-parameter\)$/m);
  });

  test('tells programs everything as one value', async () => {
    const cwd = folderWith({ [name]: write(text) });
    const { code, stdout } = await oos(['preflight', name, '--format', 'json'], { cwd, env: { LANG: 'zh_CN' } });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ version: 1, path: name, verdict: 'care', message: expect.stringMatching(/^Look before you start/) },
      findings: { error: 0, hint: 1, diagnostics: [{ rule: 'unused-parameter', range: { start: {}, end: {} } }] },
      riskyTasks: [
        { Service: 'ECS', API: 'DeleteInstance', Task: ['remove'], Template: ['a'], overridden: false },
        { API: 'DeleteImage', overridden: true },
      ],
      unseen: [{ Task: ['child'], reason: 'template' }],
      rights: { role: { kind: 'none' }, start: [{ action: 'oos:StartExecution' }], policy: { Version: '1' } },
      parameters: [{ name: 'id', type: 'String' }],
      limits: { bytes: { value: write(text).length, most: 65_536 }, tasks: 4, loops: [] },
      duration: { seconds: 90, open: [{ Task: ['child'], reason: 'template' }] },
    });
  });
});

test.each([
  ['no tasks', '- 1\n'],
  ['too much', `FormatVersion: OOS-2019-06-01\n#${' '.repeat(1024 * 1024)}`],
])('of a text with %s it is not said that it is harmless', async (_, content) => {
  const cwd = folderWith({ 'a.oos.yml': content });
  const { code, stdout } = await oos(['preflight', 'a.oos.yml'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('\nIts tasks cannot be read, so the risks,');
  expect(stdout).not.toMatch(/^Risks/m);
});

test('long lists are cut short, what matters least goes first', async () => {
  const many = Array.from({ length: 20 }, (_, index) =>
    call(`t${index}`, 'ECS', `Delete${'ABCDEFGHIJKLMNOPQRST'[index]}Thing`),
  );
  many.unshift(...Array.from({ length: 6 }, (_, index) => call(`q${index}`, 'ECS', 'RebootInstance')));
  const head = `Parameters: { ${Array.from({ length: 9 }, (_, index) => `p${index}: { Type: String }`).join(', ')} }`;
  const { stdout } = await oos(['preflight', 'a.yml'], {
    cwd: folderWith({ 'a.yml': withTasks(many.join('\n'), head) }),
  });
  expect(stdout).toContain('  and 20 more');
  expect(stdout.match(/^ {2}\d+:\d+ ECS \w+ in '\w+'/gm)?.map((line) => line.at(-3))).toEqual([...'tttttt']);
  expect(stdout).toMatch(/^Permissions .*, ecs:DeleteLThing and 9 more$/m);
  expect(stdout).toContain('  and 3 more');
});

test('what a product action does is told in one line, with whether it is the execution that made it', async () => {
  const tasks = `
    - { Name: make, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: CreateImage }, Outputs: { id: { Type: String, ValueSelector: ImageId } } }
    - { Name: clone, Action: 'ACS::ECS::DeleteImageByName' }
    ${call('clean', 'ECS', 'DeleteImage', ", Parameters: { ImageId: '{{ make.id }}' }")}`;
  const { stdout } = await oos(['preflight', 'a.yml'], { cwd: folderWith({ 'a.yml': withTasks(tasks) }) });
  expect(stdout).toMatch(/^ {2}5:\d+ ECS DeleteImage, ECS DeleteSnapshot in 'clone': It cannot be undone\./m);
  expect(stdout).toMatch(/in 'clean': .* It affects only what the execution itself made: 'make'\./m);
});

test('Chinese words', async () => {
  const { stdout } = await oos(['preflight', '-', '--lang', 'zh-cn'], { cwd: folderWith({}), stdin: text });
  expect(stdout).toMatch(
    /^-: 请确认后再运行：1 个无法撤销且事先没有任何确认的高风险调用；1 个任务的内容无法得知。还有 1 个参数需要填写。\n/,
  );
  expect(stdout).toMatch(/^检查结果 {2}1 条提示$/m);
  expect(stdout).toMatch(/^时长 {6}可能等待 1 分钟 30 秒/m);
});

test('the settings beside the template count, and what is wrong with them is told', async () => {
  const cwd = folderWith({
    'a.yml': text,
    '.oosrc.json': '{ "rules": { "unused-parameter": "error", "no-such": "off" } }',
  });
  const { code, stderr } = await oos(['preflight', 'a.yml'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('no-such');
});

test.each([
  [[], 2, /Name one template/],
  [['a.yml', 'b.yml'], 2, /Name one template/],
  [['gone.yml'], 2, /"gone\.yml" does not exist/],
])('%j is refused', async (operands, code, words) => {
  const done = await oos(['preflight', ...operands], { cwd: folderWith({}) });
  expect(done).toMatchObject({ code, stdout: '' });
  expect(done.stderr).toMatch(words);
});

test('what stands in a template cannot move the cursor', async () => {
  const odd = `FormatVersion: OOS-2019-06-01
Parameters: { a: { Type: "S\\e[2J", Description: "\\e[2J" } }
RamRole: "\\e[2J"
Tasks:
  - { Name: "a\\e[2J", Action: ACS::ExecuteAPI, Properties: { Service: "\\e[31m", API: DeleteDisk } }
  - { Name: "b\\e[2J", Action: ACS::Template, Properties: { TemplateName: "x\\e[2J" } }
`;
  const { stdout } = await oos(['preflight', 'a.yml'], { cwd: folderWith({ 'a.yml': odd }) });
  expect(stdout).toContain('DeleteDisk');
  expect(stdout).not.toContain('\u001b');
});
