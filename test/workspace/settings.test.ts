import { mkdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { findSettings, readSettings } from '../../server/src/workspace/settings.ts';
import { SettingsCache } from '../../server/src/workspace/settingsCache.ts';
import { parseSettings } from '../../server/src/workspace/settingsText.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { fixture, withMarks } from '../support/fixture.ts';
import { folderWith, writeInto } from '../support/folder.ts';

describe('the text of a settings file', () => {
  test('names a preset and levels', () => {
    const text =
      '{"$schema": "./x.json", "extends": "strict", "rules": {"unknown-task": "off", "missing-tasks": "hint"}}';
    expect(parseSettings(text)).toEqual({
      choices: { preset: 'strict', rules: { 'unknown-task': 'off', 'missing-tasks': 'hint' } },
      problems: [],
    });
  });

  test.each(['{}', '{"rules": {}}', '\uFEFF{}', ' {\r\n} '])('%j leaves everything open', (text) => {
    expect(parseSettings(text)).toEqual({ choices: { preset: undefined, rules: {} }, problems: [] });
  });

  test('takes every rule at every level', () => {
    for (const level of ['error', 'warning', 'information', 'hint', 'off']) {
      const all = Object.fromEntries(rules.map(({ id }) => [id, level]));
      expect(parseSettings(JSON.stringify({ rules: all }))).toEqual({
        choices: { preset: undefined, rules: all },
        problems: [],
      });
    }
  });
});

/** The choices that are left, and the messages, of a text whose marks are the places of all problems. */
function faults(marked: string): { rules: object; preset: string | undefined; messages: string[] } {
  const { text } = fixture(marked);
  const { choices, problems } = parseSettings(text);
  expect(
    withMarks(
      text,
      problems.flatMap(({ range }) => range ?? []),
    ),
  ).toBe(marked);
  for (const { message } of problems) expect(message.zh).toMatch(/\p{Script=Han}/u);
  return { ...choices, messages: problems.map(({ message }) => message.en) } as ReturnType<typeof faults>;
}

describe('what is wrong is told at its place, and what is right still counts:', () => {
  const right = '"unknown-task": "off"';

  test.each([
    ['an unknown rule', `{"rules": {${right}, <|"unknown-taks"|>: "off"}}`, /no rule 'unknown-taks'.*'unknown-task'\?/],
    ['a rule like no other', `{"rules": {${right}, <|"x"|>: "off"}}`, /no rule 'x'.*oos rules/],
    ['a rule with an empty name', `{"rules": {${right}, <|""|>: "off"}}`, /no rule ''/],
    ['a prototype', `{"rules": {${right}, <|"__proto__"|>: "off"}}`, /no rule '__proto__'/],
    ['a level of other programs', `{"rules": {${right}, "missing-tasks": <|"warn"|>}}`, /'warn' .*'warning'\?/],
    ['another one', `{"rules": {${right}, "missing-tasks": <|"Info"|>}}`, /'Info' .*'information'\?/],
    ['a level that is no level', `{"rules": {${right}, "missing-tasks": <|"x"|>}}`, /'x'.*error, warning/],
    ['a number', `{"rules": {${right}, "missing-tasks": <|2|>}}`, /'2' is not a level/],
    ['a null', `{"rules": {${right}, "missing-tasks": <|null|>}}`, /'null' is not a level/],
    ['a list', `{"rules": {${right}, "missing-tasks": <|["error", {}]|>}}`, /is not a level/],
    ['an expression', `{"rules": {${right}, "missing-tasks": <|"{{ level }}"|>}}`, /is not a level/],
    ['a map like a function', `{"rules": {${right}, "missing-tasks": <|{"Fn::If": 1}|>}}`, /is not a level/],
    ['an unknown preset', `{"extends": <|"strickt"|>, "rules": {${right}}}`, /'strickt' is not a preset.*'strict'\?/],
    [
      'a preset that is a list',
      `{"extends": <|["strict"]|>, "rules": {${right}}}`,
      /not a preset.*recommended or strict/,
    ],
    ['an unknown setting', `{<|"rule"|>: {}, "rules": {${right}}}`, /no setting 'rule'.*'rules'\?/],
    ['a foreign setting', `{<|"parserOptions"|>: {}, "rules": {${right}}}`, /extends and rules/],
    ['a schema that is no text', `{"$schema": <|1|>, "rules": {${right}}}`, /\$schema must be a text/],
    ['a rule twice', `{"rules": {<|"unknown-task"|>: "hint", ${right}}}`, /more than once/],
    ['a comment', `{<|// why|>\n"rules": {${right}}}`, /no comments/],
    ['a trailing comma', `{"rules": {${right}<|,|>}}`, /comma/],
  ])('%s', (_, marked, message) => {
    const { rules, messages } = faults(marked);
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(rules).toEqual({ 'unknown-task': 'off' });
  });

  test.each([
    ['rules that are a list', '{"extends": "strict", "rules": <|["unknown-task"]|>}', /rules must be a map/],
    ['rules that are a text', '{"extends": "strict", "rules": <|"off"|>}', /rules must be a map/],
    ['a preset twice', '{<|"extends"|>: "recommended", "extends": "strict"}', /more than once/],
  ])('%s', (_, marked, message) => {
    const { preset, messages } = faults(marked);
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(preset).toBe('strict');
  });

  test('several mistakes in the order of the text', () => {
    const { messages } = faults('{<|"a"|>: 1, "rules": {<|"b"|>: "off", "unknown-task": <|"c"|>}, "extends": <|"d"|>}');
    expect(messages.map((it) => /'(.)'/.exec(it)?.[1])).toEqual(['a', 'b', 'c', 'd']);
  });
});

test.each(['', ' ', '[]', '"strict"', 'null', '1', '{', '{"rules"', '{"rules": {', '\0', '}{'])(
  '%j is no settings file, and says so',
  (text) => {
    const { choices, problems } = parseSettings(text);
    expect(choices).toEqual({ preset: undefined, rules: {} });
    expect(problems.length).toBeGreaterThan(0);
    for (const { range } of problems) {
      expect(range?.start).toBeGreaterThanOrEqual(0);
      expect(range?.end).toBeLessThanOrEqual(text.length);
    }
  },
);

test.each([
  ['deeply nested lists', '['.repeat(50_000)],
  ['deeply nested maps', '{"rules":'.repeat(5_000)],
  ['many rules', `{"rules": {${Array.from({ length: 4_000 }, (_, index) => `"rule-${index}": "off"`).join(',')}}}`],
  ['a text without end', `{${' '.repeat(1_000_000)}`],
  ['a long text', JSON.stringify({ rules: { ['x'.repeat(60_000)]: 'off' } })],
])('%s do no harm', (_, text) => {
  expect(cpuTime(() => parseSettings(text))).toBeLessThan(2_000);
  const { choices, problems } = parseSettings(text);
  expect(choices.rules).toEqual({});
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.every(({ message }) => message.en.length < 300)).toBe(true);
});

