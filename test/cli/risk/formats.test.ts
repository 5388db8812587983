import { describe, expect, test } from 'vitest';
import { call, withTasks } from '../../risk/templates.ts';
import { folderWith } from '../../support/folder.ts';
import { toJson } from '../../support/toJson.ts';
import { oos, template } from '../runOos.ts';
import { sarifProblems } from '../sarifSchema.ts';

const risky = withTasks(`
  ${call('remove', 'ECS', 'DeleteInstance')}
  ${call('quiet', 'ECS', 'DeleteImage', ', Risk: Normal')}
  ${call('reboot', 'ECS', 'RebootInstance')}
  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: faraway } }`);

describe('Markdown', () => {
  const markdown = async (files: Readonly<Record<string, string>>, ...argv: string[]) => {
    const { code, stdout } = await oos(['risk', '.', '--format', 'markdown', ...argv], { cwd: folderWith(files) });
    expect(code).toBe(0);
    return stdout;
  };

  test('begins with the verdict, and has a row for each task', async () => {
    const [verdict, , head, , ...rest] = (await markdown({ 'a.yml': risky, 'b.yml': template() })).split('\n');
    expect(verdict).toBe('**OOS risk check**: 2 risky tasks in 1 template; 1 cannot be undone.');
    expect(head).toBe('| Where | Task | Call | Can it be undone? | Why | How far | What guards it |');
    const rows = rest.filter((line) => line.startsWith('|')).map((line) => line.split(' | ').slice(0, 4));
    expect(rows).toEqual([
      ['| `./a.yml:4`', '`remove`', '`ECS DeleteInstance`', '**no**'],
      ['| `./a.yml:5`', '`quiet`', '`ECS DeleteImage`', '**no**'],
      ['| `./a.yml:6`', '`reboot`', '`ECS RebootInstance`', 'an interruption: no'],
    ]);
    expect(rest.find((line) => line.startsWith('- '))).toBe(
      "- `./a.yml:7` `child` The template 'faraway' is not at hand, so what it does is not listed.",
    );
    expect(rest.at(-2)).toMatch(/^<sub>OOS publishes no list/);
  });

  test('says so where nothing is risky', async () => {
    const text = await markdown({ 'a.yml': template() });
    expect(text).toMatch(/^\*\*OOS risk check\*\*: No risky tasks found\.\n\n<sub>/);
    expect(await markdown({ 'a.yml': template() }, '--lang', 'zh-cn')).toMatch(
      /^\*\*OOS 风险检查\*\*: 没有发现高风险任务。\n/,
    );
  });

  test('keeps what stands in a template from being mark-up', async () => {
    const names = ["'a|b`c'", "'<img src=x>'", "'@somebody'", "'[link](http://x)'", "'**bold**'"];
    const tasks = names.map((name) => call(name, 'ECS', 'DeleteDisk')).join('\n');
    const embedded =
      "- { Name: z, Action: 'ACS::Template', Properties: { TemplateName: '@team <b>x</b> [a](b) | `c`' } }";
    const text = await markdown({ 'a.yml': withTasks(`${tasks}\n${embedded}`) });
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.map((row) => row.split(/(?<!\\)\|/).length)).toEqual(names.map(() => 9));
    const plain = text.replace(/`[^`\n]*`/g, '').replace(/<\/?sub>/g, '');
    expect(plain).not.toMatch(/(?<!\\)[<[]|@\w/);
  });

  test('says what could not be looked at', async () => {
    const cwd = folderWith({ 'a.yml': template(), 'b c.oos.yml': '- 1\n' });
    const argv = ['risk', 'none.yml', 'b c.oos.yml', '--format', 'markdown'];
    const { code, stdout } = await oos(argv, { cwd });
    expect(code).toBe(2);
    expect(stdout).toMatch(/^\*\*OOS risk check\*\*: No template could be looked at\.\n\nNot looked at, so .+:\n\n- "/);
    expect(stdout).toContain("See oos check 'b c.oos.yml'");
    const { stdout: some } = await oos([...argv, 'a.yml'], { cwd });
    expect(some).toMatch(/No risky tasks found\.\n\nNot looked at/);
  });

  test('says where a text is broken', async () => {
    expect(await markdown({ 'a.yml': `${risky}Outputs: {\n` })).toMatch(/syntax errors, so something may be missing/);
  });
});

describe('SARIF', () => {
  const sarif = async (content: string, name: string, ...argv: string[]) => {
    const { stdout } = await oos(['risk', name, '--format', 'sarif', ...argv], {
      cwd: folderWith({ [name]: content }),
    });
    const log = JSON.parse(stdout);
    expect(sarifProblems(log)).toEqual([]);
    return log.runs[0];
  };

  test.each([
    ['a.yml', risky],
    ['a.json', toJson(risky)],
  ])('each task of %s is a note of a rule that is described', async (name, content) => {
    const { results, tool } = await sarif(content, name);
    const rules = tool.driver.rules.map(({ id }: { id: string }) => id);
    const shown = results.map((it: { ruleId: string; ruleIndex: number; level: string; message: { text: string } }) => {
      expect(rules[it.ruleIndex]).toBe(it.ruleId);
      return [it.ruleId, it.level, it.message.text.split(':')[0]];
    });
    expect(shown).toEqual([
      ['risky-documented-call', 'note', "ECS DeleteInstance in 'remove'"],
      ['risky-override', 'note', "ECS DeleteImage in 'quiet'"],
      ['risky-disruptive-call', 'note', "ECS RebootInstance in 'reboot'"],
      ['risky-unseen', 'note', "The template 'faraway' is not at hand, so what it does is not listed."],
    ]);
  });

  test('a text that cannot be read is an error of the run', async () => {
    const { results, invocations } = await sarif('- 1\n', 'a.oos.yml');
    expect(results).toEqual([]);
    expect(invocations).toMatchObject([{ executionSuccessful: false }]);
  });

  test('comes in Chinese on request', async () => {
    const { results, tool } = await sarif(risky, 'a.yml', '--lang', 'zh-cn');
    expect(results[0].message.text).toMatch(/^“remove”中的 ECS DeleteInstance：/);
    expect(tool.driver.language).toBe('zh-CN');
  });
});
