import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { RuleSettings } from '../../server/src/analysis/levels.ts';
import type { AnyRule, Diagnostic } from '../../server/src/analysis/rule.ts';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { canBeSilenced, silenceInFile, silenceOnLine } from '../../server/src/features/silence.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { toData } from '../../server/src/syntax/navigate.ts';
import type { TextEdit } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { fixture } from '../support/fixture.ts';

const strict: RuleSettings = { preset: 'strict', rules: {} };
const ofComments = rules.filter((it) => 'checkSuppressions' in it);
const documentOf = (text: string) => new TemplateDocument(text, 'yaml');
const find = (text: string, selected = rules) => analyze(documentOf(text), bundledCatalog(), selected, strict);
const told = ({ rule, message }: Diagnostic) => `${rule}: ${message.en}`;

/** The findings in `before` that are no longer in `after`; there must be no new ones. */
function gone(before: readonly Diagnostic[], after: readonly Diagnostic[]): string[] {
  const left = before.map(told);
  const added: string[] = [];
  for (const it of after.map(told)) {
    const at = left.indexOf(it);
    if (at < 0) added.push(it);
    else left.splice(at, 1);
  }
  expect(added).toEqual([]);
  return left;
}

/** Applies the comment and gives the findings that it takes away. The data of the text must stay what it is. */
function afterwards(text: string, edit: TextEdit, selected = rules): { text: string; silenced: string[] } {
  const silent = applyEdits(text, [edit]);
  expect(toData(documentOf(silent).tree.root)).toEqual(toData(documentOf(text).tree.root));
  return { text: silent, silenced: gone(find(text, selected), find(silent, selected)) };
}

const examples = rules.flatMap((rule) =>
  rule.invalid
    .filter((it) => (it.notation ?? rule.notation ?? 'yaml') === 'yaml')
    .map((it, index) => ({ name: `${rule.id} ${index}`, rule, text: fixture(it.text).text })),
);

/** What a rule finds in a text that a comment can silence. */
function silenceable(text: string, rule: AnyRule): Diagnostic[] {
  const { tree } = documentOf(text);
  return find(text, [rule]).filter((it) => canBeSilenced(tree, it));
}

const silencing = examples.filter(({ rule, text }) => silenceable(text, rule).length > 0);

test('every finding of every rule can be silenced, but those about comments, broken texts and long ones', () => {
  const never = examples.filter(({ rule, text }) => silenceable(text, rule).length < find(text, [rule]).length);
  expect([...new Set(never.map(({ rule }) => rule.id))].sort()).toEqual([
    'content-too-large',
    'invalid-syntax',
    'unknown-suppression',
    'unused-suppression',
  ]);
});

describe('in every bad example of every rule', () => {
  test.each(silencing)('$name: the comment on the line silences what it is offered for', ({ rule, text }) => {
    for (const newline of ['\n', '\r\n']) {
      const written = text.replaceAll('\n', newline);
      const { tree } = documentOf(written);
      for (const finding of silenceable(written, rule)) {
        const { silenced } = afterwards(written, silenceOnLine(tree, finding), [rule, ...ofComments]);
        expect(silenced).toContain(told(finding));
      }
    }
  });

  test.each(silencing)('$name: the comment in the file silences the rule', ({ rule, text }) => {
    const { tree } = documentOf(text);
    const found = silenceable(text, rule);
    for (const finding of found) {
      const edit = silenceInFile(tree, finding);
      if (!edit) throw new Error('nothing ends its reach in an example');
      expect(afterwards(text, edit, [rule, ...ofComments]).silenced).toEqual(found.map(told));
    }
  });
});

const head = 'FormatVersion: OOS-2019-06-01\nParameters: {}\n';

/** The text after the comment for the finding of unknown-parameter at the cursor. */
function onLine(marked: string): string {
  const { text, cursors } = fixture(head + marked);
  const [cursor = -1] = cursors;
  const finding = find(text).find(({ rule, range }) => rule === 'unknown-parameter' && range.start === cursor);
  if (!finding) throw new Error(`nothing is found at the cursor in\n${text}`);
  const { text: silent, silenced } = afterwards(text, silenceOnLine(documentOf(text).tree, finding));
  expect(silenced).toContain(told(finding));
  return silent.slice(head.length);
}

const tasks = (properties: string) =>
  `Tasks:\n  - Name: a\n    Action: ACS::ExecuteAPI\n    Properties:\n      Service: ECS\n      API: DescribeRegions\n      Parameters:\n${properties}`;
const comment = '# oos-disable-next-line unknown-parameter';

