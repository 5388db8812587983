import { expect, test, vi } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { parseXml } from './parseXml.ts';
import { jsonTemplate, oos, type Surroundings, template } from './runOos.ts';

vi.mock('../../server/src/analysis/rules/index.ts', () => import('./fakeRules.ts'));

/** The suites of what `oos check --format junit` says. */
async function junit(operands: readonly string[], surroundings: Surroundings) {
  const { stdout, code } = await oos(['check', ...operands, '--format', 'junit'], surroundings);
  const document = parseXml(stdout);
  expect(document.name).toBe('testsuites');
  return { document, suites: document.children, code, stdout };
}

test('the parser of these tests refuses what is not well-formed', () => {
  expect(() => parseXml('<a b="&"/>')).toThrow();
  expect(() => parseXml('<a>\u0001</a>')).toThrow();
  expect(() => parseXml('<a>\uFFFF</a>')).toThrow();
});

test('a file is a suite, a finding is a case, and errors and warnings fail', async () => {
  const cwd = folderWith({ 'a.yml': template(), 'b.json': jsonTemplate('BAD ODD NOTE WHIM') });
  const { document, suites, code } = await junit(['.'], { cwd });
  expect(code).toBe(1);
  expect(document.attributes).toEqual({
    name: 'oos check',
    tests: '5',
    failures: '2',
    errors: '0',
    skipped: '0',
    time: '0',
  });
  expect(suites.map(({ attributes }) => attributes)).toEqual([
    { name: 'a.yml', tests: '1', failures: '0', errors: '0', skipped: '0', time: '0' },
    { name: 'b.json', tests: '4', failures: '2', errors: '0', skipped: '0', time: '0' },
  ]);
  const cases = suites[1]?.children ?? [];
  expect(cases.map(({ attributes }) => attributes)).toEqual(
    ['unknown-bad: "BAD"', 'unused-odd: "ODD"', 'unused-note: "NOTE"', 'unused-whim: "WHIM"'].map((name) => ({
      classname: 'b.json',
      name: `${name} is wrong.`,
      file: 'b.json',
      time: '0',
    })),
  );
  expect(cases.map(({ children }) => children.map(({ name }) => name))).toEqual([
    ['failure'],
    ['failure'],
    ['system-out'],
    ['system-out'],
  ]);
  expect(cases[1]?.children[0]?.attributes).toEqual({ message: '"ODD" is wrong.', type: 'warning' });
});

test('a failure shows the place, the line and the repair', async () => {
  const { suites } = await junit(['a.yml'], { cwd: folderWith({ 'a.yml': template('a BAD') }) });
  expect(suites[0]?.children[0]?.children[0]?.text).toBe(
    [
      'a.yml:2:16 error "BAD" is wrong. (unknown-bad)',
      '  2 | Description: a BAD',
      '    |                ^^^',
      '    = fix: Change to GOOD',
      '',
    ].join('\n'),
  );
});

test('a file without findings is one passed case', async () => {
  const { suites } = await junit(['a.yml'], { cwd: folderWith({ 'a.yml': template() }) });
  expect(suites[0]?.children).toEqual([
    {
      name: 'testcase',
      attributes: { classname: 'a.yml', name: 'oos check', file: 'a.yml', time: '0' },
      children: [],
      text: '',
    },
  ]);
});

test('equal findings have names of their own, which do not change when lines are inserted above', async () => {
  const namesIn = async (content: string) => {
    const { suites } = await junit(['a.yml'], { cwd: folderWith({ 'a.yml': content }) });
    return suites[0]?.children.map(({ attributes }) => attributes.name);
  };
  const names = await namesIn(template('BAD BAD BAD'));
  expect(names).toEqual(['', ' (2)', ' (3)'].map((end) => `unknown-bad: "BAD" is wrong.${end}`));
  expect(await namesIn(`# one\n# two\n${template('BAD BAD BAD')}`)).toEqual(names);
});

test('signs that XML cannot take, or takes for its own, are written so that parsers give them back', async () => {
  const { suites } = await junit(['a.yml'], { cwd: folderWith({ 'a.yml': template('NASTY 😀') }) });
  const failure = suites[0]?.children[0]?.children[0];
  expect(failure?.attributes.message).toBe(`100% <a> & "b" 'c' ::d, e: {{ f }}\r\ng\uFFFD[31m\u{1F600}`);
  expect(failure?.text).toContain(`100% <a> & "b" 'c' ::d, e: {{ f }}`);
});

test.each([
  ['./a.yml', 'a.yml'],
  ['dir/<模板> & "b".yml', 'dir/<模板> & "b".yml'],
  ['c:\\d.yml', 'c:\\d.yml'],
  ['line\nend.yml', 'line\nend.yml'],
])('the path %j', async (path, expected) => {
  const { suites } = await junit([path], { cwd: folderWith({ [path]: template('BAD') }) });
  expect(suites[0]?.attributes.name).toBe(expected);
  expect(suites[0]?.children[0]?.attributes.file).toBe(expected);
});

test('what could not be checked is an error', async () => {
  const cwd = folderWith({ 'a.yml': template(), 'other.yml': 'a: 1\n' });
  const { suites, code, document } = await junit(['a.yml', 'other.yml'], { cwd });
  expect(code).toBe(2);
  expect(document.attributes).toMatchObject({ tests: '2', failures: '0', errors: '1' });
  expect(suites[0]?.children[0]?.children[0]).toMatchObject({
    name: 'error',
    text: expect.stringContaining('"other.yml" is not an OOS template'),
  });
});

test('no files at all are a document too', async () => {
  const { stdout } = await oos(['check', 'missing.yml', '--format', 'junit'], { cwd: folderWith({}) });
  expect(parseXml(stdout).attributes).toMatchObject({ tests: '1', errors: '1' });
});

test('speaks English unless it is told otherwise', async () => {
  const surroundings = { cwd: folderWith({ 'a.yml': template('BAD') }), env: { LANG: 'zh_CN.UTF-8' } };
  expect((await junit(['a.yml'], surroundings)).stdout).toContain('is wrong.');
  const { suites } = await junit(['a.yml', '--lang', 'zh-cn'], surroundings);
  expect(suites[0]?.children[0]?.children[0]?.text).toContain('a.yml:2:14 错误 “BAD”有误。');
});

test('the same files give the same bytes', async () => {
  const files = { 'b.yml': template('BAD'), 'a/c.json': jsonTemplate('ODD NASTY') };
  const outputs = [await junit(['.'], { cwd: folderWith(files) }), await junit(['.'], { cwd: folderWith(files) })];
  expect(outputs[0]?.stdout).toBe(outputs[1]?.stdout);
});