describe('the settings file of a template', () => {
  test('is the nearest one', () => {
    const folder = folderWith({ '.oosrc.json': '{}', 'a/b/.oosrc.json': '{}', 'a/b/c/d.yml': '' });
    expect(findSettings(join(folder, 'a/b/c/d.yml'))).toBe(join(folder, 'a/b/.oosrc.json'));
    expect(findSettings(join(folder, 'a/b/not-there.yml'))).toBe(join(folder, 'a/b/.oosrc.json'));
    expect(findSettings(join(folder, 'a/x.yml'))).toBe(join(folder, '.oosrc.json'));
    expect(findSettings(join(folder, 'not/there/x.yml'))).toBe(join(folder, '.oosrc.json'));
  });

  test('is no folder, and nothing that is not there', () => {
    const folder = folderWith({ '.oosrc.json': '{}', 'a/.oosrc.json/x': '', 'b/x.yml': '' });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'b/.oosrc.json'));
    expect(findSettings(join(folder, 'a/x.yml'))).toBe(join(folder, '.oosrc.json'));
    expect(findSettings(join(folder, 'b/x.yml'))).toBe(join(folder, '.oosrc.json'));
  });

  test('counts alone: those above it are not merged in', () => {
    const folder = folderWith({
      '.oosrc.json': '{"extends": "strict", "rules": {"unknown-task": "off"}}',
      'a/.oosrc.json': '{"rules": {"missing-tasks": "off"}}',
    });
    const found = new SettingsCache().settingsFor(join(folder, 'a/x.yml'));
    expect(found?.choices).toEqual({ preset: undefined, rules: { 'missing-tasks': 'off' } });
  });
});

