import { describe, expect, test } from 'vitest';
import { folderWith } from '../../support/folder.ts';
import { away, sharedService, sleeping } from './service.ts';

const service = sharedService();
const many = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);
const tags = many(21).flatMap((it) => ['--tag', `${it}=x`]);
const long = `FormatVersion: OOS-2019-06-01\nTasks: []\n${'# long\n'.repeat(10_000)}`;
const letters = '1 to 200 letters, digits, "-" and "_"';
const own = `${letters} that do not begin with ALIYUN, ACS, ALIBABA or ALICLOUD`;

/** What was typed, and what is wrong with it in English and in Chinese. */
const mistakes: readonly (readonly [string[], string, string])[] = [
  [
    ['notify', 'exec-1', 'execute-task'],
    'notify needs --task with execute-task: the task to run next.',
    'notify 在 execute-task 时需要用 --task 指定下一个任务。',
  ],
  [
    ['notify', 'exec-1', 'approve', '--parameters', '{}'],
    'notify takes --parameters only with execute-task, not with approve.',
    'notify 仅当 execute-task 时接受 --parameters，当前为 approve。',
  ],
  [
    ['notify', 'exec-1', 'reject', '--status', 'failed'],
    'notify takes --status only with complete, not with reject.',
    'notify 仅当 complete 时接受 --status，当前为 reject。',
  ],
  [
    ['run', 'a.oos.yml', '--safety-check', 'skip', '--mode', 'failure-pause', '--yes'],
    'run takes --safety-check skip only with --mode automatic, not with failure-pause.',
    'run 仅当 --mode 为 automatic 时接受 --safety-check 为 skip，当前 --mode 为 failure-pause。',
  ],
  [
    ['templates', 'list', 'x'.repeat(201)],
    'The name of the template has 201 characters. It takes a text of at most 200 characters.',
    '模板名称有 201 个字符，应为不超过 200 个字符的文本。',
  ],
  [
    ['run', 'a.oos.yml', ...tags],
    '--tag has 21 entries. It takes 1 to 20 of them.',
    '--tag 有 21 项，应为 1 至 20 个。',
  ],
  [
    ['templates', 'show', 'Task Name'],
    `The name of the template has the character " ". It takes ${letters}.`,
    '模板名称含有字符 " "，应为 1 至 200 个字母、数字、“-”、“_”。',
  ],
  [
    ['templates', 'show', 'a', '--version', 'TaskName'],
    '--version is "TaskName". It takes a version such as v1.',
    '--version 是 "TaskName"，应为形如 v1 的版本。',
  ],
  [
    ['templates', 'show', 'a', '--version', 'a "Mode'],
    '--version is "a \\"Mode". It takes a version such as v1.',
    '--version 是 "a \\"Mode"，应为形如 v1 的版本。',
  ],
  [
    ['executions', 'delete', ...many(101)],
    'The list of IDs has 101 entries. It takes 1 to 100 of them.',
    'ID 列表有 101 项，应为 1 至 100 个。',
  ],
  [
    ['tags', 'list', ...many(51)],
    'The list of names has 51 entries. It takes 1 to 50 of them.',
    '名称列表有 51 项，应为 1 至 50 个。',
  ],
  [
    ['publish', 'a.oos.yml', '--name', 'acs-mine'],
    `The name of the template (--name) begins with acs, which is kept for official templates. It takes ${own}.`,
    '模板名称（--name）以 acs 开头，该前缀保留给官方模板，应为 1 至 200 个字母、数字、“-”、“_”，且不以 ALIYUN、ACS、ALIBABA、ALICLOUD 开头。',
  ],
  [
    ['validate', 'long.oos.yml'],
    'long.oos.yml: The text of the template has 70,040 bytes. It takes 1 to 65,536 bytes in UTF-8.',
    'long.oos.yml: 模板内容有 70,040 字节，应为按 UTF-8 计 1 至 65,536 字节。',
  ],
];

/** Some are so long that their beginning has to do. */
const cases = mistakes.map(([argv, ...words]) => [argv.slice(0, 4).join(' ').slice(0, 60), argv, ...words] as const);

describe.each(cases)('oos %s', (_, argv, english, chinese) => {
  test.each([
    ['en', english],
    ['zh-cn', chinese],
  ])('is refused in the words of the command line, %s', async (lang, message) => {
    const cwd = folderWith({ 'a.oos.yml': sleeping('a'), 'long.oos.yml': long });
    const env = argv[0] === 'tags' ? {} : away;
    const { code, stdout, stderr } = await service.oos([...argv, '--lang', lang], { cwd, env });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `oos: ${message}\n` });
  });
});

test.each([
  [
    ['policy', 'long.oos.yml', '--ram-role', 'ops'],
    'The text of the template has 70,040 bytes. It takes 1 to 65,536 bytes in UTF-8.',
  ],
  [
    ['risk', 'a.oos.yml', '--ask-service', 'a.b'],
    `The name of the template has the character ".". It takes ${letters}.`,
  ],
])('%j tells it after what is known without the service', async (argv, message) => {
  const cwd = folderWith({ 'a.oos.yml': sleeping('a'), 'long.oos.yml': long });
  const { code, stderr } = await service.oos(argv, { cwd, env: away });
  expect({ code, told: stderr.split('\n').at(-2) }).toEqual({ code: 2, told: `oos: ${message}` });
});

test('oos api keeps the names of the API, which were typed', async () => {
  const { stderr } = await service.oos(['api', 'NotifyExecution', '--ExecutionId', 'e', '--NotifyType', 'ExecuteTask']);
  expect(stderr).toBe('oos: NotifyExecution needs TaskName with ExecuteTask: the task to run next.\n');
});
