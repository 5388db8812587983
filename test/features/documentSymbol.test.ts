import { expect, test } from 'vitest';
import { type DocumentSymbol, documentSymbols } from '../../server/src/features/documentSymbol.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { fixture } from '../support/fixture.ts';
import { inBothNotations } from '../support/inBothNotations.ts';

/** The outline as indented text, each line with its kind, name and detail. Ranges are held to the rules of the protocol. */
function outline(text: string, symbols: readonly DocumentSymbol[], indent = ''): string {
  return symbols
    .map(({ kind, name, detail, range, selectionRange, children }) => {
      expect(name.trim()).not.toBe('');
      for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
        expect(inner.start).toBeGreaterThanOrEqual(range.start);
        expect(inner.end).toBeLessThanOrEqual(range.end);
      }
      expect(range.end).toBeLessThanOrEqual(text.length);
      const line = `${indent}${kind} ${name}${detail === undefined ? '' : ` (${detail})`}`;
      return `${line}\n${outline(text, children, `${indent}  `)}`;
    })
    .join('');
}

function outlineOf(text: string, notation: Notation): string {
  return `\n${outline(text, documentSymbols(new TemplateDocument(text, notation)))}`;
}

function check(markedYaml: string, expected: string) {
  for (const { notation, marked } of inBothNotations(markedYaml)) {
    const { text, ranges } = fixture(marked);
    expect(outlineOf(text, notation), notation).toBe(expected);
    const selected = documentSymbols(new TemplateDocument(text, notation)).flatMap(withChildren);
    for (const range of ranges) {
      const name = text.slice(range.start, range.end);
      expect(selected.map((it) => text.slice(it.selectionRange.start, it.selectionRange.end))).toContain(
        notation === 'json' ? `"${name}"` : name,
      );
    }
  }
}

const withChildren = (symbol: DocumentSymbol): DocumentSymbol[] => [symbol, ...symbol.children.flatMap(withChildren)];

test('lists the sections and what they declare', () => {
  check(
    `
FormatVersion: OOS-2019-06-01
Description: {en: Something}
RamRole: '{{ role }}'
Parameters:
  <|role|>: {Type: String}
  count: {Default: 1}
Conditions:
  isLinux: {Fn::Equals: [a, b]}
Tasks:
  - Name: <|describe|>
    Action: ACS::ExecuteAPI
    Loop:
      Items: []
      Outputs:
        all: {AggregateType: Fn::ListJoin, AggregateField: id}
    Outputs:
      <|id|>: {Type: String, ValueSelector: .Id}
Outputs:
  result: {Type: List, Value: '{{ describe.all }}'}
`,
    `
section FormatVersion (OOS-2019-06-01)
section Description
section RamRole ({{ role }})
section Parameters
  parameter role (String)
  parameter count
section Conditions
  condition isLinux
section Tasks
  task describe (ACS::ExecuteAPI)
    output all (Fn::ListJoin)
    output id (String)
section Outputs
  output result (List)
`,
  );
});

test('lists the tasks inside ACS::Loop and inside inline templates', () => {
  check(
    `
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1]
      LoopTasks:
        - {Name: inner, Action: ACS::Pause}
        - {Name: deeper, Action: ACS::Loop, Properties: {LoopTasks: [{Name: deepest}]}}
  - Name: nested
    Action: ACS::Template
    Properties:
      TemplateContent:
        Parameters: {a: {Type: Json}}
        Tasks: [{Name: inside, Action: ACS::Pause}]
`,
    `
section Tasks
  task each (ACS::Loop)
    task inner (ACS::Pause)
    task deeper (ACS::Loop)
      task deepest
  task nested (ACS::Template)
    section Parameters
      parameter a (Json)
    section Tasks
      task inside (ACS::Pause)
`,
  );
});

test('calls a nameless task by its action, else by its place', () => {
  check(
    `
Parameters:
  '': {Type: String}
Tasks:
  - Action: ACS::Pause
  - {Name: ' ', Action: <|ACS::Sleep|>}
  - Name:
  - Description: neither
`,
    `
section Parameters
  parameter #1 (String)
section Tasks
  task ACS::Pause
  task ACS::Sleep
  task #3
  task #4
`,
  );
});

test('lists a section that is written twice as often as it stands there', () => {
  const twice = 'Parameters:\n  a: {Type: String}\nParameters:\n  b: {Type: String}\n';
  expect(outlineOf(twice, 'yaml')).toBe('\nsection Parameters\n  parameter a (String)\nsection Parameters\n');
});

test('lists what can be read in a broken text', () => {
  const broken = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: one
    Action: ACS::Pause
  - Name: two
    Action: [ACS::
`;
  expect(outlineOf(broken, 'yaml')).toContain('  task one (ACS::Pause)\n  task two\n');
  const cut =
    '{"Parameters": {"a": {"Type": "String"}}, "Tasks": [{"Name": "one", "Action": "ACS::Pause"}, {"Name": "two", ';
  expect(outlineOf(cut, 'json')).toBe(`
section Parameters
  parameter a (String)
section Tasks
  task one (ACS::Pause)
  task two
`);
});

test.each(['', 'just words', '- a\n- b\n', '[', '{'])('gives no outline, and no fault, for %j', (text) => {
  for (const notation of ['yaml', 'json'] as const) {
    expect(documentSymbols(new TemplateDocument(text, notation))).toEqual([]);
  }
});
