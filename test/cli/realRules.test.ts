import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { parseXml } from './parseXml.ts';
import { oos } from './runOos.ts';
import { sarifProblems } from './sarifSchema.ts';

const cwd = join(import.meta.dirname, '../../examples');

describe.each(['en', 'zh-cn'])('in %s', (lang) => {
  test('the findings of the examples are valid SARIF, with help for every rule', async () => {
    const { stdout } = await oos(['check', '.', '--format', 'sarif', '--lang', lang], { cwd });
    const log = JSON.parse(stdout);
    expect(sarifProblems(log)).toEqual([]);
    const [run] = log.runs;
    expect(run.results.length).toBeGreaterThan(5);
    const helped: readonly { id: string; help: { text: string; markdown: string } }[] = run.tool.driver.rules;
    expect(helped.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { id, help } of helped) {
      expect(help.markdown.startsWith(`# ${id}\n`)).toBe(true);
      expect(help.text).not.toMatch(/^#{1,6} |^```/m);
    }
  });

  test('the findings of the examples are well-formed JUnit', async () => {
    const { stdout } = await oos(['check', '.', '--format', 'junit', '--lang', lang], { cwd });
    expect(Number(parseXml(stdout).attributes.failures)).toBeGreaterThan(5);
  });

  test('every rule has its page on the terminal', async () => {
    for (const { id } of rules) {
      const { code, stdout } = await oos(['rules', id, '--lang', lang], {});
      expect({ id, code, begin: stdout.slice(0, id.length) }).toEqual({ id, code: 0, begin: id });
    }
  });
});

test('each finding of the examples is one line of the github format', async () => {
  const { stdout: json } = await oos(['check', '.', '--format', 'json'], { cwd });
  const { summary } = JSON.parse(json);
  const { stdout } = await oos(['check', '.', '--format', 'github'], { cwd });
  const commands = stdout.trimEnd().split('\n');
  expect(commands.every((it) => /^::(error|warning|notice) file=/.test(it))).toBe(true);
  expect(commands.length).toBe(summary.error + summary.warning + summary.information + summary.hint);
});