describe('the comment on the line', () => {
  test('stands above it, as far to the right', () => {
    expect(onLine(tasks("        A: '{{ <|>gone }}'\n"))).toBe(tasks(`        ${comment}\n        A: '{{ gone }}'\n`));
  });

  test.each([
    ['a block scalar', '        A: |\n          one\n          {{ <|>gone }}\n', 'A:'],
    ['a folded scalar', '        A: >-\n          one\n\n          {{ <|>gone }}\n        B: 1\n', 'A:'],
    ['a block scalar whose header stands below', '        A:\n          |\n            {{ <|>gone }}\n', '|'],
    ['a double-quoted scalar', '        A: "one\n          two {{ <|>gone }}\n          three"\n', 'A:'],
    ['a single-quoted scalar', "        A: 'one\n          # two\n          {{ <|>gone }}'\n", 'A:'],
    ['a quoted scalar below its key', "        A:\n          'one\n          {{ <|>gone }}'\n", "'one"],
    ['a quoted scalar too far left', "        A: 'one\n  two {{ <|>gone }}'\n", 'A:'],
    ['a plain scalar', '        A: one\n          two {{ <|>gone }}\n          three\n', 'A:'],
    ['a scalar in a flow list', '        A: [one, "two\n          {{ <|>gone }}"]\n', 'A:'],
    ['the second of two scalars in a row', '        A: ["1\n          2", "3\n          {{ <|>gone }}"]\n', 'A:'],
    ['a scalar after a bracket', '        A: [\n          "{{ <|>gone }}"\n        ]\n', '"{{'],
    ['a flow map', "        A: { b: 1,\n          c: '{{ <|>gone }}',\n          d: 2 }\n", 'c:'],
    ['a list item', "        A:\n          - one\n          - '{{ <|>gone }}'\n", "- '"],
    ['a list item with a block scalar', '        A:\n          - |\n            {{ <|>gone }}\n', '- |'],
    ['a map in a list', "        A:\n          - b: 1\n            c: '{{ <|>gone }}'\n", 'c:'],
    ['a value below its key', "        A:\n          '{{ <|>gone }}'\n", "'{{"],
  ])('goes above the right line for %s', (_, properties, at) => {
    const before = tasks(fixture(properties).text);
    const start = before.lastIndexOf('\n', before.lastIndexOf(at)) + 1;
    const indent = /^ */.exec(before.slice(start))?.[0] ?? '';
    expect(onLine(tasks(properties))).toBe(`${before.slice(0, start)}${indent}${comment}\n${before.slice(start)}`);
  });

  test('is one more id where a comment silences something there already', () => {
    const text = (ids: string) => tasks(`        # oos-disable-next-line ${ids}\n        A: '{{ gone }} {{ x.y }}'\n`);
    const marked = text('unknown-task').replace('gone', '<|>gone');
    expect(onLine(marked)).toBe(text('unknown-task, unknown-parameter'));
    expect(onLine(text('unknown-task -- why').replace('gone', '<|>gone'))).toBe(
      text('unknown-task, unknown-parameter -- why'),
    );
  });

  test('does not mind other comments above', () => {
    const text = (more: string) => tasks(`        # words\n${more}        A: '{{ gone }}'\n`);
    expect(onLine(text('').replace('gone', '<|>gone'))).toBe(text(`        ${comment}\n`));
  });

  test('is written with the line ends of the text', () => {
    const text = head.replaceAll('\n', '\r\n') + tasks("        A: '{{ gone }}'\n").replaceAll('\n', '\r\n');
    const [finding] = find(text).filter(({ rule }) => rule === 'unknown-parameter');
    const silent = finding && applyEdits(text, [silenceOnLine(documentOf(text).tree, finding)]);
    expect(silent).toContain(`${comment}\r\n`);
    expect(silent?.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

test('the comment on the first line leaves a byte order mark the first', () => {
  const text = '\uFEFFTask: []\n';
  const [finding] = find(text).filter(({ rule }) => rule !== 'invalid-syntax');
  if (!finding) throw new Error('nothing is found');
  const { tree } = documentOf(text);
  expect(applyEdits(text, [silenceOnLine(tree, finding)])).toBe(
    `\uFEFF# oos-disable-next-line ${finding.rule}\nTask: []\n`,
  );
  const edit = silenceInFile(tree, finding);
  expect(edit && applyEdits(text, [edit])).toBe(`\uFEFF# oos-disable ${finding.rule}\nTask: []\n`);
});

test('no comment at the top is offered where another one ends its reach', () => {
  const text = `${head}# oos-enable unknown-parameter\n${tasks("        A: '{{ gone }}'\n")}`;
  const [finding] = find(text).filter(({ rule }) => rule === 'unknown-parameter');
  if (!finding) throw new Error('nothing is found');
  expect(silenceInFile(documentOf(text).tree, finding)).toBeUndefined();
});

test.each([
  ['a text that cannot be read', 'Tasks: [\n', 'invalid-syntax'],
  ['a text that is too long', '#'.repeat(70_000), 'content-too-large'],
  ['a comment about nothing', '# oos-disable duplicate-key\nTasks: []\n', 'unused-suppression'],
  ['a comment about a rule that does not exist', '# oos-disable nothing\n', 'unknown-suppression'],
])('%s can be silenced by no comment', (_, text, rule) => {
  const [finding] = find(text).filter((it) => it.rule === rule);
  expect(finding && canBeSilenced(documentOf(text).tree, finding)).toBe(false);
});

test('nothing can be silenced in JSON', () => {
  const document = new TemplateDocument('{"FormatVersion": "OOS-2019-06-01", "Task": []}', 'json');
  const found = analyze(document, bundledCatalog());
  expect(found.map((it) => canBeSilenced(document.tree, it))).toEqual(found.map(() => false));
  expect(found).not.toEqual([]);
});
