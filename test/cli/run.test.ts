import { describe, expect, test } from 'vitest';
import { oos } from './runOos.ts';

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']], [['help', 'help']], [['--lang', 'en', '--help']]])(
    '%j lists the commands',
    async (argv) => {
      const { code, stdout, stderr } = await oos(argv);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('Usage: oos COMMAND');
      expect(stdout).toMatch(/^ {2}check +\S/m);
      expect(stdout).toMatch(/^ {2}rules +\S/m);
      expect(stdout).toMatch(/^ {2}lsp +\S/m);
    },
  );

  test.each([[['check', '--help']], [['check', '-h']], [['help', 'check']]])('%j explains a command', async (argv) => {
    const { code, stdout } = await oos(argv);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: oos check [PATH...]');
    expect(stdout).toMatch(/^ {2}--max-warnings N +\S/m);
    expect(stdout).toMatch(/^ {2}--format pretty\|json\|sarif\|junit\|github\n? +\S/m);
    expect(stdout).toMatch(/^ {2}-h, --help +\S/m);
  });

  test.each<[string[], Record<string, string>]>([
    [['--help', '--lang', 'zh-cn'], {}],
    [['--lang=zh-cn', '--help'], {}],
    [['check', '--help'], { LANG: 'zh_CN.UTF-8' }],
  ])('%j with %j is in Chinese', async (argv, env) => {
    expect((await oos(argv, { env })).stdout).toContain('用法：oos');
  });

  test('without a command it goes to standard error', async () => {
    const { code, stdout, stderr } = await oos([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: oos COMMAND');
  });
});

test.each([[['--version']], [['-v']]])('%j is the version alone', async (argv) => {
  expect(await oos(argv)).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
});

describe('wrong usage', () => {
  test.each([
    [['chekc'], 'There is no command chekc. Did you mean check?', 'oos --help'],
    [['zzzzzz'], 'There is no command zzzzzz.\n', 'oos --help'],
    [['--versoin'], 'There is no option --versoin. Did you mean --version?', 'oos --help'],
    [['--quiet', 'check'], 'There is no option --quiet.', 'oos --help'],
    [['--lang', 'en', 'check'], 'The command comes first: oos check --lang en', 'oos --help'],
    [['check', '--fromat', 'json'], 'There is no option --fromat. Did you mean --format?', 'oos check --help'],
    [['check', '-x'], 'There is no option -x.', 'oos check --help'],
    [['check', '--constructor'], 'There is no option --constructor.', 'oos check --help'],
    [
      ['check', '--format', 'jsno'],
      '--format cannot be "jsno". Did you mean json? It can be: pretty, json, sarif, junit, github.',
      'oos check --help',
    ],
    [['check', '--lang', 'de'], '--lang cannot be "de".', 'oos check --help'],
    [['check', '--format'], '--format needs a value: --format pretty|json', 'oos check --help'],
    [['check', '--format', '--quiet'], '--format needs a value', 'oos check --help'],
    [['check', '--max-warnings='], '--max-warnings needs a value: --max-warnings N', 'oos check --help'],
    [
      ['check', '--max-warnings', 'many'],
      '--max-warnings needs a whole number from 0, not "many".',
      'oos check --help',
    ],
    [['check', '--max-warnings=-1'], '--max-warnings needs a whole number from 0', 'oos check --help'],
    [['check', '--quiet=yes'], '--quiet takes no value', 'oos check --help'],
    [['check', 'a.yml', '--stdin-filename', 'b.yml'], '--stdin-filename names standard input', 'oos check --help'],
    [['check', '--config'], '--config needs a value: --config FILE', 'oos check --help'],
    [['check', '--rule', 'no-such-rule=off'], 'There is no rule no-such-rule.', 'oos check --help'],
    [['check', '--fix=yes'], '--fix takes no value', 'oos check --help'],
    [['lsp'], 'The language server needs a transport: oos lsp --stdio', 'oos lsp --help'],
    [['help', 'chekc'], 'There is no command chekc. Did you mean check?', 'oos --help'],
    [['help', 'check', 'rules'], 'Name one command: oos help check', 'oos --help'],
    [['version'], 'There is no command version. Did you mean oos --version?', 'oos --help'],
    [['check', 'a.yml', ''], 'An argument is empty. Leave it out', 'oos check --help'],
    [
      ['check', '--max-warnings', '-1'],
      '--max-warnings needs a value: --max-warnings N. A value that begins with - is written --max-warnings=-1',
      'oos check --help',
    ],
    [
      ['--lang', 'en', 'check', 'my file.yml'],
      "The command comes first: oos check --lang en 'my file.yml'",
      'oos --help',
    ],
  ])('%j', async (argv, expected, help) => {
    const { code, stdout, stderr } = await oos(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`oos: ${expected}`);
    expect(stderr.endsWith(`See ${help}\n`)).toBe(true);
  });

  test('is told in Chinese too', async () => {
    expect((await oos(['check', '--fromat', 'json', '--lang', 'zh-cn'])).stderr).toBe(
      'oos: 没有选项 --fromat。是否想写 --format？\n参见 oos check --help\n',
    );
  });
});
