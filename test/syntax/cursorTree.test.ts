import { describe, expect, test } from 'vitest';
import { joined } from '../../server/src/syntax/cursorPatches.ts';
import { type CursorTree, cursorTree } from '../../server/src/syntax/cursorTree.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { keyName } from '../../server/src/syntax/navigate.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { fixture } from '../support/fixture.ts';

const namespaces = new Set(['Fn']);

function treeAt(
  marked: string,
  notation: Notation,
): { readonly cursor: CursorTree | undefined; readonly text: string } {
  const { text, cursors } = fixture(marked);
  return { cursor: cursorTree(text, notation, cursors[0] ?? 0, { namespaces }), text };
}

/** The way down to the word, which is shown as `_`: `Tasks - Action = x_` for a value, `Tasks - x_:` for a key. */
function wayTo({ path, scalar, word }: CursorTree): string {
  const steps = path.slice(0, -1).flatMap((node, index) => {
    if (node.kind === 'pair') return node.key === path[index + 1] ? [] : [keyName(node)];
    return node.kind === 'sequence' ? ['-'] : [];
  });
  const said = String(scalar.value).replace(word, '_');
  const parent = path.at(-2);
  return [...steps, parent?.kind === 'pair' && parent.key === scalar ? `${said}:` : `= ${said}`].join(' ');
}

/** The text of the user with the word in it and what else the word needs, in one line. */
function mended({ mends, word }: CursorTree, text: string, offset: number): string {
  const after = joined(mends.closing, mends.after);
  const inserted = { range: { start: offset, end: offset }, newText: '' };
  const lead = mends.before.filter(({ range }) => range.end === offset && range.start === offset);
  const tail = after.filter(({ range }) => range.start === offset);
  const others = [...mends.before, ...after].filter((it) => !lead.includes(it) && !tail.includes(it));
  const texts = [...lead.map(({ newText }) => newText), word, ...tail.map(({ newText }) => newText)];
  const edits = [...others, { ...inserted, newText: texts.join('') }];
  return applyEdits(text, edits).replace(word, '_').replaceAll('\n', '⏎');
}

const task = 'Tasks:\n  - Name: a\n    ';

describe('a word at the cursor of a YAML text stands', () => {
  test.each([
    ['behind a key', `${task}Action: <|>\n    OnError: b`, 'Tasks - Action = _'],
    ['behind a key without a blank', `${task}Action:<|>\n  - Name: b`, 'Tasks - Action = _'],
    ['behind the colons of a name', `${task}Action: ACS::<|>`, 'Tasks - Action = ACS::_'],
    ['in quotes', `${task}Action: "ACS::<|>"`, 'Tasks - Action = ACS::_'],
    ['behind a quote that stays open', `${task}Action: 'ACS::<|>\n    OnError: b`, 'Tasks - Action = ACS::_'],
    ['in the middle of a key', 'Ta<|>sks: []', 'Ta_sks:'],
    ['behind a dash', 'Tasks:\n  - <|>', 'Tasks - _:'],
    ['behind a dash without a blank', 'Tasks:\n  -<|>', 'Tasks - _:'],
    ['behind the dash of an item', 'Tasks:\n  - <|>\n    Action: b', 'Tasks - _:'],
    ['in the indentation of a task', `${task}Properties:\n      b: 1\n    <|>\n`, 'Tasks - _:'],
    ['in the indentation of the properties', `${task}Properties:\n      b: 1\n      <|>\n`, 'Tasks - Properties _:'],
    ['in the indentation of the dashes', `${task}Properties: {}\n  <|>\nOutputs: {}`, 'Tasks - _:'],
    ['at the beginning of a line', 'Tasks:\n- Name: a\n<|>\nOutputs: {}', '_:'],
    ['below a key without a value', `${task}Properties:\n        <|>\n  - Name: b`, 'Tasks - Properties _:'],
    ['in a column of nothing', `${task}Properties:\n      b: 1\n       <|>\n`, 'Tasks - Properties _:'],
    ['above the first key, too far right', 'Parameters:\n    <|>\n  a: {}', 'Parameters _:'],
    ['in an empty text', '<|>', '_:'],
    ['in a map between braces', 'a: {b: 1, <|>}', 'a _:'],
    ['behind a colon between braces', 'a: {b:<|>}', 'a b = _'],
    ['in front of a comma', 'a: [<|> , b]', 'a - = _'],
    ['in the place of a word between brackets', 'a: {b: <|>x}', 'a b = _x'],
    ['in a list between brackets', 'a: [b, <|>]', 'a - = _'],
    ['in a map that goes over lines', 'a:\n  {\n    b: 1,\n    <|>\n  }', 'a _:'],
    ['in an expression without quotes', 'a: {{ x<|> }}\nb: 1', 'a = {{ x_ }}'],
    ['in an expression that stays open', 'a: [{{ <|>, b]', 'a - = {{ _ }}'],
    ['in an expression in quotes', "a:\n  - '{{ <|> }}'\n", 'a - = {{ _ }}'],
    ['in a text of several lines', 'a: |\n  b {{ <|> }}\n', 'a = b {{ _ }}\n'],
    ['in an empty line of a text', 'a: |\n  b\n  <|>\n', 'a = b\n_\n'],
    ['behind what would be a comment elsewhere', 'a: |\n  # b {{ <|> }}\n', 'a = # b {{ _ }}\n'],
    ['behind the first half of two colons', 'a:\n  Fn:<|>\nb: 1', 'a Fn:_:'],
    ['before other mistakes', 'a: <|>\nb: [1\nc: "x\nd: 1', 'a = _'],
  ])('%s', (_, marked, way) => {
    const { cursor } = treeAt(marked, 'yaml');
    expect(cursor && wayTo(cursor)).toBe(way);
  });
});

