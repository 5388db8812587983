import { describe, expect, test } from 'vitest';
import { rename, renameTarget } from '../../server/src/features/rename.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { fixture } from '../support/fixture.ts';
import { toJson } from '../support/toJson.ts';

/** The text with another name at every mark, in both notations. Each mark is where the rename may begin. */
function check(markedYaml: string, to: string, written = to) {
  for (const [notation, marked] of [['yaml', markedYaml] as const, ['json', toJson(markedYaml)] as const]) {
    const { text, ranges } = fixture(marked);
    const names = ranges.map(({ start, end }) =>
      text[start] === '"' ? { start: start + 1, end: end - 1 } : { start, end },
    );
    const newText = notation === 'yaml' ? written : to;
    const expected = applyEdits(
      text,
      names.map((range) => ({ range, newText })),
    );
    const document = new TemplateDocument(text, notation);
    for (const { start, end } of names) {
      for (const offset of [start, end]) {
        expect(renameTarget(document, offset)).toMatchObject({ kind: 'name', name: text.slice(start, end) });
        expect(renamed(document, offset, to), `${notation} at ${offset}`).toBe(expected);
      }
    }
  }
}

function renamed(document: TemplateDocument, offset: number, to: string): string {
  const answer = rename(document, offset, to);
  return answer.kind === 'edits' ? applyEdits(document.text, answer.edits) : answer.reason.en;
}

/** Why the name at the cursor cannot become another one; the same in both notations. */
function refusal(markedYaml: string, to: string): { readonly en: string; readonly zh: string } | undefined {
  const [inYaml, inJson] = [refusalIn(markedYaml, 'yaml', to), refusalIn(toJson(markedYaml), 'json', to)];
  expect(inJson).toEqual(inYaml);
  return inYaml;
}

function refusalIn(marked: string, notation: Notation, to: string) {
  const { text, cursors } = fixture(marked);
  const answer = rename(new TemplateDocument(text, notation), cursors[0] ?? 0, to);
  return answer.kind === 'refused' ? answer.reason : undefined;
}

describe('renames everywhere', () => {
  test('a parameter, in metadata and groups too', () => {
    check(
      `
RamRole: '{{ <|region|> }}'
Parameters:
  <|region|>: {Type: String}
  vpc:
    Default: 'x {{<|Region|>}}'
    AssociationPropertyMetadata: {RegionId: <|region|>, Name: 'x-\${<|region|>}-\${!region}'}
Metadata: {ALIYUN::OOS::Interface: {ParameterGroups: [{Parameters: [<|region|>]}]}}
Tasks:
  - Name: region
    Action: ACS::ExecuteAPI
    Properties: {"a": "b {{ <|region|> }}\\n", region: 'region'}
`,
      'where-2',
    );
  });

  test('a task, also as the target of jumps', () => {
    check(
      `
Tasks:
  - Name: go
    Action: ACS::Choice
    Properties: {DefaultTask: <|find|>, Choices: [{When: x, NextTask: '<|find|>'}]}
  - Name: <|find|>
    Action: ACS::ExecuteAPI
    Outputs: {find: {ValueSelector: find}}
  - Name: last
    Action: ACS::Sleep
    OnError: ACS::END
    Properties: {Duration: '{{ <|Find|>.find }}{{ <|find|>.a[0].b }}'}
`,
      'search',
    );
  });

  test('an output, of a loop and of an inline template', () => {
    check(
      `
Tasks:
  - Name: a
    Action: ACS::ExecuteAPI
    Outputs: {<|id|>: {ValueSelector: id}}
    Loop: {Items: [1], Outputs: {id: {AggregateType: Fn::ListJoin, AggregateField: <|id|>}}}
`,
      'key',
    );
    check(
      `
Tasks:
  - Name: a
    Action: ACS::Template
    Properties: {TemplateContent: {Tasks: [], Outputs: {<|id|>: {Value: x}}}}
    Outputs: {mine: {ValueSelector: '.<|id|>[0]'}}
Outputs: {id: {Value: '{{ a.mine }}'}}
`,
      'key',
    );
  });

  test('a condition', () => {
    check(
      `
Conditions:
  <|isLinux|>: {Fn::Equals: [a, b]}
  both: {Fn::And: [<|isLinux|>, other]}
Tasks: [{Name: t, When: <|islinux|>, Action: ACS::Pause}]
`,
      'onLinux',
    );
  });

  test('to another letter case', () => {
    check(`Parameters: {<|VPCId|>: {}, b: {Default: '{{ <|VPCId|> }}'}}`, 'vpcId');
  });

  test('and puts quotes around a name that would be a number or a truth value in YAML', () => {
    check('Tasks: [{Name: <|one|>, OnError: x}, {Name: x, OnSuccess: <|one|>}]', '123', "'123'");
    check('Tasks: [{Name: <|one|>, OnError: x}]', 'yes', "'yes'");
  });

  test('and changes nothing where the name stays', () => {
    const { text, cursors } = fixture('Parameters: {<|>a: {}}');
    expect(rename(new TemplateDocument(text, 'yaml'), cursors[0] ?? 0, 'a')).toEqual({ kind: 'edits', edits: [] });
  });
});

