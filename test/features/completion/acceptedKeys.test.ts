import { describe, expect, test } from 'vitest';
import { accepted } from './check.ts';

const snippets = true;
const json = { notation: 'json', snippets } as const;

describe('a key', () => {
  test.each([
    [
      'comes with its colon and what it holds',
      'Tasks:\n  - Name: a\n    Out<|>',
      'Outputs',
      'Tasks:\n  - Name: a\n    Outputs:\n      $0',
    ],
    ['keeps the colon and the value that are there', 'Tasks:\n  - Na<|>m: a', 'Name', 'Tasks:\n  - Name: a'],
    ['keeps its quotes', 'Tasks:\n  - "Na<|>": a', 'Name', 'Tasks:\n  - "Name": a'],
    [
      'takes the line to its place',
      'Tasks:\n  - Name: a\n    Action: b\n     <|>',
      'Outputs',
      'Tasks:\n  - Name: a\n    Action: b\n    Outputs:\n      $0',
    ],
    [
      'gets a dash in the column of the dashes',
      'Tasks:\n  - Name: a\n  <|>',
      'Name',
      'Tasks:\n  - Name: a\n  - Name: $0',
    ],
    ['stands between braces', 'Parameters:\n  a: {<|>}', 'NoEcho', 'Parameters:\n  a: {NoEcho: true}'],
    [
      'stands below the key that waits for it',
      'Tasks:\n  - Action: ACS::Sleep\n    Properties: <|>',
      'EndDate',
      'Tasks:\n  - Action: ACS::Sleep\n    Properties:\n      EndDate: $0',
    ],
    [
      'offers its values',
      'Parameters:\n  a:\n    <|>',
      'Type',
      `Parameters:\n  a:\n    Type: \${1|String,Number,Boolean,List,Json|}`,
    ],
    [
      'may be a place to fill in',
      'Tasks:\n  - Outputs:\n      <|>',
      'output',
      `Tasks:\n  - Outputs:\n      \${1:name}:\n        Type: \${2|String,List,Json,Number,Boolean|}\n        ValueSelector: $3`,
    ],
    [
      'of a function brings its arguments',
      'Tasks:\n  - When:\n      <|>',
      'Fn::Equals',
      'Tasks:\n  - When:\n      Fn::Equals:\n        - $1\n        - $2',
    ],
  ])('%s', (_, marked, label, text) => {
    expect(accepted(marked, label, { snippets })).toBe(text);
  });

  test.each([
    ['in an empty map', '{<|>}', 'FormatVersion', '{"FormatVersion": "OOS-2019-06-01"}'],
    ['in quotes', '{"Form<|>"}', 'FormatVersion', '{"FormatVersion": "OOS-2019-06-01"}'],
    ['in quotes that stay open', '{\n  "Form<|>\n}', 'FormatVersion', '{\n  "FormatVersion": "OOS-2019-06-01"\n}'],
    ['without quotes', '{Form<|>}', 'FormatVersion', '{"FormatVersion": "OOS-2019-06-01"}'],
    [
      'before another key',
      '{\n  <|>\n  "Tasks": []\n}',
      'FormatVersion',
      '{\n  "FormatVersion": "OOS-2019-06-01",\n  "Tasks": []\n}',
    ],
    [
      'behind a pair without its comma',
      '{\n  "Tasks": []\n  <|>\n}',
      'FormatVersion',
      '{\n  "Tasks": [],\n  "FormatVersion": "OOS-2019-06-01"\n}',
    ],
    ['with its value', '{"Form<|>": ""}', 'FormatVersion', '{"FormatVersion": ""}'],
    [
      'with a map',
      '{"Tasks": [{"Properties": {}, <|>}]}',
      'Outputs',
      '{"Tasks": [{"Properties": {}, "Outputs": {$1\\}}]}',
    ],
  ])('of JSON stands %s', (_, marked, label, text) => {
    expect(accepted(marked, label, json)).toBe(text);
  });
});