describe('a word at the cursor of a JSON text stands', () => {
  test.each([
    ['in an empty map', '{<|>}', '_:'],
    ['in an empty text', ' <|>\n', '= _'],
    ['in the quotes of a key', '{"a": 1, "b<|>"}', 'b_:'],
    ['in a key without quotes', '{b<|>}', 'b_:'],
    ['behind a quote that stays open', '{"a": 1, "b<|>}', 'b_:'],
    ['behind a colon', '{"a":<|>}', 'a = _'],
    ['behind a colon, before another pair', '{"a":<|>\n "b": 1}', 'a = _'],
    ['in a value that stays open', '{"a": "x<|>\n "b": 1}', 'a = x_'],
    ['in a value that ends at the next quote', '{"a": "x<|>, "b": 1}', 'a = x_'],
    ['in a value without quotes', '{"a": AC<|>}', 'a = AC_'],
    ['in a name with colons without quotes', '{"a": {Fn::Eq<|>}}', 'a Fn::Eq_:'],
    ['in a value with colons without quotes', '{"a": ACS::<|>\n "b": 1}', 'a = ACS::_'],
    ['behind the first half of two colons', '{"a": [{Fn:<|>}]}', 'a - Fn:_:'],
    ['in a text with colons', '{"a": "b Fn::<|>"}', 'a = b Fn::_'],
    ['behind a comma', '{"a": [1, <|>]}', 'a - = _'],
    ['below a value without its comma', '{"a": 1\n <|>\n "b": 2}', '_:'],
    ['in an expression without quotes', '{"a": {{ x<|> }}}', 'a = {{ x_ }}'],
    ['in an expression that stays open', '{"a": {{ <|>}', 'a = {{ _ }}'],
  ])('%s', (_, marked, way) => {
    const { cursor } = treeAt(marked, 'json');
    expect(cursor && wayTo(cursor)).toBe(way);
  });
});

