import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { folderWith } from '../support/folder.ts';
import { jsonTemplate, oos, type Surroundings, template } from './runOos.ts';
import { sarifProblems } from './sarifSchema.ts';

vi.mock('../../server/src/analysis/rules/index.ts', () => import('./fakeRules.ts'));

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: Location; readonly region: Region } },
  ];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly [
      {
        readonly artifactLocation: Location;
        readonly replacements: readonly [
          { readonly deletedRegion: Region; readonly insertedContent: { readonly text: string } },
        ];
      },
    ];
  }[];
}

interface Location {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

/** The only run of what `oos check --format sarif` says, which the schema accepts. */
async function sarif(operands: readonly string[], surroundings: Surroundings) {
  const { stdout, code, stderr } = await oos(['check', ...operands, '--format', 'sarif'], surroundings);
  const log = JSON.parse(stdout);
  expect(sarifProblems(log)).toEqual([]);
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  const [run] = log.runs;
  return { run, results: run.results as Result[], code, stderr, stdout };
}

/** The text at a region, counted by hand, lines and columns from one. */
function textAt(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = text.split(/(?<=\r\n|\n)/);
  const offset = (line: number, column: number) => lines.slice(0, line - 1).join('').length + column - 1;
  return text.slice(offset(startLine, startColumn), offset(endLine, endColumn));
}

test('the schema refuses what is no SARIF', () => {
  expect(sarifProblems({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([]);
});

test.each([
  ['a.yml', template('测试 😀 BAD NAEM')],
  ['a.json', jsonTemplate('测试 😀 BAD NAEM')],
  ['win.yml', `\uFEFF${template('测试 😀 BAD NAEM').replaceAll('\n', '\r\n')}`],
])('the regions in %s are those of the text in UTF-16, columns from one', async (name, content) => {
  const { run, results } = await sarif([name], { cwd: folderWith({ [name]: content }) });
  const text = content.replace('\uFEFF', '');
  const regions = results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.region);
  expect(regions.map((it) => textAt(text, it))).toEqual(['BAD', 'NAEM']);
  expect(run.columnKind).toBe('utf16CodeUnits');
});

test('a result names its rule, its level and its file', async () => {
  const cwd = folderWith({ 'a.yml': template(), 'b/c.json': jsonTemplate('BAD ODD NOTE WHIM') });
  const { run, results, code } = await sarif(['a.yml', 'b'], { cwd });
  expect(code).toBe(1);
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['unknown-bad', 'error'],
    ['unused-odd', 'warning'],
    ['unused-note', 'note'],
    ['unused-whim', 'note'],
  ]);
  for (const { ruleId, ruleIndex, locations } of results) {
    expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    const { uri, index } = locations[0].physicalLocation.artifactLocation;
    expect(uri).toBe('b/c.json');
    expect(run.artifacts[index ?? -1].location).toEqual({ uri, uriBaseId: '%SRCROOT%' });
  }
  expect(run.artifacts.map((it: { sourceLanguage: string }) => it.sourceLanguage)).toEqual(['yaml', 'json']);
});

test('the rules come with words, help, level and preset', async () => {
  const { run } = await sarif(['a.yml'], { cwd: folderWith({ 'a.yml': template() }) });
  const { driver } = run.tool;
  expect(driver).toMatchObject({ name: 'OOS Template Toolkit', semanticVersion: '1.2.3', language: 'en-US' });
  const [bad] = driver.rules;
  expect(bad).toMatchObject({
    id: 'unknown-bad',
    shortDescription: { text: 'The word BAD stands somewhere.' },
    fullDescription: { text: 'Nobody wants BAD.' },
    defaultConfiguration: { enabled: true, level: 'error' },
    properties: { preset: 'recommended', 'problem.severity': 'error' },
  });
  expect(bad.help.markdown).toMatch(/^#+ .*unknown-bad/);
  expect(bad.help.text).toContain('Nobody wants BAD.');
  expect(bad.help.text).not.toMatch(/^#|```/m);
  const style = driver.rules.find((it: { id: string }) => it.id === 'misplaced-style');
  expect(style).toMatchObject({
    defaultConfiguration: { enabled: false, level: 'note' },
    properties: { preset: 'strict', 'problem.severity': 'recommendation' },
  });
});

test('fixes say what to replace', async () => {
  const content = template('BAD');
  const { results } = await sarif(['a b.yml'], { cwd: folderWith({ 'a b.yml': content }) });
  const [fix] = results[0]?.fixes ?? [];
  expect(fix?.description.text).toBe('Change to GOOD');
  const [change] = fix?.artifactChanges ?? [];
  expect(change?.artifactLocation).toMatchObject({ uri: 'a%20b.yml', uriBaseId: '%SRCROOT%', index: 0 });
  const [replacement] = change?.replacements ?? [];
  if (!replacement) throw new Error('There is no replacement.');
  expect(textAt(content, replacement.deletedRegion)).toBe('BAD');
  const start = content.indexOf('BAD');
  const edit = { range: { start, end: start + 3 }, newText: replacement.insertedContent.text };
  expect(applyEdits(content, [edit])).toBe(template('GOOD'));
});

test('a finding without fixes has none', async () => {
  const { results } = await sarif(['a.yml'], { cwd: folderWith({ 'a.yml': template('ODD') }) });
  expect(results[0]).not.toHaveProperty('fixes');
});

test('messages keep their signs', async () => {
  const { results } = await sarif(['a.yml'], { cwd: folderWith({ 'a.yml': template('NASTY') }) });
  expect(results[0]?.message.text).toContain(`100% <a> & "b" 'c' ::d, e: {{ f }}\r\ng`);
});

describe('paths', () => {
  test.each([
    ['./a.yml', 'a.yml'],
    ['dir/../a.yml', 'a.yml'],
    ['dir/模板 #1?.yml', 'dir/%E6%A8%A1%E6%9D%BF%20%231%3F.yml'],
    ['c:d.yml', 'c%3Ad.yml'],
    ['100%.yml', '100%25.yml'],
    ['back\\slash.yml', 'back%5Cslash.yml'],
  ])('%s', async (path, uri) => {
    const cwd = folderWith({ 'dir/x.yml': template('BAD'), 'a.yml': template('BAD'), [path]: template('BAD') });
    const { results } = await sarif([path], { cwd });
    const { artifactLocation } = results[0]?.locations[0].physicalLocation ?? {};
    expect(artifactLocation).toEqual({ uri, uriBaseId: '%SRCROOT%', index: 0 });
  });

  test('an absolute path below the folder is made relative', async () => {
    const cwd = folderWith({ 'dir/a.yml': template('BAD') });
    const { results, stdout } = await sarif([join(cwd, 'dir/a.yml')], { cwd });
    expect(results[0]?.locations[0].physicalLocation.artifactLocation.uri).toBe('dir/a.yml');
    expect(stdout).not.toContain(cwd);
  });

  test('a file elsewhere has an absolute address', async () => {
    const elsewhere = folderWith({ 'a b.yml': template('BAD') });
    const { results } = await sarif([join(elsewhere, 'a b.yml')], { cwd: folderWith({}) });
    const { artifactLocation } = results[0]?.locations[0].physicalLocation ?? {};
    expect(artifactLocation).toEqual({ uri: pathToFileURL(join(elsewhere, 'a b.yml')).href, index: 0 });
  });

  test('standard input has its name', async () => {
    const { results } = await sarif(['-', '--stdin-filename', 'x/y.yml'], { stdin: template('BAD') });
    expect(results[0]?.locations[0].physicalLocation.artifactLocation.uri).toBe('x/y.yml');
  });
});

describe('fingerprints', () => {
  async function fingerprintsOf(content: string, name = 'a.yml', options: readonly string[] = []): Promise<string[]> {
    const { results } = await sarif([name, ...options], { cwd: folderWith({ [name]: content }) });
    return results.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints));
  }

  test('outlive lines above and below, other indentation, line ends and another language', async () => {
    const before = await fingerprintsOf(template('BAD ODD'));
    expect(new Set(before).size).toBe(2);
    expect(await fingerprintsOf(`# a\n\n${template('BAD ODD')}# b\n`)).toEqual(before);
    expect(await fingerprintsOf(template('BAD ODD').replace('Description', '\u0020\u0020Description'))).toEqual(before);
    expect(await fingerprintsOf(template('BAD ODD').replaceAll('\n', '\r\n'))).toEqual(before);
    expect(await fingerprintsOf(template('BAD ODD'), 'a.yml', ['--lang', 'zh-cn'])).toEqual(before);
    expect(await fingerprintsOf(template('BAD ODD'), 'other/b.yml')).toEqual(before);
  });

  test('are new where the line is another', async () => {
    const [before] = await fingerprintsOf(template('BAD'));
    expect((await fingerprintsOf(template('BAD indeed')))[0]).not.toBe(before);
  });

  test('tell equal lines apart', async () => {
    const prints = await fingerprintsOf(`${template('BAD BAD')}# BAD\n# BAD\n`);
    expect(new Set(prints).size).toBe(4);
  });

  test('of a file in one line do not depend on what is far away', async () => {
    const line = (far: string) => jsonTemplate(`${far}${'x'.repeat(500)} BAD`).replaceAll('\n', '');
    expect(await fingerprintsOf(line('one'), 'a.json')).toEqual(await fingerprintsOf(line('another'), 'a.json'));
  });
});

test('what could not be checked is told', async () => {
  const cwd = folderWith({ 'a.yml': template(), 'other.yml': 'a: 1\n' });
  const { run, code } = await sarif(['a.yml', 'other.yml'], { cwd });
  expect(code).toBe(2);
  const [invocation] = run.invocations;
  expect(invocation.executionSuccessful).toBe(false);
  expect(invocation.toolExecutionNotifications).toHaveLength(1);
  expect(invocation.toolExecutionNotifications[0].message.text).toContain('"other.yml" is not an OOS template');
});

test('no findings and no files are valid too', async () => {
  const { run } = await sarif(['a.yml'], { cwd: folderWith({ 'a.yml': template() }) });
  expect(run.results).toEqual([]);
  expect(run.invocations[0]).toMatchObject({ executionSuccessful: true });
  expect((await sarif(['missing.yml'], { cwd: folderWith({}) })).run.artifacts).toEqual([]);
});

test('speaks English unless it is told otherwise', async () => {
  const surroundings = { cwd: folderWith({ 'a.yml': template('BAD') }), env: { LANG: 'zh_CN.UTF-8' } };
  expect((await sarif(['a.yml'], surroundings)).results[0]?.message.text).toBe('"BAD" is wrong.');
  const { run, results } = await sarif(['a.yml', '--lang', 'zh-cn'], surroundings);
  expect(results[0]?.message.text).toBe('“BAD”有误。');
  expect(run.language).toBe('zh-CN');
  expect(run.tool.driver.rules[0].shortDescription.text).toBe('文中有“BAD”。');
  expect(results[0]?.fixes?.[0]?.description.text).toBe('改为 GOOD');
});

test('the same files give the same bytes, wherever they lie', async () => {
  const files = { 'b.yml': template('BAD'), 'a/c.json': jsonTemplate('ODD NASTY'), 'z.yml': template() };
  const first = await sarif(['.'], { cwd: folderWith(files) });
  const second = await sarif(['.'], { cwd: folderWith(files) });
  expect(first.stdout).toBe(second.stdout);
  expect(first.run.artifacts.map((it: { location: Location }) => it.location.uri)).toEqual([
    'a/c.json',
    'b.yml',
    'z.yml',
  ]);
});
