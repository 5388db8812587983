import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/src/features/completion/complete.ts';
import { newTask } from '../../../server/src/features/newTask.ts';
import { applyEdits } from '../../../server/src/syntax/edit.ts';
import type { Notation } from '../../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { fixture } from '../../support/fixture.ts';
import { insertSnippet } from '../../support/snippet.ts';
import { accepted, itemNamed, offered } from './check.ts';

const yaml = (line: string): string => `Parameters: {id: {}}
Tasks:
  - Name: first
    Action: ACS::ECS::RunCommand
    Properties:
      ${line}
      commandType: RunShellScript
`;

const json = (line: string): string => `{
\t"Parameters": { "id": {} },
\t"Tasks": [
\t\t{
\t\t\t"Name": "first",
\t\t\t"Action": "ACS::ECS::RunCommand",
\t\t\t"Properties": {
\t\t\t\t${line}
\t\t\t\t"commandType": "RunShellScript"
\t\t\t}
\t\t}
\t]
}
`;

const inNotation = { yaml, json };

describe('an accepted reference closes the text that it is in', () => {
  test.each<[notation: Notation, line: string, label: string, after: string]>([
    ['yaml', "instanceId: '{{ <|>", 'id', "instanceId: '{{ id }}'"],
    ['yaml', 'instanceId: "{{ i<|>', 'id', 'instanceId: "{{ id }}"'],
    ['yaml', "instanceId: '{{ <|> }}", 'id', "instanceId: '{{ id }}'"],
    ['yaml', 'instanceId: {{ <|> }}', 'id', "instanceId: '{{ id }}'"],
    ['yaml', "a: {b: '{{ <|>}", 'id', "a: {b: '{{ id }}'}"],
    ['yaml', "a: {b: '{{ <|> }}}", 'id', "a: {b: '{{ id }}'}"],
    ['yaml', "a: ['{{ <|> }}, c]", 'id', "a: ['{{ id }}, c']"],
    ['yaml', "instanceId: '<|>", '{{ id }}', "instanceId: '{{ id }}'"],
    ['json', '"instanceId": "{{ <|>', 'id', '"instanceId": "{{ id }}",'],
    ['json', '"instanceId": "{{ <|>,', 'id', '"instanceId": "{{ id }}",'],
    ['json', '"instanceId": "{{ i<|> }}', 'id', '"instanceId": "{{ id }}",'],
    ['json', '"instanceId": "{{ <|> }},', 'id', '"instanceId": "{{ id }}",'],
    ['json', '"instanceId": "{{ <|> }}, "a": 1,', 'id', '"instanceId": "{{ id }}", "a": 1,'],
    ['json', '"instanceId": {{ <|>', 'id', '"instanceId": "{{ id }}",'],
    ['json', '"instanceId": {{ <|> }}', 'id', '"instanceId": "{{ id }}",'],
    ['json', '"a": ["{{ <|> }}],', 'id', '"a": ["{{ id }}"],'],
    ['json', '"instanceId": "<|>', '{{ id }}', '"instanceId": "{{ id }}",'],
  ])('%s: %s', (notation, line, label, after) => {
    const document = inNotation[notation];
    const text = accepted(document(line), label, { notation });
    expect(text).toBe(document(after));
    expect(new TemplateDocument(text, notation).tree.problems).toEqual([]);
  });
});

/** The line with the item accepted by somebody who keeps what stands behind the cursor, and by one who replaces it. */
function bothWays(marked: string, label: string, notation: Notation) {
  const { text, cursors } = fixture(marked);
  const context = { catalog: bundledCatalog(), snippets: false, replaces: true };
  const { items } = complete(new TemplateDocument(text, notation), cursors[0] ?? 0, context);
  const { range, insertRange, newText, additionalEdits } = itemNamed(items, label);
  return [insertRange, range].map((it) => applyEdits(text, [...additionalEdits, { range: it, newText }]));
}

