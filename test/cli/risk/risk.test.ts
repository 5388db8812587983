import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../../support/folder.ts';
import { toJson } from '../../support/toJson.ts';
import { oos, template } from '../runOos.ts';

/** The sample of the API reference: a task with a child template, and a task of its own. */
const parent = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: parenttask1
    Action: ACS::Template
    Properties:
      TemplateName: removeInstance
  - Name: task3
    Action: ACS::ExecuteAPI
    Properties:
      Service: SLB
      API: RemoveBackendServers
`;

const child = `FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: childtask1, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeInstances } }
  - { Name: childtask2, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DeleteInstance } }
`;

const approved = `FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: List, Default: [i-1, i-2, i-3] }
Tasks:
  - Name: ask
    Action: ACS::Approve
    Properties: { NotifyType: WebHook, WebHook: { URI: 'https://example.com', Content: { msgtype: text } } }
  - Name: each
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DeleteInstance, Parameters: { InstanceId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: '{{ ids }}', RateControl: { Mode: Concurrency, Concurrency: 2, MaxErrors: 1 } }
  - Name: restart
    Action: ACS::ECS::RebootInstance
    Properties: { instanceId: i-1 }
`;

/** The same without the approval, and with a mark. */
const marked = approved
  .replace(/ {2}- Name: ask\n.*\n.*\n/, '')
  .replace('API: DeleteInstance', 'API: DeleteInstance, Risk: Normal');

const bothNotations: readonly [string, (yaml: string) => string][] = [
  ['a.yml', (yaml) => yaml],
  ['a.json', (yaml) => toJson(yaml)],
];

describe.each(bothNotations)('%s', (name, write) => {
  test('as JSON its tasks are listed as the service lists them, with more', async () => {
    const cwd = folderWith({ [name]: write(parent), 'sub/removeInstance.yml': child });
    const { code, stdout, stderr } = await oos(['risk', name, '--format', 'json'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { version, files, summary } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(files).toMatchObject([{ path: name, unseen: [] }]);
    expect(files[0].riskyTasks).toMatchObject([
      {
        ...{ Service: 'ECS', API: 'DeleteInstance', Task: ['parenttask1', 'childtask2'], Template: ['a'] },
        ...{ class: 'high', documented: true, overridden: false, irreversible: true, path: ['a', 'removeInstance'] },
        reason: 'OOS treats operations that begin with Delete as high-risk.',
        targets: { known: 1, open: [] },
        guards: [],
        asked: 'yes',
      },
      { Service: 'SLB', API: 'RemoveBackendServers', Task: ['task3'], Template: ['a'], path: ['a'] },
    ]);
    expect(summary).toEqual({ files: 1, risky: 2, irreversible: 1, overridden: 0, unseen: 0 });
    const { start, end } = files[0].riskyTasks[1].range;
    expect(write(parent).split('\n')[start.line]?.slice(start.character, end.character)).toMatch(
      /RemoveBackendServers/,
    );
  });

  test('a person reads what is called, why, how far it reaches and what guards it', async () => {
    const { code, stdout } = await oos(['risk', name], { cwd: folderWith({ [name]: write(approved) }) });
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${name}:\\d+:\\d+ irreversible: ECS DeleteInstance in 'each'$`, 'm'));
    expect(stdout).toContain(
      "How many targets it hits: as many as the parameter 'ids' names, 3 by default. Up to 2 at once; it goes on until more than 1 have failed.",
    );
    expect(stdout).toContain("Somebody has to agree before it: 'ask'.");
    expect(stdout).toContain('It is called by way of ACS::ECS::RebootInstance.');
    expect(stdout).toMatch(/Looked at 1 template: 2 risky tasks, 1 of them irreversible\.\n$/);
  });

  test('a mark and a missing approval change the words', async () => {
    const cwd = folderWith({ [name]: write(marked) });
    const { stdout } = await oos(['risk', name], { cwd });
    expect(stdout).toMatch(/marked Risk: Normal: ECS DeleteInstance/);
    expect(stdout).toContain('Nothing guards it. Risk: Normal keeps OOS from asking.');
    expect(stdout).toMatch(/: 1 risky task, 1 marked Risk: Normal\.\n$/);
    const json = JSON.parse((await oos(['risk', name, '--format', 'json'], { cwd })).stdout);
    expect(json.files[0].riskyTasks).toMatchObject([
      { API: 'DeleteInstance', overridden: true, asked: 'no' },
      { API: 'RebootInstance', overridden: false, documented: false, actions: ['ACS::ECS::RebootInstance'] },
    ]);
  });

  test('strict leaves only what is documented', async () => {
    const cwd = folderWith({ [name]: write(approved) });
    const { stdout } = await oos(['risk', name, '--strict', '--format', 'json'], { cwd });
    const [{ riskyTasks }] = JSON.parse(stdout).files;
    expect(riskyTasks).toMatchObject([{ API: 'DeleteInstance', documented: true }]);
  });
});

test('Chinese words come for people who read Chinese, and on request for programs', async () => {
  const cwd = folderWith({ 'a.yml': approved });
  const { stdout, stderr } = await oos(['risk', 'a.yml'], { cwd, env: { LANG: 'zh_CN.UTF-8' } });
  expect(stdout).toMatch(/^a\.yml:10:38 不可撤销： “each”中的 ECS DeleteInstance$/m);
  expect(stdout).toContain('执行前需要人工确认：“ask”。');
  expect(stdout).toMatch(/已查看 1 个模板：2 个高风险任务，其中 1 个不可撤销。\n$/);
  expect(stderr).toContain('估计');
  const reason = async (...argv: string[]) => {
    const answer = await oos(['risk', 'a.yml', '--format', 'json', ...argv], { cwd, env: { LANG: 'zh_CN.UTF-8' } });
    return JSON.parse(answer.stdout).files[0].riskyTasks[0].reason;
  };
  expect(await reason()).toBe('OOS treats operations that begin with Delete as high-risk.');
  expect(await reason('--lang', 'zh-cn')).toBe('OOS 将以 Delete 开头的操作视为高风险操作。');
});

