import { describe, expect, test } from 'vitest';
import { toData } from '../../server/src/syntax/navigate.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { corpusFiles } from '../support/corpus.ts';
import { folderWith } from '../support/folder.ts';
import { oos } from './runOos.ts';

const other: Record<Notation, Notation> = { yaml: 'json', json: 'yaml' };

/** The values in their order; the text of the data alone would hide the order and what JSON does not have. */
const meaning = (text: string, notation: Notation) => JSON.stringify(toData(parse(text, notation).root));

async function converted(text: string, to: Notation) {
  const { code, stdout, stderr } = await oos(['convert', '-', '--to', to], { stdin: text });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

test('writes JSON as YAML that people like to read', async () => {
  const json = `{
  "FormatVersion": "OOS-2019-06-01",
  "Description": {"en": "Restarts: \\"web\\"", "zh-cn": "重启"},
  "Tasks": [{"Name": "run", "Action": "ACS::RunCommand", "Properties": {
    "commandContent": "#!/bin/sh\\necho {{ name }}\\n\\n  exit 0\\n", "flag": "yes", "count": "010", "list": [], "map": {},
    "timeout": 60, "ratio": 1.0, "big": 12345678901234567890, "date": "2020-01-01", "ref": "{{ name }}", "none": null
  }}]
}`;
  expect(await converted(json, 'yaml')).toBe(`FormatVersion: OOS-2019-06-01
Description:
  en: 'Restarts: "web"'
  zh-cn: 重启
Tasks:
  - Name: run
    Action: ACS::RunCommand
    Properties:
      commandContent: |
        #!/bin/sh
        echo {{ name }}

          exit 0
      flag: 'yes'
      count: '010'
      list: []
      map: {}
      timeout: 60
      ratio: 1.0
      big: 12345678901234567890
      date: '2020-01-01'
      ref: '{{ name }}'
      none: null
`);
});

test('writes YAML as JSON, and tells what is lost', async () => {
  const yaml = `# why
FormatVersion: OOS-2019-06-01
Tasks: # what
  - Name: a
    Action: ACS::Sleep
    Properties: {Duration: PT1S, n: 0x10, on: yes, t: 12345678901234567890}
`;
  const cwd = folderWith({ 'a.yml': yaml });
  const { code, stdout, stderr } = await oos(['convert', 'a.yml', '--to', 'json'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toBe('2 comments were lost.\n');
  expect(stdout).toBe(`{
  "FormatVersion": "OOS-2019-06-01",
  "Tasks": [
    {
      "Name": "a",
      "Action": "ACS::Sleep",
      "Properties": {
        "Duration": "PT1S",
        "n": 16,
        "true": true,
        "t": 12345678901234567890
      }
    }
  ]
}
`);
  expect((await oos(['convert', 'a.yml', '--to', 'yaml'], { cwd })).stdout).toBe(yaml);
  expect((await oos(['convert', 'a.yml', '--to', 'json', '--lang', 'zh-cn'], { cwd })).stderr).toBe(
    '丢失了 2 处注释。\n',
  );
});

const texts = [
  '',
  ' ',
  '~',
  '=',
  '<<',
  '- a',
  'a: b',
  'a #b',
  '#a',
  '%a',
  '@a',
  '`a`',
  "'",
  '"',
  '\\',
  '1_000',
  '1:30',
  '.inf',
  'NO',
  'null',
  '2020-13-01',
  '---',
  '...',
  '? a',
  '*a',
  '&a',
  '!a',
  '|',
  'a\nb',
  'a\n',
  '\na',
  'a\n\n\n',
  '  a\n b\n',
  'a \n b',
  '\n',
  ' \n ',
  'a\tb',
  '\ta\nb',
  'a\r\nb',
  '\u0000\u0007\u001b',
  '\u0085\u2028\ufeff',
  '\ud800',
  '😀 中文',
  `${'long '.repeat(60)}end`,
];

test.each(texts)('keeps the text %j, as value and as key', async (text) => {
  const data = { FormatVersion: 'OOS-2019-06-01', Tasks: [text, { [text]: text }], Description: text };
  const yaml = await converted(JSON.stringify(data), 'yaml');
  expect(meaning(yaml, 'yaml')).toBe(JSON.stringify(data));
  expect(meaning(await converted(yaml, 'json'), 'json')).toBe(JSON.stringify(data));
});

test.each(['-0', '1.5', '1e3', '1e30', '-2.5e-9', '9007199254740993', '0.1'])('keeps the number %s', async (number) => {
  const json = `{"FormatVersion": "OOS-2019-06-01", "Tasks": [${number}]}`;
  expect(meaning(await converted(json, 'yaml'), 'yaml')).toBe(meaning(json, 'json'));
});

test.each([
  ['a: [1, 2\n', 'a broken one'],
  ['a: &x 1\nb: *x\n', 'an alias'],
])('does not convert what cannot be read for certain: %j', async (more) => {
  const stdin = `FormatVersion: OOS-2019-06-01\nTasks: []\n${more}`;
  const { code, stdout, stderr } = await oos(['convert', '-', '--to', 'json'], { stdin });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^-:\d+:\d+ /);
  expect(stderr).toContain('was not converted');
});

test.each<[string[], string]>([
  [['--to', 'json'], 'Name one template'],
  [['a.yml', 'b.yml', '--to', 'json'], 'Name one template'],
  [['a.yml'], 'Say what to convert it to'],
  [['a.yml', '--to', 'xml'], '--to cannot be "xml"'],
  [['none.yml', '--to', 'json'], '"none.yml" does not exist'],
])('refuses oos convert %j', async (argv, message) => {
  const { code, stdout, stderr } = await oos(['convert', ...argv]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

describe('real templates', () => {
  const files = corpusFiles();
  const readable = files.filter(({ text, notation }) => parse(text, notation).problems.length === 0);

  test(`${readable.length} of ${files.length} can be read, and mean the same afterwards`, async () => {
    for (const { name, text, notation } of readable) {
      const there = await oos(['convert', '-', '--to', other[notation]], { stdin: text });
      const same = meaning(there.stdout, other[notation]) === meaning(text, notation);
      expect({ name, code: there.code, same }).toEqual({ name, code: 0, same: true });
    }
  }, 120_000);
});
