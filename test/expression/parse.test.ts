import { describe, expect, test } from 'vitest';
import type { Expression, ExpressionBody, NameAt } from '../../server/src/expression/ast.ts';
import { parseExpressions } from '../../server/src/expression/parse.ts';
import { descendants } from '../../server/src/syntax/navigate.ts';
import type { Notation, TextRange } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { fixture } from '../support/fixture.ts';
import { toJson } from '../support/toJson.ts';

interface Read {
  readonly text: string;
  readonly expressions: readonly Expression[];
}

function read(text: string, notation: Notation): Read {
  const scalars = [...descendants(parse(text, notation).root)].filter((node) => node.kind === 'scalar');
  return { text, expressions: scalars.flatMap((node) => parseExpressions(text, node)) };
}

/** An expression in one line: its kind, its names, and `whole` where nothing else stands in the scalar. */
function shown({ body, whole }: Expression): string {
  return `${shownBody(body)}${whole ? ', whole' : ''}`;
}

function shownBody(body: ExpressionBody): string {
  switch (body.kind) {
    case 'parameter':
    case 'pseudo':
      return `${body.kind} ${body.name.text}`;
    case 'task':
      return `task ${body.name.text} ${body.simple ? 'output' : 'path'} ${body.path.text}`;
    case 'store':
      return `${body.secret ? 'secret' : 'store'} ${body.name.text}`;
    case 'empty':
      return 'empty';
    default:
      return `${body.kind} ${body.text}`;
  }
}

/** The places that an expression knows: itself, and the names in it or the character that is wrong. */
function rangesOf({ range, body }: Expression): TextRange[] {
  const names: (NameAt | undefined)[] = [
    'name' in body ? body.name : undefined,
    'path' in body ? body.path : undefined,
  ];
  return [range, ...names.flatMap((name) => name?.range ?? []), ...('at' in body ? [body.at] : [])];
}

/** Every range stands where a mark stands, in the same order, and the expressions are the ones listed. */
function check(marked: string, notation: Notation, expected: readonly string[]): void {
  const { text, ranges } = fixture(marked);
  const { expressions } = read(text, notation);
  expect(expressions.map(shown)).toEqual(expected);
  const slice = ({ start, end }: TextRange) => `${start}: ${text.slice(start, end)}`;
  expect(expressions.flatMap(rangesOf).map(slice)).toEqual(ranges.map(slice));
}

function checkBoth(markedYaml: string, expected: readonly string[]): void {
  check(markedYaml, 'yaml', expected);
  check(toJson(markedYaml), 'json', expected);
}

describe('what stands between the braces', () => {
  test.each([
    ["'<|{{ <|zoneId|> }}|>'", 'parameter zoneId, whole'],
    ["'<|{{<|zone-id_2|>}}|>'", 'parameter zone-id_2, whole'],
    ["'<|{{ <|ACS::RegionId|> }}|>'", 'pseudo ACS::RegionId, whole'],
    ["'<|{{<|acs::regionid|>}}|>'", 'pseudo acs::regionid, whole'],
    ["'<|{{ <|ACS::TaskLoopItem|> }}|>'", 'pseudo ACS::TaskLoopItem, whole'],
    ["'<|{{ <|ACS::TaskLoopItem|>.InstanceId }}|>'", 'pseudo ACS::TaskLoopItem, whole'],
    ["'<|{{ <|list|>.<|ids|> }}|>'", 'task list output ids, whole'],
    ["'<|{{ <|list|> . <|ids|> }}|>'", 'task list output ids, whole'],
    ["'<|{{ <|list|>.<|Regions.Region[].RegionId|> }}|>'", 'task list path Regions.Region[].RegionId, whole'],
    ["'<|{{ <|list|>.<|ids | length|> }}|>'", 'task list path ids | length, whole'],
    ["'<|{{ <|list|>.<|a[?b == 1]|> }}|>'", 'task list path a[?b == 1], whole'],
    ["'<|{{ oos:<|images/base|> }}|>'", 'store images/base, whole'],
    ["'<|{{ oos-secret:<|db.password|> }}|>'", 'secret db.password, whole'],
    ["'<|{{oos : <|image|>}}|>'", 'store image, whole'],
    ["'<|{{}}|>'", 'empty, whole'],
    ["'<|{{   }}|>'", 'empty, whole'],
    ["'<|{{ zone<| |>id }}|>'", 'malformed zone id, whole'],
    ["'<|{{ <|$|>zone }}|>'", 'malformed $zone, whole'],
    ["'<|{{ zone<|/|>id }}|>'", 'malformed zone/id, whole'],
    ["'<|{{ list<|.|> }}|>'", 'malformed list., whole'],
    ["'<|{{ <|.|>ids }}|>'", 'malformed .ids, whole'],
    ["'<|{{ <|可|>用区 }}|>'", 'malformed 可用区, whole'],
  ])('%s', (scalar, expected) => {
    checkBoth(`k: ${scalar}`, [expected]);
  });
});

