import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { layered, recommended } from '../../server/src/analysis/levels.ts';
import type { Diagnostic } from '../../server/src/analysis/rule.ts';
import { applySuppressions, type Suppression } from '../../server/src/analysis/suppressions.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { fixture, withMarks } from '../support/fixture.ts';
import { toJson } from '../support/toJson.ts';

/**
 * `A` and `B` stand for actions that do not exist, each a finding of unknown-product-action. The rules of this test are
 * that one and the two about comments.
 */
function check(marked: string, settings = recommended): void {
  const written = marked.replaceAll('A!', 'ACS::Quantum::Teleport');
  const { text } = fixture(written);
  const found = analyze(new TemplateDocument(text, 'yaml'), bundledCatalog(), undefined, settings);
  const watched = found.filter(({ rule }) => /suppression$|^unknown-product-action$/.test(rule));
  expect(
    withMarks(
      text,
      watched.map(({ range }) => range),
    ),
  ).toBe(written);
}

const head = 'FormatVersion: OOS-2019-06-01\nTasks:\n';
const task = (name: string, comment = '') => `  - { Name: ${name}, Action: A! }${comment}\n`;
const wrong = (name: string, comment = '') => `  - { Name: ${name}, Action: <|A!|> }${comment}\n`;

test('without a comment every finding is told', () => {
  check(head + wrong('a') + wrong('b'));
});

describe('oos-disable-line', () => {
  test('silences its own line and no other', () => {
    check(head + wrong('a') + task('b', ' # oos-disable-line unknown-product-action') + wrong('c'));
  });

  test('covers a text over several lines that begins on its line', () => {
    const value = (mark: string, end: string) => `      Script: ${mark}|\n        one\n        {{ ${end} }}\n`;
    const start = 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n    Action: ACS::Sleep\n    Properties:\n';
    const of = (text: string) =>
      analyze(new TemplateDocument(text, 'yaml'), bundledCatalog()).filter(({ rule }) => rule === 'unknown-parameter');
    expect(of(`${start}      Duration: |\n        {{ gone }}\n`)).toHaveLength(1);
    expect(of(`${start}      Duration: | # oos-disable-line unknown-parameter\n        {{ gone }}\n`)).toEqual([]);
    expect(of(start + value('', 'gone'))).toHaveLength(1);
    expect(of(`${start}      # oos-disable-next-line unknown-parameter\n${value('', 'gone')}`)).toEqual([]);
  });
});

describe('oos-disable-next-line', () => {
  const comment = (rest = '') => `  # oos-disable-next-line unknown-product-action${rest}\n`;

  test('silences the line behind it and no other', () => {
    check(head + wrong('a') + comment() + task('b') + wrong('c'));
  });

  test('reaches over no empty line', () => {
    check(`${head}  # oos-disable-next-line <|unknown-product-action|>\n\n${wrong('a')}`);
  });

  test('covers the texts that one after the other begin where the last one ended', () => {
    const inList = (comment: string) =>
      `FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n    Action: ACS::ExecuteAPI\n    Properties:\n      Service: ECS\n      API: DescribeRegions\n      Parameters:\n${comment}        A: ["one\n          two", "three\n          {{ gone }}"]\n        B: "{{ lost }}"\n`;
    const names = (text: string) =>
      analyze(new TemplateDocument(text, 'yaml'), bundledCatalog())
        .filter(({ rule }) => rule === 'unknown-parameter')
        .map(({ range }) => text.slice(range.start, range.end));
    expect(names(inList(''))).toEqual(['gone', 'lost']);
    expect(names(inList('        # oos-disable-next-line unknown-parameter\n'))).toEqual(['lost']);
  });

  test('may have a reason, further rules, commas, little space, much space', () => {
    check(head + comment(' -- made by another team, see B -- or not') + task('a'));
    check(`${head}  #oos-disable-next-line   unknown-product-action  \n${task('a')}`);
    check(`${head}  # oos-disable-next-line <|unknown-task|>, unknown-product-action -- why\n${task('a')}`);
    check(`${head}  # oos-disable-next-line <|unknown-task|>,unknown-product-action\n${task('a')}`);
    check(`${head}  # oos-disable-next-line unknown-product-action <|unknown-task|>\n${task('a')}`);
  });

  test('works with CRLF, and on the last line without a line break', () => {
    check((head + wrong('a') + comment() + task('b') + comment(' -- why') + task('c')).replaceAll('\n', '\r\n'));
    check((head + comment() + task('a')).trimEnd());
    check(`${head + task('a').trimEnd()} # oos-disable-line unknown-product-action`);
  });
});