describe('a file that cannot be read', () => {
  const reason = (path: string) => {
    const { choices, problems, text } = readSettings(path);
    expect({ choices, text }).toEqual({ choices: { rules: {} }, text: '' });
    expect(problems).toEqual([{ range: undefined, message: expect.anything() }]);
    expect(problems[0]?.message.en).toContain(path);
    expect(problems[0]?.message.zh).toContain(path);
    return problems[0]?.message.en ?? '';
  };

  test('is told with its path and the reason', () => {
    const folder = folderWith({ 'folder/x': '' });
    expect(reason(join(folder, 'none.json'))).toMatch(/ENOENT/);
    expect(reason(join(folder, 'folder'))).toMatch(/EISDIR/);
  });

  test('as it is huge or no text is told', () => {
    const folder = folderWith({
      'huge.json': ' '.repeat(300_000),
      'long.json': ' '.repeat(70_000),
      'utf16.json': '{\0}\0',
    });
    expect(reason(join(folder, 'huge.json'))).toMatch(/too large/);
    expect(reason(join(folder, 'long.json'))).toMatch(/too large/);
    expect(reason(join(folder, 'utf16.json'))).toMatch(/UTF-8/);
  });
});

describe('the cache', () => {
  test('gives the same object until the file changes', () => {
    const folder = folderWith({ '.oosrc.json': '{"extends": "strict"}', 'a/x.yml': '', 'y.yml': '' });
    const cache = new SettingsCache();
    const first = cache.settingsFor(join(folder, 'a/x.yml'));
    expect(first?.choices.preset).toBe('strict');
    expect(cache.settingsFor(join(folder, 'y.yml'))).toBe(first);
    expect(cache.refresh()).toBe(false);
    expect(cache.settingsFor(join(folder, 'a/x.yml'))).toBe(first);

    writeInto(folder, '.oosrc.json', '{"extends": "recommended"}');
    expect(cache.settingsFor(join(folder, 'a/x.yml'))).toBe(first);
    expect(cache.refresh()).toBe(true);
    expect(cache.settingsFor(join(folder, 'a/x.yml'))?.choices.preset).toBe('recommended');
    expect(cache.refresh()).toBe(false);
  });

  test('sees a change that leaves size and time as they were', () => {
    const folder = folderWith({ '.oosrc.json': '{"rules": {"unknown-task": "hint"}}' });
    const file = join(folder, '.oosrc.json');
    const then = new Date(2020, 1, 1);
    utimesSync(file, then, then);
    const cache = new SettingsCache();
    cache.settingsFor(join(folder, 'x.yml'));
    rmSync(file);
    writeInto(folder, '.oosrc.json', '{"rules": {"unknown-task": "off" }}');
    utimesSync(file, then, then);
    expect(cache.refresh()).toBe(true);
  });

  test('notices files that come nearer, and files that go', () => {
    const folder = folderWith({ '.oosrc.json': '{}' });
    mkdirSync(join(folder, 'a'));
    const template = join(folder, 'a/x.yml');
    const cache = new SettingsCache();
    const pathNow = () => cache.settingsFor(template)?.path;
    expect(pathNow()).toBe(join(folder, '.oosrc.json'));
    writeInto(folder, 'a/.oosrc.json', '{}');
    expect(cache.refresh()).toBe(true);
    expect(pathNow()).toBe(join(folder, 'a/.oosrc.json'));
    rmSync(join(folder, 'a/.oosrc.json'));
    expect(cache.refresh()).toBe(true);
    expect(pathNow()).toBe(join(folder, '.oosrc.json'));
    rmSync(join(folder, '.oosrc.json'));
    expect(cache.refresh()).toBe(true);
    expect(cache.settingsFor(template)?.path.startsWith(folder)).not.toBe(true);
  });
});