describe('what the word needs besides is told', () => {
  test.each<[Notation, string, string]>([
    ['yaml', 'a:<|>', 'a: _'],
    ['yaml', 'a: "x<|>\nb: 1', 'a: "x_"⏎b: 1'],
    ['yaml', 'a: {{ x<|> }}\n', "a: '{{ x_ }}'⏎"],
    ['yaml', 'a: {{ <|>\n', "a: '{{ _ }}'⏎"],
    ['yaml', 'a:\n  - b: 1\n  <|>\n', 'a:⏎  - b: 1⏎  - _⏎'],
    ['yaml', 'a:\n  b: 1\n   <|>\n', 'a:⏎  b: 1⏎  _⏎'],
    ['json', '{"a": "x<|>\n "b": 1}', '{"a": "x_",⏎ "b": 1}'],
    ['json', '{"a": 1\n <|>\n "b": 2}', '{"a": 1,⏎ _,⏎ "b": 2}'],
    ['json', '{"a": {{ x<|> }}}', '{"a": "{{ x_ }}"}'],
    ['json', '{"a": {{ <|>}', '{"a": "{{ _ }}"}'],
  ])('%s: %s', (notation, marked, wanted) => {
    const { cursor, text } = treeAt(marked, notation);
    expect(cursor && mended(cursor, text, fixture(marked).cursors[0] ?? 0)).toBe(wanted);
  });
});

test.each<[Notation, string]>([
  ['yaml', 'a: x # <|>'],
  ['yaml', "a: 'x'<|>"],
  ['yaml', 'a: <|>\n  b: 1'],
  ['yaml', 'a:<|>\n- b'],
  ['yaml', 'a:<|> {b: 1}'],
  ['yaml', "a: {b: <|>'x'}"],
  ['yaml', "a: [b, <|>'x']"],
  ['yaml', 'a: {b:<|> x, c: 1}'],
  ['yaml', 'a: {<|> b: 1}'],
  ['json', '{"a"<|>: 1}'],
  ['json', '{"a": 1 <|> }'],
  ['json', '{"a": "x"<|>}'],
  ['json', '{"a":<|> "x"}'],
  ['json', '{"a": <|>{"b": 1}}'],
  ['json', '{"a":<|>\n  [1]}'],
  ['json', '{} <|>'],
])('nothing can be written in %s: %s', (notation, marked) => {
  expect(treeAt(marked, notation).cursor).toBeUndefined();
});

describe('an excerpt', () => {
  const marked = `Metadata:
  long: text
Tasks:
  - Name: a
    Properties:
      script: |
        Metadata:
          in: a text
      map:
        k: v
  - Name: b
    Properties:
      map:
        k: <|>
      other:
        k: v
`;
  const leavesOut = {
    block: (path: readonly string[]) => ['Metadata', 'script', 'map', 'other'].includes(path.at(-1) ?? ''),
    far: (path: readonly string[]) => path.at(-1) === 'Note',
  };

  test('leaves out blocks, but none of the item around the cursor', () => {
    const { text, cursors } = fixture(marked);
    const cursor = cursorTree(text, 'yaml', cursors[0] ?? 0, { leavesOut });
    expect(cursor?.tree.text.replace(cursor.word, '_')).toBe(`Metadata:
Tasks:
  - Name: a
    Properties:
      script: |
      map:
  - Name: b
    Properties:
      map:
        k: _
      other:
        k: v
`);
  });

  test.each(['  ', ''])('leaves out entries that are far from the cursor, lists indented by "%s"', (indent) => {
    const lines = ['Tasks:', '- Name: a', '  Note: x', '  Note: "y', '    z"', '- Name: b', '  Note: w', '  Key: <|>'];
    const { text, cursors } = fixture(lines.map((it, index) => (index > 0 ? indent : '') + it).join('\n'));
    const cursor = cursorTree(text, 'yaml', cursors[0] ?? 0, { leavesOut });
    expect(cursor?.tree.text.replace(cursor.word, '_').replaceAll(`\n${indent}`, '\n')).toBe(
      'Tasks:\n- Name: a\n- Name: b\n  Note: w\n  Key: _',
    );
  });

  test('is not made of a text that it would break', () => {
    const { text, cursors } = fixture('Metadata:\n  a: "x\ny"\nb: <|>');
    const cursor = cursorTree(text, 'yaml', cursors[0] ?? 0, { leavesOut });
    expect(cursor?.tree.text.replace(cursor.word, '')).toBe(text);
  });

  test('leads back to the offsets of the text', () => {
    const { text, cursors } = fixture(marked);
    const cursor = cursorTree(text, 'yaml', cursors[0] ?? 0, { leavesOut });
    expect(cursor?.toOriginal(cursor.scalar.range)).toEqual({ start: cursors[0], end: cursors[0] });
  });
});
