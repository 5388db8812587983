import { describe, expect, test } from 'vitest';
import type { JqNode } from '../../server/src/jq/ast.ts';
import { builtinNames } from '../../server/src/jq/builtins.ts';
import { childrenOf } from '../../server/src/jq/children.ts';
import { readJq } from '../../server/src/jq/jq.ts';
import { fixture, withMarks } from '../support/fixture.ts';

const codes = (text: string): string[] => readJq(text).problems.map(({ code }) => code);

const valid = [
  '',
  '.',
  '.Instances.Instance[0]."实例 名"?',
  '.["a", "b"][1:][:2][]?',
  '[.Instances.Instance[] | select(.Status == "运行中" and (.Tags | length) > 0) | {id: .InstanceId, ZoneId, "n": 1}]',
  '.a as [$x, {b: $y, $z: [$w], ("c"): $v}] | $x, $y, $z, $w, $v',
  '. as [$a] ?// $b | $a, $b',
  'reduce .[] as $i (0; . + $i) | foreach .[] as $i (0; . + $i; [$i])',
  'if .a then 1 elif .b then 2 else 3 end',
  'try error("x") catch ., .a?',
  'label $out | foreach .[] as $i (0; 1; if $i then ., break $out else empty end)',
  'def f($a; g): $a + a + g; f(1; 2)',
  '"a\\(.b + "c\\(1)")d" + @base64 "\\(.e)"',
  '.a // "x" | .b |= . + 1 | .c += 2 | -1 - -2 * 3 % 4',
  '{a: 1 | 2, (.k): .v, "x\\(1)": -1, if: 1,}',
  '# 注释 (\n.a # "\n| .b',
  '$ENV.PATH, $__loc__, ..',
  'def unused: nosuch; 1',
];

test.each(valid)('reads %j', (text) => {
  expect(codes(text)).toEqual([]);
});

/** Each with the mark at the first thing that is wrong. */
const faulty: readonly (readonly [string, string])[] = [
  ['.a <|&|> .b', 'bad-character'],
  ['.a.<|状|>态', 'bad-character'],
  ['.a[<|1.2.3|>]', 'bad-number'],
  ['"a" + "b<|\\d|>"', 'bad-escape'],
  ['"<|\\ud83d|>x"', 'bad-escape'],
  ['.a == <|"|>b', 'open-string'],
  ['.Instances.Instance<|[|>0', 'open'],
  ['"a<|\\(|>.b', 'open'],
  ['<|if|> .a then 1 else 2', 'open'],
  ['.a <|)|>', 'unexpected'],
  ['{"a": 1 <|+|> 2}', 'unexpected'],
  ['.a == .b <|==|> .c', 'unchainable'],
  ['{(<|1|>): 2}', 'key-not-string'],
  ['.a / 2 + 1 / <|0|>', 'division-by-zero'],
  ['.a | <|lenght|>', 'unknown-function'],
  ['.a | <|map|>', 'unknown-function'],
  ['. as $x | <|$y|>', 'unknown-variable'],
  ['. as {a: $x, (<|$x|>): $y} | $y', 'unknown-variable'],
  ['label $a | <|break $b|>', 'unknown-label'],
  ['.a | <|@base46|>', 'unknown-format'],
  ['<|import|> "a" as a; .', 'module'],
];

/** The problems of a text, which must be just where its marks are. */
function problemsAt(marked: string) {
  const { text } = fixture(marked);
  const { problems } = readJq(text);
  const ranges = problems.map(({ range }) => range);
  expect(withMarks(text, ranges)).toBe(marked);
  return problems;
}

test.each(faulty)('says what is wrong in %s', (marked, code) => {
  expect(problemsAt(marked).map((it) => it.code)).toEqual([code]);
});

test('what is left open is noticed in the order of the brackets', () => {
  expect(readJq('map([.a').problems).toEqual([{ code: 'open', found: '[', closer: ']', range: { start: 4, end: 5 } }]);
  expect(readJq('.a |').problems).toMatchObject([{ code: 'unfinished', found: '|', range: { start: 3, end: 4 } }]);
  expect(readJq('.a.').problems).toMatchObject([{ code: 'unfinished', found: '.', range: { start: 2, end: 3 } }]);
});

describe('what only later versions read', () => {
  test.each([
    ['if .a then 1 <|end|>', 'missing-else'],
    ['.a<|.|>[0]', 'dot-before-bracket'],
    ['.a<|?//|>.b', 'joined-alternative'],
    ['.a<|.e1|>.b', 'field-like-number'],
    ['{<|if|>}', 'word-as-name'],
    ['{a: <|if|> .b then 1 else 2 end}', 'statement-as-term'],
    ['.a | <|pick|>(.b)', 'unknown-function'],
    ['.a | <|@base32d|>', 'unknown-format'],
  ])('%s', (marked, code) => {
    expect(problemsAt(marked)).toMatchObject([{ code, later: true }]);
  });

  test('is noted beside what no version reads', () => {
    const { problems } = readJq('.a.[0] | nosuch');
    expect(problems.map(({ code, later }) => [code, later ?? false])).toEqual([
      ['dot-before-bracket', true],
      ['unknown-function', false],
    ]);
  });
});