describe('what stands behind the cursor stays, unless it is replaced', () => {
  test.each<[notation: Notation, line: string, label: string, kept: string, replaced: string]>([
    ['yaml', 'a: <|>echo hello', '{{ id }}', "a: '{{ id }}echo hello'", "a: '{{ id }}'"],
    ['yaml', "a: <|>it's on", '{{ id }}', 'a: "{{ id }}it\'s on"', 'a: "{{ id }}"'],
    ['yaml', "a: '<|>echo hello'", '{{ id }}', "a: '{{ id }}echo hello'", "a: '{{ id }}'"],
    ['yaml', "a: '<|>echo hello", '{{ id }}', "a: '{{ id }}echo hello'", "a: '{{ id }}'"],
    ['yaml', "a: '{{<|>echo hello'", 'id', "a: '{{ id }}echo hello'", "a: '{{ id }} hello'"],
    ['yaml', 'a: {{ i<|>echo hello', 'id', "a: '{{ id }}echo hello'", "a: '{{ id }}echo hello'"],
    ['yaml', "a: '{{ <|>x }}'", 'id', "a: '{{ idx }}'", "a: '{{ id }}'"],
    ['yaml', '<|>a: b', 'instanceId', 'instanceIda: b', 'instanceId: b'],
    ['yaml', 'insta<|>: b', 'instanceId', 'instanceId: b', 'instanceId: b'],
    ['json', '"a": "<|>echo hello",', '{{ id }}', '"a": "{{ id }}echo hello",', '"a": "{{ id }}",'],
    ['json', '"a": "<|>echo hello', '{{ id }}', '"a": "{{ id }}echo hello",', '"a": "{{ id }}",'],
    ['json', '"a": <|>600', '{{ id }}', '"a": "{{ id }}600",', '"a": "{{ id }}",'],
    ['json', '"a": {{<|>echo hello', 'id', '"a": "{{ id }}echo hello",', '"a": "{{ id }}echo hello",'],
    ['json', '"<|>a": 1,', 'instanceId', '"instanceIda": 1,', '"instanceId": 1,'],
  ])('%s: %s', (notation, line, label, kept, replaced) => {
    const document = inNotation[notation];
    const texts = bothWays(document(line), label, notation);
    expect(texts).toEqual([document(kept), document(replaced)]);
    for (const text of texts) expect(new TemplateDocument(text, notation).tree.problems).toEqual([]);
  });

  test('but a name is one thing, wherever in it the cursor is', () => {
    const marked = yaml("a: ''").replace('RunCommand', 'Reb<|>Command');
    const text = fixture(marked).text.replace('RebCommand', 'RebootInstance');
    expect(bothWays(marked, 'ACS::ECS::RebootInstance', 'yaml')).toEqual([text, text]);
  });

  test.each<[notation: Notation, line: string]>([
    ['yaml', "a: <|>'echo hello'"],
    ['yaml', 'a: <|>[b]'],
    ['yaml', 'a: <|>|\n        echo hello'],
    ['yaml', 'a: <|>&b c'],
    ['yaml', "a: '{{ id }} <|>c'"],
    ['json', '"a": <|>"b",'],
    ['json', '"a": <|>{},'],
  ])('nothing is offered where nothing can stand in front of it: %s: %s', (notation, line) => {
    expect(offered(inNotation[notation](line), 1, { notation })).toEqual([]);
  });

  test.each(['a: <|>echo', "a: '<|>echo'"])('who cannot choose is offered what makes sense there: %s', (line) => {
    const labels = offered(yaml(line), 100);
    expect(labels).toContain('{{ id }}');
    expect(labels.filter((it) => !it.startsWith('{{ '))).toEqual([]);
    expect(accepted(yaml(line), '{{ id }}')).toBe(yaml("a: '{{ id }}echo'"));
    expect(offered(yaml('<|>a: b'), 1)).toEqual([]);
  });
});

describe('lines of JSON are indented as those around them', () => {
  test.each([
    ['tabs', '{\n\t', '\t\t', '\t\t\t', '\t'],
    ['three blanks', '{\n   ', '      ', '         ', '   '],
    ['blanks, and tabs in the tasks', '{\n  ', '  \t', '  \t\t', '  '],
    ['tabs, but for the first key', '{ ', '\t', '\t\t', '\t'],
  ])('%s', (_, open, item, key, level) => {
    const text = (action: string) =>
      `${open}"Tasks": [\n${item}{\n${key}"Name": "a",\n${key}"Action": "${action}\n${item}}\n]\n}\n`;
    const properties = `"Properties": {\n${key}${level}"instanceId": ""\n${key}}`;
    expect(accepted(text('ACS::ECS::Reb<|>'), 'ACS::ECS::RebootInstance', { notation: 'json' })).toBe(
      text(`ACS::ECS::RebootInstance",\n${key}${properties}`),
    );
  });

  test('with tabs, also what is inserted from elsewhere', () => {
    const spec = bundledCatalog().action('ACS::ECS::RebootInstance');
    for (const text of [json('"a": 1,'), '{\n\t"FormatVersion": "OOS-2019-06-01",\n\t"Tasks": []\n}\n']) {
      const task = spec && newTask(new TemplateDocument(text, 'json'), text.indexOf('"Tasks"'), spec);
      const after = task ? insertSnippet(text, task) : '';
      expect(after).toContain('RebootInstance');
      expect(after).not.toMatch(/^\t* /m);
    }
  });
});