describe('what stands around them', () => {
  test.each([
    ["'  <|{{ <|a|> }}|> '", ['parameter a, whole']],
    ["'is <|{{ <|a|> }}|>'", ['parameter a']],
    ["'<|{{ <|a|> }}|>.'", ['parameter a']],
    ["'<|{{ <|a|> }}|><|{{ <|b|>.<|c|> }}|>'", ['parameter a', 'task b output c']],
    [
      "'从 <|{{ <|a|> }}|> 到 <|{{<|b|>}}|>，共 <|{{ <|c|>.<|n|> }}|> 台'",
      ['parameter a', 'parameter b', 'task c output n'],
    ],
    ["'😀<|{{ <|a|> }}|>😀'", ['parameter a']],
    ["'a } } { { b }} {c}'", []],
  ])('%s', (scalar, expected) => {
    checkBoth(`k: ${scalar}`, expected);
  });
});

describe('braces that do not close', () => {
  test.each([
    ["'<|{{ a|>'", ['unclosed a']],
    ["'text <|{{|>'", ['unclosed ']],
    ["'<|{{ a }|>'", ['unclosed a }']],
    ["'<|{{ a |><|{{ <|b|> }}|>'", ['unclosed a', 'parameter b']],
    ["'<|{{|><|{{|><|{{<|c|>}}|>'", ['unclosed ', 'unclosed ', 'parameter c']],
    ["'<|{{ <|a|> }}|> and <|{{ b|>'", ['parameter a', 'unclosed b']],
  ])('%s', (scalar, expected) => {
    checkBoth(`k: ${scalar}`, expected);
  });

  test('a text of nothing but open braces is read in a moment', () => {
    const { expressions } = read(`k: '${'{{ '.repeat(20_000)}'`, 'yaml');
    expect(expressions).toHaveLength(20_000);
  });
});

describe('every style of a YAML scalar', () => {
  test('plain', () => {
    check('k: the <|{{ <|a|> }}|> of <|{{ <|b|>.<|c|> }}|>', 'yaml', ['parameter a', 'task b output c']);
  });

  test('single quotes, doubled inside', () => {
    check("k: 'it''s <|{{ <|a|> }}|>, isn''t it <|{{ <|b|>.<|x[?y == ''z'']|> }}|>'", 'yaml', [
      'parameter a',
      "task b path x[?y == 'z']",
    ]);
  });

  test('double quotes, escaped inside', () => {
    check('k: "say \\"<|{{ <|a|> }}|>\\"\\t<|{{ <|b|>.<|x[\\"y\\"]|> }}|>\\n"', 'yaml', [
      'parameter a',
      'task b path x["y"]',
    ]);
  });

  test('double quotes, the braces written as escapes', () => {
    check('k: "<|\\u007b\\u007b <|\\x61b|> \\u007d\\U0000007d|>"', 'yaml', ['parameter ab, whole']);
  });

  test('double quotes over two lines, the break escaped', () => {
    check('k: "one \\\n  <|{{ <|a|> }}|> two"', 'yaml', ['parameter a']);
  });

  test('a literal block', () => {
    check('k: |\n  echo <|{{ <|a|> }}|>\n  \n  echo "\\u007b\\u007b" \'\' <|{{ <|b|>.<|c|> }}|>\n', 'yaml', [
      'parameter a',
      'task b output c',
    ]);
  });

  test('a folded block', () => {
    check('k: >-\n  启动 <|{{ <|a|> }}|>\n  完成 <|{{\n    <|b|>\n  }}|>\n', 'yaml', ['parameter a', 'parameter b']);
  });

  test.each(['>-', '>', '|', '|2+ # see {{ the manual }}'])('a block that is one expression: %s', (header) => {
    check(`k: ${header}\n  <|{{ <|a|> }}|>\n\n`, 'yaml', ['parameter a, whole']);
  });

  test('Windows line ends', () => {
    check('k: |\r\n  one <|{{ <|a|> }}|>\r\n  two <|{{ <|b|> }}|>\r\n', 'yaml', ['parameter a', 'parameter b']);
  });
});

describe('every way to write a JSON string', () => {
  test.each([
    ['"<|{{ <|a|> }}|>"', ['parameter a, whole']],
    ['"say \\"<|{{ <|a|> }}|>\\"\\n<|{{ <|b|>.<|x[\\"y\\"]|> }}|>"', ['parameter a', 'task b path x["y"]']],
    ['"\\u5730\\u57df <|\\u007b\\u007b <|\\u0061b|> \\u007d}|>"', ['parameter ab']],
    ['"a\\/b\\\\<|{{ <|a|> }}|>"', ['parameter a']],
    ['"\\ud83d\\ude00<|{{ <|a|> }}|>"', ['parameter a']],
  ])('%s', (scalar, expected) => {
    check(`{ "k": ${scalar} }`, 'json', expected);
  });
});

test.each(['k: 12', 'k: true', 'k: ~', 'k: plain', 'k: { a: b }'])('there is nothing in %s', (text) => {
  expect(read(text, 'yaml').expressions).toEqual([]);
});

test('a string whose quote is still open', () => {
  check("k: 'is <|{{ <|a|> }}|>", 'yaml', ['parameter a']);
  check('{\n  "k": "<|{{ <|a|> }}|>\n}', 'json', ['parameter a, whole']);
});