describe('oos-disable', () => {
  test('at the top silences the whole file', () => {
    check(`# oos-disable unknown-product-action\n${head}${task('a')}${task('b')}`);
    check(`# words first\n# oos-disable unknown-product-action -- why\n${head}${task('a')}${task('b')}`);
    check(`\uFEFF# oos-disable unknown-product-action\n${head}${task('a')}`);
  });

  test('silences from its place up to oos-enable', () => {
    check(
      `${head}${wrong('a')}  # oos-disable unknown-product-action\n${task('b')}  # oos-enable unknown-product-action\n${wrong('c')}`,
    );
    check(`${head}${wrong('a')}  # oos-disable unknown-product-action\n${task('b')}`);
  });

  test('is ended by the oos-enable of its own rule only', () => {
    check(
      `${head}  # oos-disable unknown-product-action\n${task('a')}  # oos-enable unknown-task\n${task('b')}  # oos-enable unknown-task, unknown-product-action\n${wrong('c')}`,
    );
  });

  test('can be taken up again', () => {
    const off = '  # oos-disable unknown-product-action\n';
    const on = '  # oos-enable unknown-product-action\n';
    check(head + off + task('a') + on + wrong('b') + off + task('c') + on + wrong('d'));
  });
});

describe('what silences nothing', () => {
  test.each([
    ['a comment that names no rule', '# <|oos-disable|>\n'],
    ['a comment that names no rule but a reason', '# <|oos-disable|> -- because\n'],
    ['oos-enable that names no rule', '# <|oos-enable|>\n'],
    ['a rule that does not exist', '# oos-disable <|no-such-rule|>\n'],
    ['a rule that does not exist, in oos-enable', '# oos-enable <|no-such-rule|>\n'],
    ['one unknown rule of several', '# oos-disable <|no-such-rule|>, <|missing-tasks|>\n'],
    ['a rule that has nothing to say here', '# oos-disable <|missing-tasks|>\n'],
    ['a rule of comments, which cannot be silenced', '# oos-disable <|unused-suppression|>\n'],
  ])('%s is told', (_, comment) => {
    check(comment + head + wrong('a'));
  });

  test('a rule that is off may be named', () => {
    check(`# oos-disable missing-tasks\n${head}${wrong('a')}`, layered({ rules: { 'missing-tasks': 'off' } }));
  });

  test.each([
    ['words', '# one can write oos-disable missing-tasks here\n'],
    ['another word', '# oos-disabled missing-tasks\n'],
    ['another tool', '# oos-disable-file missing-tasks\n'],
  ])('%s are no comment to us', (_, comment) => {
    check(comment + head + wrong('a'));
  });

  test('a line in a block scalar is no comment', () => {
    check(
      `FormatVersion: OOS-2019-06-01\nDescription: |\n  # oos-disable unknown-product-action\n  # oos-disable no-such-rule\nTasks:\n${wrong('a')}`,
    );
  });

  test('quotes around it make a text of it', () => {
    check(`Description: ' # oos-disable no-such-rule'\n${head}${wrong('a')}`);
  });

  test('JSON has no comments', () => {
    const text = `# oos-disable unknown-product-action\n${head}${task('a')}`.replaceAll('A!', 'ACS::Quantum::Teleport');
    const json = toJson(text).replace('{', '{ // oos-disable unknown-product-action\n');
    const rules = analyze(new TemplateDocument(json, 'json'), bundledCatalog()).map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['invalid-syntax', 'unknown-product-action']));
    expect(rules.filter((it) => it.endsWith('suppression'))).toEqual([]);
  });
});

test('a comment counts in a text that cannot be read to its end', () => {
  check(`# oos-disable unknown-product-action\n${head}${task('a')}Outputs: {{{\n`);
});

test('many comments in a text with many findings are no trouble', () => {
  const places = Array.from({ length: 30_000 }, (_, index) => ({ start: 10 * index, end: 10 * index + 5 }));
  const message = { en: 'wrong', zh: '错误' };
  const found = places.map((range): Diagnostic => ({ rule: 'a', severity: 'error', range, message, fixes: [] }));
  const suppressions = places.map((range, index): Suppression => {
    const covers =
      index % 3 === 0 ? { start: range.end, end: range.end + 10 } : { start: range.end, end: range.end + 2 };
    return { id: 'a', range, covers, comment: { range, text: '' } };
  });
  const { left, used } = applySuppressions(found, suppressions);
  expect([left.length, used.size]).toEqual([20_000, 10_000]);
  expect(cpuTime(() => applySuppressions(found, suppressions))).toBeLessThan(1_000);
});
