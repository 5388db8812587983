import { expect, test } from 'vitest';
import { toData } from '../../server/src/syntax/navigate.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { followAliases } from '../../server/src/syntax/yamlAliases.ts';
import { withMarks } from '../support/fixture.ts';

/** The data that a text means, as JSON; else why it means none, with the place marked. */
function followed(text: string, notation: 'yaml' | 'json' = 'yaml'): string {
  const result = followAliases(parse(text, notation));
  if ('tree' in result) return JSON.stringify(toData(result.tree.root));
  return `${result.problem.kind}: ${withMarks(text, [result.problem.range])}`;
}

// What PyYAML 6 reads.
test.each([
  ['a: &x {b: 1}\nc: *x\n', '{"a":{"b":1},"c":{"b":1}}'],
  ['a: &x\n  b: 1\nc:\n  - *x\n  - [*x]\n', '{"a":{"b":1},"c":[{"b":1},[{"b":1}]]}'],
  ["a: &x ' {{ p }}'\nb: &y 1_0\nc: [*x, *y]\n", '{"a":" {{ p }}","b":10,"c":[" {{ p }}",10]}'],
  ['&k key: 1\nv: *k\n', '{"key":1,"v":"key"}'],
  [
    'a: &x # nothing\nb: [&y , *x]\nc: {k: &z , m: *z}\nd: [*y]\n',
    '{"a":null,"b":[null,null],"c":{"k":null,"m":null},"d":[null]}',
  ],
  ['d: &d {a: 1, b: 2}\ne: {<<: *d, b: 3}\n', '{"d":{"a":1,"b":2},"e":{"a":1,"b":3}}'],
  ['m:\n  <<: [{a: 1, b: 1}, {a: 2, c: 2}]\n  d: 0\n', '{"m":{"a":1,"c":2,"b":1,"d":0}}'],
  ['n: {z: 0, <<: {a: 1, z: 1}, <<: {a: 2}}\n', '{"n":{"a":2,"z":0}}'],
  ['a: &x {<<: {q: 1}}\nb: {<<: *x}\n', '{"a":{"q":1},"b":{"q":1}}'],
  ['"<<": {a: 1}\nb: "*x"\nc: a *x\n', '{"<<":{"a":1},"b":"*x","c":"a *x"}'],
])('%j is %s', (text, data) => expect(followed(text)).toBe(data));

test.each([
  ['a: <|*x|>\nb: &x 1\n', 'unknown'],
  ['a: &x [<|*x|>]\n', 'unknown'],
  ['a: &x 1\nb: &x <|2|>\n', 'named-twice'],
  ['a: &x\nb: &x <|2|>\n', 'named-twice'],
  ['a: &x [1]\nb: { <<: <|*x|> }\n', 'no-mapping'],
  ['a: &x\nb: { <<: <|*x|> }\n', 'no-mapping'],
])('%j means nothing: %s', (marked, kind) => {
  expect(followed(marked.replace(/<\||\|>/g, ''))).toBe(`${kind}: ${marked}`);
});

test('aliases of aliases end before they fill the memory', () => {
  const levels = Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [*b${at - 1}, *b${at - 1}]\n`);
  expect(followed(`b: &b-1 x\n${levels.join('')}`)).toMatch(/^too-many: /);
});

test('aliases of aliases end before they are deeper than the stack', () => {
  const nested = (at: number) => `- &b${at} ${'['.repeat(300)}*b${at - 1}${']'.repeat(300)}\n`;
  const levels = Array.from({ length: 20 }, (_, at) => nested(at));
  expect(followed(`- &b-1 x\n${levels.slice(0, 1).join('')}`)).toMatch(/^\["x",\[\[/);
  expect(followed(`- &b-1 x\n${levels.join('')}`)).toMatch(/^too-many: /);
});

test('JSON has no aliases', () => expect(followed('{"a": "*x", "<<": {}}', 'json')).toBe('{"a":"*x","<<":{}}'));