test('folders are searched as by oos check, and children are found in them', async () => {
  const cwd = folderWith({
    'all/b.oos.yml': template(),
    'all/a/parent.yml': parent,
    'all/children/removeInstance.json': toJson(child),
    'all/notes.yml': 'a: 1\n',
  });
  const { code, stdout } = await oos(['risk', 'all', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  const { files } = JSON.parse(stdout);
  expect(
    files.map(({ path, riskyTasks }: { path: string; riskyTasks: object[] }) => [path, riskyTasks.length]),
  ).toEqual([
    ['all/a/parent.yml', 2],
    ['all/b.oos.yml', 0],
    ['all/children/removeInstance.json', 1],
  ]);
});

test('what is not at hand is said', async () => {
  const { code, stdout } = await oos(['risk', '-', '--stdin-filename', 'b.oos.yml'], {
    cwd: folderWith({}),
    stdin: parent,
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^b\.oos\.yml:6:21 not seen: 'parenttask1': The template 'removeInstance' is not at hand/m);
  expect(stdout).toMatch(/1 risky task, 1 not looked into\.\n$/);
});

test('a harmless template is said to be so', async () => {
  const { code, stdout } = await oos(['risk', 'a.yml'], { cwd: folderWith({ 'a.yml': template() }) });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Looked at 1 template: no risky tasks found.\n' });
});

describe('what cannot be looked at', () => {
  test.each([
    ['gone.yml', /"gone\.yml" does not exist/],
    ['list.oos.yml', /"list\.oos\.yml" has mistakes that keep its tasks from being read/],
    ['notes.yml', /"notes\.yml" is not an OOS template/],
    ['empty', /No OOS template was found in the folder "empty"/],
  ])('%s is told, and the rest is answered', async (name, words) => {
    const cwd = folderWith({ 'a.yml': parent, 'list.oos.yml': '- 1\n', 'notes.yml': 'a: 1\n', 'empty/x.txt': '' });
    const { code, stdout, stderr } = await oos(['risk', 'a.yml', name, '--format', 'json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
    expect(JSON.parse(stdout).files).toMatchObject([{ path: 'a.yml' }]);
  });

  test('of a broken text it is said that something may be missing', async () => {
    const cwd = folderWith({ 'a.yml': parent.replace('Service: SLB', 'Service SLB') });
    const { code, stdout, stderr } = await oos(['risk', 'a.yml', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('"a.yml" has syntax errors');
    expect(JSON.parse(stdout).files).toMatchObject([{ broken: true }]);
  });

  test.each([
    [['risk'], /Name the templates/],
    [['risk', 'a.yml', 'b.yml', '--ask-service', 'a'], /one template file/],
    [['risk', 'a.yml', '--stdin-filename', 'b.yml'], /standard input, which is not read here/],
    [['risk', 'a.yml', '--format', 'xml'], /--format cannot be "xml"/],
  ])('%j is wrong usage', async (argv, words) => {
    const { code, stdout, stderr } = await oos(argv, { cwd: folderWith({}) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });
});

test('what stands in a template cannot move the cursor', async () => {
  const odd =
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: "a\\e[2J", Action: ACS::ExecuteAPI, Properties: { Service: "\\e[31m", API: DeleteDisk } }\n';
  const cwd = folderWith({ 'a.yml': odd });
  for (const format of ['pretty', 'markdown']) {
    const { stdout } = await oos(['risk', 'a.yml', '--format', format], { cwd });
    expect(stdout).toContain('DeleteDisk');
    expect(stdout).not.toContain('\u001b');
  }
});

test('the same files give the same bytes', async () => {
  const cwd = folderWith({ 'b/a.yml': approved, 'b/parent.yml': parent });
  for (const format of ['json', 'markdown', 'sarif']) {
    const [one, two] = [
      await oos(['risk', 'b', '--format', format], { cwd }),
      await oos(['risk', './b', '--format', format], { cwd: join(cwd, '.') }),
    ];
    expect(two.stdout.replaceAll('./b', 'b')).toBe(one.stdout);
  }
});

test('`oos check` notes the risks of embedded templates too', async () => {
  const remove = '{ Name: drop, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DeleteInstance } }';
  const cwd = folderWith({
    'root.oos.yml':
      'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: a, Action: ACS::Template, Properties: { TemplateName: kid } }\n',
    'more/kid.oos.yml': `FormatVersion: OOS-2019-06-01\nTasks:\n  - ${remove}\n`,
  });
  const { stdout } = await oos(['check', 'root.oos.yml', '--format', 'json'], { cwd });
  const [file] = JSON.parse(stdout).files;
  expect(file.diagnostics).toMatchObject([
    { rule: 'risky-documented-call', message: expect.stringContaining("The template 'kid' calls ECS DeleteInstance.") },
    { rule: 'risky-unguarded' },
  ]);
  const { stdout: report } = await oos(['preflight', 'root.oos.yml', '--format', 'json'], { cwd });
  expect(report).toContain('DeleteInstance');
  expect(report).not.toContain('risky-documented-call');
});