describe('names', () => {
  test('a function is known with its number of arguments, in its own body and behind it', () => {
    expect(codes('def f(a): a | f(.); f(1)')).toEqual([]);
    expect(readJq('def f(a): a; f(1; 2)').problems).toMatchObject([
      { code: 'unknown-function', name: 'f', arity: 2, arities: [1] },
    ]);
    expect(codes('def f: g; def g: 1; f')).toEqual(['unknown-function']);
  });

  test('definitions that nothing calls are left out, and so is what they call', () => {
    expect(codes('def f: nosuch; def g: f; 1')).toEqual([]);
    expect(codes('def f: nosuch; def g: f; g')).toEqual(['unknown-function']);
    expect(codes('def f: 1 / 0; 1')).toEqual(['division-by-zero']);
  });

  test('what is near is told for repairs', () => {
    expect(readJq('. as $first | label $done | def own: 1; $frist').problems).toMatchObject([{ visible: ['first'] }]);
    expect(readJq('def own: 1; own1').problems).toMatchObject([{ visible: ['own'] }]);
  });

  test('every function that is offered exists', () => {
    expect(builtinNames).toContain('select');
    for (const name of builtinNames) {
      const found = [0, 1, 2, 3, 4].map((arity) =>
        codes(arity === 0 ? name : `${name}(${Array(arity).fill('.').join(';')})`),
      );
      expect(
        found.some((it) => it.length === 0),
        name,
      ).toBe(true);
    }
  });
});

describe('the tree', () => {
  test('a path has its steps with their places', () => {
    const { root } = readJq('.Instances."a b"[0]?[1:].State');
    if (root.kind !== 'path') throw new Error(root.kind);
    expect(root.from).toEqual({ kind: 'identity', range: { start: 0, end: 0 } });
    expect(root.steps.map(({ kind, range, optional }) => [kind, range.start, range.end, optional])).toEqual([
      ['field', 0, 10, false],
      ['index', 10, 16, false],
      ['index', 16, 20, true],
      ['slice', 20, 24, false],
      ['field', 24, 30, false],
    ]);
    expect(root.steps[4]).toMatchObject({ name: 'State', nameRange: { start: 25, end: 30 } });
  });

  test('a path that is being typed ends in a field without a name', () => {
    const { root } = readJq('.Instances.');
    expect(root).toMatchObject({ steps: [{ name: 'Instances' }, { name: '', nameRange: { start: 11, end: 11 } }] });
  });

  test('with a dot in front all places stay those of the text', () => {
    const { root, problems } = readJq('Instances[0].Id', { dotted: true });
    expect(problems).toEqual([]);
    expect(root).toMatchObject({
      range: { start: 0, end: 15 },
      steps: [{ name: 'Instances', nameRange: { start: 0, end: 9 } }, { kind: 'index' }, { name: 'Id' }],
    });
  });

  test.each(['E-2', 'e12', 'E+3 | .a'])(
    'what jq 1.6 takes for a number behind the dot is found without it: %s',
    (text) => {
      const codes = (program: string, dotted: boolean) => readJq(program, { dotted }).problems.map(({ code }) => code);
      expect(codes(text, true)).toEqual(['field-like-number']);
      expect(codes(`.${text}`, false)).toEqual(['field-like-number']);
    },
  );

  test('every node stands inside its parent', () => {
    const inside = (node: JqNode): void => {
      for (const child of childrenOf(node)) {
        expect(child.range.start).toBeGreaterThanOrEqual(node.range.start);
        expect(child.range.end).toBeLessThanOrEqual(node.range.end);
        inside(child);
      }
    };
    for (const text of valid) inside(readJq(text).root);
  });
});

describe('robustness', () => {
  test('every beginning of a text is read, with every problem in its bounds', () => {
    for (const text of valid) {
      for (let end = 0; end <= text.length; end++) {
        for (const { range } of readJq(text.slice(0, end)).problems) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(end);
        }
      }
    }
  });

  test('deep texts are read down to a depth and left alone below it', () => {
    expect(readJq(`${'['.repeat(200)}${']'.repeat(200)}`)).toMatchObject({ problems: [], tooDeep: false });
    expect(readJq('('.repeat(50_000))).toMatchObject({ problems: [], tooDeep: true });
    expect(readJq('"\\('.repeat(50_000)).tooDeep).toBe(true);
    expect(readJq('-'.repeat(50_000)).tooDeep).toBe(true);
    expect(readJq('. as ['.repeat(50_000)).problems).toHaveLength(1);
    expect(readJq(`. as ${'['.repeat(50_000)}`).tooDeep).toBe(true);
  });

  test('long texts are no deep ones', () => {
    for (const [part, sign] of [
      ['.a', ' | '],
      ['.a', ''],
      ['1', ' + '],
      ['.a', ', '],
      ['.a', ' and '],
      ['1', ' // '],
    ]) {
      expect(readJq(Array(20_000).fill(part).join(sign))).toMatchObject({ problems: [], tooDeep: false });
    }
    expect(readJq(`.a${'?'.repeat(50_000)}`)).toMatchObject({ problems: [], tooDeep: false });
  });
});