describe('refuses', () => {
  const taken = 'Parameters: {<|>a: {}, Other: {}}';

  test.each([
    ['a name with other signs', taken, 'a b', /letters, digits, - and _/, /字母、数字/],
    ['a name of a language', taken, '地域', /letters, digits/, /字母、数字/],
    ['no name', taken, '', /letters, digits/, /字母、数字/],
    ['a name that is too long', taken, 'x'.repeat(201), /at most 200 characters; this one has 201/, /最多 200 个字符/],
    ['a name that is there', taken, 'otheR', /already a parameter 'otheR'/, /已有名为“otheR”的参数/],
    ['a task that is there', 'Tasks: [{Name: <|>a}, {Name: b}]', 'B', /already a task 'B'/, /的任务/],
    [
      'a use that nothing declares yet',
      "Parameters: {<|>a: {}, c: {Default: '{{ b }}'}}",
      'b',
      /mean something else/,
      /含义会改变/,
    ],
    [
      'a text that would be taken for the parameter',
      'Parameters: {<|>a: {}, c: {AssociationPropertyMetadata: {Status: Running}}}',
      'Running',
      /mean something else/,
      /含义会改变/,
    ],
    [
      'a task that would hide one outside',
      `Tasks: [{Name: out}, {Name: l, Action: ACS::Loop, Properties: {LoopTasks: [{Name: in<|>ner}, {Name: z, OnError: '', When: '{{ out.x }}'}]}}]`,
      'out',
      /mean something else/,
      /含义会改变/,
    ],
    [
      'a pseudo-parameter',
      "Parameters: {a: {Default: '{{ ACS::Reg<|>ionId }}'}}",
      'b',
      /ACS::RegionId is provided by OOS/,
      /由 OOS 提供/,
    ],
    ['the parameter store', "Parameters: {a: {Default: '{{ oos:x<|>y }}'}}", 'b', /parameter store/, /参数仓库/],
    ['a key', 'Param<|>eters: {a: {}}', 'b', /^Only parameters, tasks, outputs and conditions/, /^只能重命名/],
    ['an action', 'Tasks: [{Name: a, Action: ACS::Sl<|>eep}]', 'b', /^Only parameters/, /^只能重命名/],
    [
      'a name that nothing declares',
      "Parameters: {a: {Default: '{{ mis<|>sing }}'}}",
      'b',
      /Nothing in the template declares 'missing'/,
      /没有声明“missing”/,
    ],
    [
      'a name that is declared twice',
      'Tasks: [{Name: sa<|>me}, {Name: Same}]',
      'b',
      /declared more than once/,
      /重复声明/,
    ],
    [
      'an output that a path may read',
      "Tasks: [{Name: a, Outputs: {i<|>ds: {ValueSelector: x}}}, {Name: b, When: '{{ a.ids[0] }}'}]",
      'b',
      /jq path names 'ids' as well/,
      /jq 路径/,
    ],
    [
      'an output of an inline template that a program may read',
      "Tasks: [{Name: a, Properties: {TemplateContent: {Outputs: {i<|>d: {Value: x}}}}, Outputs: {o: {ValueSelector: '[.id, .x]'}}}]",
      'b',
      /jq path names 'id' as well/,
      /jq 路径/,
    ],
  ])('%s', (_, marked, to, en, zh) => {
    const reason = refusal(marked, to);
    expect(reason?.en).toMatch(en);
    expect(reason?.zh).toMatch(zh);
  });

  test.each<[Notation, string]>([
    ['yaml', 'Parameters:\n  <|>a: {}\nTasks:\n  - Name b\n    Action: ACS::Pause\n'],
    ['json', '{"Parameters": {"<|>a": {}}, "Tasks": [{"Name" "b"}]}'],
  ])('where the text has syntax errors, in %s', (notation, marked) => {
    const reason = refusalIn(marked, notation, 'c');
    expect(reason?.en).toContain('syntax errors');
    expect(reason?.zh).toContain('语法错误');
  });

  test('in an empty text', () => {
    expect(renameTarget(new TemplateDocument('', 'yaml'), 0).kind).toBe('refused');
  });
});
